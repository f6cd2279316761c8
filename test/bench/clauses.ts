import { random } from "../harness/random.ts";

/** One clause on requests of one kind with nine named fields and a percentage; `when` has a value, or a list of values, for a field. */
export interface Clause {
  readonly name: string;
  readonly sort: "handle" | "commit";
  readonly when: ReadonlyMap<number, string>;
  /** Hours to respond, or per cent that may be given away. */
  readonly amount: number;
  readonly special: ReadonlyMap<number, string> | undefined;
}

/** What chooses. */
export type Chance = ReturnType<typeof random>;

const values = ["a", "b", "c", "d"];
const perFile = 10;

/** So many clauses, nine of ten about handling: five fields tell them apart, two in three have a case about others. */
export function newClauses(count: number): Clause[] {
  const chance = random(20260401);
  return Array.from({ length: count }, (_, index): Clause => {
    const digits = Array.from({ length: 5 }, (_, digit) => [digit, values[(index >> (2 * digit)) & 3] ?? "a"] as const);
    const sort = index % 10 === 9 ? "commit" : "handle";
    const special = index % 3 === 0 ? undefined : specialOf(chance);
    return { name: `clause${index}`, sort, when: new Map(digits), amount: sort === "handle" ? 2 : 10, special };
  });
}

/** Clauses that overlap at random: each leaves out one value of about half the fields. */
export function overlappingClauses(count: number): Clause[] {
  const chance = random(20260402);
  return Array.from({ length: count }, (_, index): Clause => {
    const asked = Array.from({ length: 9 }, (_, field) => field).filter(() => chance.below(2) === 0);
    const when = asked.map((field) => {
      const without = chance.below(values.length);
      return [field, values.filter((_, at) => at !== without).join(", ")] as const;
    });
    const amount = 1 + chance.below(3);
    return { name: `clause${index}`, sort: "handle", when: new Map(when), amount, special: undefined };
  });
}

function specialOf({ below, pick }: Chance): ReadonlyMap<number, string> {
  return new Map([5 + below(2), 7 + below(2)].map((field) => [field, pick(values)]));
}

/** A clause after somebody worked on it: another amount, value, or case. */
export function editedClause(clause: Clause, chance: Chance): Clause {
  switch (chance.below(4)) {
    case 0:
      return { ...clause, amount: 1 + chance.below(9) };
    case 1:
      return { ...clause, when: new Map([...clause.when, [chance.below(5), chance.pick(values)]]) };
    case 2:
      return { ...clause, special: clause.special ? undefined : specialOf(chance) };
    default:
      return { ...clause, special: specialOf(chance) };
  }
}

/** The files that clauses fill, ten in each. */
export function filesOf(clauses: readonly Clause[]): ReadonlyMap<string, string> {
  const firsts = clauses.flatMap((_, at) => (at % perFile === 0 ? [at] : []));
  return new Map(firsts.map((at) => fileAt(clauses, at)));
}

/** The file that the clause of a number stands in. */
export function fileAt(clauses: readonly Clause[], number: number): [path: string, text: string] {
  const file = Math.floor(number / perFile);
  const own = clauses.slice(file * perFile, (file + 1) * perFile).map(textOf);
  const head = `agreement part${file} between Sales and Support in Asia/Tokyo {\n  effective 2026-04-01..2027-03-31\n`;
  return [`part${file}.sla`, `${file === 0 ? company : ""}${head}${own.join("")}}\n`];
}

const fields = Array.from({ length: 9 }, (_, index) => `f${index}: ${values.join(" | ")}`);
const company = `team Sales {\n  lead Sato\n}\nteam Support {\n  lead Ito\n  members Abe, Mori\n}\nrequest big { ${fields.join(", ")}, rate: percent }\n`;

function textOf({ name, sort, when, amount, special }: Clause): string {
  if (sort === "commit") {
    const inner = special ? `    case special when ${conditionOf(special)} {\n      may when rate <= 15%\n    }\n` : "";
    return (
      `  commit ${name}: big by Sales when ${conditionOf(when)} {\n    may when rate <= ${amount}%\n` +
      `    ask lead of Sales within 1 business day when rate > ${amount}% and rate <= 20%\n` +
      `    never when rate > 20% because "margin floor"\n${inner}  }\n`
    );
  }
  const inner = special
    ? `    case special when ${conditionOf(special)} {\n      respond within 1 clock hour\n    }\n`
    : "";
  const condition = when.size === 0 ? "" : ` when ${conditionOf(when)}`;
  return `  handle ${name}: big${condition} {\n    by Support\n    respond within ${amount} clock hours\n${inner}  }\n`;
}

function conditionOf(when: ReadonlyMap<number, string>): string {
  return [...when]
    .map(([field, value]) => `f${field} is ${value.includes(",") ? `one of ${value}` : value}`)
    .join(" and ");
}
