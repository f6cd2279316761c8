import type { HandleLines, Who } from "../../model/model.ts";
import type { Step } from "../../model/work.ts";
import { exactProduct, millisecondsOf } from "../../time/duration.ts";
import type { Target } from "../../time/spec.ts";
import type { Company } from "../company.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { layersOf, linesUnder } from "../layers.ts";
import { hoursBehind } from "../people.ts";
import { afterHead, textAt } from "../places.ts";

/** Steps that take longer, whenever they begin, than the clause promises. */
export const stepsExceedResolve = defineCheck({
  code: "SLA414",
  name: "steps-exceed-resolve",
  severity: "error",
  messages: {
    en: "The steps take {steps} or more, so no request is ever resolved '{resolve}', which is what the clause promises. Shorten the steps, or give the clause more time.",
    ja: "手順だけで {steps} 以上かかるため、条項が約束する「{resolve}」を守れる依頼はありません。手順を短くするか、条項の期限を延ばしてください。",
  },
  docs: () =>
    page(
      {
        en:
          "Steps that together take longer than the clause's own `resolve`. They run one after another, so no request is ever " +
          "resolved as the clause promises. Shorten the steps, or give the clause more time. Found is only what exceeds it " +
          "surely: steps without a condition that count the same as the target, and business time on the same calendar. What " +
          "depends on the time of receipt, `simulate` tells.",
        ja:
          "合わせると、条項自身の `resolve` より長くかかる手順です。手順は順に進むため、条項の約束どおりに解決できる依頼はありません。" +
          "手順を短くするか、条項の期限を延ばしてください。指摘するのは確実に超えるものだけです。" +
          "つまり、条件がなく、期限と同じ数え方の手順と、同じカレンダーで数える営業時間です。" +
          "受付の時刻によって変わることは、`simulate` で分かります。",
      },
      {
        bad: `
request parcel
agreement parcels between Sales and Support {
  handle parcels: parcel {
    by      Support
    via     email
    step    pack by Support within 1 business day
    step    send by Support within 2 business days
    resolve within 2 business days
            ^^^^^^^^^^^^^^^^^^^^^^
  }
}
`,
        good: `
request parcel
agreement parcels between Sales and Support {
  handle parcels: parcel {
    by      Support
    via     email
    step    pack by Support within 1 business day
    step    send by Support within 2 business days
    resolve within 4 business days
  }
}
`,
      },
    ),
  scope: "agreement",
  run({ agreements, exceptions, company }, report) {
    const tell = (said: HandleLines, lines: HandleLines, isBent: boolean) => {
      const { steps, resolve } = lines;
      if (!steps || !resolve || lines.decline || (!said.steps && !said.resolve)) return;
      const counted = stepsCounted(company, lines, steps.value, resolve.value, isBent);
      if (counted.length === 0 || !exceeds(counted, resolve.value)) return;
      const related = counted.map(({ place }) => ({ place, note: { en: "a step that counts", ja: "数えた手順" } }));
      const place = said.resolve ? afterHead(resolve.place) : (said.steps ?? steps).place;
      const taken = inWords(counted, resolve.value);
      report(place, { steps: taken, resolve: textAt(afterHead(resolve.place)) }, { related });
    };
    for (const agreement of agreements)
      for (const { clause, lines } of layersOf(agreement)) if (lines.steps) tell(clause.lines, lines, false);
    for (const each of exceptions)
      if (each.lines.steps || each.lines.resolve) tell(each.lines, linesUnder(company, each), each.open.length > 0);
  },
});

/** A step that is always done, and its time, which counts toward the target. */
interface Counted {
  readonly place: Step["place"];
  readonly target: Target;
}

/** Steps of which each moves the end by its own time at least. `isBent`: the clause's calendar has openings that those of teams have not. */
function stepsCounted(
  company: Company,
  lines: HandleLines,
  steps: readonly Step[],
  resolve: Target,
  isBent: boolean,
): readonly Counted[] {
  const clock = clockOf(resolve);
  const calendar =
    clock === "clock" || (isBent && clock === "business") ? undefined : calendarOf(company, lines, steps);
  return steps.flatMap(({ timing, when, who, place }) => {
    if (when || timing.kind !== "within") return [];
    const { target } = timing;
    return countsToward(company, target, who, resolve, calendar) ? [{ place, target }] : [];
  });
}

/** Business time is within clock time; else both count the same, on one calendar or in one zone. */
function countsToward(
  company: Company,
  step: Target,
  who: Who,
  resolve: Target,
  calendar: string | undefined,
): boolean {
  const clock = clockOf(resolve);
  const isTime = millisecondsOf(step.unit) !== undefined;
  if (clock === "clock") return isTime;
  if (calendar === undefined || clockOf(step) !== clock || isTime !== (millisecondsOf(resolve.unit) !== undefined))
    return false;
  const own = hoursBehind(company, who);
  if (clock === "business") return own === calendar;
  return own !== undefined && company.calendar(own)?.zone === company.calendar(calendar)?.zone;
}

/** The calendar that the clause's targets count on: its own, else that of who handles it, else of who has the first step. */
function calendarOf(company: Company, { hours, by }: HandleLines, steps: readonly Step[]): string | undefined {
  if (hours) return hours.value;
  if (by) return hoursBehind(company, by.value);
  const [first] = steps;
  return first && !first.when ? hoursBehind(company, first.who) : undefined;
}

function exceeds(counted: readonly Counted[], resolve: Target): boolean {
  const most = millisecondsOf(resolve.unit);
  if (most === undefined) return sum(counted, ({ target }) => Math.ceil(target.amount)) > Math.ceil(resolve.amount);
  return sum(counted, milliseconds) > exactProduct(resolve.amount, most);
}

/** `3 business days`, `90 clock minutes`. */
function inWords(counted: readonly Counted[], { unit }: Target): string {
  const [clock = ""] = unit.split(" ");
  if (millisecondsOf(unit) === undefined)
    return amountOf(
      sum(counted, ({ target }) => Math.ceil(target.amount)),
      clock,
      "day",
    );
  const minutes = sum(counted, milliseconds) / 60_000;
  return minutes % 60 === 0 ? amountOf(minutes / 60, clock, "hour") : amountOf(minutes, clock, "minute");
}

function amountOf(amount: number, clock: string, unit: string): string {
  return `${amount} ${clock} ${unit}${amount === 1 ? "" : "s"}`;
}

function milliseconds({ target: { amount, unit } }: Counted): number {
  const each = millisecondsOf(unit);
  return each === undefined ? 0 : exactProduct(amount, each);
}

function sum(counted: readonly Counted[], amountOfOne: (each: Counted) => number): number {
  return counted.reduce((total, each) => total + amountOfOne(each), 0);
}

/** `business`, `clock` or `calendar`. */
function clockOf({ unit }: Target): string | undefined {
  return unit.split(" ")[0];
}
