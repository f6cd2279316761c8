/** Customers that have other attributes: clauses as they read for one of them. */
import type {
  Agreement,
  CommitClause,
  Condition,
  Constant,
  Customer,
  Exception,
  HandleClause,
  Model,
  Subject,
  Verdict,
} from "../model/model.ts";
import { atomsIn, holdsOf, isNegated } from "../prover/space/atoms.ts";
import { attributesText } from "./ground.ts";
import { type Pair, pairOf, type Revision } from "./revision.ts";

/** Two revisions as they read for one customer. */
export interface CustomerPair {
  readonly customer: string;
  readonly pair: Pair;
}

/** Both revisions once for each customer that both have, with other attributes. */
export function customerPairs({ before, after }: Pair): readonly CustomerPair[] {
  return changedCustomers({ before, after }).map(({ old, now }) => ({
    customer: now.name,
    pair: pairOf(revisionFor(before, old, now), revisionFor(after, now, now)),
  }));
}

/** The customers that both revisions have, with other attributes. */
export function changedCustomers({
  before,
  after,
}: Pick<Pair, "before" | "after">): readonly { readonly old: Customer; readonly now: Customer }[] {
  return [...after.model.customers.values()].flatMap((now) => {
    const old = before.model.customers.get(now.name);
    return old && old !== now && attributesText(old) !== attributesText(now) ? [{ old, now }] : [];
  });
}

function revisionFor({ model, holidays, today }: Revision, customer: Customer, now: Customer): Revision {
  return { model: modelFor(model, customer, now), holidays, today };
}

/** What is impossible is read as it is now, in both. */
function modelFor(model: Model, customer: Customer, now: Customer): Model {
  const agreements = new Map(
    [...model.agreements].map(([name, each]) => [name, agreementFor(each, customer)] as const),
  );
  const exceptionsOf = new Map(
    [...model.exceptionsOf].map(
      ([id, each]) => [id, each.map((exception) => exceptionFor(exception, customer))] as const,
    ),
  );
  const facts = model.facts.map((fact) => ({ ...fact, when: conditionFor(fact.when, now) }));
  return { ...model, agreements, exceptionsOf, facts };
}

function agreementFor(agreement: Agreement, customer: Customer): Agreement {
  const [handles, commits] = [
    agreement.handles.map((clause) => clauseFor(clause, customer)),
    agreement.commits.map((clause) => clauseFor(clause, customer)),
  ];
  const isSame = handles.every((each, index) => each === agreement.handles[index]);
  return isSame && commits.every((each, index) => each === agreement.commits[index])
    ? agreement
    : { ...agreement, handles, commits };
}

function clauseFor<Clause extends HandleClause | CommitClause>(clause: Clause, customer: Customer): Clause {
  const verdicts = "verdicts" in clause ? clause.verdicts : [];
  const conditions = [clause.when, ...verdicts.map(({ when }) => when), ...steps(clause)];
  const cases = clause.cases.map((each) => clauseFor(each, customer));
  const isSame = cases.every((each, index) => each === clause.cases[index]);
  if (isSame && !conditions.some((when) => when && asksAbout(when))) return clause;
  const when = clause.when && conditionFor(clause.when, customer);
  const own = "verdicts" in clause ? { verdicts: verdicts.map((each) => verdictFor(each, customer)) } : {};
  const lines = "lines" in clause ? { lines: linesFor(clause.lines, customer) } : {};
  return { ...clause, when, cases, ...own, ...lines };
}

function steps(clause: HandleClause | CommitClause): readonly (Condition | undefined)[] {
  return clause.kind === "handle" ? (clause.lines.steps?.value ?? []).map(({ when }) => when) : [];
}

function linesFor(lines: HandleClause["lines"], customer: Customer): HandleClause["lines"] {
  if (!lines.steps) return lines;
  const value = lines.steps.value.map((step) => ({ ...step, when: step.when && conditionFor(step.when, customer) }));
  return { ...lines, steps: { ...lines.steps, value } };
}

function exceptionFor(exception: Exception, customer: Customer): Exception {
  const { when, verdicts, lines } = exception;
  return {
    ...exception,
    when: when && conditionFor(when, customer),
    verdicts: verdicts.map((each) => verdictFor(each, customer)),
    lines: linesFor(lines, customer),
  };
}

function verdictFor(verdict: Verdict, customer: Customer): Verdict {
  return { ...verdict, when: verdict.when && conditionFor(verdict.when, customer) };
}

function asksAbout(when: Condition): boolean {
  return atomsIn(when).some(({ subject }) => subject.kind === "attribute" || subject.kind === "customer");
}

/** What is asked about the customer is answered: by a condition that never holds, or the contrary of one. */
function conditionFor(when: Condition, customer: Customer): Condition {
  switch (when.kind) {
    case "and":
    case "or":
      return { ...when, parts: when.parts.map((part) => conditionFor(part, customer)) };
    case "not":
      return { ...when, part: conditionFor(when.part, customer) };
    case "is":
    case "compare": {
      const { subject, place } = when;
      if (subject.kind !== "attribute" && subject.kind !== "customer") return when;
      const value = valueFor(subject, customer);
      const never: Condition = { kind: "broken", place };
      return holdsOf(when, value) !== isNegated(when) ? { kind: "not", part: never, place } : never;
    }
    case "during":
    case "on":
    case "broken":
      return when;
    default:
      return when satisfies never;
  }
}

function valueFor(subject: Subject, { name, attributes }: Customer): Constant | undefined {
  return subject.kind === "attribute" ? attributes.get(subject.name)?.value : { kind: "name", name };
}
