import assert from "node:assert/strict";
import { compile } from "../../../server/core/engine/compile.ts";
import { decide } from "../../../server/core/engine/decide.ts";
import { clauseProofOf } from "../../../server/core/prover/clauseProofs.ts";
import type { SinglePerson } from "../../../server/core/prover/people/singles.ts";
import { proofsOf } from "../../../server/core/prover/prove.ts";
import { isCellOf } from "../../../server/core/prover/space/cells.ts";
import type { Space } from "../../../server/core/prover/space/space.ts";
import { witnessIn } from "../../../server/core/prover/space/witness.ts";
import { supposing } from "../../../server/core/questions/whatIf.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import { localDay, zoneOf } from "../../../server/core/time/zone.ts";
import { firstOfApril, flawlessModelOf } from "../../harness/models.ts";
import { random } from "../../harness/random.ts";
import { isIn } from "./twin.ts";

/** A request by Sales, so many hours after midnight in Tokyo of 2026-04-01. */
interface Point {
  readonly severity: "normal" | "urgent";
  readonly hour: number;
}

const seed = Number(process.env.SEED ?? 20260401);
const rounds = 400;
const today = firstOfApril; // a Wednesday
const context = { today, holidays: japaneseHolidays, steps: 100_000 };
const people = ["Abe", "Ito", "Kudo", "Mori", "Noda"];
const always = { first: -700_000, last: undefined };

// analysis.md: the smallest number of people whose absence leaves a region without a handler is one.
describe("people without whom nobody is left", () => {
  it(`are those whose absence leaves a request unstaffed, request by request in ${rounds} companies (SEED=${seed})`, () => {
    for (let round = 0; round < rounds; round += 1) compareOnce(seed + round);
  }).timeout(300_000);
});

function compareOnce(number: number): void {
  const text = company(number);
  const model = flawlessModelOf(text);
  const [proof] = proofsOf(model, context);
  assert.ok(proof);
  const { singles } = clauseProofOf(proof, model, context);
  assert.ok(singles.isDecided);
  const zone = zoneOf("Asia/Tokyo");
  assert.ok(zone);
  const engine = compile(model, japaneseHolidays);
  const without = people.map((person) => ({
    person,
    engine: compile(supposing(model, [{ kind: "away", person, days: always }]), japaneseHolidays),
  }));
  for (let hour = 0; hour < 14 * 24; hour += 3)
    for (const severity of ["normal", "urgent"] as const) {
      const point: Point = { severity, hour };
      const request = requestAt(point);
      const decision = decide(engine, request);
      const day = localDay(zone, decision.clockStart ?? request.at);
      const cells = cellsAt(proof.group.space, point);
      for (const each of without) {
        const isAlone = decision.outcome !== "unstaffed" && decide(each.engine, request).outcome === "unstaffed";
        const isFound = singles.found.some(
          (single) =>
            single.person === each.person &&
            single.regions.some((region) => isIn(proof.group.space.shape, cells, region)) &&
            isOn(single, day),
        );
        assert.equal(isFound, isAlone, `${each.person} at ${hour}, ${severity} in the company of ${number}:\n${text}`);
      }
    }
  for (const single of singles.found) {
    const witness = witnessIn(proof.group, single.regions, model.customers, { left: 100_000 });
    const engineWithout = without.find(({ person }) => person === single.person)?.engine;
    assert.ok(witness && engineWithout && single.arrival !== undefined);
    const replayed = { ...witness, at: single.arrival, customer: undefined, to: undefined };
    assert.equal(decide(engineWithout, replayed).outcome, "unstaffed", text);
  }
}

function requestAt({ severity, hour }: Point) {
  return {
    kind: "incident",
    at: instantOf(hour),
    asker: "Sales",
    customer: undefined,
    channel: undefined,
    to: undefined,
    fields: { severity: { kind: "name", name: severity } as const },
  };
}

function instantOf(hour: number): number {
  return Date.UTC(2026, 2, 31, 15) + hour * 3_600_000;
}

function cellsAt({ dimensions }: Space, { severity, hour }: Point): readonly number[] {
  const at = instantOf(hour);
  return dimensions.map(({ cells }) =>
    cells.findIndex((cell) => {
      if (cell.kind === "moments") return cell.intervals.some(({ open, close }) => open <= at && at < close);
      if (cell.kind === "asker") return cell.name === "Sales";
      return isCellOf(cell, { kind: "name", name: severity }, cells);
    }),
  );
}

function isOn({ days }: SinglePerson, day: number): boolean {
  return days === undefined || days.some(({ first, last }) => first <= day && day <= last);
}

/** Two teams of one to three people with deputies, absences and rosters, and a clause with a case and an exception. */
function company(number: number): string {
  const { below, pick } = random(number);
  const date = (day: number) => `2026-04-${String(day).padStart(2, "0")}`;
  const own = { Support: ["Abe", "Ito", "Kudo"].slice(0, 1 + below(3)), Desk: ["Mori", "Noda"].slice(0, 1 + below(2)) };
  const teams = Object.entries(own).map(([team, members]) => {
    const [lead = "", ...others] = members;
    const lines = [`lead ${lead}`, `hours ${pick(["office", "early"])}`];
    if (others.length > 0) lines.push(`members ${others.join(", ")}`);
    if (below(2) === 0)
      lines.push(`duty ${members.join(", ")} ${pick(["daily", "weekly"])} from ${date(1 + below(8))}`);
    if (below(3) === 0)
      lines.push(`deputy ${pick([...own.Support, ...own.Desk].filter((each) => each !== lead))} for ${lead}`);
    for (const person of members)
      if (below(3) === 0) {
        const first = 1 + below(12);
        lines.push(`away ${person} ${date(first)}..${date(first + below(4))}`);
      }
    return `team ${team} {\n ${lines.join("\n ")}\n}`;
  });
  const all = [...own.Support, ...own.Desk];
  const who = () =>
    pick(["Support", "Desk", "lead of Support", "lead of Desk", "all of Support", "all of Desk", pick(all)]);
  const target = () => (below(3) === 0 ? "respond within 2 clock hours" : "respond within 2 business hours");
  const more = [
    below(2) === 0 ? `case urgent when severity is urgent {\n by ${who()}\n}` : "",
    below(3) === 0 ? `case late when outside office and severity is normal {\n by ${who()}\n}` : "",
    below(3) === 0 ? "cutoff 15:00" : "",
  ];
  const exception = `exception odd to first.incidents when severity is normal {
 effective ${date(6)}..${date(8)}
 ${pick([`by ${who()}`, "open 2026-04-07 06:00-20:00", "respond within 1 clock hour"])}
 owner Abe
 approved by Abe on 2026-03-01
 reason "r"
}`;
  return `calendar office in Asia/Tokyo {
 open Mon..Fri 09:00-17:00
}
calendar early in Asia/Tokyo {
 open Mon..Sat 06:00-12:00
}
channel email
team Sales {
 lead Sato
 hours office
}
${teams.join("\n")}
request incident { severity: normal | urgent }
agreement first between Sales, Support, Desk {
 effective 2026-04-01..2026-04-14
 handle incidents: incident {
 by ${who()}
 ${target()}
 ${more.join("\n ")}
 }
}
${below(2) === 0 ? exception : ""}
`;
}
