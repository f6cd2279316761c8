import type { Replaced } from "../../prover/time/replaced.ts";
import type { Localized } from "../../text/localized.ts";
import { formatDate, formatMinute } from "../../time/date.ts";
import { setOf } from "../../time/sets.ts";
import type { Interval, TimeRange } from "../../time/spec.ts";
import { toInstant, toLocal, type Zone } from "../../time/zone.ts";
import { inOneSpace } from "../amountFixes.ts";
import { defineCheck, type Fix } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix } from "../fixes.ts";
import { phrase } from "../message.ts";
import { textAt } from "../places.ts";
import { exampleAt, timeProofsFor } from "../proofs.ts";
import { timesInWords } from "../timesInWords.ts";

/** A dated opening that adds hours to a date and takes others of it away, at which a clause takes requests. */
export const openingReplacesHours = defineCheck({
  code: "SLA725",
  name: "opening-replaces-hours",
  severity: "warning",
  messages: {
    en: "This opening replaces all hours of its date, so '{clause}' loses {when}, and what comes then waits: for example, {example}. Write those hours again beside the new ones, or add a 'closed' line with these times to show that it is meant.",
    ja: "日付を指定した open はその日の営業時間をすべて置き換えるため、「{clause}」は {when} が時間外になり、その間の依頼は待たされます。例：{example}。その時間も並べて書くか、意図したものなら同じ時間の closed の行を加えてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A dated `open` adds hours to a date and takes away others, in which a clause takes requests. It replaces all hours of its date, in a calendar and in an exception alike, so an " +
          "extra morning ends that night's duty unless the night is written again. Told are dates from today on that win hours and lose a whole stretch " +
          "of others; a day that only becomes shorter was meant to.",
        ja:
          "日付を指定した `open` が、その日の時間を増やす一方で、条項が依頼を受けるほかの時間を奪っています。暦でも例外でも、その日の営業時間をすべて置き換えるので、早朝を加えると、書き直さないかぎりその夜の当番の時間がなくなります。" +
          "今日以降、時間が増える一方で、ひと続きの時間が丸ごと失われる日を知らせます。短くなるだけの日は、そのつもりで書かれたものとみなします。",
      },
      {
        bad: `
calendar evenings in Asia/Tokyo {
  open Mon..Fri 17:00-24:00
}
request alarm
agreement watch between Sales and Support {
  effective 2026-04-01..2027-03-31
  handle alarms: alarm {
    by    Support
    via   phone
    hours evenings
  }
}
exception early_start to watch.alarms when customer is Acme {
  effective 2026-08-26..2026-08-26
  open      2026-08-26 06:00-08:00
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "a delivery before the office opens"
}
`,
        fixed: `
calendar evenings in Asia/Tokyo {
  open Mon..Fri 17:00-24:00
}
request alarm
agreement watch between Sales and Support {
  effective 2026-04-01..2027-03-31
  handle alarms: alarm {
    by    Support
    via   phone
    hours evenings
  }
}
exception early_start to watch.alarms when customer is Acme {
  effective 2026-08-26..2026-08-26
  open      2026-08-26 06:00-08:00, 17:00-24:00
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "a delivery before the office opens"
}
`,
      },
    ),
  scope: "proof",
  run(model, report, context) {
    const told = new Set<Replaced["rule"]>();
    for (const { group, replaced } of timeProofsFor(model, context))
      for (const each of replaced) {
        // A line may take hours from the clauses of several kinds.
        if (told.has(each.rule)) continue;
        told.add(each.rule);
        const { example, words } = exampleAt(group, model, [each.box], each.arrival);
        const when = lostInWords(each);
        const clause = each.terms.rule.clause.id;
        report(each.rule.place, { clause, when, example: words }, { examples: [example], fixes: keepingBoth(each) });
      }
  },
});

/** The lost hours as the line would have them: "2026-08-26 20:00-02:00". */
function lostInWords(replaced: Replaced): Localized {
  const { zone, lost } = replaced;
  const days = [...lost.keys()];
  const [first = 0, last = first] = [days[0], days.at(-1)];
  const same = lostEveryDay(replaced);
  if (!same || last - first >= days.length)
    return timesInWords(setOf([...lost.values()].flat().flatMap(({ open, close }) => [open, close])), zone);
  const dates = first === last ? formatDate(first) : `${formatDate(first)}..${formatDate(last)}`;
  const text = `${dates} ${rangesInWords(same)}`;
  return { en: text, ja: text };
}

/** The line with the lost hours beside its own, where all of its dates lose the same. */
function keepingBoth(replaced: Replaced): readonly Fix[] {
  const { days, place, times } = replaced.rule;
  const same = lostEveryDay(replaced);
  const text = textAt(place);
  if (!same || days.kind !== "dates" || replaced.lost.size <= days.last - days.first || !hours.test(text)) return [];
  const both = [...times, ...same].sort((one, other) => one.from - other.from);
  const line = text.replace(hours, rangesInWords(both));
  const title = phrase("Keep those hours, too: '{line}'", "元の時間も残す（{line}）", { line: inOneSpace(line) });
  return [replaceFix(title, place, line)];
}

const hours = /\d{1,2}:\d{2}-\d{1,2}:\d{2}(,\s*\d{1,2}:\d{2}-\d{1,2}:\d{2})*/;

/** The times of day that each of the dates loses; undefined where they differ. */
function lostEveryDay({ zone, lost }: Replaced): readonly TimeRange[] | undefined {
  const ranges = [...lost].map(([day, stretches]) => stretches.map((each) => within(day, each, zone)));
  const written = new Set(ranges.map(rangesInWords));
  return written.size === 1 ? ranges[0] : undefined;
}

function within(day: number, { open, close }: Interval, zone: Zone): TimeRange {
  const midnight = toInstant(zone, day + 1, 0);
  return { from: toLocal(zone, open).minute, to: close === midnight ? 1440 : toLocal(zone, close).minute };
}

function rangesInWords(ranges: readonly TimeRange[]): string {
  return ranges.map(({ from, to }) => `${formatMinute(from)}-${formatMinute(to)}`).join(", ");
}
