import type { GuaranteeClause, OweClause, OweRhythm, TargetLine } from "../syntax/tree.ts";
import type { Target } from "../time/spec.ts";
import { clauseScope, declaredClause, type Owner } from "./clause.ts";
import { scopeOf, subjectOf, whenOf } from "./condition.ts";
import { hoursOf, targetLine } from "./handleLines.ts";
import { firstLine, linesOf, nameIn, onlyLine } from "./lines.ts";
import { type Linking, missing, placeOf } from "./linking.ts";
import { customerNamed, kindNamed, teamNamed } from "./lookup.ts";
import { minuteOf, targetOf, weekdayMask } from "./times.ts";
import type { Guarantee, Obligation, Rhythm } from "./work.ts";

/** The guarantee; undefined where it lacks a name, or it cannot be told to whom it is given. */
export function guaranteeOf(linking: Linking, node: GuaranteeClause, outer: Owner | undefined): Guarantee | undefined {
  const owner = declaredClause(linking, node, outer);
  if (node.requests.length === 0) missing(linking, node, "guarantee", "requests");
  const scope = clauseScope(linking, node.requests, undefined, node.name, "comes later");
  const to = receiverOf(linking, node);
  const when = whenOf(linking, scope, node);
  const lines = guaranteeLines(linking, node);
  if (!owner || !node.name || to === undefined) return undefined;
  return {
    name: node.name.text,
    title: undefined,
    doc: node.doc,
    place: placeOf(linking, node.name),
    id: owner.id,
    agreement: owner.agreement,
    kinds: [...new Set(node.requests.map((request) => request.text))],
    to: to === "customers" ? undefined : to,
    when,
    hours: lines.hours,
    respond: lines.respond,
    resolve: lines.resolve,
    broken: lines.broken,
    whole: placeOf(linking, node),
  };
}

function receiverOf(linking: Linking, node: GuaranteeClause): string | undefined {
  if (node.to?.text === "customers") return node.to.text;
  return nameIn(linking, node, node.to, customerNamed, ["guarantee", "to"]);
}

function guaranteeLines(
  linking: Linking,
  { properties }: GuaranteeClause,
): Pick<Guarantee, "hours" | "respond" | "resolve" | "broken"> {
  const found: { respond?: TargetLine; resolve?: TargetLine } = {};
  for (const line of linesOf(properties, "target")) found[line.target] = firstLine(linking, found[line.target], line);
  const respond = targetLine(linking, found.respond);
  const resolve = targetLine(linking, found.resolve);
  const hoursLine = onlyLine(linking, properties, "hours");
  const hours = hoursOf(linking, hoursLine);
  const broken: string[] = [];
  if (found.respond && !respond) broken.push("respond");
  if (found.resolve && !resolve) broken.push("resolve");
  if (hoursLine && !hours) broken.push("hours");
  return { hours, respond, resolve, broken };
}

/** What one party owes the other; undefined where it lacks a name, a party, what is owed or when. */
export function obligationOf(linking: Linking, node: OweClause, outer: Owner | undefined): Obligation | undefined {
  const owner = declaredClause(linking, node, outer);
  const from = nameIn(linking, node, node.from, teamNamed, ["owe", "from"]);
  const to = nameIn(linking, node, node.to, teamNamed, ["owe", "to"]);
  const what = node.what ? node.what.value : missing(linking, node, "owe", "text");
  const rhythm = node.rhythm ? rhythmOf(linking, node.rhythm) : missing(linking, node, "owe", "rhythm");
  if (!owner || !node.name || from === undefined || to === undefined || what === undefined || !rhythm) return undefined;
  return {
    name: node.name.text,
    title: undefined,
    doc: node.doc,
    place: placeOf(linking, node.name),
    id: owner.id,
    agreement: owner.agreement,
    from,
    to,
    what,
    rhythm,
    whole: placeOf(linking, node),
  };
}

function rhythmOf(linking: Linking, rhythm: OweRhythm): Rhythm | undefined {
  switch (rhythm.kind) {
    case "every": {
      if (!rhythm.weekdays) return missing(linking, rhythm, "every", "weekday");
      const before = rhythm.before && minuteOf(linking, rhythm.before);
      if (rhythm.before && before === undefined) return undefined;
      return { kind: "every", weekdays: weekdayMask(rhythm.weekdays), before };
    }
    case "with every": {
      const request = requestOf(linking, rhythm);
      return request === undefined ? undefined : { kind: "with every", request };
    }
    case "within of every": {
      const within: Target | undefined = rhythm.within
        ? targetOf(linking, rhythm.within, undefined)
        : missing(linking, rhythm, "every", "duration");
      const request = requestOf(linking, rhythm);
      return within && request !== undefined ? { kind: "within of every", within, request } : undefined;
    }
    case "before every":
      return beforeEvery(linking, rhythm);
  }
}

function requestOf(linking: Linking, rhythm: Exclude<OweRhythm, { kind: "every" }>): string | undefined {
  return rhythm.request ? kindNamed(linking, rhythm.request)?.name : missing(linking, rhythm, "every", "requests");
}

function beforeEvery(linking: Linking, rhythm: OweRhythm & { readonly kind: "before every" }): Rhythm | undefined {
  const lead = targetOf(linking, rhythm.lead, undefined);
  if (!rhythm.request) return missing(linking, rhythm, "every", "requests");
  const scope = scopeOf(linking, [rhythm.request], "may be asked");
  if (!rhythm.field) return missing(linking, rhythm, "every", "field");
  const subject = subjectOf(linking, scope, rhythm.field);
  const [kind] = scope.kinds;
  if (!lead || !kind || subject?.subject.kind !== "field") return undefined;
  return { kind: "before every", lead, field: subject.name, request: kind.name };
}
