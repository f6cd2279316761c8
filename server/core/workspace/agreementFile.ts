import { parse } from "../syntax/parse.ts";
import type { SyntaxFile } from "../syntax/tree.ts";
import { lazily } from "../text/lazily.ts";
import { type Lines, linesOf } from "../text/lines.ts";
import { type LastGood, lastGoodOf } from "./lastGood.ts";

/** What is read from the text of one `.sla` file. */
export interface FileReading {
  readonly syntax: SyntaxFile;
  readonly lastGood: LastGood;
}

/** One `.sla` file of a snapshot; what its text says is read at the first use. */
export interface AgreementFile {
  readonly text: string;
  readonly lines: () => Lines;
  readonly reading: () => FileReading;
  /** The newest reading there is without reading: this text's, else an earlier one's. */
  readonly newestReading: () => FileReading | undefined;
}

/** A file with this text, which shares with the file before it every item that did not change. */
export function agreementFile(text: string, before: AgreementFile | undefined): AgreementFile {
  let earlier = before?.newestReading();
  let own: FileReading | undefined;
  const reading = () => {
    own ??= read(text, earlier);
    earlier = undefined;
    return own;
  };
  return { text, lines: lazily(() => linesOf(text)), reading, newestReading: () => own ?? earlier };
}

function read(text: string, earlier: FileReading | undefined): FileReading {
  const syntax = parse(text, earlier?.syntax);
  return { syntax, lastGood: lastGoodOf(syntax.items, earlier) };
}

/** The file with each item that is broken now replaced by its last version that could be read, or by what is given instead. */
export function standIn({ syntax, lastGood }: FileReading, instead: LastGood = noneInstead): SyntaxFile {
  if (lastGood.size === 0 && instead.size === 0) return syntax;
  const items = syntax.items.map((item) => instead.get(item) ?? lastGood.get(item) ?? item);
  const offsets: number[] = [];
  let length = 0;
  for (const item of items) {
    offsets.push(length);
    length += item.text.length;
  }
  return { text: syntax.text, items, offsets };
}

const noneInstead: LastGood = new Map();
