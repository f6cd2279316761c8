/** Small random agreements about times and people: absences, rosters, ladders, steps, guarantees, questions and dated openings. */
import { random } from "../../harness/random.ts";

/** The text of a number: a company of three teams and an agreement of a year in which it is likely that something is wrong. */
export function timedText(number: number): string {
  const chance = random(number);
  const { below, pick } = chance;
  const asked = below(2) === 0 ? question(chance) : "";
  const clauses = [handle(chance), asked, below(2) === 0 ? guarantee(chance) : ""].filter((each) => each !== "");
  const end = pick(["2026-04-30", "2026-06-30"]);
  const exceptions = below(3) === 0 ? [opening(chance)] : [];
  return [
    company(chance),
    `agreement parcels between Sales and Support, Desk in Asia/Tokyo {\n  effective 2026-04-01..${end}\n${clauses.join("\n")}\n}`,
    ...exceptions,
    ...(below(4) === 0 ? [successor()] : []),
    ...(below(4) === 0 ? ["impossible when asker is Desk and size is large"] : []),
  ].join("\n");
}

type Chance = ReturnType<typeof random>;

function company(chance: Chance): string {
  const { below } = chance;
  const customers =
    below(2) === 0
      ? `attribute tier of customer: silver | gold\ncustomer Acme {\n  tier is gold\n  owner Sato\n  backup Mori\n}\n`
      : "attribute tier of customer: silver | gold\n";
  return `calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-12:00, 13:00-18:00
  closed holidays of Japan
}
calendar early in Asia/Tokyo {
  open Mon..Sat 06:00-12:00
}
calendar long in Asia/Tokyo {
  open Mon..Sat 08:00-22:00
}
channel email, phone
${team(chance, "Sales", ["Sato", "Mori"])}
${team(chance, "Support", ["Abe", "Ito", "Kudo"].slice(0, 1 + below(3)))}
${team(chance, "Desk", ["Noda", "Oka"].slice(0, 1 + below(2)))}
${customers}request parcel { size: small | large, lead: business days }`;
}

function team({ below, pick }: Chance, name: string, people: readonly string[]): string {
  const [lead = "", ...members] = people;
  const lines = [`lead ${lead}`, `hours ${pick(["office", "early", "long"])}`];
  if (members.length > 0) lines.push(`members ${members.join(", ")}`);
  if (below(2) === 0) lines.push(`duty ${people.join(", ")} ${pick(["daily", "weekly"])} from 2026-04-06`);
  if (members.length > 0 && below(2) === 0) lines.push(`deputy ${pick(members)} for ${lead}`);
  for (const person of people)
    if (below(3) === 0) {
      const first = 10 + below(12);
      lines.push(`away ${person} 2026-04-${first}..2026-04-${first + below(5)}`);
    }
  return `team ${name} {\n  ${lines.join("\n  ")}\n}`;
}

const conditions = ["size is large", "tier is gold", "during early", "on Fri", "asker is Sales", "outside office"];

function handle({ below, pick }: Chance): string {
  const who = () => pick(["Support", "Support", "Desk", "lead of Support", "all of Desk", "Abe"]);
  const target = () =>
    pick(["2 business hours", "6 business hours", "1 business day", "3 business days", "8 clock hours"]);
  const lines = [
    `by ${who()}`,
    ...(below(3) === 0 ? [`hours ${pick(["office", "early", "long"])}`] : []),
    pick(["via email", "via email\n    via phone during long", "via phone during office"]),
    ...(below(4) === 0 ? [`cutoff ${pick(["15:00", "09:30"])}`] : []),
    ...(below(2) === 0 ? [`respond within ${target()}`] : []),
    ...(below(2) === 0 ? [`resolve within ${target()}`] : []),
    ...[1, 2].flatMap((rung) =>
      below(2) === 0
        ? [
            `escalate after ${rung * (1 + below(4))} ${pick(["business", "clock"])} hours to ${pick(["lead of Support", "lead of Desk", "Desk", "Abe", "lead of Sales"])}`,
          ]
        : [],
    ),
    ...(below(3) === 0 ? steps(pick, below) : []),
  ];
  const inner =
    below(2) === 0
      ? `\n    case special when ${pick(conditions)} {\n      ${pick([`respond within ${target()}`, `by ${who()}`, `resolve within ${target()}`])}\n    }`
      : "";
  const condition = below(4) === 0 ? ` when ${pick(conditions)}` : "";
  return `  handle lost: parcel${condition} {\n    ${lines.join("\n    ")}${inner}\n  }`;
}

function steps(pick: Chance["pick"], below: Chance["below"]): readonly string[] {
  const all = [
    `step draft by ${pick(["Sales", "Support"])} within 2 business hours`,
    `step verify by ${pick(["Desk", "lead of Desk"])} within ${pick(["1 business day", "90 business minutes"])}${pick(["", " else back to draft"])}`,
    `step place by ${pick(["Support", "Sales"])} at next ${pick(["15:00", "Thu 10:00"])}`,
  ];
  return all.slice(0, 1 + below(3));
}

function question({ below, pick }: Chance): string {
  const by = pick(["Sales", "Support", "Desk"]);
  const condition = below(2) === 0 ? ` when ${pick(conditions)}` : "";
  const lines = [
    `may when lead >= ${1 + below(4)} business days`,
    `ask ${pick(["lead of Support", "lead of Desk", "lead of Sales", "Desk"])} within ${pick(["4 business hours", "1 business day"])} when lead < ${1 + below(4)} business days`,
    `never when ${pick(conditions)} because "no"`,
  ].filter(() => below(4) > 0);
  return `  commit dates: parcel by ${by}${condition} {\n    ${lines.length > 0 ? lines.join("\n    ") : "may"}\n  }`;
}

function guarantee({ below, pick }: Chance): string {
  const amount = pick(["20 clock hours", "1 calendar day", "3 calendar days", "8 business hours"]);
  const hours = below(2) === 0 ? `\n    hours ${pick(["office", "long"])}` : "";
  return `  guarantee soon: parcel to customers {\n    ${pick(["respond", "resolve"])} within ${amount}${hours}\n  }`;
}

function opening({ pick }: Chance): string {
  const line = pick([
    "open 2026-04-14 06:00-08:00",
    "by Desk",
    "respond within 1 business hour",
    "open 2026-04-12 09:00-12:00",
  ]);
  return `exception odd to parcels.lost${pick(["", ` when ${pick(conditions)}`])} {
  effective 2026-04-08..2026-04-16
  ${line}
  owner Mori
  approved by Ito on 2026-03-01
  reason "stocktaking"
}`;
}

function successor(): string {
  return `agreement next between Sales and Support in Asia/Tokyo {
  effective 2026-07-06..2026-12-31
  handle later: parcel {
    by Support
  }
}`;
}
