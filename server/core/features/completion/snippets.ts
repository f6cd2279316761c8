import { formatDate } from "../../time/date.ts";
import type { Day } from "../../time/spec.ts";
import { type Wording, wording } from "../say.ts";

/** A whole line or declaration to fill in, in the notation of the Language Server Protocol's snippets. */
export interface Snippet {
  /** The word that begins it. */
  readonly head: string;
  /** Tells it from others that begin with the same word. */
  readonly form?: string;
  readonly text: (dates: SnippetDates) => string;
  readonly doc: Wording<string>;
}

/** Dates that a snippet suggests, as they are written. */
export interface SnippetDates {
  readonly today: string;
  readonly inTwoWeeks: string;
  readonly inTwoMonths: string;
  readonly inAYear: string;
}

/** The dates to suggest on a day. */
export function snippetDates(today: Day): SnippetDates {
  return {
    today: formatDate(today),
    inTwoWeeks: formatDate(today + 13),
    inTwoMonths: formatDate(today + 60),
    inAYear: formatDate(today + 364),
  };
}

/** Declarations, for the top level of a file, clauses, for the body of an agreement, and lines of several parts. */
export const wholeBlocks: readonly Snippet[] = [
  {
    head: "calendar",
    text: () =>
      "calendar ${1:office} in ${2:Asia/Tokyo} {\n  open   Mon..Fri ${3:09:00-12:00, 13:00-18:00}\n  closed holidays of ${4:Japan}\n}",
    doc: wording("A calendar with weekly hours and holidays", "週の営業時間と祝日のカレンダー"),
  },
  {
    head: "team",
    text: () =>
      'team ${1:Support} {\n  title   "${2:title}"\n  lead    ${3:lead}\n  members ${4:members}\n  hours   ${5:office}\n  reach   via ${6:email} at "${7:support@example.com}"\n}',
    doc: wording("A team with its people, hours and address", "人、営業時間、連絡先のあるチーム"),
  },
  {
    head: "request",
    text: () => "request ${1:incident} { ${2:severity}: ${3:normal | urgent} }",
    doc: wording("A kind of request with a field", "項目のある依頼の種類"),
  },
  {
    head: "customer",
    text: () => 'customer ${1:Acme} {\n  title  "${2:title}"\n  owner  ${3:owner}\n  backup ${4:backup}\n}',
    doc: wording("A customer with owner and backup", "担当と副担当のいる顧客"),
  },
  {
    head: "agreement",
    text: ({ today, inAYear }) =>
      `agreement \${1:support} between \${2:Sales} and \${3:Support} {\n  title     "\${4:title}"\n  effective \${5:${today}}..\${6:${inAYear}}\n\n  $0\n}`,
    doc: wording("An agreement between two teams", "二つのチームの取り決め"),
  },
  {
    head: "exception",
    text: ({ today, inTwoWeeks }) =>
      `exception \${1:name} to \${2:agreement.clause} when \${3:customer is Acme} {\n  effective \${4:${today}}..\${5:${inTwoWeeks}}\n  $0\n  owner     \${6:owner}\n  approved  by \${7:lead} on \${8:${today}}\n  reason    "\${9:why}"\n}`,
    doc: wording("An exception with all that it needs to count", "有効になるために必要なものが揃った例外"),
  },
  {
    head: "handle",
    text: () =>
      "handle ${1:incidents}: ${2:incident} {\n  by       ${3:Support}\n  via      ${4:email}\n  respond  within ${5:4 business hours}\n  resolve  within ${6:3 business days}\n  escalate after ${7:2 business hours} to lead of ${3:Support}\n}",
    doc: wording("Who handles requests, how and how fast", "誰がどの依頼をどう、どれだけ早く扱うか"),
  },
  {
    head: "commit",
    text: () =>
      'commit ${1:discounts}: ${2:discount} by ${3:Sales} {\n  may when ${4:rate <= 10%}\n  ask lead of ${3:Sales} within ${5:1 business day} when ${6:rate > 10% and rate <= 20%}\n  never when ${7:rate > 20%} because "${8:why}"\n}',
    doc: wording("What a team may promise", "チームが約束してよいこと"),
  },
  {
    head: "case",
    text: () => "case ${1:urgent} when ${2:severity is urgent} {\n  $0\n}",
    doc: wording("What differs for some of the requests", "一部の依頼だけ変わるところ"),
  },
  {
    head: "handover",
    text: ({ today, inTwoMonths }) =>
      `handover \${1:name} of \${2:Acme} from \${3:person} to \${4:successor} {\n  effective \${5:${today}}..\${6:${inTwoMonths}}\n  covers    \${7:contracts}\n}`,
    doc: wording(
      "A customer passes from one person to another, and what is known goes along",
      "顧客の引き継ぎと、その対象",
    ),
  },
  {
    head: "impossible",
    text: () => "impossible when ${1:tier is standard and channel is phone}",
    doc: wording("A combination that never occurs", "起こり得ない組み合わせ"),
  },
  {
    head: "prove",
    form: "never",
    text: () => "prove ${1:name}: ${2:discount} is not may when ${3:rate > 20%}",
    doc: wording("Something that must never be promised", "決して約束してはならないこと"),
  },
  {
    head: "prove",
    form: "handled",
    text: () => "prove ${1:name}: ${2:incident} is handled by ${3:Support}",
    doc: wording("Requests that somebody must always handle", "必ず誰かが扱うべき依頼"),
  },
  {
    head: "guarantee",
    text: () =>
      "guarantee ${1:first_answer}: ${2:incident} to ${3:customers} {\n  respond within ${4:7 calendar days}\n}",
    doc: wording("What customers are promised", "顧客に保証すること"),
  },
  {
    head: "owe",
    form: "with every",
    text: () => 'owe ${1:complete_forms}: ${2:Sales} to ${3:Support} "${4:a complete form}" with every ${5:incident}',
    doc: wording("What one team owes another with every request", "依頼のたびに相手チームへ添えるもの"),
  },
  {
    head: "owe",
    form: "every Mon",
    text: () =>
      'owe ${1:status_mail}: ${2:Support} to ${3:Sales} "${4:a list of open requests}" every ${5:Mon} before ${6:10:00}',
    doc: wording("What one team owes another on weekdays", "決まった曜日に相手チームへ渡すもの"),
  },
  {
    head: "owe",
    form: "before",
    text: () =>
      'owe ${1:early_form}: ${2:Sales} to ${3:Support} "${4:a complete form}" ${5:2 business days} before ${6:order_date} of every ${7:purchase_order}',
    doc: wording(
      "What one team owes another some time before a date",
      "ある日付までに余裕をもって相手チームへ渡すもの",
    ),
  },
  {
    head: "owe",
    form: "within",
    text: () =>
      'owe ${1:answer}: ${2:Support} to ${3:Sales} "${4:an answer}" within ${5:4 business hours} of every ${6:incident}',
    doc: wording(
      "What one team owes another soon after a request",
      "依頼を受けてから一定時間以内に相手チームへ返すもの",
    ),
  },
  {
    head: "step",
    form: "within",
    text: () => "step ${1:draft} by ${2:Sales} within ${3:4 business hours} needs ${4:order_form}",
    doc: wording("A step with the time that it may take, and the papers that it needs", "所要時間と必要書類のある手順"),
  },
  {
    head: "step",
    form: "checks",
    text: () =>
      "step ${1:verify} by ${2:Support} within ${3:1 business day} checks ${4:amount} twice else back to ${5:draft} within ${6:4 business hours}",
    doc: wording(
      "A step in which fields are checked, and what is wrong goes back",
      "項目を確認し、誤りがあれば差し戻す手順",
    ),
  },
  {
    head: "step",
    form: "at next",
    text: () => "step ${1:place} by ${2:Support} at next ${3:15:00}",
    doc: wording("A step that happens at a fixed time", "決まった時刻に行う手順"),
  },
  {
    head: "table",
    text: () =>
      "table ${1:tier} -> respond,          resolve\n  ${2:gold}     -> ${3:1 business hour},  ${4:1 business day}\n  any      -> ${5:4 business hours}, ${6:3 business days}",
    doc: wording("Targets by the values of fields, a row a case", "項目の値ごとの目標（一行が一つの場合）"),
  },
  {
    head: "records",
    text: () => 'records ${1:contracts} at "${2:where they are kept}"',
    doc: wording("What is known about the customer, and where it is", "顧客について分かっていることと、その場所"),
  },
  {
    head: "due",
    text: () => "due ${1:bid} on ${2:09-30} by ${3:owner} needs ${4:application_form} ${5:10 business days} before",
    doc: wording("A date that matters, with what has to be there before it", "大事な期日と、それまでに用意するもの"),
  },
];
