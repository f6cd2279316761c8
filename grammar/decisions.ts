/**
 * Which way the parser goes at each token, as a table. Chevrotain works it out from the grammar at every start, which
 * took longer than all else that the command line does; so it is done once and committed (`decisions.json`), and a test
 * holds the table against a parser that works it out itself.
 */
import { EOF } from "chevrotain";
import { decisions, rows } from "./decisions.json";
import { vocabulary } from "./tokens.ts";

/**
 * `rows` are shared; a row has pairs, one after the other: a token by its place in `tokens`, and an alternative that may be
 * taken there, the first that may be first. `decisions` are chevrotain's key of a rule's decision, and its row.
 */
export interface DecisionTable {
  readonly tokens: readonly string[];
  readonly rows: readonly (readonly number[])[];
  readonly decisions: readonly (readonly [key: number, row: number])[];
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

/** For each token by its type index, the alternatives that may be taken, in order; none: do not go in, or no way on. */
export type Decision = readonly (readonly number[] | undefined)[];

/** The row of each committed decision, by where it is: `decisionsFrom` its rule on, at its `decisionPlace`. */
export function decisionRows(): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const [key = 0, row = 0] of decisions) {
    const place = decisionPlace((key >> methodShift) & methodBits, key & occurrenceBits);
    found.set(decisionsFrom(key >> ruleShift) | place, row);
  }
  return found;
}

/** A row of the committed table, by its number, as the parser reads it; without one there is no way on. */
export function restoredRow(row: number | undefined): Decision {
  const known = row === undefined ? noWay : restored[row];
  return known ?? restore(row ?? 0);
}

const noWay: Decision = [];
const restored: (Decision | undefined)[] = [];

function restore(row: number): Decision {
  const indexes = tokenIndexes();
  const byToken = new Array<number[] | undefined>(Math.max(...indexes) + 1).fill(undefined);
  const written = rows[row] ?? [];
  for (let at = 0; at < written.length; at += 2) {
    const [token, alternative] = [indexes[written[at] ?? 0] ?? 0, written[at + 1] ?? 0];
    const others = byToken[token];
    if (others) others.push(alternative);
    else byToken[token] = [alternative];
  }
  restored[row] = byToken;
  return byToken;
}

/** The kinds of decision in a rule, as chevrotain's keys number them. */
export const decisionMethods = { or: 1, option: 2, many: 3 } as const;

/** Where the decisions of a rule begin, by chevrotain's number of it. */
export function decisionsFrom(rule: number): number {
  return (rule - firstRule) << 6;
}

/** Where a decision is among those of its rule. */
export function decisionPlace(method: number, occurrence: number): number {
  return (method << 4) | occurrence;
}

/** Chevrotain numbers its rules from here on; a decision's key has its rule, 4 bits of method and 8 of occurrence. */
const firstRule = 256;
const ruleShift = 12;
const methodShift = 8;
const methodBits = 0xf;
const occurrenceBits = 0xff;

/** Reads the table out of a parser that has analysed itself, by asking it about every token. */
export function extractDecisions(parser: Analysed): DecisionTable {
  const types = [...vocabulary, EOF];
  const rows: (readonly number[])[] = [];
  const rowOf = new Map<string, number>();
  const decisions = [...parser.lookAheadFuncsCache].map(([key, decide]) => {
    const asked = types.map((type) => allAlternatives((gates) => decide.call(aheadOf(type), gates)));
    const row = asked.flatMap((found, token) => found.flatMap((alternative) => [token, alternative]));
    const index = rowOf.get(row.join(" ")) ?? rows.push(row) - 1;
    rowOf.set(row.join(" "), index);
    return [key, index] as const;
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

/** Of each token of the table the index that its type has here. */
function tokenIndexes(): readonly number[] {
  typeIndexes ??= [...vocabulary, EOF].map(({ tokenTypeIdx }) => tokenTypeIdx ?? 0);
  return typeIndexes;
}

let typeIndexes: readonly number[] | undefined;
