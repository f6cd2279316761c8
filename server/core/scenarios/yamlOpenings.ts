import { CST, Parser } from "yaml";
import type { Span } from "../syntax/tree.ts";

/** The bracket or quotation mark that is not closed where the library comes upon that, which is where something else begins or the text ends. */
export function openingNotClosed(text: string, closing: string, noticed: number): Span | undefined {
  const found = openingsIn(text).filter((each) => each.closing === closing && each.start < noticed);
  const last = found.reduce<Opening | undefined>(
    (one, each) => (one && one.start > each.start ? one : each),
    undefined,
  );
  return last && { start: last.start, end: last.start + 1 };
}

interface Opening {
  readonly start: number;
  readonly closing: string;
}

function openingsIn(text: string): readonly Opening[] {
  const openings: Opening[] = [];
  for (const document of new Parser().parse(text))
    if (document.type === "document")
      CST.visit(document, ({ key, value }) => {
        for (const token of [key, value]) openings.push(...notClosed(token));
      });
  return openings;
}

function notClosed(token: CST.Token | null | undefined): readonly Opening[] {
  if (token?.type === "flow-collection") {
    const closing = token.start.source === "[" ? "]" : "}";
    return token.end[0]?.source === closing ? [] : [{ start: token.start.offset, closing }];
  }
  const quote = token?.type === "double-quoted-scalar" ? '"' : token?.type === "single-quoted-scalar" ? "'" : undefined;
  if (!token || quote === undefined || !("source" in token)) return [];
  const isClosed = token.source.length > 1 && token.source.endsWith(quote);
  return isClosed ? [] : [{ start: token.offset, closing: quote }];
}
