import { formatDate } from "../time/date.ts";
import type { Day } from "../time/spec.ts";
import { type Wording, wording } from "./say.ts";

/** A whole line or declaration to fill in, in the notation of the Language Server Protocol's snippets. */
export interface Snippet {
  /** The word that begins it. */
  readonly head: string;
  readonly text: (dates: SnippetDates) => string;
  readonly doc: Wording<string>;
}

/** Dates that a snippet suggests, as they are written. */
export interface SnippetDates {
  readonly today: string;
  readonly inTwoWeeks: string;
  readonly inAYear: string;
}

/** The dates to suggest on a day. */
export function snippetDates(today: Day): SnippetDates {
  return { today: formatDate(today), inTwoWeeks: formatDate(today + 13), inAYear: formatDate(today + 364) };
}

/** Declarations, for the top level of a file, and clauses, for the body of an agreement. */
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
];
