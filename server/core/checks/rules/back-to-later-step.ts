import type { HandleLines, Place } from "../../model/model.ts";
import type { Step } from "../../model/work.ts";
import type { Localized } from "../../text/localized.ts";
import { defineCheck, type Report } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix, writtenName } from "../fixes.ts";
import { layersOf, linesUnder } from "../layers.ts";
import { anyOf, phrase } from "../message.ts";
import { textAt } from "../places.ts";

/** A step that sends back to one that has not been done yet. */
export const backToLaterStep = defineCheck({
  code: "SLA415",
  name: "back-to-later-step",
  severity: "error",
  messages: {
    en: "'{to}' comes after '{step}', so there is nothing to send back to, and what is wrong with the form would go on as it is. Write {meant}.",
    ja: "「{to}」は「{step}」より後の手順で、差し戻す先になりません。書類の誤りはそのまま先へ進みます。{meant} と書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "An `else back to` that names a step which comes later. That step has not seen the work: nothing would be mended, and " +
          "the worst path would look as short as the plain one. Name a step that was done before, or the same step, which mends " +
          "it and passes it on again.",
        ja:
          "後の手順を指している `else back to` です。" +
          "後の手順はまだその仕事を見ていないので、戻しても何も直らず、最も遅い場合の所要時間も、通常の場合と変わらないように見えてしまいます。" +
          "前に済んだ手順か、同じ手順（直してから先へ進めます）を書いてください。",
      },
      {
        bad: `
request parcel
agreement parcels between Sales and Support {
  handle parcels: parcel {
    by   Support
    via  email
    step pack by Sales within 1 business day
    step weigh by Support within 1 business day else back to send
                                                             ^^^^
    step send by Support within 1 business day
  }
}
`,
        fixed: `
request parcel
agreement parcels between Sales and Support {
  handle parcels: parcel {
    by   Support
    via  email
    step pack by Sales within 1 business day
    step weigh by Support within 1 business day else back to pack
    step send by Support within 1 business day
  }
}
`,
      },
    ),
  scope: "agreement",
  run({ agreements, exceptions, company }, report) {
    for (const agreement of agreements)
      for (const { clause, lines } of layersOf(agreement)) if (clause.lines.steps) inLines(clause.lines, lines, report);
    for (const each of exceptions) if (each.lines.steps) inLines(each.lines, linesUnder(company, each), report);
  },
});

function inLines(said: HandleLines, { steps }: HandleLines, report: Report<"step" | "to" | "meant">): void {
  if (!steps) return;
  for (const step of said.steps?.value ?? []) {
    if (!step.back) continue;
    const own = steps.value.findIndex(({ name }) => name === step.name);
    const later = steps.value.slice(own + 1).find(({ name }) => name === step.back?.to);
    if (!later) continue;
    const before = steps.value.slice(0, own).map(({ name }) => name);
    const fixes = before.map((name) => replaceFix(write(name), backPlace(step), writtenName(name)));
    const related = [{ place: later.place, note: { en: "the later step", ja: "後の手順" } }];
    report(backPlace(step), { step: step.name, to: later.name, meant: meantOf(step, before) }, { fixes, related });
  }
}

function write(name: string): Localized {
  return phrase("Write {name}", "{name} と書く", { name });
}

function meantOf({ name }: Step, before: readonly string[]): Localized {
  return anyOf(before.length > 0 ? before : [name]);
}

/** The name after `back to`: the last words of that kind, for a name in backticks may have any. */
function backPlace({ place }: Step): Place {
  const { item, span } = place;
  const found = /^.*\bback\s+to\s+(`[^`]*`|\S+)/su.exec(textAt(place));
  const name = found?.[1];
  if (!found || name === undefined) return place;
  const end = span.start + found[0].length;
  return { item, span: { start: end - name.length, end } };
}
