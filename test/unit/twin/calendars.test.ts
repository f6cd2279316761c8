import assert from "node:assert/strict";
import { dayDifferences, type TimeQuestion, timeDifferences, timeTwinsOf } from "../../twin/calendars.ts";
import { type Chance, chanceOf } from "../../twin/chance.ts";
import type { Target } from "../../twin/deadline.ts";
import { addingNoFlawTo } from "../../twin/flaws.ts";
import { calendarTexts } from "../../twin/generate/calendars.ts";
import { type Setting, settingOf } from "../../twin/place.ts";
import { shrunk } from "../../twin/shrink.ts";

const rounds = Number(process.env.TWIN_CALENDARS ?? 400);
const names = ["office", "desk", "night"];

// language.md M2: calendars as text, read by the product and by the twin.
describe("calendars and their twin", () => {
  const seed = Number(process.env.SEED ?? 20260822);

  it(`agree on business days, openings, durations and deadlines (SEED=${seed})`, () => {
    const chance = chanceOf(seed);
    for (let round = 0; round < rounds; round++) {
      const setting = settingOf(chance);
      const text = calendarTexts(chance, setting, names).join("\n");
      const questions = chance.some(8, 8, () => timeQuestion(chance));
      assert.equal(disagreement(setting, text, questions), undefined);
    }
  });

  it("notice a minute that is open for one of them alone", () => {
    const setting = settingOf(chanceOf(1));
    const text = "calendar office in Asia/Tokyo {\n  open Mon..Sun 09:00-17:00\n}";
    const other = timeTwinsOf(text.replace("17:00", "17:01"), setting.world);
    const twins = { ...timeTwinsOf(text, setting.world), hours: other.hours };
    assert.equal(dayDifferences(twins, "office").length, 36);
  });
});

/** The smallest text and question on which they differ. */
function disagreement(setting: Setting, text: string, questions: readonly TimeQuestion[]): string | undefined {
  const differences = (model: string) => {
    const twins = timeTwinsOf(model, setting.world);
    return [
      ...names.flatMap((name) => dayDifferences(twins, name)),
      ...questions.flatMap((question) =>
        timeDifferences(twins, question).map((difference) => `${difference} in ${JSON.stringify(question)}`),
      ),
    ];
  };
  if (differences(text).length === 0) return undefined;
  const addsNoFlaw = addingNoFlawTo(text);
  const smallest = shrunk(text, (smaller) => addsNoFlaw(smaller) && differences(smaller).length > 0);
  const start = new Date(setting.world.start * 60_000).toISOString();
  return `${smallest}\n\nworld from ${start}\n${differences(smallest).slice(0, 3).join("\n")}`;
}

function timeQuestion(chance: Chance): TimeQuestion {
  const received = (6 + chance.below(16)) * 1440 + chance.below(1440);
  return {
    calendar: chance.pick(names),
    received,
    later: received + chance.below(8 * 1440),
    target: randomTarget(chance),
    cutoff: chance.oneIn(3) ? chance.below(1440) : undefined,
    waits: chance.oneIn(2)
      ? []
      : chance.some(1, 3, () => {
          const from = received - 600 + chance.below(5000);
          return { from, to: from + chance.below(4000) };
        }),
  };
}

function randomTarget(chance: Chance): Target {
  const clock = chance.pick(["business", "business", "business", "clock", "calendar"] as const);
  const days = clock === "calendar" || (clock === "business" && chance.oneIn(2));
  return {
    clock,
    days,
    amount: chance.below(days ? 6 : 1800),
    before: days && chance.oneIn(3) ? chance.below(1441) : undefined,
  };
}
