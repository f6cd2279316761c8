/**
 * A small engine for TextMate grammars, as much of one as the product's own grammar uses: it runs where no editor is
 * installed. The VS Code suites colour the same marked lines with the engine that VS Code has.
 */
import type { TextmateCaptures, TextmateGrammar, TextmateRule } from "../../grammar/textmate.ts";

/** A stretch of a line with its scopes, the grammar's own first. */
export interface Coloured {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

/** Colours a text; one array a line, stretches that nothing names left out. */
export function coloured(grammar: TextmateGrammar, text: string): readonly (readonly Coloured[])[] {
  const open: Open[] = [];
  return text.split("\n").map((line) => colourLine(grammar, line, open));
}

interface Open {
  readonly rule: TextmateRule;
  readonly end: RegExp;
}

function colourLine(grammar: TextmateGrammar, line: string, open: Open[]): Coloured[] {
  const found: Coloured[] = [];
  let at = 0;
  for (;;) {
    const next = nextMatch(grammar, line, at, open.at(-1));
    const scopes = [grammar.scopeName, ...open.flatMap(({ rule }) => rule.name ?? [])];
    const start = next?.match.index ?? line.length;
    if (open.length > 0 && scopes.length > 1) add(found, at, start, scopes);
    if (!next) return found;
    const end = start + next.match[0].length;
    const { rule } = next;
    if (next.ends) open.pop();
    else if (rule.begin !== undefined) open.push({ rule, end: pattern(rule.end ?? "$") });
    const own = rule.name === undefined || next.ends ? scopes : [...scopes, rule.name];
    addCaptures(found, next.match, next.ends ? rule.endCaptures : (rule.beginCaptures ?? rule.captures), own);
    if (end === at && !next.ends && rule.begin === undefined) throw new Error(`an empty match of ${rule.match}`);
    at = end;
  }
}

interface Next {
  readonly match: RegExpExecArray;
  readonly rule: TextmateRule;
  readonly ends: boolean;
}

/** The leftmost match; of several at one place the end of what is open, then the rule written first. */
function nextMatch(grammar: TextmateGrammar, line: string, at: number, open: Open | undefined): Next | undefined {
  let best: Next | undefined;
  const consider = (rule: TextmateRule, regex: RegExp, ends: boolean) => {
    regex.lastIndex = at;
    const match = regex.exec(line);
    if (match && (!best || match.index < best.match.index)) best = { match, rule, ends };
  };
  if (open) consider(open.rule, open.end, true);
  for (const rule of flattened(grammar, open ? (open.rule.patterns ?? []) : grammar.patterns))
    consider(rule, pattern(rule.match ?? rule.begin ?? ""), false);
  return best;
}

function flattened(grammar: TextmateGrammar, rules: readonly TextmateRule[]): readonly TextmateRule[] {
  return rules.flatMap((rule) => {
    if (rule.include === undefined) return [rule];
    const included = grammar.repository[rule.include.slice(1)];
    if (!included) throw new Error(`nothing is called ${rule.include}`);
    return flattened(grammar, included.patterns);
  });
}

const patterns = new Map<string, RegExp>();

function pattern(source: string): RegExp {
  const known = patterns.get(source) ?? new RegExp(source, "dgu");
  patterns.set(source, known);
  return known;
}

function addCaptures(
  found: Coloured[],
  match: RegExpExecArray,
  captures: TextmateCaptures | undefined,
  scopes: readonly string[],
): void {
  const groups = Object.entries(captures ?? {}).flatMap(([group, { name }]) => {
    const span = match.indices?.[Number(group)];
    return span ? [{ start: span[0], end: span[1], name }] : [];
  });
  const start = match.index;
  let at = start;
  for (const group of groups) {
    if (scopes.length > 1) add(found, at, group.start, scopes);
    add(found, group.start, group.end, [...scopes, group.name]);
    at = group.end;
  }
  if (scopes.length > 1) add(found, at, start + match[0].length, scopes);
}

function add(found: Coloured[], start: number, end: number, scopes: readonly string[]): void {
  if (end > start) found.push({ start, end, scopes });
}
