import { wrapped } from "./wrapped.ts";

/** A complaint as the screen has room for it: what goes on is indented; without a screen each stays one line, which programs read. */
export function complaint(text: string, columns: number | undefined): string {
  return columns === undefined ? text : text.replace(/[^\n]+/g, (line) => lines(line, columns).join("\n"));
}

function lines(text: string, columns: number): readonly string[] {
  const [first = "", ...rest] = wrapped(text, columns);
  if (rest.length === 0) return [first];
  const more = wrapped(text.slice(first.length).trimStart(), columns - indent.length);
  return [first, ...more.map((line) => indent + line)];
}

const indent = "  ";
