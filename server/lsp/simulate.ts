import { decide } from "../core/engine/decide.ts";
import { type Answer, answerOf } from "../core/features/answer/answer.ts";
import { changesInWords } from "../core/features/answer/changes.ts";
import type { AnswerReason } from "../core/features/answer/why.ts";
import { filePlaceOf } from "../core/features/spot.ts";
import { readRequestRecord } from "../core/scenarios/requests.ts";
import type { Snapshot } from "../core/workspace/snapshot.ts";
import { linkTo } from "./links.ts";
import type { Reason, SimulatedAnswer, SimulateParams, SimulateResult } from "./protocol.ts";
import type { Session } from "./session.ts";
import { snapshotFor } from "./simulatorModel.ts";

/** The answer to one request as the agreements are now, saved or not; or what is wrong with the request. */
export function simulate(session: Session, { request, uri }: SimulateParams): SimulateResult | undefined {
  const snapshot = snapshotFor(session, uri);
  if (!snapshot) return undefined;
  const { located, problems } = readRequestRecord(request, snapshot.model);
  if (!located) {
    return { problems: problems.map(({ key, message }) => ({ field: key ?? "", message: message[session.locale] })) };
  }
  const decision = decide(snapshot.engine, located.request);
  const answer = displayed(session, snapshot, answerOf(snapshot, decision, session.locale));
  return { answer: { ...answer, changes: changesInWords(snapshot, decision, session.locale) } };
}

function displayed(session: Session, snapshot: Snapshot, { why, rows, needs, ...answer }: Answer): SimulatedAnswer {
  return {
    ...answer,
    rows: rows.filter(({ ofSteps }) => !ofSteps),
    why: why.map((reason) => linked(session, snapshot, reason)),
    ...(needs
      ? {
          needs: {
            field: needs.field,
            answers: needs.answers.map(({ value, words, answer: each }) => ({
              value,
              words,
              answer: displayed(session, snapshot, each),
            })),
          },
        }
      : {}),
  };
}

function linked(session: Session, snapshot: Snapshot, { place, ...reason }: AnswerReason): Reason {
  const found = place && filePlaceOf(snapshot, place);
  const link = found && linkTo(session, snapshot, found);
  return link ? { ...reason, link } : reason;
}
