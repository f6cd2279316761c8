/** Joins Japanese and other words as Japanese texts here are set: with a space between a Latin letter or a digit and Japanese. */
export function joinedInJapanese(...parts: readonly string[]): string {
  return parts.reduce((left, right) => (needsSpace(left, right) ? `${left} ${right}` : left + right), "");
}

function needsSpace(left: string, right: string): boolean {
  return (endsLatin(left) && startsJapanese(right)) || (endsJapanese(left) && startsLatin(right));
}

// Patterns that name classes of Unicode are made where they are needed, for they take V8 long to read: nearly every text is
// of ASCII letters and of the plain kana and kanji that are told by their numbers.

function startsLatin(text: string): boolean {
  return text.charCodeAt(0) > 127 ? /^[\p{Script=Latin}\p{Nd}]/u.test(text) : /^[A-Za-z0-9]/.test(text);
}

function endsLatin(text: string): boolean {
  const isForeign = text.charCodeAt(text.length - 1) > 127;
  return isForeign ? /[\p{Script=Latin}\p{Nd}]$/u.test(text) : /[A-Za-z0-9_%]$/.test(text);
}

function startsJapanese(text: string): boolean {
  return plainly(text.charCodeAt(0)) ?? /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text);
}

function endsJapanese(text: string): boolean {
  const told = plainly(text.charCodeAt(text.length - 1));
  return told ?? /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]$/u.test(text);
}

/** Whether a code unit is Japanese, where that is plain: all kanji of one block are, no full-width signs, and of kana and marks those listed. */
function plainly(code: number): boolean | undefined {
  if (code < 128 || Number.isNaN(code)) return false;
  if (code >= 0x4e00 && code <= 0x9fff) return true;
  if (code >= 0xff01 && code <= 0xff65) return false;
  return code >= 0x3000 && code <= 0x30ff ? kana.test(String.fromCharCode(code)) : undefined;
}

const kana = /[\u3005\u3007\u3021-\u3029\u3038-\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff]/;
