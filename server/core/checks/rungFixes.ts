/** Repairs of escalations: earlier, or to somebody else. */
import type { Model, Rung, Stated, Who } from "../model/model.ts";
import type { LateRung } from "../prover/time/ladders.ts";
import type { Terms } from "../prover/time/terms.ts";
import type { Target } from "../time/spec.ts";
import {
  type Duration,
  earlierThan,
  inOneSpace,
  lineAfter,
  moreTimeFor,
  statingIn,
  withDuration,
} from "./amountFixes.ts";
import { firstOf } from "./attempts.ts";
import type { Attempt, Fix } from "./define.ts";
import { peopleOf } from "./deputyFixes.ts";
import { replaceFix, writtenName } from "./fixes.ts";
import { phrase } from "./message.ts";
import { whoInWords } from "./people.ts";
import { textAt } from "./places.ts";

/** Escalates earlier, where the target is stated if that is in a case, or gives the target more time. */
export function earlierAttempts({ rung, target, terms }: LateRung): readonly Attempt[] {
  const sooner = earlierThan(target.value);
  const id = statingIn(terms, target);
  const isOfCase = id !== statingLadder(terms) && !textAt(target.place).includes("->");
  return [
    ...(isOfCase ? [firstOf(sooner.map((after) => ownLadder(id, terms, rung, target, after)))] : []),
    firstOf(sooner.map((after) => earlierRung(rung, after))),
    moreTimeFor(id, target),
  ];
}

function earlierRung({ place, value }: Stated<Rung>, after: Duration): Fix {
  const line = withDuration(textAt(place), value.after, after);
  return replaceFix(phrase("Escalate earlier: '{line}'", "もっと早く上げる（{line}）", { line }), place, line);
}

/** What restates one rung restates the ladder (language.md M3): those before it stay. */
function ownLadder(id: string, { lines }: Terms, late: Stated<Rung>, target: Stated<Target>, after: Duration): Fix {
  const rungs = lines.escalate?.value ?? [];
  const others = rungs.slice(0, Math.max(0, rungs.indexOf(late))).map(({ place }) => textAt(place));
  const line = withDuration(textAt(late.place), late.value.after, after);
  const title = phrase("Escalate earlier in '{id}': '{line}'", "「{id}」ではもっと早く上げる（{line}）", { id, line });
  return { title, edits: () => [lineAfter(target.place, [...others, line])] };
}

/** The id of what states the ladder. */
function statingLadder({ rule, overlays, lines }: Terms): string {
  return overlays.find(({ says }) => says.lines.escalate === lines.escalate)?.id ?? rule.clause.id;
}

/** Escalates to somebody else: all of the team, a lead of the agreement, or a colleague of whoever handles it. */
export function elsewhereAttempts(model: Model, { place, value }: Stated<Rung>, terms: Terms): readonly Attempt[] {
  const now = whoInWords(value.to);
  const fixes = othersFor(model, value.to, terms)
    .filter((who) => who !== now)
    .map((who) => {
      const line = inOneSpace(textAt(place)).replace(/\bto\s+.*$/, `to ${who}`);
      return replaceFix(phrase("Escalate to '{who}' instead", "「{who}」に上げる", { who }), place, line);
    });
  return [firstOf(fixes)];
}

function othersFor({ teams }: Model, to: Who, { lines, rule }: Terms): readonly string[] {
  const own = "team" in to ? [to.team] : [];
  const handler = lines.by && "team" in lines.by.value ? teams.get(lines.by.value.team) : undefined;
  const parties = rule.scope.agreement.parties.filter((each) => teams.has(each));
  return [
    ...own.map((team) => `all of ${writtenName(team)}`),
    ...[...new Set([...(handler ? [handler.name] : []), ...parties])].map((team) => `lead of ${writtenName(team)}`),
    ...(handler ? peopleOf(handler).map(writtenName) : []),
  ];
}
