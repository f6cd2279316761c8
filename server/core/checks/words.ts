/** The language's own terms in both languages, for the holes of messages. */
import { writtenAmount } from "../model/constantText.ts";
import type { Space } from "../model/model.ts";
import type { Construct, Part, SubjectType } from "../model/problem.ts";
import type { Localized } from "../text/localized.ts";
import { joinedInJapanese } from "../text/spacing.ts";
import { formatMinute } from "../time/date.ts";
import type { Target } from "../time/spec.ts";

/** What a name of each kind is called, with an article in English. */
export const spaceWords: Readonly<Record<Space, Localized>> = {
  calendar: { en: "a calendar", ja: "カレンダー" },
  channel: { en: "a channel", ja: "連絡手段" },
  team: { en: "a team", ja: "チーム" },
  person: { en: "a person", ja: "人" },
  attribute: { en: "an attribute", ja: "顧客の属性" },
  request: { en: "a request kind", ja: "依頼の種類" },
  field: { en: "a field", ja: "項目" },
  value: { en: "a value", ja: "値" },
  agreement: { en: "an agreement", ja: "取り決め" },
  clause: { en: "a clause", ja: "条項" },
  exception: { en: "an exception", ja: "例外" },
  customer: { en: "a customer", ja: "顧客" },
  record: { en: "a record of the customer", ja: "顧客の記録" },
  handover: { en: "a handover", ja: "引き継ぎ" },
  step: { en: "a step", ja: "手順" },
  proof: { en: "a proof", ja: "証明" },
};

/** `a person, a team or …`: the kinds of names that are looked for at a place. */
export function spacesInWords(spaces: readonly Space[]): Localized {
  const words = spaces.map((space) => spaceWords[space]);
  const english = words.map((each) => each.en);
  const last = english.pop() ?? "a name";
  return {
    en: english.length > 0 ? `${english.join(", ")} or ${last}` : last,
    ja: words.map((each) => each.ja).join("・") || "名前",
  };
}

/** What a part of a construct is called, with an article in English. */
export const partWords: Readonly<Record<Part, Localized>> = {
  name: { en: "a name", ja: "名前" },
  zone: { en: "a time zone", ja: "タイムゾーン" },
  type: { en: "a type", ja: "型" },
  value: { en: "a value", ja: "値" },
  values: { en: "values", ja: "値" },
  parties: { en: "two parties", ja: "当事者（2 チーム以上）" },
  base: { en: "the clause that it bends", ja: "対象の条項" },
  condition: { en: "a condition", ja: "条件" },
  customer: { en: "a customer", ja: "顧客" },
  person: { en: "a person", ja: "人" },
  people: { en: "people", ja: "人" },
  team: { en: "a team", ja: "チーム" },
  topic: { en: "a request kind", ja: "依頼の種類" },
  claim: { en: "a claim (may, never, handled …)", ja: "主張（may・never・handled など）" },
  requests: { en: "a request kind", ja: "依頼の種類" },
  by: { en: "the one who does it (by …)", ja: "担当（by …）" },
  to: { en: "the one it goes to (to …)", ja: "相手（to …）" },
  from: { en: "the one it comes from (from …)", ja: "元（from …）" },
  of: { en: "the one it is for", ja: "対象" },
  days: { en: "days", ja: "日" },
  "last date": { en: "a last date", ja: "終了日" },
  end: { en: "an end", ja: "終わり" },
  weekday: { en: "a weekday", ja: "曜日" },
  text: { en: "a text in quotes", ja: "引用符で囲んだ文" },
  calendar: { en: "a calendar", ja: "カレンダー" },
  channel: { en: "a channel", ja: "連絡手段" },
  address: { en: "an address in quotes (at …)", ja: "宛先（at …）" },
  turn: { en: "daily, weekly or monthly", ja: "daily・weekly・monthly のいずれか" },
  date: { en: "a date", ja: "日付" },
  dates: { en: "dates", ja: "日付" },
  months: { en: "a number of months", ja: "月数" },
  who: { en: "a team or a person", ja: "チームか人" },
  time: { en: "a time", ja: "時刻" },
  duration: { en: "a duration", ja: "期間" },
  rate: { en: "a percentage, an amount or a premium", ja: "割合・金額・premium のいずれか" },
  region: { en: "a country", ja: "国" },
  "when it is done": { en: "a time (within … or at next …)", ja: "期限（within … または at next …）" },
  step: { en: "a step", ja: "手順" },
  fields: { en: "fields", ja: "項目" },
  targets: { en: "respond or resolve", ja: "respond または resolve" },
  rows: { en: "rows", ja: "行" },
  exception: { en: "an exception", ja: "例外" },
  rhythm: { en: "a time (with every …, every Mon …)", ja: "時期（with every …、every Mon …）" },
  field: { en: "a field", ja: "項目" },
  names: { en: "names", ja: "名前" },
  currency: { en: "a currency", ja: "通貨" },
};

/** Each construct as it is written when nothing is missing. */
export const constructExamples: Readonly<Record<Construct, string>> = {
  calendar: "calendar office in Asia/Tokyo { … }",
  channel: "channel email, phone",
  team: "team Support { … }",
  attribute: "attribute tier of customer: standard | gold",
  request: "request incident { severity: normal | urgent }",
  field: "severity: normal | urgent",
  agreement: "agreement support between Sales and Support { … }",
  exception: "exception acme_cutover to support.incidents { … }",
  customer: "customer Acme { … }",
  handover: "handover acme_2026 of Acme from Tanaka to Mori { … }",
  impossible: "impossible when tier is standard and channel is phone",
  prove: "prove no_deep_discount: discount is not may when rate > 20%",
  handle: "handle incidents: incident { … }",
  "handle case": "case urgent when severity is urgent { … }",
  commit: "commit discounts: discount by Sales { … }",
  "commit case": "case gold when tier is gold { … }",
  guarantee: "guarantee first_answer: incident to customers { … }",
  owe: 'owe forms: Sales to Support "a complete form" with every incident',
  "open line": "open Mon..Fri 09:00-18:00",
  during: "during office",
  dates: "2026-04-01..2027-03-31",
  "time range": "09:00-18:00",
  rest: "rest Sun",
  title: 'title "Product support"',
  lead: "lead Ito",
  members: "members Abe, Kudo",
  hours: "hours office",
  reach: 'reach via email at "support@example.co.jp"',
  duty: "duty Abe, Kudo weekly from 2026-04-06",
  deputy: "deputy Abe for Ito",
  away: "away Abe 2026-08-10..2026-08-16",
  effective: "effective 2026-04-01..2027-03-31",
  review: "review every 6 months by Ito",
  by: "by Support",
  via: "via email, portal",
  cutoff: "cutoff 15:00",
  target: "respond within 4 business hours",
  escalate: "escalate after 2 business hours to lead of Support",
  say: 'say "Please write to {channel}."',
  decline: 'decline because "we have nobody for this"',
  surcharge: "surcharge 35%",
  step: "step draft by Sales within 4 business hours",
  "at next": "at next Thu 10:00",
  table: "table tier, priority -> respond, resolve",
  verdict: "ask lead of Sales within 1 business day",
  owner: "owner Mori",
  approved: "approved by Ito on 2026-08-18",
  reason: 'reason "the customer moves its systems"',
  renews: "renews acme_cutover",
  backup: "backup Tanaka",
  "attribute value": "tier is gold",
  records: 'records contracts at "crm://acme/contracts"',
  due: "due bid on 09-30 by Mori",
  need: "application_form 10 business days before",
  covers: "covers contracts, bids",
  condition: "when severity is urgent",
  who: "lead of Support",
  every: "every Mon before 10:00",
};

/** A target as it is written in a file: "resolve within 1 business day before 12:00". */
export function targetInWords(what: "respond" | "resolve", { amount, unit, before }: Target): string {
  const time = before === undefined ? "" : ` before ${formatMinute(before)}`;
  return `${what} within ${writtenAmount(String(amount), unit)}${time}`;
}

/** A number of days, such as "1 day" or "14 days". */
export function daysInWords(days: number): Localized {
  return { en: writtenAmount(String(days), "days"), ja: `${days} 日` };
}

/** What a field of a type holds, with an example. */
export function typeInWords(type: SubjectType): Localized {
  switch (type.kind) {
    case "enum":
      return { en: `one of ${type.values.join(", ")}`, ja: joinedInJapanese(type.values.join("・"), "のいずれか") };
    case "percent":
      return { en: "a percentage such as 10%", ja: "10% のような割合" };
    case "number":
      return { en: "a number such as 12.5", ja: "12.5 のような数" };
    case "date":
      return { en: "a date such as 2026-08-22", ja: "2026-08-22 のような日付" };
    case "time":
      return { en: "a time such as 09:00", ja: "09:00 のような時刻" };
    case "text":
      return { en: "a text in quotes", ja: "引用符で囲んだ文" };
    case "money":
      return { en: `an amount such as 10_000 ${type.currency}`, ja: `10_000 ${type.currency} のような金額` };
    case "duration":
      return { en: `a duration such as 5 ${type.unit}`, ja: `5 ${type.unit} のような期間` };
    case "customer":
      return { en: "a customer", ja: "顧客" };
    case "party":
      return { en: "a team", ja: "チーム" };
    case "channel":
      return { en: "a channel", ja: "連絡手段" };
    case "moment":
      return { en: "the time of the request", ja: "依頼の時刻" };
  }
}
