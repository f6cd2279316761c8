import assert from "node:assert/strict";
import { timesInWords } from "../../../server/core/checks/timesInWords.ts";
import { compile } from "../../../server/core/engine/compile.ts";
import { decide } from "../../../server/core/engine/decide.ts";
import type { TimelineStep } from "../../../server/core/engine/timeline.ts";
import { minuteMilliseconds } from "../../../server/core/time/date.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import { formatInstant, toInstant, type Zone, zoneOf } from "../../../server/core/time/zone.ts";
import { firstOfApril } from "../../harness/models.ts";
import { random } from "../../harness/random.ts";
import { timed } from "./timedModels.ts";

const tokyo: Zone | undefined = zoneOf("Asia/Tokyo");
assert.ok(tokyo);
const zone = tokyo;

const company = (desk: string, board = "") => `
calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
calendar early in Asia/Tokyo {
  open Mon..Fri 06:00-15:00
}
team Sales {
  lead    Sato
  members Mori
  hours   office
}
team Desk {
  lead    Ito
  members Abe
  hours   office
${desk}}
team Board {
  lead  Oki
  hours office
${board}}
attribute tier of customer: silver | gold
customer Acme {
  tier  is gold
  owner Mori
}
customer Bolt {
  tier  is silver
  owner Eto
}
team Shop {
  lead  Eto
  hours early
}
request order
`;

function written(staff: string, lines: string, effective: string): string {
  return `${staff}agreement ordering between Sales and Desk, Board in Asia/Tokyo {
  effective ${effective}
  handle orders: order {
${lines}
  }
}
`;
}

/** What is found of steps, one line each, replayed through `decide`. */
function told(text: string): readonly string[] {
  const { proofs, replayed } = timed(text);
  return proofs.flatMap(({ group, holes: { found, undecided } }) => [
    ...found.map(({ cause, times, arrival, box }) => {
      const { timeline, outcome } = replayed(group, box, arrival);
      const when = `${timesInWords(times, zone).en}; ${formatInstant(zone, arrival)}`;
      if (cause.kind !== "unstaffed step") return `${cause.kind} (${outcome}): ${when}`;
      const path = cause.isReturned ? timeline?.worst : timeline?.plain;
      assert.ok(unstaffedIn(path ?? []).has(cause.step), cause.step);
      return `${cause.step}${cause.isReturned ? " again" : ""}: ${when}`;
    }),
    ...undecided.map(({ because }) => `not decided: ${because}`),
  ]);
}

function unstaffedIn(path: readonly TimelineStep[]): ReadonlySet<string> {
  return new Set(path.flatMap(({ name, staffed, pass }) => (staffed || pass === "skipped" ? [] : [name])));
}

const away = (...people: readonly string[]) => people.map((person) => `  away ${person} 2026-04-08\n`).join("");
const year = "2026-04-01..2027-03-31";

describe("steps without anybody", () => {
  const twoSteps = `    by   Sales
    step draft by Sales within 4 business hours
    step verify by Desk within 1 business day`;

  it("are found on the day on which their clock starts", () => {
    // 2026-04-08 is a Wednesday. What comes on Tuesday at 14:00 is drafted by 18:00, when the desk closes, so it verifies from Wednesday on.
    assert.deepEqual(told(written(company(away("Ito", "Abe")), twoSteps, year)), [
      "verify: 2026-04-08; 2026-04-07T14:00",
    ]);
  });

  it("are none where somebody of the team, or a deputy, is there", () => {
    assert.deepEqual(told(written(company(away("Ito")), twoSteps, year)), []);
    const byLead = twoSteps.replace("by Desk", "by lead of Desk");
    assert.deepEqual(told(written(company(away("Ito")), byLead, year)), ["verify: 2026-04-08; 2026-04-07T14:00"]);
    assert.deepEqual(told(written(company(`${away("Ito")}  deputy Abe for Ito\n`), byLead, year)), []);
  });

  it("are found where only a return leads to that day", () => {
    // Requests come until Friday 04-03. The last is drafted on Monday, and verified by Tuesday 18:00; a return is mended on Wednesday, when it is
    // to be verified again. A draft that ends on Friday at 18:00 is verified by Monday, and comes back on Tuesday: so it takes 14:01 or later.
    const lines = `${twoSteps} else back to draft within 4 business hours`;
    assert.deepEqual(told(written(company(away("Ito", "Abe")), lines, "2026-04-01..2026-04-03")), [
      "verify again: 2026-04-08; 2026-04-03T14:01",
    ]);
  });

  it("are told once where the first step's team handles the request", () => {
    const lines = "    step verify by Desk within 1 business day";
    assert.deepEqual(told(written(company(away("Ito", "Abe")), lines, year)), [
      "unstaffed (unstaffed): 2026-04-08; 2026-04-07T18:00",
    ]);
  });

  it("are not decided where the request decides who does them, or how long the steps before them take", () => {
    const staff = company(away("Ito", "Abe"), away("Oki"));
    const asker = "    by Board\n    step confirm by lead of asker within 1 business day";
    assert.deepEqual(
      told(written(staff, asker, year)).filter((line) => line.startsWith("not")),
      ["not decided: people differ"],
    );
    assert.deepEqual(told(written(company(""), asker, year)), []);
    const owner = `    by   Sales
    step draft by owner of customer within 4 business hours
    step verify by Desk within 1 business day`;
    // Both owners are there, and their teams have other hours.
    assert.deepEqual(told(written(company(away("Ito", "Abe")), owner, year)), ["not decided: hours differ"]);
  });
});

// random steps --------------------------------------------------------------------------------------------------------

const seed = Number(process.env.SEED ?? 20260408);
const rounds = 200;
const [first, last] = [firstOfApril, firstOfApril + 9];

// All times are whole half hours, so what changes does so at one of them or a minute later.
describe("steps without anybody, and a walk through the minutes at which something may change", () => {
  it(`agree for ${rounds} random clauses (SEED=${seed})`, () => {
    let found = 0;
    for (let round = 0; round < rounds; round += 1) found += compareOnce(seed + round);
    assert.ok(found > rounds / 4, String(found));
  }).timeout(600_000);
});

function compareOnce(number: number): number {
  const text = randomText(number);
  const { model, proofs } = timed(text);
  const engine = compile(model, japaneseHolidays);
  const [plain, worst] = [new Set<string>(), new Set<string>()];
  for (let at = toInstant(zone, first, 0); at < toInstant(zone, last + 1, 0); at += 30 * minuteMilliseconds)
    for (const each of [at, at + minuteMilliseconds]) {
      const request = { kind: "order", at: each, fields: {}, channel: undefined, customer: undefined, asker: "Sales" };
      const { timeline } = decide(engine, { ...request, to: undefined });
      for (const name of unstaffedIn(timeline?.plain ?? [])) plain.add(name);
      for (const name of unstaffedIn(timeline?.worst ?? [])) worst.add(name);
    }
  const expected = [...new Set([...plain, ...worst])].map((name) => (plain.has(name) ? name : `${name} again`)).sort();
  const holes = proofs.flatMap((proof) => proof.holes.found);
  const steps = holes.flatMap(({ cause }) =>
    cause.kind === "unstaffed step" ? [cause.isReturned ? `${cause.step} again` : cause.step] : [],
  );
  assert.deepEqual(steps.sort(), expected, `SEED=${number}\n${text}`);
  return expected.length;
}

function randomText(number: number): string {
  const { below, pick } = random(number);
  const teams = ["Desk", "Board"];
  const absent = (person: string) =>
    below(2) === 0 ? [] : [`  away ${person} 2026-04-${10 + below(4)}..2026-04-${14 + below(5)}`];
  const team = (name: string, people: readonly string[]) => `team ${name} {
  lead    ${people[0]}
  members ${people.join(", ")}
  hours   ${pick(["office", "early", "long"])}
${[...people.flatMap(absent), ...(below(3) === 0 ? [`  deputy ${people[1]} for ${people[0]}`] : [])].join("\n")}
${below(3) === 0 ? `  duty ${people.join(", ")} ${pick(["daily", "weekly"])} from 2026-04-06` : ""}
}
`;
  const timings = [
    "within 4 business hours",
    "within 1 business day",
    "within 30 business minutes",
    "within 5 clock hours",
    "within 1 calendar day",
    "at next 10:00",
    "at next Thu 14:30",
  ];
  const names = ["draft", "verify", "place"].slice(0, 2 + below(2));
  const steps = names.map((name, index) => {
    const who = pick([...teams, "lead of Desk", "lead of Board", "Abe", "Oki of Board", "all of Desk"]);
    const back =
      index > 0 && below(2) === 0
        ? ` else back to ${pick(names.slice(0, index))} ${pick(["within 2 business hours", ""])}`
        : "";
    return `    step ${name} by ${who} ${pick(timings)}${back}`;
  });
  const lines = ["    by   Sales", ...steps, ...(below(3) === 0 ? ["    cutoff 15:00"] : [])].join("\n");
  return written(
    `calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
calendar early in Asia/Tokyo {
  open Mon..Thu 06:00-15:00
}
calendar long in Europe/Berlin {
  open Mon..Sat 08:00-20:00
  closed 2026-04-13
}
team Sales {
  lead  Sato
  hours office
}
request order
${team("Desk", ["Ito", "Abe"])}${team("Board", ["Oki", "Ota"])}`,
    lines,
    "2026-04-01..2026-04-10",
  );
}
