import assert from "node:assert/strict";
import { conditionKey, listKey, ownConstant, ownName, targetKey, whoKey } from "../../../server/core/engine/sharing.ts";
import type { Condition, Constant, Who } from "../../../server/core/model/model.ts";
import type { Target } from "../../../server/core/time/spec.ts";
import { company } from "./agreement.ts";
import { engineOf } from "./fixtures.ts";

/** The conditions of clauses as the text has them. */
function conditions(...texts: readonly string[]): readonly Condition[] {
  const kinds =
    "request order { size: a | b, rate: percent, start: date, end: date, hour: time, note: text }\ncalendar late in UTC {\nopen Mon 20:00-21:00\n}\n";
  const clauses = texts.map((when, index) => `handle c${index}: order when ${when} {\nby Support\n}\n`);
  const engine = engineOf(company, kinds, `agreement a between Sales and Support {\n${clauses.join("")}}`);
  const found = engine.kinds.get("order")?.handles.all.flatMap(({ when }) => when ?? []) ?? [];
  assert.equal(found.length, texts.length);
  return found;
}

/** That no two keys are equal. */
function assertApart(keys: readonly string[], what: readonly unknown[]): void {
  for (const [index, key] of keys.entries()) {
    assert.equal(typeof key, "string");
    const first = keys.indexOf(key);
    assert.equal(first, index, `${JSON.stringify(what[index])} and ${JSON.stringify(what[first])} are one`);
  }
}

describe("what is shared where it says the same", () => {
  it("conditions: those that ask the same have one key, others do not", () => {
    const texts = [
      "size is a",
      "size is b",
      "size is not a",
      "size is one of a, b",
      "rate is 10%",
      "rate is 1%",
      "rate is 0.1%",
      "rate < 10%",
      "rate <= 10%",
      "rate > 10%",
      "start is 2026-08-24",
      "start is 2026-08-25",
      "end is 2026-08-24",
      "start > 2026-08-24",
      "start > 2026-08-25",
      "hour is 09:00",
      "hour is 10:00",
      "hour < 09:00",
      "hour < 10:00",
      'note is "x"',
      'note is "y"',
      "customer is Acme",
      "channel is email",
      "asker is Sales",
      "asker is Support",
      "tier is gold",
      "during office",
      "during late",
      "outside office",
      "start during office",
      "end during office",
      "on Mon",
      "on Tue",
      "on 2026-08-24",
      "start on Mon",
      "start on Tue",
      "end on Mon",
      "not (size is a and rate < 10%)",
      "not (size is b and rate < 10%)",
      "size is a and rate < 10%",
      "size is b and rate < 10%",
      "size is a or rate < 10%",
      "size is b or rate < 10%",
      "rate < 10% or size is a and tier is gold",
      "(rate < 10% or size is a) and tier is gold",
    ];
    assertApart(conditions(...texts).map(conditionKey), texts);
    assert.deepEqual(conditions(...texts).map(conditionKey), conditions(...texts).map(conditionKey));
    const [one, other] = conditions("rate<10.0% and size is a", "(rate < 10.0%) and size is a").map(conditionKey);
    assert.equal(one, other);
  });

  it("conditions that could not be read are as good as each other", () => {
    const [one, other] = conditions("size is z", "nothing is a").map(conditionKey);
    assert.deepEqual([typeof one, one], ["string", other]);
  });

  it("people: by what they are called and in which part", () => {
    const people: readonly Who[] = [
      { kind: "team", team: "Ito" },
      { kind: "team", team: "Abe" },
      { kind: "lead of", team: "Ito" },
      { kind: "lead of", team: "Abe" },
      { kind: "all of", team: "Ito" },
      { kind: "all of", team: "Abe" },
      { kind: "person", person: "Ito", of: undefined },
      { kind: "person", person: "Ito", of: "Abe" },
      { kind: "person", person: "Ito", of: "Sato" },
      { kind: "person", person: "Abe", of: undefined },
      { kind: "lead of asker" },
      { kind: "owner of customer" },
    ];
    assertApart(people.map(whoKey), people);
  });

  it("targets: by amount, unit and time of day", () => {
    const targets: readonly Target[] = [
      { amount: 1, unit: "business hours", before: undefined },
      { amount: 2, unit: "business hours", before: undefined },
      { amount: 1, unit: "business days", before: undefined },
      { amount: 1, unit: "business days", before: 0 },
      { amount: 1, unit: "business days", before: 720 },
      { amount: 1, unit: "business days", before: 780 },
    ];
    assertApart(targets.map(targetKey), targets);
  });

  it("lists: also where a part reads like the end of one and the start of the next", () => {
    const lists = [[], [""], ["", ""], ["ab"], ["a", "b"], ["", "ab"], ["1:a"], ["a", "1:b"], ["a1:b"], ["11", "1"]];
    assertApart(lists.map(listKey), lists);
    // Without a mark after the length both would read "11" and "09aaaaaaaaa".
    assertApart([listKey(["09aaaaaaaaa"]), listKey(["1", "", "aaaaaaaaa"])], ["one", "three"]);
  });

  it("names are copied letter by letter, long ones taken as they are", () => {
    const long = "長".repeat(201);
    for (const name of ["", "Sato", "営業部", "😀x", long.slice(1), long, long.repeat(2000)])
      assert.equal(ownName(name), name);
    const constants: readonly Constant[] = [
      { kind: "name", name: "gold" },
      { kind: "text", text: "gold" },
      { kind: "day", day: 5 },
    ];
    assert.deepEqual(constants.map(ownConstant), constants);
  });
});
