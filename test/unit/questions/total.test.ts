import assert from "node:assert/strict";
import fc from "fast-check";
import { compile } from "../../../server/core/engine/compile.ts";
import { decide } from "../../../server/core/engine/decide.ts";
import type { Request } from "../../../server/core/engine/decision.ts";
import { answerOf } from "../../../server/core/features/answer/answer.ts";
import { changesInWords } from "../../../server/core/features/answer/changes.ts";
import { differingRows, suppositionInWords } from "../../../server/core/features/answer/whatIf.ts";
import type { Constant, Model } from "../../../server/core/model/model.ts";
import { agendaOf } from "../../../server/core/questions/agenda.ts";
import { changesOf } from "../../../server/core/questions/changes.ts";
import { decideSupposing } from "../../../server/core/questions/cutOff.ts";
import { responsibilitiesOf } from "../../../server/core/questions/responsibilities.ts";
import { subjectNamed } from "../../../server/core/questions/subject.ts";
import { type Supposition, supposing } from "../../../server/core/questions/whatIf.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import { agreedIn } from "../../harness/models.ts";
import { sampleTexts } from "../../harness/samples.ts";
import { instantOf } from "../engine/fixtures.ts";
import { everything } from "../model/everything.ts";

const seed = 20_260_825;

const constants: fc.Arbitrary<Constant> = fc.oneof(
  fc.constantFrom("normal", "urgent", "live", "toString").map((name): Constant => ({ kind: "name", name })),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(20))
    .map(([unscaled, scale]): Constant => ({ kind: "decimal", value: { unscaled, scale } })),
  fc.integer({ min: -1e6, max: 1e6 }).map((day): Constant => ({ kind: "day", day })),
  fc.nat(1440).map((minute): Constant => ({ kind: "time", minute })),
  fc.constantFrom("no", "山田商店").map((text): Constant => ({ kind: "text", text })),
);

const times = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: instantOf("2026-06-01T00:00"), max: instantOf("2027-05-01T00:00") }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 8.64e15, -8.64e15, 9e15, Number.POSITIVE_INFINITY, Number.NaN) },
);

function requestsOf({ kinds, channels, customers, teams, people }: Model): fc.Arbitrary<Request> {
  const one = (names: Iterable<string>) => fc.option(fc.constantFrom(...names, "constructor"), { nil: undefined });
  const fields = [...kinds.values()].flatMap((kind) => kind.fields.map((field) => field.name));
  return fc.record({
    kind: fc.constantFrom(...kinds.keys(), "constructor"),
    at: times,
    fields: fc.dictionary(fc.constantFrom(...fields, "__proto__"), constants),
    channel: one(channels.keys()),
    customer: one(customers.keys()),
    asker: one([...teams.keys(), ...people.keys()]),
    to: one([...teams.keys(), ...people.keys()]),
  });
}

function suppositionsOf({ people, channels }: Model): fc.Arbitrary<Supposition> {
  const person = fc.constantFrom(...people.keys());
  const first = fc.integer({ min: 20_000, max: 21_000 });
  return fc.oneof(
    fc.record({ kind: fc.constant("without" as const), person }),
    fc.record({ kind: fc.constant("channel down" as const), channel: fc.constantFrom(...channels.keys()) }),
    fc.record({ kind: fc.constant("away" as const), person, days: fc.record({ first, last: fc.constant(undefined) }) }),
  );
}

const models: Readonly<Record<string, readonly string[]>> = {
  "everything there is": everything,
  "the samples, all in one": sampleTexts(),
  "half of everything": everything.map((text) => text.slice(0, text.length / 2)),
};

describe("questions beyond one decision are total", () => {
  before(() => console.log(`      seed ${seed}`));

  for (const [name, texts] of Object.entries(models))
    it(`of ${name}`, () => {
      const agreed = agreedIn(...texts);
      fc.assert(
        fc.property(requestsOf(agreed.model), (request) => {
          const decision = decide(agreed.engine, request);
          for (const change of changesOf(agreed, decision)) assert.ok(change.differs.length > 0);
          for (const { change, answer } of changesInWords(agreed, decision, "ja"))
            assert.ok(change !== "" && answer !== "");
        }),
        { seed, numRuns: 60 },
      );
    });

  it("of models as they would be", () => {
    const agreed = agreedIn(...sampleTexts());
    const both = fc.tuple(fc.array(suppositionsOf(agreed.model), { maxLength: 4 }), requestsOf(agreed.model));
    fc.assert(
      fc.property(both, ([suppositions, request]) => {
        const model = supposing(agreed.model, suppositions);
        const supposed = { model, engine: compile(model, japaneseHolidays) };
        const [now, whatIf] = [decide(agreed.engine, request), decideSupposing(supposed, request)];
        const rows = differingRows(answerOf(agreed, now, "en"), answerOf(supposed, whatIf, "en"), "en");
        for (const row of rows) assert.notEqual(row.now, row.whatIf);
        for (const each of suppositions) assert.notEqual(suppositionInWords(each, "ja"), "");
      }),
      { seed, numRuns: 150 },
    );
  });

  it("of everybody's responsibilities, and of ten years' agenda", () => {
    for (const texts of Object.values(models)) {
      const agreed = agreedIn(...texts);
      for (const name of [...agreed.model.teams.keys(), ...agreed.model.people.keys()]) {
        const subject = subjectNamed(agreed.model, name);
        assert.ok(subject && responsibilitiesOf(agreed, subject, undefined).length > 0, name);
      }
      const entries = agendaOf(agreed, { first: 20_000, last: 23_653 });
      assert.equal(new Set(entries.map(({ key }) => key)).size, entries.length);
      const days = entries.map(({ day }) => day);
      assert.deepEqual(
        days,
        days.toSorted((one, other) => one - other),
      );
    }
  });
});
