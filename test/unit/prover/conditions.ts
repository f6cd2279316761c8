/** Random conditions, as text and as plain functions that say of a point whether they hold: no boxes, no cells. */
import type { random } from "../../harness/random.ts";

/** One request of the grid. */
export interface Point {
  readonly kind: string;
  readonly severity: "normal" | "urgent";
  /** Percent. */
  readonly rate: number;
  /** Yen. */
  readonly cost: number;
  readonly size: number;
  /** Business days. */
  readonly lead: number;
  /** Days since 2026-03-31: 1 is the first of April, a Wednesday. */
  readonly due: number;
  /** Minutes since midnight. */
  readonly clock: number;
  readonly note: string;
  readonly customer: string | undefined;
  readonly tier: string | undefined;
  readonly channel: "email" | "phone" | undefined;
  /** Hours since the first of April's midnight in Tokyo. */
  readonly hour: number;
  readonly asker: Asker;
  /** False for customers with other attributes than they have, which the conditions alone do not exclude. */
  readonly isReal: boolean;
}

/** Who asks: a team, or Mori of two; undefined: nobody is named. */
export type Asker = "Sales" | "Desk" | "Support" | "Mori" | undefined;

/** The teams that a point's asker speaks for. */
export function teamsOf({ asker }: Point): readonly string[] {
  return asker === undefined ? [] : asker === "Mori" ? ["Sales", "Desk"] : [asker];
}

/** A condition as text, as what it means, and what it asks about. */
export interface RandomCondition {
  readonly text: string;
  readonly holds: (point: Point) => boolean;
  readonly subjects: ReadonlySet<Subject>;
}

/** What a comparison asks about. */
export type Subject = Exclude<keyof Point, "kind" | "isReal">;

/** What the conditions of a model ask about. */
export const topics = [
  "severity",
  "rate",
  "cost",
  "size",
  "lead",
  "due",
  "clock",
  "note",
  "customer",
  "channel",
  "time",
  "asker",
] as const;

/** One of them. */
export type Topic = (typeof topics)[number];

/** A condition that always holds, and is not written. */
export const always: RandomCondition = { text: "", holds: () => true, subjects: new Set() };

/** What conditions are made from; `behind`: by how many hours the zone in which dates are read is behind Tokyo. */
export interface ConditionSource extends ReturnType<typeof random> {
  readonly chosen: readonly Topic[];
  readonly behind: number;
}

/** A condition about some topics, up to three deep. */
export function conditionAbout(source: ConditionSource, depth = 0): RandomCondition {
  const { below, pick, chosen } = source;
  const form = depth > 1 ? 0 : below(6);
  if (form < 3) return atomAbout(pick(chosen), source);
  const one = conditionAbout(source, depth + 1);
  if (form === 3) return { ...one, text: `not (${one.text})`, holds: (point) => !one.holds(point) };
  const other = conditionAbout(source, depth + 1);
  const subjects = new Set([...one.subjects, ...other.subjects]);
  return form === 4
    ? { text: `(${one.text}) and (${other.text})`, holds: (p) => one.holds(p) && other.holds(p), subjects }
    : { text: `(${one.text}) or (${other.text})`, holds: (p) => one.holds(p) || other.holds(p), subjects };
}

function atomAbout(topic: Topic, chance: ConditionSource): RandomCondition {
  const { below, pick } = chance;
  switch (topic) {
    case "severity": {
      const value = pick(["normal", "urgent"]);
      if (below(4) === 0) return about("severity", "severity is one of normal, urgent", () => true);
      return below(3) === 0
        ? about("severity", `severity is not ${value}`, ({ severity }) => severity !== value)
        : about("severity", `severity is ${value}`, ({ severity }) => severity === value);
    }
    case "rate":
      if (below(4) === 0) return oneOf("rate", [10, 20], (rate) => `${rate}%`, chance);
      return compared("rate", pick([10, 20]), (rate) => `${rate}%`, chance);
    case "cost":
      if (below(5) === 0) return oneOf("cost", [1000, 1001], (cost) => `${cost} JPY`, chance);
      return compared("cost", pick([0, 1000, 1001]), (cost) => `${cost} JPY`, chance);
    case "size":
      return compared("size", pick([0, 1.5]), String, chance);
    case "lead":
      return compared("lead", pick([2, 3]), (lead) => `${lead} business days`, chance);
    case "clock":
      return compared("clock", pick([540, 1440]), (minute) => `${String(minute / 60).padStart(2, "0")}:00`, chance);
    case "note": {
      const one = pick(["x", "y"]);
      if (below(4) === 0) return about("note", 'note is not one of "x", "y"', ({ note }) => note === "z");
      return below(2) === 0
        ? about("note", `note is "${one}"`, ({ note }) => note === one)
        : about("note", `note is not "${one}"`, ({ note }) => note !== one);
    }
    case "due":
      return aboutDue(chance);
    case "customer":
      return aboutCustomer(chance);
    case "channel": {
      const one = pick(["email", "phone"]);
      return below(2) === 0
        ? about("channel", `channel is ${one}`, ({ channel }) => channel === one)
        : about("channel", `channel is not ${one}`, ({ channel }) => channel !== one);
    }
    case "time":
      return aboutTime(chance);
    case "asker":
      return below(3) === 0
        ? about("asker", "asker is not Sales", (point) => !teamsOf(point).includes("Sales"))
        : about("asker", "asker is Sales", (point) => teamsOf(point).includes("Sales"));
    default:
      return topic satisfies never;
  }
}

function about(subject: Subject, text: string, holds: RandomCondition["holds"]): RandomCondition {
  return { text, holds, subjects: new Set([subject]) };
}

function oneOf(
  subject: Numeric,
  values: readonly number[],
  written: (value: number) => string,
  { below }: ReturnType<typeof random>,
): RandomCondition {
  const negated = below(2) === 0;
  const text = `${subject} is ${negated ? "not " : ""}one of ${values.map(written).join(", ")}`;
  return about(subject, text, (point) => values.includes(point[subject]) !== negated);
}

type Numeric = "rate" | "cost" | "size" | "lead" | "due" | "clock";

function compared(
  subject: Numeric,
  limit: number,
  written: (value: number) => string,
  { pick }: ReturnType<typeof random>,
): RandomCondition {
  const operator = pick(["<", "<=", ">", ">=", "is", "is not"] as const);
  return about(subject, `${subject} ${operator} ${written(limit)}`, (point) => {
    const value = point[subject];
    switch (operator) {
      case "<":
        return value < limit;
      case "<=":
        return value <= limit;
      case ">":
        return value > limit;
      case ">=":
        return value >= limit;
      case "is":
        return value === limit;
      case "is not":
        return value !== limit;
      default:
        return operator satisfies never;
    }
  });
}

/** Whether a day, counted from 2026-03-31, is a Monday to Friday; the first of April 2026 is a Wednesday. */
function isWeekday(day: number): boolean {
  return (((day + 1) % 7) + 7) % 7 < 5;
}

/** Those of 2026, a Saturday; before it of 2021, a Sunday, and of 2025, a Friday; after it of 2027, a Sunday, and of 2029, a Wednesday. */
const fourthsOfApril: readonly number[] = [4, 4 - 1826, 4 - 365, 4 + 365, 4 + 1096];

function aboutDue(chance: ReturnType<typeof random>): RandomCondition {
  switch (chance.below(7)) {
    case 5:
      return about("due", "due on 04-05..04-03", ({ due }) => !fourthsOfApril.includes(due));
    case 6:
      return about("due", "due is not one of 2026-04-03, 2026-04-06", ({ due }) => due !== 3 && due !== 6);
    case 0:
      return about("due", "due during office", ({ due }) => isWeekday(due));
    case 1:
      return about("due", "due outside office", ({ due }) => !isWeekday(due));
    case 2:
      return about("due", "due on Sat, Sun", ({ due }) => !isWeekday(due));
    case 3:
      return about("due", "due on 2026-04-03..2026-04-04", ({ due }) => due === 3 || due === 4);
    default:
      return compared("due", chance.pick([3, 6]), (day) => `2026-04-0${day}`, chance);
  }
}

function aboutCustomer({ below, pick }: ReturnType<typeof random>): RandomCondition {
  const tier = pick(["standard", "silver", "gold"]);
  if (below(6) === 0) return about("customer", "customer is not Acme", ({ customer }) => customer !== "Acme");
  if (below(3) === 0) return about("customer", "customer is Acme", ({ customer }) => customer === "Acme");
  if (below(2) === 0) return about("tier", `tier is not ${tier}`, (point) => point.tier !== tier);
  return about("tier", `tier is one of gold, ${tier}`, (point) => point.tier === "gold" || point.tier === tier);
}

function aboutTime({ below, behind }: ConditionSource): RandomCondition {
  const isOpen = ({ hour }: Point) => isWeekday(Math.floor(hour / 24) + 1) && hour % 24 >= 9 && hour % 24 < 17;
  const dayOf = ({ hour }: Point) => Math.floor((hour - behind) / 24) + 1;
  const form = below(6);
  if (form === 4) return about("hour", "on 04-05..04-02", (point) => dayOf(point) >= 5 || dayOf(point) <= 2);
  if (form === 5) return about("hour", "outside shut", () => true);
  if (form === 0) return about("hour", "during office", isOpen);
  if (form === 1) return about("hour", "outside office", (point) => !isOpen(point));
  if (form === 2) return about("hour", "on Sat, Sun", (point) => !isWeekday(dayOf(point)));
  return about("hour", "on 2026-04-03..2026-04-05", (point) => dayOf(point) >= 3 && dayOf(point) <= 5);
}

// the grid ------------------------------------------------------------------------------------------------------------

/** Every customer and every tier that a request can come with; Acme's is gold, and a stranger's may be any. */
const customers = [
  { customer: "Acme", tier: "gold", isReal: true },
  { customer: "Acme", tier: "silver", isReal: false },
  { customer: "Acme", tier: "standard", isReal: false },
  { customer: "Acme", tier: undefined, isReal: false },
  { customer: "Bolt", tier: "silver", isReal: true },
  { customer: "Cord", tier: undefined, isReal: true },
  { customer: "Imagined_standard", tier: "standard", isReal: true },
  { customer: "Imagined_gold", tier: "gold", isReal: true },
  { customer: undefined, tier: undefined, isReal: true },
] as const;

/** Points on both sides of every boundary of what the conditions of a model ask about, on so many days from the first of April; six where a zone is behind. */
export function gridOf(
  chosen: readonly Topic[],
  kind: string,
  askers: readonly Asker[],
  days: number,
): readonly Point[] {
  const plain = {
    kind,
    severity: "normal",
    rate: 5,
    cost: 1,
    size: 1,
    lead: 1,
    due: 2,
    clock: 600,
    note: "z",
  } as const;
  const nobody = { customer: undefined, tier: undefined, isReal: true, channel: undefined, hour: 10 } as const;
  let points: readonly Point[] = askers.map((asker) => ({ ...plain, ...nobody, asker }));
  const times = (changes: readonly Partial<Point>[]) => {
    points = points.flatMap((point) => changes.map((change) => ({ ...point, ...change })));
  };
  for (const topic of chosen)
    switch (topic) {
      case "severity":
        times([{ severity: "normal" }, { severity: "urgent" }]);
        break;
      case "rate":
        times([5, 10, 15, 20, 25].map((rate) => ({ rate })));
        break;
      case "cost":
        times([0, 1, 1000, 1001, 2000].map((cost) => ({ cost })));
        break;
      case "size":
        times([-1, 0, 1, 1.5, 2].map((size) => ({ size })));
        break;
      case "lead":
        times([1, 2, 3, 4].map((lead) => ({ lead })));
        break;
      case "due":
        times([-2, 2, 3, 4, 5, 6, 7, 11, ...fourthsOfApril.slice(1)].map((due) => ({ due })));
        break;
      case "clock":
        times([0, 540, 600, 1440].map((clock) => ({ clock })));
        break;
      case "note":
        times(["x", "y", "z"].map((note) => ({ note })));
        break;
      case "customer":
        times(customers);
        break;
      case "channel":
        times([{ channel: "email" }, { channel: "phone" }, { channel: undefined }]);
        break;
      case "time":
      case "asker":
        break;
      default:
        topic satisfies never;
    }
  const hours = chosen.includes("time") ? [3, 9, 17] : days > 5 ? [3, 10] : [10];
  times(Array.from({ length: days }, (_, day) => hours.map((hour) => ({ hour: day * 24 + hour }))).flat());
  return points;
}
