/** Small random agreements, as text and as plain functions that say of a point what holds. */
import { random } from "../../harness/random.ts";
import {
  type Asker,
  always,
  conditionAbout,
  gridOf,
  type Point,
  type RandomCondition,
  teamsOf,
  topics,
} from "./conditions.ts";

/** Two parties, and by how many hours the zone in which they read dates is behind Tokyo. */
export interface RandomAgreement {
  readonly name: string;
  readonly parties: readonly string[];
  readonly behind: number;
}

/** Whether an agreement is in force: from the first to the fifth of April, on its own clock. */
export function isInForce({ behind }: RandomAgreement, { hour }: Point): boolean {
  return hour >= behind && hour < behind + 120;
}

/** A case or an exception: what it states, by property, and whether it holds of a point. */
export interface RandomOverlay {
  readonly id: string;
  readonly states: ReadonlyMap<string, string>;
  readonly lines: readonly RandomLine[];
  readonly holds: (point: Point) => boolean;
  readonly own: RandomCondition;
  /** Whether a point is on the dates of an exception; of a case always. */
  readonly isThen: (point: Point) => boolean;
  readonly inside: RandomOverlay | undefined;
  readonly isException: boolean;
  readonly depth: number;
}

/** A clause with all that is laid over it. */
export interface RandomClause {
  readonly id: string;
  readonly agreement: RandomAgreement;
  readonly kinds: readonly string[];
  readonly own: RandomCondition;
  /** What a handle clause states, by property. */
  readonly states: ReadonlyMap<string, string>;
  /** The lines of a commit clause. */
  readonly lines: readonly RandomLine[];
  /** Whether it applies, its parties considered. */
  readonly holds: (point: Point) => boolean;
  readonly overlays: readonly RandomOverlay[];
  /** The party that a commit clause speaks for. */
  readonly party: string | undefined;
}

/** A verdict line by its own condition, and all that it says. */
export interface RandomLine {
  readonly id: string;
  readonly verdict: "may" | "ask" | "never";
  readonly meaning: string;
  readonly own: RandomCondition;
}

/** A `prove` line. */
export interface RandomClaim {
  readonly name: string;
  readonly kind: string;
  readonly claim: "may" | "ask" | "never" | "silent" | "handled";
  readonly negated: boolean;
  readonly by: string | undefined;
  readonly own: RandomCondition;
}

/** A whole random model. */
export interface RandomModel {
  readonly text: string;
  readonly handles: readonly RandomClause[];
  readonly commits: readonly RandomClause[];
  readonly claims: readonly RandomClaim[];
  /** Every point of a kind; those that cannot occur included. */
  readonly pointsOf: (kind: string) => readonly Point[];
  readonly isPossible: (point: Point) => boolean;
}

/** The random model of a seed. */
export function randomModel(seed: number): RandomModel {
  const making = newMaking(seed);
  const { below, chosen } = making;
  const handles = inOrder(
    making,
    Array.from({ length: 1 + below(3) }, (_, number) => handleClause(making, number)),
  );
  const commits = inOrder(
    making,
    Array.from({ length: below(3) }, (_, number) => commitClause(making, number)),
  );
  const fact = below(3) === 0 ? maybe(making, 9, { without: making.withoutZone }) : always;
  const claims = Array.from({ length: 1 + below(2) }, (_, number) => claimOf(making, number));
  const agreements = making.agreements.map(({ name, parties, behind }) => {
    const own = making.clauses.filter(({ agreement }) => agreement === name).map(({ text }) => text);
    return `agreement ${name} between ${parties.join(" and ")}${behind > 0 ? " in Europe/Berlin" : ""} {\n effective 2026-04-01..2026-04-05\n${own.join("\n")}\n}`;
  });
  const text = [
    ...agreements,
    ...making.exceptions,
    fact === always ? "" : `impossible when ${fact.text}`,
    ...claims.map(({ text }) => text),
  ].join("\n");
  const isTimed = making.exceptions.length > 0 || chosen.includes("time");
  const days = making.withoutZone.length > 0 ? 6 : isTimed ? 5 : 1;
  const pointsOf = (kind: string) => {
    const clauses = [...handles, ...commits].filter(({ kinds }) => kinds.includes(kind));
    const claimed = claims.filter(({ claim }) => claim.kind === kind).map(({ claim }) => claim.own);
    return gridOf(chosen, kind, askersOf(making, clauses, [fact, ...claimed]), days);
  };
  const isPossible = (point: Point) => point.isReal && (fact === always || !fact.holds(point));
  return { text, handles, commits, claims: claims.map(({ claim }) => claim), pointsOf, isPossible };
}

/** Clauses in the order in which they are written: agreement by agreement. */
function inOrder({ agreements }: Making, clauses: readonly RandomClause[]): readonly RandomClause[] {
  return agreements.flatMap((agreement) => clauses.filter((clause) => clause.agreement === agreement));
}

/** Parties of the agreements on a kind, Sales where conditions name it, Mori where both teams are among these, and nobody. */
function askersOf(
  { chosen }: Making,
  clauses: readonly RandomClause[],
  others: readonly RandomCondition[],
): readonly Asker[] {
  if (!chosen.includes("asker")) return ["Sales", "Support"];
  const conditions = [...others, ...clauses.flatMap(conditionsIn)];
  const named = conditions.some(({ subjects }) => subjects.has("asker")) ? ["Sales"] : [];
  const parties = new Set([...named, ...clauses.flatMap(({ agreement }) => agreement.parties)]);
  const teams = (["Sales", "Desk", "Support"] as const).filter((each) => parties.has(each));
  return [...teams, ...(parties.has("Sales") && parties.has("Desk") ? (["Mori"] as const) : []), undefined];
}

function conditionsIn({ own, lines, overlays }: RandomClause): readonly RandomCondition[] {
  const inner = overlays.flatMap((overlay) => [overlay.own, ...overlay.lines.map((line) => line.own)]);
  return [own, ...lines.map((line) => line.own), ...inner];
}

// what is made so far ---------------------------------------------------------------------------------------------------

const mostPoints = 60;

type Chance = ReturnType<typeof random>;

interface Making extends Chance {
  readonly chosen: readonly (typeof topics)[number][];
  readonly kinds: readonly string[];
  readonly agreements: readonly RandomAgreement[];
  readonly clauses: { readonly agreement: string; readonly text: string }[];
  readonly exceptions: string[];
  /** What facts and claims do not ask about where agreements read dates in different zones. */
  readonly withoutZone: readonly string[];
}

function newMaking(seed: number): Making {
  const chance = random(seed);
  const { below, pick } = chance;
  const wanted = [...new Set(Array.from({ length: 1 + below(3) }, () => pick(topics)))];
  // The third is left out where there would be too many points to visit.
  const chosen = gridOf(wanted, "incident", ["Sales"], 1).length > mostPoints ? wanted.slice(0, 2) : wanted;
  const kinds = below(3) === 0 ? ["incident", "question"] : ["incident"];
  // In April Berlin is seven hours behind Tokyo.
  const behind = chosen.includes("asker") ? pick([0, 7]) : 0;
  const agreements = [
    { name: "first", parties: ["Sales", "Support"], behind: 0 },
    { name: "second", parties: ["Desk", "Support"], behind },
  ].slice(0, chosen.includes("asker") ? 2 : 1);
  const withoutZone = behind > 0 ? ["time"] : [];
  return { ...chance, chosen, kinds, agreements, clauses: [], exceptions: [], withoutZone };
}

interface Where {
  /** What is not asked about. */
  readonly without?: readonly string[];
  /** Whose clock dates are read on; else Tokyo's. */
  readonly agreement?: RandomAgreement;
}

/** A condition that is left out once in so many times. */
function maybe(making: Making, odds: number, { without = [], agreement }: Where): RandomCondition {
  const chosen = making.chosen.filter((topic) => !without.includes(topic));
  if (making.below(odds) === 0 || chosen.length === 0) return always;
  return conditionAbout({ ...making, chosen, behind: agreement?.behind ?? 0 });
}

function when({ text }: RandomCondition): string {
  return text === "" ? "" : ` when ${text}`;
}

function someKinds({ below, pick, kinds }: Making): readonly string[] {
  return below(2) === 0 ? kinds : [pick(kinds)];
}

// handling --------------------------------------------------------------------------------------------------------------

function handleClause(making: Making, number: number): RandomClause {
  const { below, pick } = making;
  const agreement = pick(making.agreements);
  const kinds = someKinds(making);
  const own = maybe(making, 4, { without: ["channel"], agreement });
  const id = `${agreement.name}.handle${number}`;
  const states = new Map([
    ["by", pick(["Support", "Support", "Support", "Desk", "lead of Support", "Abe"])],
    ["respond", `within ${1 + below(2)} clock hours`],
  ]);
  if (below(6) === 0) states.set("hours", pick(["office", "early"]));
  if (below(12) === 0) states.set("decline", 'because "no"');
  const overlays: RandomOverlay[] = [];
  const around = { id, agreement, kinds, into: overlays, inside: undefined, without: ["channel"] };
  const inner = cases(making, around, () => {
    const { states: stated } = stating(making);
    return { states: stated, lines: [], text: propertyLines(stated) };
  });
  const bases = [undefined, ...overlays];
  const table = targetTable(making, id, overlays);
  for (const base of bases)
    if (below(3) === 0) overlays.push(exceptionTo(making, { id, agreement, base, ...stating(making), lines: [] }));
  const text = `handle handle${number}: ${kinds.join(", ")}${when(own)} {\n${propertyLines(states)}\n${inner}\n${table}}`;
  making.clauses.push({ agreement: agreement.name, text });
  const isItsOwn = (point: Point) => isInForce(agreement, point) && kinds.includes(point.kind);
  const holds = (point: Point) => isItsOwn(point) && isParty(agreement, point) && own.holds(point);
  return { id, agreement, kinds, own, states, lines: [], holds, overlays, party: undefined };
}

function isParty({ parties }: RandomAgreement, point: Point): boolean {
  return point.asker === undefined || teamsOf(point).some((team) => parties.includes(team));
}

function stating({ below, pick }: Making): Pick<RandomOverlay, "states"> {
  const states = new Map<string, string>();
  if (below(3) > 0) states.set("respond", `within ${1 + below(2)} clock hours`);
  if (below(4) === 0) states.set("by", pick(["Support", "Desk"]));
  if (below(10) === 0) states.set("hours", pick(["office", "early"]));
  if (below(10) === 0) states.set("decline", `because "${pick(["no", "not us"])}"`);
  if (below(5) === 0) states.set(...pick(rarer));
  if (states.size === 0 || below(3) === 0) states.set("say", `"${pick(["a", "b"])}"`);
  return { states };
}

const rarer: readonly (readonly [string, string])[] = [
  ["resolve", "within 3 clock hours"],
  ["resolve", "within 4 clock hours"],
  ["via", "email"],
  ["via", "phone"],
  ["cutoff", "12:00"],
  ["cutoff", "15:00"],
  ["escalate", "after 1 clock hour to lead of Sales"],
  ["escalate", "after 2 clock hours to lead of Sales"],
  ["surcharge", '10% because "late"'],
  ["surcharge", '20% because "late"'],
  ["step a", "by Support within 1 clock hour"],
  ["step a", "by Support within 2 clock hours"],
  ["step b", "by Desk within 1 clock hour"],
];

/** A target table of one field, whose rows are cases. */
function targetTable({ below, chosen }: Making, id: string, into: RandomOverlay[]): string {
  if (!chosen.includes("severity") || below(3) > 0) return "";
  const severities = (["normal", "urgent"] as const).filter(() => below(3) > 0);
  const rows = severities.map((severity) => {
    const hours = 1 + below(2);
    const own: RandomCondition = {
      text: severity,
      holds: (point) => point.severity === severity,
      subjects: new Set(["severity"]),
    };
    const states = new Map([["respond", `within ${hours} clock hours`]]);
    const { holds } = own;
    const isThen = () => true;
    const row = { id: `${id}.${severity}`, states, lines: [], holds, own, isThen, inside: undefined, depth: 1 };
    into.push({ ...row, isException: false });
    return `${severity} -> ${hours} clock hours`;
  });
  return rows.length === 0 ? "" : `table severity -> respond\n${rows.join("\n")}\n`;
}

function propertyLines(states: ReadonlyMap<string, string>): string {
  return [...states].map((entry) => entry.join(" ")).join("\n");
}

interface CasesOf {
  readonly id: string;
  readonly agreement: RandomAgreement;
  readonly kinds: readonly string[];
  readonly into: RandomOverlay[];
  readonly inside: RandomOverlay | undefined;
  readonly without: readonly string[];
}

type Says = Pick<RandomOverlay, "states" | "lines"> & { readonly text: string };

function cases(making: Making, around: CasesOf, saying: (id: string) => Says): string {
  const { below, pick } = making;
  const { into, inside } = around;
  const depth = (inside?.depth ?? 0) + 1;
  const texts: string[] = [];
  for (let count = depth > 2 ? 0 : below(depth === 1 ? 3 : 2); count > 0; count -= 1) {
    const own = maybe(making, 5, around);
    const named = around.kinds.length > 1 && below(2) === 0 ? [pick(around.kinds)] : [];
    const name = `case${into.length}`;
    const id = `${inside?.id ?? around.id}.${name}`;
    const { states, lines, text } = saying(id);
    const isOfKind = ({ kind }: Point) => named.length === 0 || named.includes(kind);
    const holds = (point: Point) => (inside?.holds(point) ?? true) && isOfKind(point) && own.holds(point);
    const isThen = () => true;
    const overlay = { id, states, lines, holds, own, isThen, inside, isException: false, depth };
    into.push(overlay);
    const head = `case ${name}${named.length > 0 ? `: ${named.join(", ")}` : ""}${when(own)}`;
    texts.push(
      `${head} {\n${text}\n${cases(making, { ...around, kinds: named.length > 0 ? named : around.kinds, inside: overlay }, saying)}\n}`,
    );
  }
  return texts.join("\n");
}

// exceptions ------------------------------------------------------------------------------------------------------------

interface ExceptionTo extends Pick<RandomOverlay, "states" | "lines"> {
  readonly id: string;
  readonly agreement: RandomAgreement;
  readonly base: RandomOverlay | undefined;
}

function exceptionTo(making: Making, { id, agreement, base, states, lines }: ExceptionTo): RandomOverlay {
  const { below, exceptions } = making;
  const own = maybe(making, 3, { without: lines.length > 0 ? [] : ["channel"], agreement });
  const [first, length] = [below(5), below(3)];
  const name = `exception${exceptions.length}`;
  const dates = `2026-04-0${first + 1}..2026-04-0${first + 1 + length}`;
  const says = [propertyLines(states), ...lines.map(lineText)].join("\n");
  exceptions.push(
    `exception ${name} to ${base?.id ?? id}${when(own)} {\n effective ${dates}\n${says}\n owner Mori\n approved by Ito on 2026-03-01\n reason "r"\n}`,
  );
  const isThen = ({ hour }: Point) => {
    const local = hour - agreement.behind;
    return local >= first * 24 && local < (first + length + 1) * 24;
  };
  const holds = (point: Point) => (base?.holds(point) ?? true) && isThen(point) && own.holds(point);
  return { id: name, states, lines, holds, own, isThen, inside: base, isException: true, depth: base?.depth ?? 0 };
}

// promises --------------------------------------------------------------------------------------------------------------

function commitClause(making: Making, number: number): RandomClause {
  const { below, pick } = making;
  const agreement = pick(making.agreements);
  const kinds = someKinds(making);
  const party = below(4) === 0 ? "Support" : (agreement.parties[0] ?? "Sales");
  const own = maybe(making, 2, { agreement });
  const id = `${agreement.name}.commit${number}`;
  const lines = someLines(making, id, agreement);
  const overlays: RandomOverlay[] = [];
  const inner = cases(making, { id, agreement, kinds, into: overlays, inside: undefined, without: [] }, (caseId) => {
    const within = someLines(making, caseId, agreement);
    return { states: new Map(), lines: within, text: within.map(lineText).join("\n") };
  });
  const bases = [undefined, ...overlays];
  for (const base of bases)
    if (below(3) === 0) {
      const name = `exception${making.exceptions.length}`;
      overlays.push(
        exceptionTo(making, { id, agreement, base, states: new Map(), lines: someLines(making, name, agreement) }),
      );
    }
  const body = [...lines.map(lineText), inner].join("\n");
  const text = `commit commit${number}: ${kinds.join(", ")} by ${party}${when(own)} {\n${body}\n}`;
  making.clauses.push({ agreement: agreement.name, text });
  const isItsOwn = (point: Point) => isInForce(agreement, point) && kinds.includes(point.kind);
  const speaksFor = (point: Point) => point.asker === undefined || teamsOf(point).includes(party);
  const holds = (point: Point) => isItsOwn(point) && speaksFor(point) && own.holds(point);
  return { id, agreement, kinds, own, states: new Map(), lines, holds, overlays, party };
}

function someLines(making: Making, prefix: string, agreement: RandomAgreement): readonly RandomLine[] {
  const { below, pick } = making;
  const verdicts = (["may", "ask", "never"] as const).filter(() => below(2) === 0);
  return (verdicts.length === 0 ? (["may"] as const) : verdicts).map((verdict): RandomLine => {
    const says = { may: "may", ask: `ask lead of Sales within ${1 + below(2)} clock hours`, never: "never" }[verdict];
    const because = verdict === "never" ? ` because "${pick(["law", "margin"])}"` : "";
    return { id: `${prefix}.${verdict}`, verdict, meaning: `${says}${because}`, own: maybe(making, 4, { agreement }) };
  });
}

function lineText({ meaning, own }: RandomLine): string {
  const [says, because] = meaning.split(" because ");
  return `${says}${when(own)}${because === undefined ? "" : ` because ${because}`}`;
}

// claims ----------------------------------------------------------------------------------------------------------------

function claimOf(making: Making, number: number): { readonly claim: RandomClaim; readonly text: string } {
  const { below, pick } = making;
  const kind = pick(making.kinds);
  const claim = pick(["may", "ask", "never", "silent", "handled", "handled"] as const);
  const by = claim === "handled" && below(3) > 0 ? pick(["Support", "Desk", "lead of Support", "Abe"]) : undefined;
  const negated = below(2) === 0;
  const own = maybe(making, 3, { without: making.withoutZone });
  const name = `claim${number}`;
  const text = `prove ${name}: ${kind} is ${negated ? "not " : ""}${claim}${by ? ` by ${by}` : ""}${when(own)}`;
  return { claim: { name, kind, claim, negated, by, own }, text };
}

const fields =
  "severity: normal | urgent, rate: percent, cost: JPY, size: number, lead: business days, due: date, clock: time, note: text";

/** The company that all random models are about. */
export const companyText = `
calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-17:00
}
calendar early in Asia/Tokyo {
  open Mon..Fri 07:00-15:00
}
calendar shut in Asia/Tokyo {
  open 2027-04-01 09:00-10:00
  closed 2027-04-01 00:00-24:00
}
channel email, phone
team Sales {
  lead Sato
  members Mori
  hours office
}
team Desk {
  lead Kato
  members Mori
  hours early
}
team Support {
  lead Ito
  members Abe
  hours office
}
attribute tier of customer: standard | silver | gold
customer Acme {
  tier is gold
}
customer Bolt {
  tier is silver
}
customer Cord {
  owner Mori
}
request incident { ${fields} }
request question { ${fields} }
`;
