import { displayWidth } from "../core/format/width.ts";

/**
 * A text as lines of at most `width` columns, broken at spaces or, in Japanese, between phrases; dates, short brackets and
 * words stay whole where they fit on a line. Narrower than 30 is not tried.
 */
export function wrapped(text: string, width: number): readonly string[] {
  const most = Math.max(30, width);
  const lines: string[] = [];
  let line = "";
  for (const piece of piecesOf(text, most)) {
    if (line !== "" && displayWidth(line + piece.trimEnd()) > most) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}

/** What may stand at the end of a line each; of what is wider than a line, every character. */
function piecesOf(text: string, most: number): readonly string[] {
  if (!japanese.test(text)) return text.split(spaces);
  const isTooWide = (piece: string) => displayWidth(piece.trimEnd()) > most;
  return phrasesOf(text).flatMap((phrase) => {
    if (!isTooWide(phrase)) return phrase;
    return phrase.split(closings).flatMap((part) => (isTooWide(part) ? part.split(characters) : part));
  });
}

/** Japanese in phrases: after a space or a mark, and after a particle where a word begins. */
function phrasesOf(text: string): readonly string[] {
  const whole = [...text.matchAll(unbroken)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
  let words: ReadonlySet<number> | undefined;
  // A word starts after every space, so that English with a Japanese name in it needs nobody who knows Japanese words.
  const isWordStart = (at: number): boolean => {
    if (isSpace.test(text[at - 1] ?? "")) return true;
    words ??= wordStarts(text);
    return words.has(at);
  };
  const ends = [...text.matchAll(phraseEnds)]
    .map(({ index }) => index)
    .filter((at) => !whole.some(({ start, end }) => start < at && at < end) && isWordStart(at));
  return [0, ...ends].map((start, index) => text.slice(start, ends[index] ?? text.length));
}

function wordStarts(text: string): ReadonlySet<number> {
  segmenter ??= new Intl.Segmenter("ja", { granularity: "word" });
  return new Set(Array.from(segmenter.segment(text), ({ index }) => index));
}

/** Made when Japanese is first wrapped, as it takes longer than all else. */
let segmenter: Intl.Segmenter | undefined;

const isSpace = /\s/;

const japanese = /[\u3041-\u9fff]/;
const spaces = /(?<=\s)/;

/** Dates with what they begin and end with, amounts with their units, and what short brackets hold. */
const unbroken =
  /(?:\d+年)?\d+月\d+日(?:[（(][月火水木金土日][）)])?(?: ?\d+:\d\d)?(?:〜(?:(?:\d+年)?(?:\d+月)?\d+日(?:[（(][月火水木金土日][）)])?(?: ?\d+:\d\d)?|\d+:\d\d))?|\d+ (?=[一-龯])[一-龯]+|（[^（）\n]{1,12}）|「[^「」\n]{1,12}」|\([^()\n]{0,10}[\u3041-\u9fff][^()\n]{0,10}\)/gu;

/** After a space; after a mark, but not before the particle of what is in brackets; before an opening bracket; from hiragana, that is no honorific ご or お, to what is none. */
const phraseEnds =
  /(?<=\s)(?=\S)|(?<=[、。：])(?=[^、。）」・ー：；！？〜,.;:!?)\s])|(?<=[）」])(?=[^\u3041-\u309f、。）」・ー：；！？〜,.;:!?)\s])|(?<=[^\s（「(])(?=[（「])|(?<=[\u3041-\u309f])(?<![ごお])(?=[^\u3041-\u309f、。）」・ー：；！？〜,.;:!?)\s])/gu;

/** After a bracket, also before a particle. */
const closings = /(?<=[）」])(?=[^、。）」・ー：；！？〜,.;:!?)\s])/u;

/** Between two characters of which one is Japanese; never before what may not begin a line, nor after an opening bracket. */
const characters =
  /(?<=\s)|(?<=[\u3041-\u9fff、。）」・：])(?=[^、。）」・ー：；！？〜,.;:!?)\s])(?<![（「])|(?<=[!-~])(?=[\u3041-\u9fff（「])(?<![（「(])/u;
