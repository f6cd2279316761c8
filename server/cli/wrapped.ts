import { displayWidth } from "../core/format/width.ts";

/** A text as lines of at most `width` columns, broken at spaces or, in Japanese, between characters; narrower than 30 is not tried. */
export function wrapped(text: string, width: number): readonly string[] {
  const most = Math.max(30, width);
  const lines: string[] = [];
  let line = "";
  for (const piece of text.split(breaks)) {
    if (line !== "" && displayWidth(line + piece.trimEnd()) > most) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}

/** After a space, or between two characters of which one is Japanese; never before what may not begin a line, nor after an opening bracket. */
const breaks =
  /(?<=\s)|(?<=[\u3041-\u9fff、。）」・])(?=[^、。）」・ー\s])(?<![（「])|(?<=[!-~])(?=[\u3041-\u9fff（「])(?<![（「(])/u;
