/** Requests put to both revisions. */
import { compile, type Engine } from "../engine/compile.ts";
import { decide } from "../engine/decide.ts";
import type { Decision, Request } from "../engine/decision.ts";
import type { StaffCustomer } from "../engine/staff.ts";
import type { Agreement, Model } from "../model/model.ts";
import type { Witness } from "../prover/witness.ts";
import type { Unit } from "./edited.ts";
import type { Revision } from "./revision.ts";

/** A revision that can be asked. */
export interface Agreed {
  readonly model: Model;
  readonly engine: Engine;
}

/** Both revisions, and a request that is put to both. */
export interface Question {
  readonly before: Agreed;
  readonly after: Agreed;
  readonly request: Request;
}

/** A revision with some of its clauses alone: enough for requests that no other clause is about. */
export function agreedOf({ model, holidays }: Revision, units: readonly Unit[]): Agreed {
  const all = [...units, ...firstOfKinds(model, new Set(units.flatMap(({ clause }) => clause.kinds)))];
  const wanted = new Set(all.map(({ clause }) => clause));
  const agreements = new Map(
    [...new Set(all.map(({ agreement }) => agreement))].map((agreement): [string, Agreement] => [
      agreement.name,
      {
        ...agreement,
        handles: agreement.handles.filter((clause) => wanted.has(clause)),
        commits: agreement.commits.filter((clause) => wanted.has(clause)),
      },
    ]),
  );
  const chosen = { ...model, agreements };
  return { model: chosen, engine: compile(chosen, holidays) };
}

/** In the zone of its first clause, or of the first of all, the answer is given to a request that none applies to. */
function firstOfKinds({ agreements }: Model, kinds: ReadonlySet<string>): readonly Unit[] {
  const left = new Set(kinds);
  const found: Unit[] = [];
  for (const agreement of agreements.values())
    for (const clause of [...agreement.handles, ...agreement.commits]) {
      const isFirst = found.length === 0 || clause.kinds.some((kind) => left.has(kind));
      if (isFirst) found.push({ agreement, clause });
      for (const kind of clause.kinds) left.delete(kind);
      if (left.size === 0 && found.length > 0) return found;
    }
  return found;
}

/** What the customer of a request is called that no revision declares: a name that nobody gives one. */
export const imaginedCustomer = "…";

/** A witness as a question; a customer that is only imagined is known to both revisions. */
export function questionOf(witness: Witness, before: Agreed, after: Agreed): Question {
  const { kind, at, fields, channel, asker, customer } = witness;
  const name =
    customer.kind === "declared" ? customer.name : customer.kind === "imagined" ? imaginedCustomer : undefined;
  const request: Request = { kind, at, fields, channel, customer: name, asker, to: undefined };
  if (customer.kind !== "imagined") return { before, after, request };
  const attributes = new Map(Object.entries(customer.attributes));
  const like: StaffCustomer = { owner: undefined, backup: undefined, handovers: undefined, attributes };
  return { before: knowing(before, like), after: knowing(after, like), request };
}

function knowing({ model, engine }: Agreed, customer: StaffCustomer): Agreed {
  const { resources } = engine;
  const { staff } = resources;
  const customers = new Map([...staff.customers, [imaginedCustomer, customer]]);
  return { model, engine: { ...engine, resources: { ...resources, staff: { ...staff, customers } } } };
}

/** Both decisions on a request. */
export interface Answers {
  readonly before: Decision;
  readonly after: Decision;
}

/** What both revisions decide, at another time perhaps. */
export function answersTo({ before, after, request }: Question, at = request.at): Answers {
  const asked = at === request.at ? request : { ...request, at };
  return { before: decide(before.engine, asked), after: decide(after.engine, asked) };
}

/** Whether people would see a difference; names of clauses, cases and exceptions make none. */
export function areDifferent({ before, after }: Answers): boolean {
  return shownText(before) !== shownText(after);
}

function shownText(decision: Decision): string {
  return JSON.stringify({ ...decision, isConflict: decision.conflictsWith.length > 0 }, (key, value: unknown) =>
    unseen.has(key) ? undefined : typeof value === "bigint" ? value.toString() : value,
  );
}

const unseen: ReadonlySet<string> = new Set([
  "request",
  "clause",
  "decidedBy",
  "overlays",
  "conflictsWith",
  "exception",
  "aside",
  "place",
]);
