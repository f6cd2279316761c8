/** Joins Japanese and other words as Japanese texts here are set: with a space between a Latin letter or a digit and Japanese. */
export function joinedInJapanese(...parts: readonly string[]): string {
  return parts.reduce((left, right) => (needsSpace(left, right) ? `${left} ${right}` : left + right), "");
}

function needsSpace(left: string, right: string): boolean {
  return (latinEnd.test(left) && japaneseStart.test(right)) || (japaneseEnd.test(left) && latinStart.test(right));
}

const latinStart = /^[\p{Script=Latin}\p{Nd}]/u;
const latinEnd = /[\p{Script=Latin}\p{Nd}_%]$/u;
const japaneseStart = /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const japaneseEnd = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]$/u;
