import { random as randomFrom } from "../harness/random.ts";
import {
  type Company,
  companyOf,
  type GeneratedAgreement,
  type GeneratedKind,
  type Random,
  regions,
  type Size,
  severities,
  tiers,
  wholeSize,
} from "./company.ts";

/** The text of one `.sla` file of a size: realistic, without errors, and in force in 2026; the same for the same size. */
export function generate(size: Partial<Size> = {}): string {
  const whole = wholeSize(size);
  const company = companyOf(whole);
  const random = randomFrom(whole.seed + 1);
  const declarations = [
    ...calendarLines,
    `channel ${company.channels.join(", ")}`,
    "",
    ...attributeLines,
    ...company.teams.flatMap((_, index) => teamLines(company, index)),
    ...company.customers.flatMap((_, index) => customerLines(company, index)),
    ...company.agreements.flatMap(kindLines),
  ];
  const agreements = company.agreements.map((agreement, index) => agreementLines(agreement, index, company, random));
  const exceptions = company.agreements.flatMap((agreement, index) => exceptionLines(agreement, index, company));
  const lines = [...declarations, ...agreements.flat(), ...exceptions].slice(0, -1);
  return filledUp(lines, size.lines ?? Math.max(whole.lines, lines.length));
}

const calendarLines = [
  ["office", "09:00-12:00, 13:00-18:00"],
  ["early_desk", "07:00-15:30"],
  ["late_desk", "12:00-21:00"],
  ["plant", "08:15-12:00, 12:45-17:15"],
  ["night_watch", "22:00-06:00"],
].flatMap(([name, times]) => [
  `calendar ${name} in Asia/Tokyo {`,
  `  open   Mon..Fri ${times}`,
  "  closed holidays of Japan",
  '  closed 12-29..01-03 because "year-end closure"',
  "  rest   Sun",
  "}",
  "",
]);

const attributeLines = [
  `attribute tier of customer: ${tiers.join(" | ")}`,
  `attribute region of customer: ${regions.join(" | ")}`,
  "",
];

function teamLines(company: Company, index: number): readonly string[] {
  const team = company.teams[index];
  if (!team) return [];
  const [lead = "", ...members] = team.people;
  const address = team.name.toLowerCase();
  return [
    `team ${team.name} {`,
    `  title   "${team.title}"`,
    `  lead    ${lead}`,
    `  members ${members.join(", ")}`,
    `  hours   ${team.calendar}`,
    `  reach   via email at "${address}@example.co.jp"`,
    `  reach   via portal at "https://${address}.example.co.jp"`,
    `  reach   via phone at "+81-3-5555-${String(index).padStart(4, "0")}"`,
    `  reach   via chat at "#${address}"`,
    `  reach   via counter at "${(index % 9) + 1}F"`,
    `  duty    ${members.join(", ")} weekly from 2026-04-06`,
    `  deputy  ${members[0]} for ${lead}`,
    `  away    ${members[1]} 2026-08-10..2026-08-16`,
    "}",
    "",
  ];
}

function customerLines(company: Company, index: number): readonly string[] {
  const customer = company.customers[index];
  if (!customer) return [];
  return [
    `customer ${customer.name} {`,
    `  title  "株式会社第${index + 1}商店"`,
    `  tier   is ${customer.tier}`,
    `  region is ${customer.region}`,
    `  owner  ${customer.owner}`,
    `  backup ${customer.backup}`,
    "}",
    "",
  ];
}

function kindLines(agreement: GeneratedAgreement): readonly string[] {
  return [...[...agreement.handled, ...agreement.promised].map(kindLine), ""];
}

function kindLine(kind: GeneratedKind): string {
  const types = { enum: severities.join(" | "), percent: "percent", money: "JPY", duration: "business days" };
  return `request ${kind.name} { ${kind.fields.map((field) => `${field.name}: ${types[field.type]}`).join(", ")} }`;
}

function agreementLines(
  agreement: GeneratedAgreement,
  index: number,
  company: Company,
  random: Random,
): readonly string[] {
  const clauses = agreement.handled.length + agreement.promised.length;
  const more = Math.floor(agreement.moreCases / Math.max(1, clauses));
  const rest = agreement.moreCases - more * clauses;
  const casesOf = (clause: number): number => 1 + more + (clause < rest ? 1 : 0);
  return [
    `agreement ${agreement.name} between ${agreement.asking.name} and ${agreement.serving.name} in Asia/Tokyo {`,
    `  title     "第${index + 1}取り決め"`,
    "  effective 2026-01-01..2026-12-31",
    `  review    every 6 months by ${agreement.serving.people[0]}`,
    ...agreement.handled.flatMap((kind, clause) => handleLines(agreement, kind, casesOf(clause), company, random)),
    ...agreement.promised.flatMap((kind, clause) =>
      commitLines(agreement, kind, casesOf(agreement.handled.length + clause), company),
    ),
    "}",
    "",
  ];
}

function handleLines(
  agreement: GeneratedAgreement,
  kind: GeneratedKind,
  cases: number,
  company: Company,
  random: Random,
): readonly string[] {
  const hours = 2 + random.below(7);
  const days = 2 + random.below(8);
  const lead = `lead of ${agreement.serving.name}`;
  return [
    "",
    `  handle handle_${kind.name}: ${kind.name} {`,
    `    by       ${agreement.serving.name}`,
    `    via      ${random.unit() < 0.5 ? "email, portal" : "email, counter"}`,
    `    via      ${random.unit() < 0.5 ? "phone" : "chat"} during ${agreement.serving.calendar}`,
    `    respond  within ${hours} business hours`,
    `    resolve  within ${days} business days`,
    `    escalate after ${hours} business hours to ${lead}`,
    ...(random.unit() < 0.4 ? [`    say      "Please write to {channel}: the whole team reads it."`] : []),
    ...Array.from({ length: cases }, (_, number) => handleCase(number, kind, company)).flat(),
    "  }",
  ];
}

/** The first case is for urgent ones; further ones are nested alternatives that exclude each other by customer. */
function handleCase(number: number, kind: GeneratedKind, company: Company): readonly string[] {
  if (number === 0)
    return [`    case urgent when severity is urgent {`, "      respond within 1 business hour", "    }"];
  const customer = company.customers[number % company.customers.length]?.name ?? "";
  const amount = kind.fields.some((field) => field.name === "amount") ? ` and amount <= ${number * 50}_000 JPY` : "";
  return [
    `    case for_${customer} when customer is ${customer} and severity is not urgent${amount} {`,
    `      respond within ${30 + number * 15} business minutes`,
    "    }",
  ];
}

function commitLines(
  agreement: GeneratedAgreement,
  kind: GeneratedKind,
  cases: number,
  company: Company,
): readonly string[] {
  const [small, large, step] = limitsOf(kind);
  const field = kind.fields[0]?.name ?? "";
  return [
    "",
    `  commit commit_${kind.name}: ${kind.name} by ${agreement.asking.name} {`,
    `    may when ${field} <= ${small}`,
    `    ask lead of ${agreement.asking.name} within 1 business day when ${field} > ${small} and ${field} <= ${large}`,
    `    never when ${field} > ${large} because "beyond what the business can carry"`,
    ...Array.from({ length: cases }, (_, number) => {
      const when =
        number === 0
          ? "tier is gold and region is one of east, west"
          : `customer is ${company.customers[number % company.customers.length]?.name} and tier is not gold`;
      return [`    case more_${number + 1} when ${when} {`, `      may when ${field} <= ${step}`, "    }"];
    }).flat(),
    "  }",
  ];
}

/** What may be promised alone, what after asking, and what a case allows. */
function limitsOf(kind: GeneratedKind): readonly [string, string, string] {
  switch (kind.fields[0]?.type) {
    case "percent":
      return ["5%", "20%", "12.5%"];
    case "duration":
      return ["3 business days", "10 business days", "5 business days"];
    default:
      return ["30_000 JPY", "200_000 JPY", "80_000 JPY"];
  }
}

function exceptionLines(agreement: GeneratedAgreement, index: number, company: Company): readonly string[] {
  const kind = agreement.handled[0];
  const customer = company.customers[index % company.customers.length];
  if (!kind || !customer) return [];
  return [
    `exception favour_${index + 1} to ${agreement.name}.handle_${kind.name} when customer is ${customer.name} {`,
    "  effective 2026-08-22..2026-09-04",
    "  open      2026-08-29 09:00-18:00",
    "  respond   within 2 business hours",
    '  surcharge 35% because "work on the weekly rest day"',
    `  owner     ${customer.owner}`,
    `  approved  by ${agreement.serving.people[0]} on 2026-08-18`,
    '  reason    "the customer moves its systems that fortnight"',
    "}",
    "",
  ];
}

/** Exactly so many lines: comments, spread evenly before clauses, make up what is missing. */
function filledUp(lines: readonly string[], wanted: number): string {
  const missing = wanted - lines.length;
  if (missing < 0) throw new Error(`these clauses need ${lines.length} lines, ${-missing} more than asked for`);
  const places = lines.filter(takesComment).length;
  let place = 0;
  const filled = lines.flatMap((line) => {
    if (!takesComment(line)) return [line];
    const before = Math.floor((missing * place) / places);
    place++;
    const count = Math.floor((missing * place) / places) - before;
    const indent = /^ */.exec(line)?.[0] ?? "";
    return [
      ...Array.from({ length: count }, (_, number) => indent + comments[(place + number) % comments.length]),
      line,
    ];
  });
  return filled.join("\n") + "\n";
}

function takesComment(line: string): boolean {
  return /^ *(handle|commit|case) /.test(line);
}

const comments = [
  "// Agreed in the spring meeting; both leads have signed it.",
  "// See the minutes of April: the answer time was the point of dispute.",
  "// 四半期ごとに見直す。",
  "// The one on duty answers, and nobody is called by name.",
];
