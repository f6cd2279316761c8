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
  readonly decisions: readonly { readonly key: number; readonly row: number }[];
}

/** The part of chevrotain's parser that keeps what `performSelfAnalysis` works out; it has no public name for it. */
export interface Analysed {
  readonly lookAheadFuncsCache: Map<
    number,
    (this: unknown, alternatives?: readonly Gated[]) => number | boolean | undefined
  >;
}

interface Gated {
  readonly GATE?: () => boolean;
}

const table: DecisionTable = written as unknown as DecisionTable; // JSON has no tuples and no words as types

/** For each token by its type index, the alternatives that may be taken, in order; none: do not go in, or no way on. */
export type Decision = readonly (readonly number[] | undefined)[];

/** The committed decisions, at the places that `decisionIndex` gives. */
export function restoredDecisions(): readonly (Decision | undefined)[] {
  const indexes = tokenIndexes(table.tokens);
  const noWay: readonly (readonly number[] | undefined)[] = indexes.map(() => undefined);
  const rows = table.rows.map((row) => {
    const byToken = noWay.slice();
    for (const [token, ...alternatives] of row) byToken[indexes[token] ?? -1] = alternatives;
    return byToken;
  });
  const decisions: (Decision | undefined)[] = [];
  for (const { key, row } of table.decisions) {
    const index = decisionIndex(key & ruleBits, methodOf(key), key & occurrenceBits);
    while (decisions.length <= index) decisions.push(undefined);
    decisions[index] = rows[row];
  }
  return decisions;
}

/** The kinds of decision in a rule, as chevrotain's keys number them. */
export const decisionMethods = { or: 1, option: 2, many: 3 } as const;

/** Where a rule's decision is kept: chevrotain's key (12 bits of rule, 4 of method, 8 of occurrence) without its gaps. */
export function decisionIndex(ruleKey: number, method: number, occurrence: number): number {
  return (ruleKey >> 6) | (method << 4) | occurrence;
}

const ruleBits = ~0xfff;
const occurrenceBits = 0xff;

function methodOf(key: number): number {
  return (key >> 8) & 0xf;
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
    return { key, row: index };
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
