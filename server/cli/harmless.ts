/** A text without the control characters that would move the cursor, clear the screen or rename the window: `\ufffd` stands for each. Line ends, tabs and colours stay. */
export function harmless(text: string): string {
  return text.replace(/(?!\x1b\[\d+m|\r\n)[\0-\x08\x0b-\x1f\x7f-\x9f]/g, "\ufffd");
}
