import type { Commitment, Decision, ExceptionAside } from "../engine/decision.ts";
import type { Localized } from "../text/localized.ts";
import type { Instant } from "../time/spec.ts";
import type { Shape } from "./judge.ts";
import { decider, deciders, fieldName, moment, name, names, part, stepName, surcharge, truth, word } from "./shapes.ts";

/** A key of `expect`: a part of a decision, and how its value is written. */
export interface ExpectKey {
  readonly key: string;
  readonly doc: Localized;
  readonly shape: Shape;
}

/** The keys of `expect`, for reading it, for completion and for the JSON Schema. */
export const expectKeys: readonly ExpectKey[] = [
  {
    key: "outcome",
    doc: {
      en: "handled: goes the way it came. redirect: by another channel, or to the team. declined: a deliberate no. unhandled: no clause. unstaffed: nobody is left. needs: a field is missing. question: the kind only has commitments.",
      ja: "handled: 届いたとおりに対応。redirect: 別の連絡手段またはチーム宛てに案内。declined: 意図した断り。unhandled: 対応する条項なし。unstaffed: 対応できる人がいない。needs: 足りない項目がある。question: 約束の条項だけがある種類。",
    },
    shape: word(
      ["handled", "redirect", "declined", "unhandled", "unstaffed", "needs", "question"],
      (decision) => decision.outcome,
    ),
  },
  {
    key: "handler",
    doc: { en: "The team that handles it.", ja: "対応するチーム。" },
    shape: name(["team"], (decision) => decision.team),
  },
  {
    key: "person",
    doc: {
      en: "The person who answers; none where the team as a whole does.",
      ja: "対応する人。チーム全体で対応するときは none。",
    },
    shape: name(["person"], (decision) => decision.person),
  },
  {
    key: "person because",
    doc: { en: "How that person was found.", ja: "その人になった理由。" },
    shape: word(["on duty", "deputy", "next in turn", "lead", "named", "none"], (decision) => decision.personBecause),
  },
  {
    key: "instead of",
    doc: { en: "Whose turn it would have been, where that person is away.", ja: "本来の当番。不在のときに示す。" },
    shape: name(["person"], (decision) => decision.insteadOf),
  },
  {
    key: "unstaffed because",
    doc: {
      en: "Why nobody is left to do it; none where somebody is.",
      ja: "対応できる人がいない理由。いるときは none。",
    },
    shape: word(
      ["no customer", "no owner", "no asker", "no lead", "nobody named", "all away", "none"],
      (decision) => decision.unstaffedBecause,
    ),
  },
  {
    key: "channel",
    doc: {
      en: "The channel that the request goes by: its own, when it is handled.",
      ja: "依頼の連絡手段。対応される（handled）ときは届いたときのまま。",
    },
    shape: name(["channel"], ({ outcome, channel }) => (outcome === "handled" ? channel : undefined)),
  },
  {
    key: "redirect",
    doc: {
      en: "The channels to use instead, in any order; none where the request goes the way it came.",
      ja: "代わりに使う連絡手段。順序は問わない。届いたとおりでよいときは none。",
    },
    shape: names(["channel"], (decision) => decision.redirect),
  },
  {
    key: "redirect because",
    doc: { en: "Why it is redirected.", ja: "別の連絡手段に案内する理由。" },
    shape: word(
      ["addressed to a person", "addressed to another team", "channel not listed", "channel not open now", "none"],
      (decision) => decision.redirectBecause,
    ),
  },
  {
    key: "closed until",
    doc: {
      en: "When the team's hours begin again; none where it is open at the time of the request, never where it stays closed.",
      ja: "チームの営業が再開する日時。依頼の時点で営業中なら none、再開しないなら never。",
    },
    shape: moment(({ closed }) => closed && (closed.until ?? "never")),
  },
  {
    key: "clock start",
    doc: { en: "When the clock of business hours starts.", ja: "営業時間を数え始める日時。" },
    shape: moment(({ clockStart }) => clockStart),
  },
  {
    key: "respond by",
    doc: {
      en: "The deadline of the first answer; never where no opening is found for it.",
      ja: "最初の回答の期限。営業日が見つからないときは never。",
    },
    shape: moment(({ respond }) => respond && (respond.deadline ?? "never")),
  },
  {
    key: "respond breached after",
    doc: { en: "An answer later than this breaks the target.", ja: "回答がこれより遅いと目標に違反する。" },
    shape: moment(({ respond }) => respond && (respond.breachedAfter ?? "never")),
  },
  {
    key: "resolve by",
    doc: {
      en: "The deadline of the solution; never where no opening is found for it.",
      ja: "解決の期限。営業日が見つからないときは never。",
    },
    shape: moment(({ resolve }) => resolve && (resolve.deadline ?? "never")),
  },
  {
    key: "resolve breached after",
    doc: { en: "A solution later than this breaks the target.", ja: "解決がこれより遅いと目標に違反する。" },
    shape: moment(({ resolve }) => resolve && (resolve.breachedAfter ?? "never")),
  },
  {
    key: "done by",
    doc: {
      en: "When the last step ends; never where a step never does, none for a clause without steps.",
      ja: "最後の手順が終わる日時。終わらない手順があれば never、手順のない条項では none。",
    },
    shape: moment(({ timeline }) => timeline && (timeline.doneBy ?? "never")),
  },
  {
    key: "worst done by",
    doc: {
      en: "When the last step ends if every form comes back once.",
      ja: "差し戻しがすべて一度ずつ起きたときに、最後の手順が終わる日時。",
    },
    shape: moment(({ timeline }) => timeline && (timeline.worstDoneBy ?? "never")),
  },
  {
    key: "unstaffed at",
    doc: {
      en: "The first step of the plain path for which nobody is left; none where every step has somebody.",
      ja: "差し戻しのない流れで、担当できる人がいない最初の手順。すべてにいるときは none。",
    },
    shape: stepName(({ timeline }) => timeline?.unstaffedAt),
  },
  {
    key: "late",
    doc: {
      en: "yes: the steps take longer than the clause's own resolve target.",
      ja: "yes: 手順の時間が条項の解決期限を超える。",
    },
    shape: truth(({ timeline }) => timeline?.late === true),
  },
  {
    key: "handover",
    doc: {
      en: "The handover of the customer that is under way, with both people on the route, or none.",
      ja: "進行中の引き継ぎ（二人とも担当）。なければ none。",
    },
    shape: name(["handover"], ({ handover }) => handover?.name),
  },
  {
    key: "provisional",
    doc: {
      en: "yes: the times hold if the request is sent again at once.",
      ja: "yes: 依頼をすぐに送り直した場合の日時。",
    },
    shape: truth((decision) => decision.provisional),
  },
  {
    key: "escalates at",
    doc: { en: "When the first rung of the ladder fires.", ja: "エスカレーションの最初の段の日時。" },
    shape: moment(({ ladder }) => ladder[0] && (ladder[0].at ?? "never")),
  },
  {
    key: "escalates to",
    doc: { en: "The people that the ladder reaches, in any order.", ja: "エスカレーションが届く人。順序は問わない。" },
    shape: names(["person"], ({ ladder }) => ladder.flatMap((rung) => rung.people)),
  },
  {
    key: "surcharge",
    doc: {
      en: "35%, a range such as 0%..25% where hours already worked are unknown, an amount such as 5_000 JPY, or none.",
      ja: "35%、既に働いた時間が分からないときの 0%..25% のような範囲、5_000 JPY のような金額、または none。",
    },
    shape: surcharge((decision) => decision.surcharge),
  },
  {
    key: "ask",
    doc: { en: "Who has to be asked before anything is promised.", ja: "約束する前に確認する相手。" },
    shape: names(["person", "team"], ({ commitment }) => (commitment?.asks ?? []).map((ask) => ask.name)),
  },
  {
    key: "answered by",
    doc: { en: "By when all who are asked have answered.", ja: "確認する相手全員の回答がそろう期限。" },
    shape: moment(({ commitment }) => latestAnswer(commitment)),
  },
  {
    key: "commitment decided by",
    doc: {
      en: "The verdict line, or the exception, that answers what may be promised.",
      ja: "約束できるかどうかを決めた行、または例外。",
    },
    shape: decider(({ commitment }) => commitment?.decidedBy),
  },
  {
    key: "exception",
    doc: {
      en: "The exception in force that was laid over, or none.",
      ja: "重ねて適用された有効な例外。なければ none。",
    },
    shape: name(["exception"], (decision) => decision.exception),
  },
  {
    key: "exception over",
    doc: { en: "Exceptions that would have applied, and are over.", ja: "当てはまるはずだったが、終了した例外。" },
    shape: names(["exception"], (decision) => asideBecause(decision, "over")),
  },
  {
    key: "exception not yet",
    doc: {
      en: "Exceptions that would have applied, and have not begun.",
      ja: "当てはまるはずだったが、まだ始まっていない例外。",
    },
    shape: names(["exception"], (decision) => asideBecause(decision, "not yet")),
  },
  {
    key: "exception without effect",
    doc: {
      en: "Exceptions that would have applied, and lack an end or an approval.",
      ja: "当てはまるはずだったが、終了日または承認のない例外。",
    },
    shape: names(["exception"], (decision) => asideBecause(decision, "no effect")),
  },
  {
    key: "decided by",
    doc: {
      en: "The clause, the case or the exception that decides, such as product_support.incidents.urgent; the end of it is enough.",
      ja: "決定した条項・場合・例外。例えば product_support.incidents.urgent。末尾だけでもよい。",
    },
    shape: decider((decision) => decision.decidedBy ?? decision.commitment?.decidedBy),
  },
  {
    key: "overlays",
    doc: {
      en: "Cases and exceptions laid over the clause, in any order.",
      ja: "条項に重ねられた場合と例外。順序は問わない。",
    },
    shape: deciders((decision) => decision.overlays),
  },
  {
    key: "conflicts with",
    doc: { en: "Clauses that apply too and differ.", ja: "ほかにも当てはまり、内容の異なる条項。" },
    shape: deciders((decision) => decision.conflictsWith),
  },
  {
    key: "because",
    doc: {
      en: "A part of the reason given for what may be promised, or for a surcharge.",
      ja: "約束の可否または割増の理由の一部。",
    },
    shape: part(({ commitment, surcharge: due }) => commitment?.because ?? due?.because),
  },
  {
    key: "say",
    doc: { en: "A part of the sentence to say.", ja: "伝える文の一部。" },
    shape: part((decision) => decision.say),
  },
  {
    key: "needs",
    doc: { en: "The missing field that decides.", ja: "決め手となる、足りない項目。" },
    shape: fieldName((decision) => decision.needs?.field),
  },
];

/** Verdicts, for `commitment` and `commitment KIND`. */
export const verdictWords: readonly string[] = ["may", "ask", "never", "silent", "none"];

function latestAnswer(commitment: Commitment | undefined): Instant | "never" | undefined {
  const deadlines = (commitment?.asks ?? []).flatMap((ask) => ask.answeredBy ?? []);
  if (deadlines.some(({ deadline }) => deadline === undefined)) return "never";
  const known = deadlines.flatMap(({ deadline }) => deadline ?? []);
  return known.length > 0 ? Math.max(...known) : undefined;
}

function asideBecause(decision: Decision, because: ExceptionAside["because"]): readonly string[] {
  return decision.aside.filter((aside) => aside.because === because).map((aside) => aside.name);
}
