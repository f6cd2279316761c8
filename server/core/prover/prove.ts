/** What is proved of a model, kind of request by kind of request; kept while nothing that it depends on changes. */
import { plainText } from "../model/meaning.ts";
import type { Model, RequestKind } from "../model/model.ts";
import { calendarSpecOf } from "../model/zones.ts";
import { buildCalendar, type Calendar } from "../time/calendar.ts";
import type { Day, Holidays } from "../time/spec.ts";
import { type Conflict, conflictsIn } from "./clauses/conflicts.ts";
import { type Findings, type Gap, gapsIn } from "./clauses/handling.ts";
import { type ProofResult, proofResults } from "./clauses/invariants.ts";
import { type OutsideBase, outsideBaseIn } from "./clauses/outsideBase.ts";
import { redundantLines, type Silence, silencesIn, unreachableLines } from "./clauses/promises.ts";
import { type Redundant, redundantIn } from "./clauses/redundant.ts";
import { type Slackening, slackeningsIn } from "./clauses/slackening.ts";
import { type Unreachable, unreachableIn } from "./clauses/unreachable.ts";
import { type StandingLines, standingLines } from "./clauses/verdictLines.ts";
import { sameElements } from "./lists.ts";
import type { Budget } from "./space/cover.ts";
import type { Ground } from "./space/space.ts";
import { type Group, groupOf } from "./written/group.ts";
import type { HoursOf } from "./written/layers.ts";
import { teamsMeant } from "./written/scopes.ts";
import { exceptionsIn, exceptionsToPart, type Written, writtenByKind } from "./written/written.ts";

/** What proofs depend on beside the files. */
export interface ProverContext {
  readonly today: Day;
  readonly holidays: Holidays;
  /** The steps that the search for one property of one kind may take. */
  readonly steps: number;
}

/** All that is known of one kind of request. */
export interface KindProof {
  readonly group: Group;
  readonly gaps: Findings<Gap>;
  readonly conflicts: Findings<Conflict>;
  readonly unreachable: Findings<Unreachable>;
  readonly redundant: Findings<Redundant>;
  readonly outsideBase: Findings<OutsideBase>;
  readonly silences: Findings<Silence>;
  readonly slackenings: Findings<Slackening>;
  readonly proofs: readonly ProofResult[];
}

/** What is known of every kind that clauses are about. */
export function proofsOf(model: Model, context: ProverContext): readonly KindProof[] {
  const key = `${context.today} ${context.steps}`;
  const known = keptByModel.get(model);
  if (known?.key === key && known.holidays === context.holidays) return known.proofs;
  const proofs = [...proving(model, context)];
  keptByModel.set(model, { key, holidays: context.holidays, proofs });
  return proofs;
}

/** `proofsOf` kind by kind, for whoever has other things to do between two of them. */
export function* proving(model: Model, context: ProverContext): Generator<KindProof, void> {
  const ground = groundOf(model, context.holidays);
  for (const written of writtenByKind(model).values())
    if (written.handles.length + written.commits.length + written.proofs.length > 0)
      yield keptProof(written, model, ground, context);
}

interface KeptProofs {
  readonly key: string;
  readonly holidays: Holidays;
  readonly proofs: readonly KindProof[];
}

const keptByModel = new WeakMap<Model, KeptProofs>();

// by kind -------------------------------------------------------------------------------------------------------------

interface Kept {
  readonly inputs: readonly unknown[];
  readonly proof: KindProof;
}

const keptByKind = new WeakMap<RequestKind, Kept>();

/** What is known of a kind; worked out anew only where something changed that it depends on. */
export function keptProof(written: Written, model: Model, ground: Ground, context: ProverContext): KindProof {
  const inputs = inputsOf(written, model, ground, context);
  const kept = keptByKind.get(written.kind);
  if (kept && sameElements(kept.inputs, inputs)) return kept.proof;
  const proof = proofOf(groupOf(written, model, ground, context.today), model, context);
  keptByKind.set(written.kind, { inputs, proof });
  return proof;
}

/** What is known of a kind depends on these, and on nothing else. */
export function inputsOf(
  { parts, proofs }: Written,
  model: Model,
  ground: Ground,
  { today, steps }: ProverContext,
): readonly unknown[] {
  const exceptionsOf = exceptionsIn(model);
  const exceptions = parts.flatMap((part) => exceptionsToPart(part, exceptionsOf));
  return [ground, today, steps, parts.length, ...parts, exceptions.length, ...exceptions, ...proofs, ...model.facts];
}

function proofOf(group: Group, model: Model, { steps }: ProverContext): KindProof {
  if (!group.isDecidable) return nothingDecided(group);
  const budget = (): Budget => ({ left: steps });
  const hoursOf = hoursIn(model);
  const lines = standingLines(group, budget());
  return {
    group,
    gaps: gapsIn(group, budget()),
    conflicts: conflictsIn(group, hoursOf, budget()),
    unreachable: joined(
      unreachableIn(group, budget()),
      ofLines(lines, (each) => unreachableLines(group, each, budget())),
    ),
    redundant: joined(
      redundantIn(group, hoursOf, budget()),
      ofLines(lines, (each) => redundantLines(group, each, budget())),
    ),
    outsideBase: outsideBaseIn(group, budget()),
    silences: silencesIn(group, budget()),
    slackenings: ofLines(lines, (each) => ({ found: slackeningsIn(group, each.all), isDecided: true })),
    proofs: proofResults(group, lines?.all, model.people, hoursOf, budget()),
  };
}

function nothingDecided(group: Group): KindProof {
  const nothing = { found: [], isDecided: false };
  return {
    group,
    gaps: nothing,
    conflicts: nothing,
    unreachable: nothing,
    redundant: nothing,
    outsideBase: nothing,
    silences: nothing,
    slackenings: nothing,
    proofs: group.proofs.map((proof) => ({ proof, result: { kind: "not decided" } })),
  };
}

function ofLines<Found>(
  lines: StandingLines | undefined,
  find: (lines: StandingLines) => Findings<Found>,
): Findings<Found> {
  return lines ? find(lines) : { found: [], isDecided: false };
}

function joined<Found>(one: Findings<Found>, other: Findings<Found>): Findings<Found> {
  return { found: [...one.found, ...other.found], isDecided: one.isDecided && other.isDecided };
}

function hoursIn(model: Model): HoursOf {
  return ({ lines }) => {
    const [team] = teamsMeant(model, lines.by?.value);
    const hours = team === undefined ? undefined : model.teams.get(team)?.hours?.value;
    return hours === undefined ? undefined : plainText(hours);
  };
}

// the company ---------------------------------------------------------------------------------------------------------

interface KeptGround {
  readonly elements: readonly unknown[];
  readonly ground: Ground;
}

/** The last companies: several folders of agreements may be open at once, each a company of its own. */
const keptGrounds = new WeakMap<Holidays, readonly KeptGround[]>();
const mostGrounds = 4;

/** The company as spaces need it; the same object while it is the same, with calendars built once. */
export function groundOf(model: Model, holidays: Holidays): Ground {
  const { calendars, teams, attributes, customers, channels } = model;
  const elements = [calendars, teams, attributes, customers, channels].flatMap((each) => [each.size, ...each.values()]);
  const others = keptGrounds.get(holidays) ?? [];
  const kept = others.find((each) => sameElements(each.elements, elements));
  if (kept) return kept.ground;
  const built = new Map<string, Calendar | undefined>();
  const calendarNamed = (name: string): Calendar | undefined => {
    if (!built.has(name)) {
      const spec = calendarSpecOf(model, name);
      built.set(name, spec && buildCalendar(spec, holidays));
    }
    return built.get(name);
  };
  const several = [...model.people.values()].filter((person) => person.teams.length > 1);
  const ground = { attributes, customers, channels, several, calendarNamed };
  keptGrounds.set(holidays, [{ elements, ground }, ...others].slice(0, mostGrounds));
  return ground;
}

/** What `look` finds; of the companies that it supposes none is remembered, nor is one that was known forgotten for them. */
export function keepingGrounds<Found>(holidays: Holidays, look: () => Found): Found {
  const kept = keptGrounds.get(holidays) ?? [];
  const found = look();
  keptGrounds.set(holidays, kept);
  return found;
}
