import { styleText } from "node:util";
import type { Terminal } from "./terminal.ts";

/** How a stretch of output looks. */
export type Style = "bold" | "dim" | "red" | "yellow" | "green" | "cyan" | "underline";

/** The text in a style, or as it is where colours are off. */
export function paint({ colours }: Pick<Terminal, "colours">, style: Style, text: string): string {
  return colours ? styleText(style, text, { validateStream: false }) : text;
}
