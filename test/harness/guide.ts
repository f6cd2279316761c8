/** A guide as its reader follows it: chapters with pieces of files, which grow block by block, and commands with what they print. */

/** What stands between fences: a piece of a file, or commands. */
export type Block = Piece | Session;

/** A piece of a file, whose name its first line gives in a comment; `…` stands for what the file has there already. */
export interface Piece {
  readonly kind: "piece";
  readonly file: string;
  readonly text: string;
}

/** Commands as typed, each with the lines that are shown of what it prints; `…` stands for what is left out. */
export interface Session {
  readonly kind: "session";
  readonly commands: readonly { readonly typed: string; readonly shown: readonly string[] }[];
}

/** A row of a table whose first cell is a time of receipt: the moments in it, such as `2026-08-21T17:30`. */
export type TimeRow = readonly string[];

/** A chapter, or a section of one. */
export interface Chapter {
  readonly level: number;
  readonly title: string;
  readonly contents: readonly (Block | { readonly kind: "times"; readonly rows: readonly TimeRow[] })[];
}

/** The chapters of a guide, in order. */
export function chaptersOf(markdown: string): readonly Chapter[] {
  return markdown.split(/^(?=##+ )/m).flatMap((part) => {
    const [, marks = "", title = ""] = /^(##+) (.*)\n/.exec(part) ?? [];
    return marks === "" ? [] : [{ level: marks.length, title, contents: contentsOf(part) }];
  });
}

function contentsOf(part: string): Chapter["contents"] {
  return [...part.matchAll(/^```(\w+)\n(.*?)^```$|(?:^\|[^\n]*\|\n)+/gms)].map(([whole, language, text = ""]) => {
    if (language === undefined) return { kind: "times", rows: timeRows(whole) };
    return language === "console" ? sessionOf(text) : pieceOf(text);
  });
}

function pieceOf(text: string): Piece {
  const [, file = "", rest = ""] = /^(?:\/\/|#) (\S+)\n(.*)$/s.exec(text) ?? [];
  return { kind: "piece", file, text: rest };
}

function sessionOf(text: string): Session {
  const commands = text.split(/^(?=\$ )/m).map((each) => {
    const [typed = "", ...shown] = each.trimEnd().split("\n");
    return { typed: typed.replace(/^\$ /, ""), shown };
  });
  return { kind: "session", commands };
}

function timeRows(table: string): readonly TimeRow[] {
  const moment = /(\d{4}-\d\d-\d\d)\D*?(\d\d:\d\d)/g;
  const rows = table.split("\n").map((row) => [...row.matchAll(moment)].map(([, date, time]) => `${date}T${time}`));
  return rows.filter((row) => row.length > 0);
}

/** The file after its reader has put this piece into it. */
export function withPiece(existing: string, piece: Piece): string {
  if (!piece.file.endsWith(".sla")) return piece.text.startsWith("…\n") ? existing + piece.text.slice(2) : piece.text;
  const there = partsOf(existing.split("\n"));
  return written(merged(there, partsOf(piece.text.split("\n")), there.length)).join("\n") + "\n";
}

/** A line with the comments and blank lines before it, and its body where it opens one. */
interface Part {
  readonly lead: readonly string[];
  readonly head: string;
  readonly body?: readonly Part[];
}

function partsOf(lines: readonly string[]): readonly Part[] {
  const parts: Part[] = [];
  let lead: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const head = lines[at] ?? "";
    if (/^\s*(?:\/\/.*)?$/.test(head)) {
      lead.push(head);
      continue;
    }
    const end = head.endsWith("{") ? endOfBody(lines, at) : at;
    parts.push({ lead, head, ...(end > at ? { body: partsOf(lines.slice(at + 1, end)) } : {}) });
    lead = [];
    at = end;
  }
  return parts;
}

function endOfBody(lines: readonly string[], head: number): number {
  const indent = /^ */.exec(lines[head] ?? "")?.[0] ?? "";
  const end = lines.indexOf(`${indent}}`, head);
  if (end < 0) throw new Error(`no end of: ${lines[head]}`);
  return end;
}

/** Lines that stand there already say where the new ones go; after `…` they go to the end. */
function merged(existing: readonly Part[], piece: readonly Part[], from = 0): readonly Part[] {
  const result = [...existing];
  let place = from;
  for (const part of piece) {
    const there = result.findIndex((each) => nameOf(each) === nameOf(part));
    if (part.head.trim() === "…") place = result.length;
    else if (there < 0) result.splice(place++, 0, part);
    else {
      result[there] = laidOver(result[there] ?? part, part);
      place = there + 1;
    }
  }
  return result;
}

function laidOver(existing: Part, part: Part): Part {
  const lead = part.lead.some((line) => line.trim() !== "") ? part.lead : existing.lead;
  const isGrown = part.body?.some(({ head }) => head.trim() === "…") ?? false;
  return isGrown && part.body ? { ...existing, body: merged(existing.body ?? [], part.body) } : { ...part, lead };
}

/** What a reader knows a part by: the first two words of what has a name, the whole of any other line. */
function nameOf({ head, body }: Part): string {
  const words = head.trim().split(/\s+/);
  const isDeclared = body !== undefined || /^(?:request|prove)$/.test(words[0] ?? "");
  return isDeclared ? words.slice(0, 2).join(" ").replace(/:$/, "") : words.join(" ");
}

function written(parts: readonly Part[], indent = ""): readonly string[] {
  return parts.flatMap(({ lead, head, body }) => [
    ...lead,
    head,
    ...(body ? [...written(body, `${indent}  `), `${indent}}`] : []),
  ]);
}
