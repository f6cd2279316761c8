import type {
  AgreementDeclaration,
  EffectiveLine,
  GuaranteeClause,
  OweClause,
  ReviewLine,
  TargetLine,
} from "../syntax/tree.ts";
import { commitClause } from "./commit.ts";
import { scopeOf, subjectOf, whenOf } from "./condition.ts";
import { caseScope, clauseHead, firstOfName, handleClause } from "./handle.ts";
import { hoursOf, targetLine } from "./handle-lines.ts";
import { linesOf, nameIn, onlyLine, onlyWhere, textIn } from "./lines.ts";
import { type Linking, missing, placeOf, reportDuplicates, reportRepeated, stated } from "./linking.ts";
import { customerNamed, kindNamed, partyNamed, teamNamed } from "./lookup.ts";
import type { Agreement, Meaning } from "./model.ts";
import { named } from "./named.ts";
import { effectiveRange, minuteOf, targetOf, wholeNumber } from "./times.ts";

/** The agreement with its handle and commit clauses; guarantees and duties are resolved but decide nothing yet. */
export function agreementMeaning(linking: Linking, node: AgreementDeclaration): Meaning | undefined {
  const { properties } = node;
  const titleLine = onlyLine(linking, properties, "title");
  const head = named(linking, node, "agreement", titleLine && textIn(linking, titleLine, "title"));
  const parties = partiesOf(linking, node);
  const effective = effectiveOf(linking, onlyLine(linking, properties, "effective"));
  const review = reviewOf(linking, onlyLine(linking, properties, "review"));
  const broken = properties.flatMap((line) => {
    if (line.kind === "effective") return effective ? [] : ["effective"];
    return line.kind === "review" && !review ? ["review"] : [];
  });
  const clauses = clausesOf(linking, node);
  const zone = node.zone?.text;
  const whole = placeOf(linking, node);
  return (
    head && { space: "agreement", value: { ...head, parties, zone, effective, review, broken, ...clauses, whole } }
  );
}

/** The `effective` line; undefined, and reported, where its dates are missing or cannot be meant. */
export function effectiveOf(linking: Linking, line: EffectiveLine | undefined): Agreement["effective"] {
  if (!line) return undefined;
  const range = line.dates ? effectiveRange(linking, line.dates) : missing(linking, line, "effective", "dates");
  return stated(linking, line, range);
}

function partiesOf(linking: Linking, node: AgreementDeclaration): readonly string[] {
  if (node.parties.length < 2) missing(linking, node, "agreement", "parties");
  reportRepeated(linking, node.parties);
  for (const party of node.parties) teamNamed(linking, party);
  return [...new Set(node.parties.map((party) => party.text))];
}

function reviewOf(linking: Linking, line: ReviewLine | undefined): Agreement["review"] {
  if (!line) return undefined;
  const months = line.months ? wholeNumber(linking, line.months, "months") : missing(linking, line, "review", "months");
  const by = nameIn(linking, line, line.by, partyNamed, ["review", "by"]);
  return months === undefined || by === undefined ? undefined : stated(linking, line, { months, by });
}

function clausesOf(linking: Linking, node: AgreementDeclaration): Pick<Agreement, "handles" | "commits"> {
  const around = { agreement: node.name?.text, path: [] };
  const handles: Agreement["handles"][number][] = [];
  const commits: Agreement["commits"][number][] = [];
  const clauses = node.properties.filter(isClause);
  reportDuplicates(
    linking,
    clauses.map((clause) => clause.name),
    "clause",
  );
  for (const clause of clauses) {
    if (clause.kind === "guarantee") linkGuarantee(linking, clause, around);
    else if (clause.kind === "owe") linkOwe(linking, clause, around);
    else if (clause.kind === "handle") handles.push(...present(handleClause(linking, clause, around, undefined)));
    else commits.push(...present(commitClause(linking, clause, around)));
  }
  const firsts = new Set(firstOfName([...handles, ...commits].sort((a, b) => a.place.span.start - b.place.span.start)));
  return { handles: handles.filter((each) => firsts.has(each)), commits: commits.filter((each) => firsts.has(each)) };
}

function present<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

function isClause(
  line: AgreementDeclaration["properties"][number],
): line is Extract<AgreementDeclaration["properties"][number], { kind: "handle" | "commit" | "guarantee" | "owe" }> {
  return line.kind === "handle" || line.kind === "commit" || line.kind === "guarantee" || line.kind === "owe";
}

function linkGuarantee(linking: Linking, node: GuaranteeClause, around: Parameters<typeof clauseHead>[2]): void {
  clauseHead(linking, node, around);
  if (node.requests.length === 0) missing(linking, node, "guarantee", "requests");
  const scope = caseScope(linking, node.requests, undefined, node.name?.text ?? "", "comes later");
  if (!node.to) missing(linking, node, "guarantee", "to");
  else if (node.to.text !== "customers") customerNamed(linking, node.to);
  whenOf(linking, scope, node.when);
  for (const target of ["respond", "resolve"] as const) {
    const isTarget = (line: GuaranteeClause["properties"][number]): line is TargetLine =>
      line.kind === "target" && line.target === target;
    targetLine(linking, onlyWhere(linking, node.properties, isTarget));
  }
  hoursOf(linking, linesOf(node.properties, "hours")[0]);
}

function linkOwe(linking: Linking, node: OweClause, around: Parameters<typeof clauseHead>[2]): void {
  clauseHead(linking, node, around);
  nameIn(linking, node, node.from, teamNamed, ["owe", "from"]);
  nameIn(linking, node, node.to, teamNamed, ["owe", "to"]);
  if (!node.what) missing(linking, node, "owe", "text");
  const { rhythm } = node;
  switch (rhythm?.kind) {
    case undefined:
      missing(linking, node, "owe", "rhythm");
      break;
    case "every":
      if (!rhythm.weekdays) missing(linking, rhythm, "every", "weekday");
      if (rhythm.before) minuteOf(linking, rhythm.before);
      break;
    case "with every":
      if (rhythm.request) kindNamed(linking, rhythm.request);
      else missing(linking, rhythm, "every", "requests");
      break;
    case "within of every":
      if (rhythm.within) targetOf(linking, rhythm.within, undefined);
      else missing(linking, rhythm, "every", "duration");
      if (rhythm.request) kindNamed(linking, rhythm.request);
      else missing(linking, rhythm, "every", "requests");
      break;
    case "before every":
      linkBeforeEvery(linking, rhythm);
      break;
  }
}

function linkBeforeEvery(linking: Linking, rhythm: NonNullable<OweClause["rhythm"]> & { kind: "before every" }): void {
  targetOf(linking, rhythm.lead, undefined);
  if (!rhythm.request) return missing(linking, rhythm, "every", "requests");
  const scope = scopeOf(linking, [rhythm.request], "may be asked");
  if (rhythm.field) subjectOf(linking, scope, rhythm.field);
  else missing(linking, rhythm, "every", "field");
}
