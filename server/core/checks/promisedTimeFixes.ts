/** Repairs of times that may be promised and are too short: the limit moves, in all lines that have it. */

import { writtenAmount } from "../model/constantText.ts";
import { formatDecimal } from "../model/decimal.ts";
import type { CommitClause, Verdict } from "../model/model.ts";
import { type Atom, atomsIn, subjectKey } from "../prover/space/atoms.ts";
import type { PromisedTime } from "../prover/time/promisedTimes.ts";
import { leastWithin } from "./attempts.ts";
import type { Attempt, PlacedEdit } from "./define.ts";
import { phrase } from "./message.ts";
import { textAt } from "./places.ts";

/** Lets the shortest time be promised that is kept, short of the next limit: beyond it lines would change places. */
export function askForMoreTime({ verdict, field, agreement, target }: PromisedTime): readonly Attempt[] {
  const clause = agreement.commits.find((each) => verdictsOf(each).includes(verdict));
  const limits = clause ? verdictsOf(clause).flatMap((each) => limitsOn(each, field.name)) : [];
  const lower = limitsOn(verdict, field.name).find(({ atom }) => atom.operator.startsWith(">"));
  if (!lower || !Number.isInteger(lower.amount)) return [];
  const next = Math.min(...limits.map(({ amount }) => amount).filter((amount) => amount > lower.amount));
  const same = limits.filter(({ amount }) => amount === lower.amount);
  const attempt = leastWithin(lower.amount + 1, next, (amount) => {
    const written = writtenAmount(String(amount), target.unit);
    const title = phrase(
      "Let '{field}' be promised from {written} on",
      "「{field}」は {written} から約束できるとする",
      {
        field: field.name,
        written,
      },
    );
    return { title, edits: () => same.map(({ atom }) => withAmount(atom, written)) };
  });
  return [attempt];
}

interface Limit {
  readonly atom: Extract<Atom, { readonly kind: "compare" }>;
  readonly amount: number;
}

function limitsOn({ when }: Verdict, field: string): readonly Limit[] {
  return (when ? atomsIn(when) : []).flatMap((atom) => {
    if (atom.kind !== "compare" || subjectKey(atom.subject) !== `field ${field}`) return [];
    const { value } = atom;
    return value.kind === "decimal" ? [{ atom, amount: Number(formatDecimal(value.value)) }] : [];
  });
}

function withAmount({ place, operator }: Limit["atom"], written: string): PlacedEdit {
  const text = textAt(place);
  return { place, newText: `${text.slice(0, text.lastIndexOf(operator))}${operator} ${written}` };
}

function verdictsOf({ verdicts, cases }: CommitClause): readonly Verdict[] {
  return [...verdicts, ...cases.flatMap(verdictsOf)];
}
