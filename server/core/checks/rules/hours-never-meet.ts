import type { Agreement, Model, Stated } from "../../model/model.ts";
import { groundOf } from "../../prover/prove.ts";
import { type Calendar, intervalsBetween } from "../../time/calendar.ts";
import { type InstantSet, intersection, setOf } from "../../time/sets.ts";
import type { Instant } from "../../time/spec.ts";
import { toInstant } from "../../time/zone.ts";
import { companyOf } from "../company.ts";
import { type CheckContext, defineCheck, type Fix } from "../define.ts";
import { page } from "../docs.ts";
import { deleteLinesFix } from "../fixes.ts";
import { type Layer, layersOf } from "../layers.ts";
import { phrase } from "../message.ts";
import { hoursBehind, whoInWords } from "../people.ts";

/** A clause whose hours lie wholly outside those of the team that does the work. */
export const hoursNeverMeet = defineCheck({
  code: "SLA726",
  name: "hours-never-meet",
  severity: "warning",
  messages: {
    en: "'{hours}' is never open while '{others}' is, the hours of '{who}': so the time of this clause runs only while nobody works on it. Write hours in which '{who}' works, give '{who}' these hours, or let others do it.",
    ja: "「{hours}」は、「{who}」の営業時間「{others}」と重なることがありません。この条項の時間は、誰も働いていない間にだけ進みます。「{who}」が働く時間を書くか、「{who}」の営業時間にするか、ほかの担当にしてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A clause with `hours` of its own that never meet the hours of the team that does the work. The clause's calendar counts its targets, so these " +
          "would run, and end, only while nobody is there. Compared are the days from today on on which the agreement is in force, with holidays and clock " +
          "changes, in whatever zones the two calendars are. Hours that meet in part are fine, and an exception that opens other hours was approved.",
        ja:
          "条項に書かれた `hours` が、担当チームの営業時間とまったく重なりません。期限は条項のカレンダーで数えるので、誰もいない間にだけ進み、誰もいない間に過ぎてしまいます。" +
          "取り決めが有効な今日以降の日々を、祝日と時計の切り替えも含めて、タイムゾーンが違っていても比べます。一部でも重なれば問題はなく、例外で開く時間は承認されたものとみなします。",
      },
      {
        bad: `
calendar weekend in Asia/Tokyo {
  open Sat, Sun 09:00-18:00
}
request parcel
agreement parcels between Sales and Support {
  effective 2026-04-01..2027-03-31
  handle lost_parcels: parcel {
    by      Support
    via     email
    hours   weekend
    ^^^^^^^^^^^^^^^
    respond within 4 business hours
  }
}
`,
        good: `
calendar every_day in Asia/Tokyo {
  open Mon..Sun 09:00-18:00
}
request parcel
agreement parcels between Sales and Support {
  effective 2026-04-01..2027-03-31
  handle lost_parcels: parcel {
    by      Support
    via     email
    hours   every_day
    respond within 4 business hours
  }
}
`,
        fix: `
calendar weekend in Asia/Tokyo {
  open Sat, Sun 09:00-18:00
}
request parcel
agreement parcels between Sales and Support {
  effective 2026-04-01..2027-03-31
  handle lost_parcels: parcel {
    by      Support
    via     email
    respond within 4 business hours
  }
}
`,
      },
    ),
  scope: "proof",
  run(model, report, context) {
    for (const agreement of model.agreements.values())
      for (const layer of layersOf(agreement)) {
        const apart = hoursApart(model, agreement, layer, context);
        if (!apart) continue;
        const { line, hours, others, who } = apart;
        report(line.place, { hours, others, who }, { fixes: fixesOf(agreement, layer, others) });
      }
  },
});

interface Apart {
  readonly line: Stated<unknown>;
  readonly hours: string;
  readonly others: string;
  readonly who: string;
}

/** What a clause or case says of hours or handler where the two never meet; what it only keeps is told of what it is laid over. */
function hoursApart(model: Model, agreement: Agreement, layer: Layer, context: CheckContext): Apart | undefined {
  const { by, hours, decline } = layer.lines;
  const line = layer.clause.lines.hours ?? layer.clause.lines.by;
  if (!line || !hours || !by || decline) return undefined;
  const others = hoursBehind(companyOf(model), by.value);
  if (others === undefined || others === hours.value) return undefined;
  const ground = groundOf(model, context.holidays);
  const [one, other] = [ground.calendarNamed(hours.value), ground.calendarNamed(others)];
  if (!one || !other || !areApart(one, other, agreement, context)) return undefined;
  return { line, hours: hours.value, others, who: whoInWords(by.value) };
}

/** Whether both open in the time in which an agreement is in force, and never at once; of one without an end, within a year. */
function areApart(one: Calendar, other: Calendar, { effective }: Agreement, { today }: CheckContext): boolean {
  const first = Math.max(today, effective?.value.first ?? today);
  const last = Math.min(effective?.value.last ?? first + aYear, first + aYear);
  let [isOpen, isOtherOpen] = [false, false];
  for (let day = first; day <= last; day += fewWeeks) {
    const from = toInstant(one.zone, day, 0);
    const to = toInstant(one.zone, Math.min(day + fewWeeks, last + 1), 0);
    const [own, others] = [openIn(one, from, to), openIn(other, from, to)];
    if (intersection(own, others).length > 0) return false;
    isOpen ||= own.length > 0;
    isOtherOpen ||= others.length > 0;
  }
  return isOpen && isOtherOpen;
}

const aYear = 366;
/** Hours that meet mostly do so soon. */
const fewWeeks = 28;

function openIn(calendar: Calendar, from: Instant, to: Instant): InstantSet {
  return setOf(intervalsBetween(calendar, from, to).flatMap(({ open, close }) => [open, close]));
}

/** Without hours of its own a clause counts on those of its team; a case would keep those of its clause. */
function fixesOf({ handles }: Agreement, { clause }: Layer, others: string): readonly Fix[] {
  const { hours } = clause.lines;
  if (!hours || !handles.includes(clause)) return [];
  const title = phrase("Count on '{others}', the hours of the team", "チームの営業時間「{others}」で数える", {
    others,
  });
  return [deleteLinesFix(title, () => hours.place)];
}
