/** Requests put to both revisions. */
import { compile, type Engine } from "../engine/compile.ts";
import { decide } from "../engine/decide.ts";
import type { Decision, Request } from "../engine/decision.ts";
import type { StaffCustomer } from "../engine/staff.ts";
import type { Agreement, Model } from "../model/model.ts";
import type { Witness } from "../prover/space/witness.ts";
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
  return { before: knowing(before, attributes), after: knowing(after, attributes), request };
}

/** Somebody owns the imagined customer, where customers are owned: else nothing that their owner does could be told. */
function knowing({ model, engine }: Agreed, attributes: StaffCustomer["attributes"]): Agreed {
  const { resources } = engine;
  const { staff } = resources;
  const owned = [...staff.customers.values()].find(({ owner }) => owner !== undefined);
  const customer: StaffCustomer = { owner: owned?.owner, backup: undefined, handovers: undefined, attributes };
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
  return before.conflictsWith.length > 0 !== after.conflictsWith.length > 0 || !isSeenTheSame(before, after);
}

function isSeenTheSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const [ours, theirs] = [Object.entries(one), new Map<string, unknown>(Object.entries(other))];
  if (ours.length !== theirs.size) return false;
  return ours.every(([key, value]) => unseen.has(key) || isSeenTheSame(value, theirs.get(key)));
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
