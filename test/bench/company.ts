import { random as randomFrom } from "../harness/random.ts";

/** Numbers that look random, from `random(seed)`. */
export type Random = ReturnType<typeof randomFrom>;

/** How much to generate: clauses count handles, commits and their cases. */
export interface Size {
  readonly clauses: number;
  /** Lines of the whole text; filled up with comments. */
  readonly lines: number;
  readonly seed: number;
}

/** The whole size where only a part is given: 2,000 clauses and seed 1, 6.3 lines a clause, and so 12,600 lines. */
export function wholeSize(size: Partial<Size>): Size {
  const clauses = size.clauses ?? (size.lines === undefined ? 2_000 : Math.round(size.lines / linesPerClause));
  return { clauses, lines: size.lines ?? Math.round(clauses * linesPerClause), seed: size.seed ?? 1 };
}

const linesPerClause = 6.3;

export interface GeneratedTeam {
  readonly name: string;
  readonly title: string;
  readonly calendar: string;
  readonly people: readonly string[];
}

export interface GeneratedField {
  readonly name: string;
  readonly type: "enum" | "percent" | "money" | "duration";
}

export interface GeneratedKind {
  readonly name: string;
  readonly fields: readonly GeneratedField[];
}

export interface GeneratedCustomer {
  readonly name: string;
  readonly tier: string;
  readonly region: string;
  readonly owner: string;
  readonly backup: string;
}

export interface GeneratedAgreement {
  readonly name: string;
  readonly asking: GeneratedTeam;
  readonly serving: GeneratedTeam;
  readonly handled: readonly GeneratedKind[];
  readonly promised: readonly GeneratedKind[];
  /** Cases beside the first of each clause, to make up the number. */
  readonly moreCases: number;
}

/** A company with its agreements, before it is written down; the same for the same size. */
export interface Company {
  readonly calendars: readonly string[];
  readonly channels: readonly string[];
  readonly teams: readonly GeneratedTeam[];
  readonly customers: readonly GeneratedCustomer[];
  readonly agreements: readonly GeneratedAgreement[];
}

export const tiers = ["standard", "silver", "gold"] as const;
export const regions = ["east", "west", "north", "south"] as const;
export const severities = ["minor", "normal", "urgent"] as const;

/** The company of a size. */
export function companyOf(size: Omit<Size, "lines">): Company {
  const random = randomFrom(size.seed);
  const agreementCount = Math.max(1, Math.round(size.clauses / clausesAgreed));
  const teams = teamsOf(Math.max(3, Math.round(agreementCount * 0.6)), random);
  const customers = customersOf(Math.max(4, agreementCount), teams, random);
  const agreements = Array.from({ length: agreementCount }, (_, index) => {
    const clauses =
      Math.round((size.clauses * (index + 1)) / agreementCount) - Math.round((size.clauses * index) / agreementCount);
    return agreementOf(index, clauses, teams, random);
  });
  return { calendars, channels, teams, customers, agreements };
}

const clausesAgreed = 40;
const calendars = ["office", "early_desk", "late_desk", "plant", "night_watch"];
const channels = ["email", "portal", "phone", "chat", "counter"];
const surnames =
  "Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki Matsumoto Inoue Kimura Hayashi Shimizu Yamazaki Mori Abe Ikeda Hashimoto Ishikawa Ogawa Goto Okada Hasegawa Murakami Kondo";
const departments = "Sales Support Logistics Finance Quality Purchasing Engineering Legal Facilities Planning";
const titles = "営業部 システム部 物流部 経理部 品質保証部 購買部 技術部 法務部 総務部 企画部";
const topics =
  "incident question delivery_change return_form invoice_copy drawing access_request price_list certificate shipment_status spare_part calibration";
const wishes = "discount free_repair earlier_date extended_warranty loan_unit free_training payment_term price_hold";

function teamsOf(count: number, random: Random): readonly GeneratedTeam[] {
  const names = departments.split(" ");
  const japanese = titles.split(" ");
  const family = surnames.split(" ");
  return Array.from({ length: count }, (_, index) => {
    const people = Array.from({ length: 4 + random.below(3) }, (_unused, member) => {
      const surname = family[(index * 7 + member) % family.length] ?? "Sato";
      return `${surname}_${index + 1}${member}`;
    });
    return {
      name: `${names[index % names.length] ?? "Team"}_${index + 1}`,
      title: `${japanese[index % japanese.length] ?? "部"}第${index + 1}課`,
      calendar: calendars[index % calendars.length] ?? "office",
      people,
    };
  });
}

function customersOf(count: number, teams: readonly GeneratedTeam[], random: Random): readonly GeneratedCustomer[] {
  return Array.from({ length: count }, (_, index) => {
    const people = teams[index % teams.length]?.people ?? [];
    return {
      name: `Customer_${index + 1}`,
      tier: random.pick(tiers),
      region: random.pick(regions),
      owner: people[1] ?? "Sato_10",
      backup: people[2] ?? "Sato_10",
    };
  });
}

/** Of forty clauses eight are handles, seven are commits, each of them has a case, and the rest are more cases. */
function agreementOf(
  index: number,
  clauses: number,
  teams: readonly GeneratedTeam[],
  random: Random,
): GeneratedAgreement {
  const [first, second] = [index % teams.length, (index + 1 + random.below(teams.length - 1)) % teams.length];
  const handles = Math.max(1, Math.floor(clauses / 5));
  const commits = Math.floor((clauses * 7) / 40);
  const kinds = (words: string, count: number, fields: (number: number) => readonly GeneratedField[]) =>
    Array.from({ length: count }, (_, number) => {
      const list = words.split(" ");
      const again = number >= list.length ? `_${Math.floor(number / list.length) + 1}` : "";
      return { name: `${list[number % list.length]}${again}_${index + 1}`, fields: fields(number) };
    });
  const [asking, serving] = [teams[first], teams[second]];
  if (!asking || !serving) throw new Error("a company has three teams at least");
  return {
    name: `agreement_${index + 1}`,
    asking,
    serving,
    handled: kinds(topics, handles, (number) => [
      { name: "severity", type: "enum" },
      ...(number % 3 === 0 ? [{ name: "amount", type: "money" } as const] : []),
    ]),
    promised: kinds(wishes, commits, (number) => [
      number % 3 === 0
        ? { name: "rate", type: "percent" }
        : number % 3 === 1
          ? { name: "cost", type: "money" }
          : { name: "lead", type: "duration" },
    ]),
    moreCases: clauses - 2 * handles - 2 * commits,
  };
}
