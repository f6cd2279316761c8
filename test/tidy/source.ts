/** Sources as the guards of the house read them: which files there are, and their code without comments and texts. */
import * as fs from "node:fs";
import * as path from "node:path";

/** A file of the project; `path` is relative to the root, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The TypeScript files of some folders of the root, sorted; generated ones are left out. */
export function sourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  const paths = folders.flatMap(filesIn).filter((path) => /(?<!\.generated)\.ts$/.test(path));
  return paths.sort().map((path) => ({ path, text: fs.readFileSync(path, "utf8") }));
}

const notOurs = new Set(["node_modules", "dist", "dist-test", ".git", "shots", "coverage"]);

/** Every file of a folder of the root that is ours: neither installed nor built. */
export function filesIn(folder: string): readonly string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (notOurs.has(entry.name)) return [];
    return entry.isDirectory() ? filesIn(file) : entry.isFile() ? [file] : [];
  });
}

/** What ships. */
export function productFiles(): readonly SourceFile[] {
  return sourceFiles("client", "grammar", "server");
}

const piece =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|\$\{(?:[^{}`]|\{[^{}]*\}|`[^`]*`)*\}|[^`\\$]|\$(?!\{))*`|(?<=(?:^|[(,=:[!&|?{};+\n]|=>|return)[ \t]*)\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[dgimsuvy]*/g;

/** The code with comments, texts, templates and regular expressions made blank, so that every offset and line stays. */
export function codeOf(text: string): string {
  return text.replace(piece, (found) => blank(found, found.startsWith("/") ? 0 : 1));
}

/** The code with comments alone made blank. */
export function withoutComments(text: string): string {
  return text.replace(piece, (found) => (/^\/[/*]/.test(found) ? blank(found, 0) : found));
}

/** Keeps quotes, so that a text remains something that stands there. */
function blank(found: string, quote: 0 | 1): string {
  const inside = found.slice(quote, found.length - quote).replace(/[^\n]/g, " ");
  return found.slice(0, quote) + inside + found.slice(found.length - quote);
}

/** The line of an offset, counted from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** Where a pattern matches, as `path:line: text of the match`. */
export function places({ path }: SourceFile, code: string, pattern: RegExp): readonly string[] {
  return [...code.matchAll(pattern)].map((match) => `${path}:${lineAt(code, match.index)}: ${match[0].trim()}`);
}
