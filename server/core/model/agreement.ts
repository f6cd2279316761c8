import type { AgreementDeclaration, AgreementProperty, EffectiveLine, ReviewLine } from "../syntax/tree.ts";
import { firstOfName, type Owner } from "./clause.ts";
import { commitClause } from "./commit.ts";
import { guaranteeOf, obligationOf } from "./duty.ts";
import { handleClause } from "./handle.ts";
import { nameIn, onlyLine, textIn } from "./lines.ts";
import { type Linking, missing, placeOf, reportDuplicates, reportRepeated, stated, trimmed } from "./linking.ts";
import { partyNamed, teamNamed } from "./lookup.ts";
import type { Agreement, CommitClause, HandleClause, Meaning } from "./model.ts";
import { named } from "./named.ts";
import { noSteps } from "./stepSymbols.ts";
import { qualified } from "./symbol.ts";
import { effectiveRange, wholeNumber } from "./times.ts";
import type { Guarantee, Obligation } from "./work.ts";

/** The agreement with its clauses, guarantees and what the parties owe each other. */
export function agreementMeaning(linking: Linking, node: AgreementDeclaration): Meaning | undefined {
  const { properties } = node;
  const titleLine = onlyLine(linking, properties, "title");
  const head = named(linking, node, "agreement", titleLine && textIn(linking, titleLine, "title"));
  const parties = partiesOf(linking, node);
  const effective = effectiveOf(linking, onlyLine(linking, properties, "effective"));
  const review = reviewOf(linking, onlyLine(linking, properties, "review"));
  const { handles, commits, guarantees, obligations, unread } = clausesOf(linking, node);
  const broken = properties.flatMap((line) => {
    if (line.kind === "effective") return effective ? [] : ["effective"];
    return line.kind === "review" && !review ? ["review"] : [];
  });
  if (!head) return undefined;
  const { name, title, doc, place } = head;
  const zone = node.zone?.text;
  const whole = placeOf(linking, node);
  return {
    space: "agreement",
    value: {
      name,
      title,
      doc,
      place,
      parties,
      zone,
      effective,
      review,
      broken: [...broken, ...unread],
      handles,
      commits,
      guarantees,
      obligations,
      whole,
    },
  };
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

interface Clauses extends Pick<Agreement, "handles" | "commits" | "guarantees" | "obligations"> {
  /** `owe` where something that is owed could not be read. */
  readonly unread: readonly "owe"[];
}

function clausesOf(linking: Linking, node: AgreementDeclaration): Clauses {
  const agreement = node.name?.text;
  const owner = agreement === undefined ? undefined : { agreement, id: qualified(agreement) };
  const clauses = node.properties.filter(isClause);
  reportDuplicates(
    linking,
    clauses.map((clause) => clause.name),
    "clause",
  );
  const found: Found = { deciding: [], guarantees: [], obligations: [] };
  for (const clause of clauses) addClause(linking, clause, owner, found);
  const deciding = firstOfName(found.deciding);
  const owed = clauses.filter(({ kind }) => kind === "owe").length;
  return {
    handles: trimmed(deciding.filter((clause) => clause.kind === "handle")),
    commits: trimmed(deciding.filter((clause) => clause.kind === "commit")),
    guarantees: trimmed(firstOfName(found.guarantees)),
    obligations: trimmed(firstOfName(found.obligations)),
    unread: found.obligations.length < owed ? ["owe"] : [],
  };
}

interface Found {
  readonly deciding: (HandleClause | CommitClause)[];
  readonly guarantees: Guarantee[];
  readonly obligations: Obligation[];
}

function addClause(linking: Linking, clause: Clause, owner: Owner | undefined, found: Found): void {
  switch (clause.kind) {
    case "handle":
      return addTo(found.deciding, handleClause(linking, clause, owner, undefined, noSteps));
    case "commit":
      return addTo(found.deciding, commitClause(linking, clause, owner));
    case "guarantee":
      return addTo(found.guarantees, guaranteeOf(linking, clause, owner));
    case "owe":
      return addTo(found.obligations, obligationOf(linking, clause, owner));
  }
}

function addTo<T>(list: T[], value: T | undefined): void {
  if (value) list.push(value);
}

type Clause = Extract<AgreementProperty, { kind: "handle" | "commit" | "guarantee" | "owe" }>;

function isClause(line: AgreementProperty): line is Clause {
  return line.kind === "handle" || line.kind === "commit" || line.kind === "guarantee" || line.kind === "owe";
}
