/** Small random agreements to be edited, as text and as plain functions that say of a point what holds. */
import { random } from "../../harness/random.ts";

/** One request of the grid; times are hours since the first day's midnight in Tokyo. */
export interface Point {
  readonly severity: "normal" | "urgent";
  readonly rate: number;
  readonly customer: string | undefined;
  readonly tier: string | undefined;
  readonly hour: number;
  readonly asker: "Sales" | "Desk" | "Support" | undefined;
}

/** A condition as text, and as what it means. */
export interface RandomCondition {
  readonly text: string;
  readonly holds: (point: Point) => boolean;
}

/** A case or an exception: what it states, by property, and whether it holds of a point by itself. */
export interface RandomOverlay {
  readonly id: string;
  readonly states: ReadonlyMap<string, string>;
  readonly holds: (point: Point) => boolean;
  readonly inside: RandomOverlay | undefined;
  readonly isException: boolean;
  readonly depth: number;
}

/** A handle clause with all that is laid over it. */
export interface RandomHandle {
  readonly id: string;
  readonly agreement: string;
  readonly askers: readonly string[];
  readonly states: ReadonlyMap<string, string>;
  readonly holds: (point: Point) => boolean;
  readonly overlays: readonly RandomOverlay[];
}

/** A verdict line: `over` is the depth of the exception or case that it stands in. */
export interface RandomLine {
  readonly id: string;
  readonly verdict: "may" | "ask" | "never";
  readonly holds: (point: Point) => boolean;
  readonly overlay: "clause" | "case" | "exception";
}

/** A whole random model; commit lines by clause. */
export interface RandomModel {
  readonly text: string;
  readonly handles: readonly RandomHandle[];
  readonly commits: readonly (readonly RandomLine[])[];
  readonly isImpossible: (point: Point) => boolean;
  readonly claim: { readonly verdict: string; readonly negated: boolean; readonly holds: (point: Point) => boolean };
  readonly points: readonly Point[];
}

/** Midnight in Tokyo of the first day, 2026-04-01, a Wednesday. */
export const firstMidnight = Date.UTC(2026, 2, 31, 15);

const always: RandomCondition = { text: "", holds: () => true };
const customers = [
  ["Acme", "gold"],
  ["Bolt", "silver"],
  ["Cord", undefined],
  ["Imagined_standard", "standard"],
  ["Imagined_silver", "silver"],
  ["Imagined_gold", "gold"],
  [undefined, undefined],
] as const;

/** The agreements of a seed. */
export function randomModel(seed: number): RandomModel {
  const chance = random(seed);
  const { below, pick } = chance;
  const all = ["severity", "rate", "customer", "time", "asker"] as const;
  const used = all.filter(() => below(2) === 0);
  const topics = used.length === 0 ? (["severity"] as const) : used;

  const atom = (): RandomCondition => atomAbout(pick(topics), chance);
  const condition = (depth = 0): RandomCondition => {
    const form = depth > 1 ? 0 : below(6);
    if (form < 3) return atom();
    const [one, other] = [condition(depth + 1), condition(depth + 1)];
    if (form === 3) return { text: `not (${one.text})`, holds: (point) => !one.holds(point) };
    if (form === 4) return { text: `(${one.text}) and (${other.text})`, holds: (p) => one.holds(p) && other.holds(p) };
    return { text: `(${one.text}) or (${other.text})`, holds: (p) => one.holds(p) || other.holds(p) };
  };
  const maybe = (odds: number): RandomCondition => (below(odds) === 0 ? always : condition());
  const when = ({ text }: RandomCondition): string => (text === "" ? "" : ` when ${text}`);
  const states = (): Map<string, string> => {
    const stated = new Map<string, string>();
    if (below(3) > 0) stated.set("respond", `within ${1 + below(2)} clock hours`);
    if (stated.size === 0 || below(3) === 0) stated.set("say", `"${pick(["a", "b"])}"`);
    return stated;
  };
  const lines = (stated: ReadonlyMap<string, string>): string => [...stated].map((entry) => entry.join(" ")).join("\n");

  const exceptions: string[] = [];
  const exceptionTo = (base: string, says: string): { holds: (point: Point) => boolean; name: string } => {
    const own = maybe(3);
    const [first, length] = [below(7), below(4)];
    const name = `exception${exceptions.length}`;
    exceptions.push(
      `exception ${name} to ${base}${when(own)} {\n effective 2026-04-0${first + 1}..2026-04-${String(first + 1 + length).padStart(2, "0")}\n${says}\n owner Mori\n approved by Ito on 2026-03-01\n reason "r"\n}`,
    );
    const isThen = ({ hour }: Point) => hour >= first * 24 && hour < (first + length + 1) * 24;
    return { holds: (point) => isThen(point) && own.holds(point), name };
  };

  const overlaysOf = (id: string, into: RandomOverlay[], inside: RandomOverlay | undefined, depth: number): string => {
    const texts: string[] = [];
    for (let count = below(depth === 0 ? 3 : 2); count > 0 && depth < 2; count -= 1) {
      const own = maybe(5);
      const stated = states();
      const name = `case${into.length}`;
      const overlay: RandomOverlay = {
        id: `${id}.${name}`,
        states: stated,
        holds: (point) => (inside?.holds(point) ?? true) && own.holds(point),
        inside,
        isException: false,
        depth: depth + 1,
      };
      into.push(overlay);
      texts.push(
        `case ${name}${when(own)} {\n${lines(stated)}\n${overlaysOf(overlay.id, into, overlay, depth + 1)}\n}`,
      );
    }
    return texts.join("\n");
  };

  const agreements = [
    { name: "first", askers: ["Sales"], clauses: [] as string[] },
    { name: "second", askers: ["Desk"], clauses: [] as string[] },
  ].slice(0, topics.some((topic) => topic === "asker") ? 2 : 1);
  const handles: RandomHandle[] = [];
  for (let count = 1 + below(3); count > 0; count -= 1) {
    const agreement = pick(agreements);
    const own = maybe(4);
    const stated = new Map([["respond", `within ${1 + below(2)} clock hours`]]);
    const name = `handle${handles.length}`;
    const id = `${agreement.name}.${name}`;
    const overlays: RandomOverlay[] = [];
    const cases = overlaysOf(id, overlays, undefined, 0);
    for (const base of [undefined, ...overlays])
      if (below(3) === 0) {
        const says = states();
        const { holds, name: exception } = exceptionTo(base?.id ?? id, lines(says));
        const isHolding = (point: Point) => (base?.holds(point) ?? true) && holds(point);
        overlays.push({
          id: exception,
          states: says,
          holds: isHolding,
          inside: base,
          isException: true,
          depth: base?.depth ?? 0,
        });
      }
    agreement.clauses.push(`handle ${name}: incident${when(own)} {\nby Support\n${lines(stated)}\n${cases}\n}`);
    const isParty = ({ asker }: Point) =>
      asker === undefined || asker === "Support" || agreement.askers.includes(asker);
    const holds = (point: Point) => isParty(point) && own.holds(point);
    handles.push({ id, agreement: agreement.name, askers: agreement.askers, states: stated, holds, overlays });
  }

  const commits: RandomLine[][] = [];
  for (let count = below(3); count > 0; count -= 1) {
    const own = maybe(2);
    const name = `commit${commits.length}`;
    const found: RandomLine[] = [];
    const says = (prefix: string, around: (point: Point) => boolean, overlay: RandomLine["overlay"]): string => {
      const verdicts = (["may", "ask", "never"] as const).filter(() => below(2) === 0);
      return (verdicts.length === 0 ? (["may"] as const) : verdicts)
        .map((verdict) => {
          const line = maybe(4);
          found.push({
            id: `${prefix}.${verdict}`,
            verdict,
            overlay,
            holds: (point) => around(point) && line.holds(point),
          });
          return `${verdict}${verdict === "ask" ? " lead of Sales within 1 clock hour" : ""}${when(line)}`;
        })
        .join("\n");
    };
    const id = `first.${name}`;
    const holds = (point: Point) => (point.asker ?? "Sales") === "Sales" && own.holds(point);
    let body = says(id, holds, "clause");
    if (below(3) === 0) {
      const inner = maybe(4);
      const isInside = (point: Point) => holds(point) && inner.holds(point);
      body += `\ncase special${when(inner)} {\n${says(`${id}.special`, isInside, "case")}\n}`;
    }
    if (below(3) === 0) {
      const number = exceptions.length;
      const { holds: isThen } = exceptionTo(
        id,
        says(`exception${number}`, (point) => holds(point) && held(point), "exception"),
      );
      const held = isThen;
    }
    agreements[0]?.clauses.push(`commit ${name}: incident by Sales${when(own)} {\n${body}\n}`);
    commits.push(found);
  }

  const fact = below(3) === 0 ? condition() : undefined;
  const claimed = maybe(3);
  const claim = { verdict: pick(["may", "ask", "never", "silent"]), negated: below(2) === 0, holds: claimed.holds };
  const text = [
    preamble,
    ...agreements.map(
      ({ name, askers, clauses }) =>
        `agreement ${name} between ${askers.join(", ")} and Support {\n effective 2026-04-01..2026-04-07\n${clauses.join("\n")}\n}`,
    ),
    ...exceptions,
    fact ? `impossible when ${fact.text}` : "",
    `prove claim: incident is ${claim.negated ? "not " : ""}${claim.verdict}${when(claimed)}`,
  ].join("\n");
  const askers = topics.some((topic) => topic === "asker")
    ? (["Sales", "Desk", "Support", undefined] as const)
    : (["Sales"] as const);
  const days = exceptions.length > 0 || topics.some((topic) => topic === "time") ? 7 : 1;
  const points = gridOf(topics, askers, days);
  return { text, handles, commits, isImpossible: fact?.holds ?? (() => false), claim, points };
}

function atomAbout(topic: string, { below, pick }: ReturnType<typeof random>): RandomCondition {
  switch (topic) {
    case "severity": {
      const value = pick(["normal", "urgent"]);
      return { text: `severity is ${value}`, holds: ({ severity }) => severity === value };
    }
    case "rate": {
      const [limit, operator] = [pick([10, 20]), pick(["<", "<=", ">", ">=", "is", "is not"])];
      const test = (rate: number) =>
        ({ "<": rate < limit, "<=": rate <= limit, ">": rate > limit, ">=": rate >= limit, is: rate === limit })[
          operator
        ] ?? rate !== limit;
      return { text: `rate ${operator} ${limit}%`, holds: ({ rate }) => test(rate) };
    }
    case "customer": {
      const tier = pick(["standard", "silver", "gold"]);
      if (below(3) === 0) return { text: "customer is Acme", holds: ({ customer }) => customer === "Acme" };
      if (below(2) === 0) return { text: `tier is not ${tier}`, holds: (point) => point.tier !== tier };
      return { text: `tier is one of gold, ${tier}`, holds: (point) => point.tier === "gold" || point.tier === tier };
    }
    case "time": {
      const isOpen = ({ hour }: Point) => (Math.floor(hour / 24) + 2) % 7 < 5 && hour % 24 >= 9 && hour % 24 < 17;
      const form = below(4);
      if (form === 0) return { text: "during office", holds: isOpen };
      if (form === 1) return { text: "outside office", holds: (point) => !isOpen(point) };
      if (form === 2) return { text: "on Sat, Sun", holds: ({ hour }) => (Math.floor(hour / 24) + 2) % 7 >= 5 };
      return { text: "on 2026-04-03..2026-04-05", holds: ({ hour }) => hour >= 48 && hour < 120 };
    }
    default:
      return { text: "asker is Sales", holds: ({ asker }) => asker === "Sales" };
  }
}

/** Points on both sides of every boundary of what a model asks about. */
function gridOf(topics: readonly string[], askers: readonly Point["asker"][], days: number): readonly Point[] {
  const has = (topic: string) => topics.includes(topic);
  const points: Point[] = [];
  for (const severity of has("severity") ? (["normal", "urgent"] as const) : (["normal"] as const))
    for (const rate of has("rate") ? [5, 10, 15, 20, 25] : [5])
      for (const [customer, tier] of has("customer") ? customers : [[undefined, undefined] as const])
        for (let day = 0; day < days; day += 1)
          for (const hour of has("time") ? [3, 9, 12, 17] : [10])
            for (const asker of askers) points.push({ severity, rate, customer, tier, hour: day * 24 + hour, asker });
  return points;
}

/** What every random model begins with. */
export const preamble = `
calendar office in Asia/Tokyo { 
  open Mon..Fri 09:00-17:00
}
channel email
team Sales {
  lead Sato
  members Mori
  hours office
}
team Desk {
  lead Kato
  hours office
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
request incident { severity: normal | urgent, rate: percent }
`;
