import assert from "node:assert/strict";
import { doerOf, staffingOf } from "../../../server/core/engine/doer.ts";
import { staffOf } from "../../../server/core/engine/staff.ts";
import type { Who } from "../../../server/core/model/model.ts";
import { takerOn, takersIn, unstaffedDates } from "../../../server/core/prover/staff/staffing.ts";
import { dayOf, formatDate } from "../../../server/core/time/date.ts";
import { modelOf } from "../../harness/models.ts";
import { random } from "../../harness/random.ts";

const seed = Number(process.env.SEED ?? 20260404);
const rounds = 1000;
const [first, last] = [dayOf(2026, 5, 1), dayOf(2026, 5, 31)];

describe("who takes something on a day", () => {
  it(`is whom decisions name, in ${rounds} random companies (SEED=${seed})`, () => {
    for (let round = 0; round < rounds; round += 1) compareOnce(seed + round);
  });
});

function compareOnce(number: number): void {
  const { below, pick } = random(number);
  const people = ["Abe", "Ito", "Kudo", "Mori", "Sato"];
  const some = () => people.filter(() => below(2) === 0);
  const teams = ["Sales", "Support"].map((name) => {
    const members = [...new Set([pick(people), ...some()])];
    const lines = [`  members ${members.join(", ")}`];
    if (below(3) > 0) lines.push(`  lead ${pick(people)}`);
    if (below(2) === 0)
      lines.push(
        `  duty ${members.join(", ")} ${pick(["daily", "weekly", "monthly"])} from 2026-0${4 + below(2)}-${10 + below(19)}`,
      );
    for (const person of some()) {
      const from = first + below(28);
      lines.push(`  away ${person} ${formatDate(from)}..${formatDate(from + below(9))}`);
    }
    for (const person of some()) lines.push(`  deputy ${pick(people)} for ${person}`);
    return `team ${name} {\n${lines.join("\n")}\n}\n`;
  });
  const text = teams.join("");
  const model = modelOf(text);
  const staff = staffOf(model, () => undefined);
  for (const who of everyWho(people)) {
    if (who.kind === "person" && !model.people.has(who.person)) continue;
    const nobody: string[] = [];
    const byStretch = (takersIn(model, who, { first, last }) ?? []).flatMap((each) =>
      Array.from({ length: each.last - each.first + 1 }, () => each.taker),
    );
    for (let day = first; day <= last; day += 1) {
      const { left, person } = staffingOf(doerOf(who, staff), day);
      const expected = left ? (person ? person.name : "the team") : "nobody";
      const taker = takerOn(model, who, day);
      const told = taker?.kind === "person" ? taker.person : taker?.kind === "team" ? "the team" : "nobody";
      assert.equal(
        told,
        expected,
        `${JSON.stringify(who)} on ${formatDate(day)} in the company of ${number}:\n${text}`,
      );
      assert.deepEqual(
        byStretch[day - first],
        taker,
        `${JSON.stringify(who)} on ${formatDate(day)} in the company of ${number}`,
      );
      if (expected === "nobody") nobody.push(formatDate(day));
    }
    const dates = unstaffedDates(model, who, { first, last }) ?? [];
    const days = dates.flatMap((each) =>
      Array.from({ length: each.last - each.first + 1 }, (_, index) => formatDate(each.first + index)),
    );
    assert.deepEqual(days, nobody, `${JSON.stringify(who)} in the company of ${number}:\n${text}`);
  }
}

function everyWho(people: readonly string[]): readonly Who[] {
  const teams = ["Sales", "Support"];
  return [
    ...teams.flatMap((team): readonly Who[] => [
      { kind: "team", team },
      { kind: "all of", team },
      { kind: "lead of", team },
    ]),
    ...people.map((person): Who => ({ kind: "person", person, of: undefined })),
  ];
}
