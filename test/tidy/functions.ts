/** How long functions are, measured in blanked code (`codeOf`), so that braces in texts do not count. */
import { lineAt } from "./source.ts";

/** A function with a body in braces; `lines` from its first line to its last. */
export interface FunctionLength {
  readonly line: number;
  readonly lines: number;
}

const heads =
  /\bfunction\b[^(]*?(?=\()|^[ \t]+(?:(?:private|protected|public|override|async|static|get|set) )*(?!(?:if|for|while|switch|catch|return|super|function|await|throw|typeof|do|else|new)\b)[\w$]+(?:<[^()]*>)?(?=\([^;]*$)|=>(?=\s*\{)/gm;

/** Every function, method and arrow function of the code whose body stands in braces, nested ones included. */
export function functionsIn(code: string): readonly FunctionLength[] {
  const found: FunctionLength[] = [];
  for (const match of code.matchAll(heads)) {
    const after = match.index + match[0].length;
    const open = match[0] === "=>" ? code.indexOf("{", after) : bodyAfter(code, after);
    if (open === undefined) continue;
    const line = lineAt(code, match.index + (match[0].length - match[0].trimStart().length));
    found.push({ line, lines: lineAt(code, closing(code, open)) - line + 1 });
  }
  return found;
}

/** Where the body opens after a list of parameters and perhaps a type; undefined for a call, or a signature alone. */
function bodyAfter(code: string, parameters: number): number | undefined {
  let at = closing(code, parameters) + 1;
  const isTyped = /^\s*:/.test(code.slice(at, at + 100));
  if (!isTyped) return /^\s*\{/.test(code.slice(at, at + 100)) ? code.indexOf("{", at) : undefined;
  for (at = code.indexOf(":", at) + 1; at < code.length; at++) {
    const sign = code.charAt(at);
    if (sign === ";" || sign === ",") return undefined;
    if (sign === "{" && /[\w\]}>)"]\s*$/.test(code.slice(0, at))) return at;
    if ("({[".includes(sign)) at = closing(code, at);
  }
  return undefined;
}

/** The bracket that closes the one at `open`; the end of the code where there is none. */
function closing(code: string, open: number): number {
  let depth = 0;
  for (let at = open; at < code.length; at++) {
    if ("({[".includes(code.charAt(at))) depth++;
    else if (")}]".includes(code.charAt(at)) && --depth === 0) return at;
  }
  return code.length;
}

/** The smallest length that at least this share of the functions does not exceed. */
export function quantile(lengths: readonly number[], share: number): number {
  const sorted = [...lengths].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
