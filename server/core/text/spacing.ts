/** Joins Japanese and other words as Japanese texts here are set: with a space between a Latin letter or a digit and Japanese. */
export function joinedInJapanese(...parts: readonly string[]): string {
  return parts.reduce((left, right) => (needsSpace(left, right) ? `${left} ${right}` : left + right), "");
}

function needsSpace(left: string, right: string): boolean {
  return (endsLatin(left) && startsJapanese(right)) || (endsJapanese(left) && startsLatin(right));
}

// Patterns that name classes of Unicode are made where they are needed, for they take V8 long to read: nearly every text
// begins and ends in ASCII or in the blocks of plain kana and kanji, whose letters are told by their numbers.

function startsLatin(text: string): boolean {
  return plainlyLatin(text.charCodeAt(0)) ?? /^[\p{Script=Latin}\p{Nd}]/u.test(text);
}

function endsLatin(text: string): boolean {
  if (text.endsWith("_") || text.endsWith("%")) return true;
  return plainlyLatin(text.charCodeAt(text.length - 1)) ?? /[\p{Script=Latin}\p{Nd}]$/u.test(text);
}

function startsJapanese(text: string): boolean {
  const told = plainlyJapanese(text.charCodeAt(0));
  return told ?? /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text);
}

function endsJapanese(text: string): boolean {
  const told = plainlyJapanese(text.charCodeAt(text.length - 1));
  return told ?? /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]$/u.test(text);
}

/** Whether a code unit is Latin, where that is plain; none is in an empty text. */
function plainlyLatin(code: number): boolean | undefined {
  if (!(code > 127)) return /[A-Za-z0-9]/.test(String.fromCharCode(code));
  return isInPlainBlock(code) ? false : undefined;
}

/** Whether a code unit is Japanese, where that is plain: full-width signs are not, nor most marks among the kana. */
function plainlyJapanese(code: number): boolean | undefined {
  if (!(code > 127) || (code >= 0xff01 && code <= 0xff65)) return false;
  return isInPlainBlock(code) ? code >= firstKanji || kana.test(String.fromCharCode(code)) : undefined;
}

/** The marks and kana, and the kanji of one block. */
function isInPlainBlock(code: number): boolean {
  return (code >= 0x3000 && code <= 0x30ff) || (code >= firstKanji && code <= 0x9fff);
}

const firstKanji = 0x4e00;
const kana = /[\u3005\u3007\u3021-\u3029\u3038-\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff]/;
