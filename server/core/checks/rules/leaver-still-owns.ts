import type { Condition, Customer, Model, Place } from "../../model/model.ts";
import type { Due, Handover } from "../../model/work.ts";
import type { Localized } from "../../text/localized.ts";
import { formatDate } from "../../time/date.ts";
import type { Day } from "../../time/spec.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix, writtenName } from "../fixes.ts";
import { phrase } from "../message.ts";
import { byPlace } from "../ownerFixes.ts";
import { afterHead } from "../places.ts";

/** What stays with the one who hands a customer over, after the last day. */
export const leaverStillOwns = defineCheck({
  code: "SLA607",
  name: "leaver-still-owns",
  severity: "warning",
  messages: {
    en: "{what} stays with {from}, who hands {customer} over until {last}; {after}. {advice}",
    ja: "{what}が {from} のままですが、{from} は {last} までに {customer} を引き継ぎ、{after}。{advice}",
  },
  docs: () =>
    page(
      {
        en:
          "Something that stays with the one who hands a customer over: a date that comes after the handover's last day, an " +
          "exception for the customer that lasts longer, or the `owner` line once the handover is over. A handover passes the " +
          "customer, and not what is written beside it. Deadlines are lost there, because everybody believes that they were " +
          "handed over, and who reads the `owner` line asks the wrong person. Write the successor's name.",
        ja:
          "引き継いだ後も前任者に残るものです。" +
          "最終日より後に来る期日、それより長く続くその顧客の例外、引き継ぎが終わった後の `owner` の行がそうです。" +
          "引き継ぎで渡るのは顧客だけで、その横に書かれたものは渡りません。" +
          "誰もが引き継いだと思い込むため、期限はそこで見落とされ、`owner` の行を読む人は前任者に問い合わせてしまいます。" +
          "後任の名前に書き換えてください。",
      },
      {
        bad: `
customer Sakura {
  owner  Tanaka
  backup Sato
  due    bid on 2026-10-15 by Tanaka
                              ^^^^^^
}
handover sakura_2026 of Sakura from Tanaka to Mori {
  effective 2026-08-01..2026-09-30
}
`,
        fixed: `
customer Sakura {
  owner  Tanaka
  backup Sato
  due    bid on 2026-10-15 by Mori
}
handover sakura_2026 of Sakura from Tanaka to Mori {
  effective 2026-08-01..2026-09-30
}
`,
      },
    ),
  scope: "model",
  run(model, report, { today }) {
    for (const handover of model.handovers.values()) {
      const { customer, from, to, effective } = handover;
      const last = effective?.value.last;
      if (last === undefined || from === to) continue;
      const names = { from, customer };
      for (const { what, place, after, advice } of leftWith(model, handover, last, today)) {
        const fixes = [replaceFix(phrase("Write {to}", "{to} と書く", { to }), place, writtenName(to))];
        const related = [{ place: handover.place, note: { en: "the handover", ja: "引き継ぎ" } }];
        report(place, { ...names, what, last: formatDate(last), after, advice }, { fixes, related });
      }
    }
  },
});

/** Something that is left, and where the leaver's name is written. */
interface Left {
  readonly what: Localized;
  readonly place: Place;
  /** How it is after the last day. */
  readonly after: Localized;
  readonly advice: Localized;
}

function leftWith(model: Model, handover: Handover, last: Day, today: Day): readonly Left[] {
  const customer = model.customers.get(handover.customer);
  if (!customer) return [];
  return [
    ...ownerLine(customer, handover, last, today),
    ...duesAfter(customer, handover, last),
    ...exceptionsAfter(model, handover, last),
  ];
}

/** Decisions know that the customer has passed over; who reads the file does not. */
function ownerLine({ owner }: Customer, { from, to }: Handover, last: Day, today: Day): readonly Left[] {
  if (owner?.value !== from || last >= today) return [];
  const after = phrase(
    "requests go to {to} since then, and who reads this line asks the wrong one",
    "その後の依頼は {to} に届くため、この行を読む人は別の人に尋ねてしまいます",
    { to },
  );
  const advice = phrase("Write {to}.", "{to} と書いてください。", { to });
  return [{ what: { en: "The 'owner' line", ja: "「owner」の行" }, place: afterHead(owner.place), after, advice }];
}

/** What decisions do not pass over with the customer. */
function forgotten(what: Localized, place: Place, { to }: Handover): Left {
  const after = { en: "after that nobody sees to it", ja: "その後は誰も見ません" };
  return { what, place, after, advice: phrase("Give it to {to}.", "{to} に移してください。", { to }) };
}

function duesAfter({ dues }: Customer, handover: Handover, last: Day): readonly Left[] {
  return dues.flatMap((due) => {
    const place = due.by === handover.from && comesAfter(due, last) ? byPlace(due) : undefined;
    const holes = { name: due.name };
    return place ? [forgotten(phrase("The date '{name}'", "期日「{name}」", holes), place, handover)] : [];
  });
}

/** A date of every year comes again. */
function comesAfter({ on }: Due, last: Day): boolean {
  return on.kind === "every year" || on.day > last;
}

function exceptionsAfter({ exceptions }: Model, handover: Handover, last: Day): readonly Left[] {
  return [...exceptions.values()].flatMap(({ name, owner, effective, when }) => {
    const end = effective?.value.last;
    if (owner?.value !== handover.from || end === undefined || end <= last) return [];
    if (!isAbout(when, handover.customer)) return [];
    const what = phrase("The exception '{name}'", "例外「{name}」", { name });
    return [forgotten(what, afterHead(owner.place), handover)];
  });
}

/** Whether a condition asks for this customer. */
function isAbout(condition: Condition | undefined, customer: string): boolean {
  if (condition?.kind === "and" || condition?.kind === "or")
    return condition.parts.some((part) => isAbout(part, customer));
  if (condition?.kind !== "is" || condition.negated || condition.subject.kind !== "customer") return false;
  return condition.values.some((value) => value.kind === "name" && value.name === customer);
}
