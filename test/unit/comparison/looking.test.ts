import assert from "node:assert/strict";
import { editedKinds, type Unit } from "../../../server/core/comparison/edited.ts";
import { lookingsIn } from "../../../server/core/comparison/looking.ts";
import { pairOf } from "../../../server/core/comparison/revision.ts";
import { link } from "../../../server/core/model/link.ts";
import { parse } from "../../../server/core/syntax/parse.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import { firstOfApril } from "../../harness/models.ts";
import { random } from "../../harness/random.ts";

const seed = Number(process.env.SEED ?? 20261123);
const rounds = 300;
const values = ["a", "b", "c"];
const fields = ["f0", "f1", "f2", "f3"];

/** A clause of the test, and of which values of the four fields it holds. */
interface Written {
  readonly name: string;
  readonly text: string;
  readonly holds: (point: readonly string[]) => boolean;
}

describe("clauses that are looked at with an edit", () => {
  it(`are all that a request of an edited clause may meet, in agreements that both revisions share (SEED=${seed})`, () => {
    let left = 0;
    for (let round = 0; round < rounds; round += 1) left += leftOut(seed + round);
    // Were all looked at with every edit, nothing would be shown.
    assert.ok(left > rounds, `${left} left out`);
  }).timeout(60_000);
});

/** Looks at one random edit; how many clauses were left out. */
function leftOut(number: number): number {
  const chance = random(number);
  const clauses = Array.from({ length: 12 }, (_, index) => clauseOf(`clause${index}`, chance));
  const edited = clauseOf("clause4", chance);
  const now = clauses.map((each, index) => (index === 4 ? edited : each));
  const [before, after] = sharedModels(clauses, now);
  const pair = pairOf({ model: before, ...around }, { model: after, ...around });
  const lookings = editedKinds(pair).flatMap(lookingsIn);
  const editedNow = namedIn(
    lookings.flatMap((each) => each.after),
    now,
  );
  let left = 0;
  for (const { before: removed, after: added, shared, beside } of lookings) {
    // Of two clauses that say the same either may be the edited one.
    const changed = [...namedIn(removed, clauses), ...namedIn(added, now)];
    const unedited = [...shared, ...beside].map((unit) => unit.after);
    const known = [...editedNow, ...namedIn(unedited, now)];
    for (const other of now.filter((each) => !known.includes(each))) {
      left += 1;
      const met = points.find((point) => other.holds(point) && changed.some((each) => each.holds(point)));
      assert.equal(met, undefined, `${number}: ${other.text} meets ${changed.map(({ text }) => text).join(" or ")}`);
    }
  }
  return left;
}

function namedIn(units: readonly Unit[], written: readonly Written[]): readonly Written[] {
  const ids = new Set(units.map(({ clause }) => clause.id.split(".")[1]));
  return written.filter(({ name }) => ids.has(name));
}

const around = { holidays: japaneseHolidays, today: firstOfApril };

/** Both revisions, three clauses a file, of which they share those that are the same. */
function sharedModels(old: readonly Written[], now: readonly Written[]) {
  const head = `team A {\n  lead Abe\n}\nteam B {\n  lead Baba\n}\nrequest topic { ${fields.map((field) => `${field}: ${values.join(" | ")}`).join(", ")} }\n`;
  const textsOf = (clauses: readonly Written[]) =>
    [0, 1, 2, 3].map((file) => {
      const own = clauses.slice(file * 3, file * 3 + 3).map(({ text }) => text);
      return `agreement part${file} between A and B in Asia/Tokyo {\n${own.join("")}}\n`;
    });
  const company = parse(head);
  const read = textsOf(old).map((text) => ({ text, syntax: parse(text) }));
  const files = (texts: readonly string[]) => [
    { path: "company.sla", syntax: company },
    ...texts.map((text, index) => {
      const known = read[index];
      return { path: `part${index}.sla`, syntax: known?.text === text ? known.syntax : parse(text) };
    }),
  ];
  const before = link(files(textsOf(old)));
  const after = link(files(textsOf(now)), before);
  assert.equal(after.agreements.get("part0"), before.agreements.get("part0"));
  return [before, after] as const;
}

// clauses -------------------------------------------------------------------------------------------------------------

const points = values.flatMap((a) => values.flatMap((b) => values.flatMap((c) => values.map((d) => [a, b, c, d]))));

type Chance = ReturnType<typeof random>;
type Part = Pick<Written, "text" | "holds">;

function clauseOf(name: string, chance: Chance): Written {
  const parts = Array.from({ length: 1 + chance.below(4) }, () => partOf(chance));
  const when = parts.length === 0 ? "" : ` when ${parts.map(({ text }) => text).join(" and ")}`;
  const inner = chance.below(4) === 0 ? "may" : "";
  const text = inner
    ? `  commit ${name}: topic by A${when} {\n    may\n  }\n`
    : `  handle ${name}: topic${when} {\n    by B\n    respond within ${1 + chance.below(9)} clock hours\n  }\n`;
  return { name, text, holds: (point) => parts.every(({ holds }) => holds(point)) };
}

/** A name, one of several, none, or either of two conditions. */
function partOf(chance: Chance): Part {
  const field = chance.below(fields.length);
  const some = values.filter(() => chance.below(2) === 0);
  const names = some.length !== 2 ? [chance.pick(values)] : some;
  const isOne = (point: readonly string[]) => names.includes(point[field] ?? "");
  switch (chance.below(5)) {
    case 0:
      return { text: `not (${fields[field]} is ${names[0]})`, holds: (point) => point[field] !== names[0] };
    case 1: {
      const other = chance.below(fields.length);
      return {
        text: `(${fields[field]} is ${names[0]} or ${fields[other]} is b)`,
        holds: (point) => point[field] === names[0] || point[other] === "b",
      };
    }
    case 2:
      return { text: `${fields[field]} is not ${names[0]}`, holds: (point) => point[field] !== names[0] };
    default:
      return { text: `${fields[field]} is one of ${names.join(", ")}`, holds: isOne };
  }
}
