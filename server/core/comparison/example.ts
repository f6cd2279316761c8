/** A request that shows a difference, put to both revisions. */
import type { Witness } from "../prover/space/witness.ts";
import { witnessInWords } from "../prover/space/words.ts";
import type { Instant } from "../time/spec.ts";
import { answersTo, type Question } from "./asking.ts";
import { handlingChanges, promiseChanges } from "./changes.ts";
import type { Compared } from "./clauses.ts";
import type { Example } from "./difference.ts";
import { saidTo } from "./said.ts";

/** What is put to both revisions, in words and as a question. */
export interface Shower {
  readonly witness: Witness;
  readonly question: Question;
  /** The keys of the changes that it is to show. */
  readonly own: ReadonlySet<string>;
  /** The keys of those that no request shows. */
  readonly unseen: readonly string[];
}

/** The example of a time; its words name the zone of the time where an answer is read in another. */
export function exampleAt(compared: Compared, shower: Shower, at: Instant): Example {
  const { witness, question } = shower;
  const { space, kind, ground } = compared.focus;
  const { before, after } = answersTo(question, at);
  const { en, ja } = witnessInWords(space, { ...witness, at }, { kind, attributes: ground.attributes });
  const zone = space.zone.id;
  const isRead = before.zone === zone && after.zone === zone;
  return {
    request: isRead ? { en, ja } : { en: `${en} (${zone})`, ja: `${ja}（${zone}）` },
    zone,
    isAlone: areOnly(changesAt(compared, question, at), shower),
    before: { ...question.before, decision: before },
    after: { ...question.after, decision: after },
  };
}

/** The keys of all that clauses change in the answers to a question at a time. */
export function changesAt({ pair }: Compared, { before, after, request }: Question, at: Instant): ReadonlySet<string> {
  const [old, now] = [before, after].map(({ engine }) => saidTo(engine, { ...request, at }));
  if (!old || !now) return new Set();
  const changes = [...handlingChanges(old, now, pair.calendars), ...promiseChanges(old, now)];
  return new Set(changes.map(({ key }) => key));
}

/** Whether some changes show nothing else than is to be shown; which channels are named goes with which are taken. */
export function areOnly(changes: ReadonlySet<string>, { own, unseen }: Pick<Shower, "own" | "unseen">): boolean {
  return [...changes].every((key) => own.has(key) || own.has(key.replace("offered", "via")) || unseen.includes(key));
}
