import type { Commitment, Decision, ExceptionAside } from "../engine/decision.ts";
import type { Instant } from "../time/spec.ts";
import type { Shape } from "./judge.ts";
import { decider, deciders, fieldName, moment, name, names, part, surcharge, truth, word } from "./shapes.ts";

/** A key of `expect`: a part of a decision, and how its value is written. */
export interface ExpectKey {
  readonly key: string;
  readonly doc: string;
  readonly shape: Shape;
}

/** The keys of `expect`, for reading it, for completion and for the JSON Schema. */
export const expectKeys: readonly ExpectKey[] = [
  {
    key: "outcome",
    doc: "handled: goes the way it came. redirect: by another channel, or to the team. declined: a deliberate no. unhandled: no clause. unstaffed: nobody is left. needs: a field is missing. question: the kind only has commitments.",
    shape: word(
      ["handled", "redirect", "declined", "unhandled", "unstaffed", "needs", "question"],
      (decision) => decision.outcome,
    ),
  },
  { key: "handler", doc: "The team that handles it.", shape: name(["team"], (decision) => decision.team) },
  {
    key: "person",
    doc: "The person who answers; none where the team as a whole does.",
    shape: name(["person"], (decision) => decision.person),
  },
  {
    key: "person because",
    doc: "How that person was found.",
    shape: word(["on duty", "deputy", "next in turn", "lead", "named", "none"], (decision) => decision.personBecause),
  },
  {
    key: "instead of",
    doc: "Whose turn it would have been, where that person is away.",
    shape: name(["person"], (decision) => decision.insteadOf),
  },
  {
    key: "channel",
    doc: "The channel that the request goes by: its own, when it is handled.",
    shape: name(["channel"], (decision) => decision.channel),
  },
  {
    key: "redirect",
    doc: "The channels to use instead, in any order; none where the request goes the way it came.",
    shape: names(["channel"], (decision) => decision.redirect),
  },
  {
    key: "redirect because",
    doc: "Why it is redirected.",
    shape: word(
      ["addressed to a person", "channel not listed", "channel not open now", "none"],
      (decision) => decision.redirectBecause,
    ),
  },
  {
    key: "closed until",
    doc: "When the team's hours begin again; none where it is open at the time of the request, never where it stays closed.",
    shape: moment(({ closed }) => closed && (closed.until ?? "never")),
  },
  {
    key: "clock start",
    doc: "When the clock of business hours starts.",
    shape: moment(({ clockStart }) => clockStart),
  },
  {
    key: "respond by",
    doc: "The deadline of the first answer; never where no opening is found for it.",
    shape: moment(({ respond }) => respond && (respond.deadline ?? "never")),
  },
  {
    key: "respond breached after",
    doc: "An answer later than this breaks the target.",
    shape: moment(({ respond }) => respond && (respond.breachedAfter ?? "never")),
  },
  {
    key: "resolve by",
    doc: "The deadline of the solution; never where no opening is found for it.",
    shape: moment(({ resolve }) => resolve && (resolve.deadline ?? "never")),
  },
  {
    key: "resolve breached after",
    doc: "A solution later than this breaks the target.",
    shape: moment(({ resolve }) => resolve && (resolve.breachedAfter ?? "never")),
  },
  {
    key: "provisional",
    doc: "yes: the times hold if the request is sent again at once.",
    shape: truth((decision) => decision.provisional),
  },
  {
    key: "escalates at",
    doc: "When the first rung of the ladder fires.",
    shape: moment(({ ladder }) => ladder[0] && (ladder[0].at ?? "never")),
  },
  {
    key: "escalates to",
    doc: "The people that the ladder reaches, in any order.",
    shape: names(["person"], ({ ladder }) => ladder.flatMap((rung) => rung.people)),
  },
  {
    key: "surcharge",
    doc: "35%, a range such as 0%..25% where hours already worked are unknown, an amount such as 5_000 JPY, or none.",
    shape: surcharge((decision) => decision.surcharge),
  },
  {
    key: "ask",
    doc: "Who has to be asked before anything is promised.",
    shape: names(["person", "team"], ({ commitment }) => (commitment?.asks ?? []).map((ask) => ask.name)),
  },
  {
    key: "answered by",
    doc: "By when all who are asked have answered.",
    shape: moment(({ commitment }) => latestAnswer(commitment)),
  },
  {
    key: "commitment decided by",
    doc: "The verdict line, or the exception, that answers what may be promised.",
    shape: decider(({ commitment }) => commitment?.decidedBy),
  },
  {
    key: "exception",
    doc: "The exception in force that was laid over, or none.",
    shape: name(["exception"], (decision) => decision.exception),
  },
  {
    key: "exception over",
    doc: "Exceptions that would have applied, and are over.",
    shape: names(["exception"], (decision) => asideBecause(decision, "over")),
  },
  {
    key: "exception not yet",
    doc: "Exceptions that would have applied, and have not begun.",
    shape: names(["exception"], (decision) => asideBecause(decision, "not yet")),
  },
  {
    key: "exception without effect",
    doc: "Exceptions that would have applied, and lack an end or an approval.",
    shape: names(["exception"], (decision) => asideBecause(decision, "no effect")),
  },
  {
    key: "decided by",
    doc: "The clause, the case or the exception that decides, such as product_support.incidents.urgent; the end of it is enough.",
    shape: decider((decision) => decision.decidedBy ?? decision.commitment?.decidedBy),
  },
  {
    key: "overlays",
    doc: "Cases and exceptions laid over the clause, in any order.",
    shape: deciders((decision) => decision.overlays),
  },
  {
    key: "conflicts with",
    doc: "Clauses that apply too and differ.",
    shape: deciders((decision) => decision.conflictsWith),
  },
  {
    key: "because",
    doc: "A part of the reason given for what may be promised, or for a surcharge.",
    shape: part(({ commitment, surcharge: due }) => commitment?.because ?? due?.because),
  },
  { key: "say", doc: "A part of the sentence to say.", shape: part((decision) => decision.say) },
  {
    key: "needs",
    doc: "The missing field that decides.",
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
