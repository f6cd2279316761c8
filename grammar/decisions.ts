/**
 * Which way the parser goes at each token, as a table. Chevrotain works it out from the grammar at every start, which
 * took longer than all else that the command line does; so it is done once and committed (`decisions.json`), and a test
 * holds the table against a parser that works it out itself.
 */
import { EOF } from "chevrotain";
import written from "./decisions.json";
import { vocabulary } from "./tokens.ts";

/** `rows` are shared; a row has, for each token by its place in `tokens`, the alternatives that may be taken, in order. */
export interface DecisionTable {
  readonly tokens: readonly string[];
  readonly rows: readonly (readonly (readonly [token: number, ...alternatives: number[]])[])[];
  /** By chevrotain's key of a rule's decision. */
  readonly decisions: readonly { readonly key: number; readonly row: number; readonly kind: DecisionKind }[];
}

/** optional: go in or not. choice: one of several. gated: one of several whose gate is open. */
export type DecisionKind = "optional" | "choice" | "gated";

/** The part of chevrotain's parser that keeps what `performSelfAnalysis` works out; it has no public name for it. */
export interface Analysed {
  selfAnalysisDone: boolean;
  readonly lookAheadFuncsCache: Map<
    number,
    (this: unknown, alternatives?: readonly Gated[]) => number | boolean | undefined
  >;
}

interface Gated {
  readonly GATE?: () => boolean;
}

const table: DecisionTable = written as unknown as DecisionTable; // JSON has no tuples and no words as types

/** Puts the committed table in the place of chevrotain's analysis; `next` gives the type index of the token ahead. */
export function restoreDecisions(parser: Analysed, next: () => number): void {
  const indexes = tokenIndexes(table.tokens);
  const rows = table.rows.map((row) => {
    const byToken: (readonly number[] | undefined)[] = [];
    for (const [token, ...alternatives] of row) byToken[indexes[token] ?? -1] = alternatives;
    return byToken;
  });
  for (const { key, row, kind } of table.decisions)
    parser.lookAheadFuncsCache.set(key, decision(rows[row] ?? [], kind, next));
  parser.selfAnalysisDone = true;
}

function decision(byToken: readonly (readonly number[] | undefined)[], kind: DecisionKind, next: () => number) {
  switch (kind) {
    case "optional":
      return () => byToken[next()] !== undefined;
    case "choice":
      return () => byToken[next()]?.[0];
    case "gated":
      return (gates: readonly Gated[] = []) => byToken[next()]?.find((index) => gates[index]?.GATE?.() !== false);
  }
}

/** Reads the table out of a parser that has analysed itself, by asking it about every token. */
export function extractDecisions(parser: Analysed): DecisionTable {
  const types = [...vocabulary, EOF];
  const rows: DecisionTable["rows"][number][] = [];
  const known = new Map<string, number>();
  const decisions = [...parser.lookAheadFuncsCache].map(([key, decide]) => {
    const asked = types.map((type) => allAlternatives((gates) => decide.call(aheadOf(type), gates)));
    const row = asked.flatMap((found, index) => (found.length > 0 ? [[index, ...found] as [number, ...number[]]] : []));
    const written = JSON.stringify(row);
    const index = known.get(written) ?? rows.push(row) - 1;
    known.set(written, index);
    return { key, row: index, kind: kindOf(types.map((type) => (gates) => decide.call(aheadOf(type), gates))) };
  });
  return { tokens: types.map(({ name }) => name), rows, decisions };
}

type Ask = (gates: readonly Gated[]) => number | boolean | undefined;

const mostAlternatives = 32;

/** Closes the gate of each alternative found and asks again, until none is left. */
function allAlternatives(ask: Ask): number[] {
  const found: number[] = [];
  for (;;) {
    const answer = ask(gatesWithout(found));
    if (answer === true) return [0];
    if (typeof answer !== "number" || found.includes(answer)) return found;
    found.push(answer);
  }
}

function kindOf(asks: readonly Ask[]): DecisionKind {
  const open = asks.map((ask) => ask(gatesWithout([])));
  if (open.some((answer) => typeof answer === "boolean")) return "optional";
  const closed = asks.map((ask) => ask(Array.from({ length: mostAlternatives }, () => ({ GATE: () => false }))));
  return closed.every((answer) => answer === undefined) ? "gated" : "choice";
}

function gatesWithout(closed: readonly number[]): readonly Gated[] {
  return Array.from({ length: mostAlternatives }, (_, index) => ({ GATE: () => !closed.includes(index) }));
}

function aheadOf(type: { tokenTypeIdx?: number }) {
  const token = { tokenType: type, tokenTypeIdx: type.tokenTypeIdx };
  return { LA: () => token, LA_FAST: () => token };
}

function tokenIndexes(names: readonly string[]): readonly number[] {
  const byName = new Map([...vocabulary, EOF].map(({ name, tokenTypeIdx }) => [name, tokenTypeIdx ?? -1]));
  return names.map((name) => byName.get(name) ?? -1);
}
