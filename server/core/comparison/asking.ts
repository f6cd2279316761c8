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
  const wanted = new Set(units.map(({ clause }) => clause));
  const agreements = new Map(
    [...new Set(units.map(({ agreement }) => agreement))].map((agreement): [string, Agreement] => [
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

/** A name that nobody gives a customer. */
const imagined = "…";

/** A witness as a question; a customer that is only imagined is known to both revisions. */
export function questionOf(witness: Witness, before: Agreed, after: Agreed): Question {
  const { kind, at, fields, channel, asker, customer } = witness;
  const name = customer.kind === "declared" ? customer.name : customer.kind === "imagined" ? imagined : undefined;
  const request: Request = { kind, at, fields, channel, customer: name, asker, to: undefined };
  if (customer.kind !== "imagined") return { before, after, request };
  const attributes = new Map(Object.entries(customer.attributes));
  const like: StaffCustomer = { owner: undefined, backup: undefined, handovers: undefined, attributes };
  return { before: knowing(before, like), after: knowing(after, like), request };
}

function knowing({ model, engine }: Agreed, customer: StaffCustomer): Agreed {
  const { resources } = engine;
  const { staff } = resources;
  const customers = new Map([...staff.customers, [imagined, customer]]);
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
