/** How many columns a text takes in an editor's fixed-width font. */
import { lazily } from "../text/lazily.ts";

/** Columns: two for a wide East Asian character, none for a combining mark, else one. */
export function displayWidth(text: string): number {
  if (ascii.test(text)) return text.length;
  const { wide, zeroWidth } = beyondAscii();
  let width = 0;
  for (const character of text) width += zeroWidth.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

const ascii = /^[\x20-\x7e]*$/;

/** Made where it is needed, for classes of Unicode take V8 long to read. `wide` is East Asian Width W and F of Unicode 16 (UAX #11), and what is shown as a picture. */
const beyondAscii = lazily(() => ({
  zeroWidth: /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u,
  wide: /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u,
}));

/** The text with spaces after it up to a column. */
export function padTo(text: string, column: number): string {
  return text + " ".repeat(Math.max(0, column - displayWidth(text)));
}
