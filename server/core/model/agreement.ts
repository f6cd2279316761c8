import type { AgreementDeclaration, AgreementProperty, EffectiveLine, ReviewLine } from "../syntax/tree.ts";
import { firstOfName, type Owner } from "./clause.ts";
import { commitClause } from "./commit.ts";
import { linkGuarantee, linkOwe } from "./duty.ts";
import { handleClause } from "./handle.ts";
import { nameIn, onlyLine, textIn } from "./lines.ts";
import { type Linking, missing, placeOf, reportDuplicates, reportRepeated, stated } from "./linking.ts";
import { partyNamed, teamNamed } from "./lookup.ts";
import type { Agreement, CommitClause, HandleClause, Meaning } from "./model.ts";
import { named } from "./named.ts";
import { qualified } from "./symbol.ts";
import { effectiveRange, wholeNumber } from "./times.ts";

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
  const { handles, commits } = clausesOf(linking, node);
  if (!head) return undefined;
  const { name, title, doc, place } = head;
  const zone = node.zone?.text;
  const whole = placeOf(linking, node);
  const lines = { name, title, doc, place, parties, zone, effective, review, broken, handles, commits, whole };
  return { space: "agreement", value: lines };
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
  const agreement = node.name?.text;
  const owner = agreement === undefined ? undefined : { agreement, id: qualified(agreement) };
  const clauses = node.properties.filter(isClause);
  reportDuplicates(
    linking,
    clauses.map((clause) => clause.name),
    "clause",
  );
  const linked = firstOfName(clauses.flatMap((clause) => clauseOf(linking, clause, owner) ?? []));
  return {
    handles: linked.filter((clause) => clause.kind === "handle"),
    commits: linked.filter((clause) => clause.kind === "commit"),
  };
}

function clauseOf(linking: Linking, clause: Clause, owner: Owner | undefined): HandleClause | CommitClause | undefined {
  switch (clause.kind) {
    case "handle":
      return handleClause(linking, clause, owner, undefined);
    case "commit":
      return commitClause(linking, clause, owner);
    case "guarantee":
      return linkGuarantee(linking, clause, owner);
    case "owe":
      return linkOwe(linking, clause, owner);
  }
}

type Clause = Extract<AgreementProperty, { kind: "handle" | "commit" | "guarantee" | "owe" }>;

function isClause(line: AgreementProperty): line is Clause {
  return line.kind === "handle" || line.kind === "commit" || line.kind === "guarantee" || line.kind === "owe";
}
