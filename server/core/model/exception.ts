import { headOf } from "../syntax/path.ts";
import type { ApprovedLine, ExceptionDeclaration, ExceptionProperty, Name } from "../syntax/tree.ts";
import { effectiveOf } from "./agreement.ts";
import { calendarRules } from "./calendar.ts";
import { verdictsOf } from "./commit.ts";
import { type Scope, whenOf } from "./condition.ts";
import type { KnownClause } from "./declared.ts";
import { handleLines } from "./handleLines.ts";
import { linesOf, nameIn, onlyLine, textIn } from "./lines.ts";
import { ask, askWhole, type Linking, missing, placeOf, stated, uses } from "./linking.ts";
import { exceptionNamed, partyNamed, personNamed, reportUnknown } from "./lookup.ts";
import type { Exception, Meaning, Sought } from "./model.ts";
import { named } from "./named.ts";
import type { StepPlace } from "./step.ts";
import { noSteps } from "./stepSymbols.ts";
import { clauseSymbol, inside, qualified, symbolOf } from "./symbol.ts";
import { dayOfLiteral } from "./times.ts";

/** The exception that is declared; undefined where it lacks its name or what it bends. */
export function exceptionMeaning(linking: Linking, node: ExceptionDeclaration): Meaning | undefined {
  const { properties } = node;
  const head = named(linking, node, "exception", undefined);
  const base = baseOf(linking, node);
  const scope = baseScope(linking, base?.clause);
  if (base?.clause) reportFit(linking, node, base.clause);
  const whole = placeOf(linking, node);
  const when = whenOf(linking, scope, node);
  const open = calendarRules(linking, linesOf(properties, "open line"));
  const lines = handleLines(linking, properties, scope, stepPlaceOf(base?.clause));
  const id = node.name && qualified(node.name.text);
  const verdicts = verdictsOf(linking, linesOf(properties, "verdict"), scope, id);
  const { effective, owner, approved, reason, renews, broken } = consent(linking, properties);
  if (!head || !base) return undefined;
  const { name, title, doc, place } = head;
  return {
    space: "exception",
    value: {
      name,
      title,
      doc,
      place,
      base: base.id,
      basePlace: base.place,
      when,
      effective,
      open,
      lines,
      verdicts,
      owner,
      approved,
      reason,
      renews,
      broken,
      whole,
    },
  };
}

function consent(linking: Linking, lines: readonly ExceptionProperty[]) {
  const effective = effectiveOf(linking, onlyLine(linking, lines, "effective"));
  const owner = onlyLine(linking, lines, "owner");
  const approved = approvedOf(linking, onlyLine(linking, lines, "approved"));
  const reason = onlyLine(linking, lines, "reason");
  const renews = onlyLine(linking, lines, "renews");
  const read = {
    effective,
    owner: owner && stated(linking, owner, nameIn(linking, owner, owner.person, personNamed, ["owner", "person"])),
    approved,
    reason: reason && stated(linking, reason, textIn(linking, reason, "reason")),
    renews:
      renews &&
      stated(linking, renews, nameIn(linking, renews, renews.exception, exceptionNamed, ["renews", "exception"])),
  };
  const broken = lines.flatMap((line) => {
    if (!isConsent(line)) return [];
    return read[line.kind] ? [] : [line.kind];
  });
  return { ...read, broken };
}

function isConsent(
  line: ExceptionProperty,
): line is Extract<ExceptionProperty, { kind: "effective" | "owner" | "approved" | "reason" | "renews" }> {
  return consentKinds.has(line.kind);
}

function approvedOf(linking: Linking, line: ApprovedLine | undefined): Exception["approved"] {
  if (!line) return undefined;
  const by = nameIn(linking, line, line.by, partyNamed, ["approved", "by"]);
  const on = line.on ? dayOfLiteral(linking, line.on) : missing(linking, line, "approved", "date");
  return by === undefined || on === undefined ? undefined : stated(linking, line, { by, on });
}

interface Base {
  readonly id: string;
  readonly place: Exception["basePlace"];
  /** Undefined where no such clause is declared. */
  readonly clause: KnownClause | undefined;
}

/** What the exception bends: `agreement.clause`, a case in it, or a verdict line, which stands for its clause. */
function baseOf(linking: Linking, node: ExceptionDeclaration): Base | undefined {
  const [agreement, ...path] = node.base;
  if (!agreement) return missing(linking, node, "exception", "base");
  ask(linking, "agreements");
  ask(linking, "clauses");
  const known = linking.names.agreements.get(agreement.text);
  uses(linking, agreement, agreementSought, known?.symbol);
  if (!known) reportUnknown(linking, agreement, agreementSought.spaces, []);
  const last = path.at(-1);
  if (!last) return missing(linking, node, "exception", "base");
  const place = placeOf(linking, { start: agreement.start, end: last.end });
  if (known) return clauseOf(linking, agreement, path, place);
  for (const name of path) uses(linking, name, clauseSought, undefined);
  return { id: pathOf(agreement, path), place, clause: undefined };
}

function clauseOf(linking: Linking, agreement: Name, path: readonly Name[], place: Base["place"]): Base {
  let id = qualified(agreement.text);
  let owner = symbolOf("agreement", agreement.text);
  let clause: KnownClause | undefined;
  for (const [index, name] of path.entries()) {
    const inner = inside(id, name.text);
    const known = linking.names.clauses.get(inner);
    if (!known && index === path.length - 1 && clause?.kind === "commit" && verdicts.has(name.text)) break;
    uses(linking, name, clauseSought, known && clauseSymbol(inner));
    if (!known) {
      reportUnknown(linking, name, clauseSought.spaces, [owner]);
      for (const rest of path.slice(index + 1)) uses(linking, rest, clauseSought, undefined);
      return { id: pathOf(agreement, path), place, clause: undefined };
    }
    id = inner;
    owner = clauseSymbol(inner);
    clause = known;
  }
  return { id, place, clause };
}

function pathOf(agreement: Name, path: readonly Name[]): string {
  return path.reduce((id, name) => inside(id, name.text), qualified(agreement.text));
}

/** The kinds are named in the base and not in the exception. */
function baseScope(linking: Linking, clause: KnownClause | undefined): Scope {
  askWhole(linking, "kinds");
  const requests = clause?.requests ?? [];
  const kinds = [...new Set(requests)].flatMap((name) => linking.names.kinds.get(name) ?? []);
  const incomplete = !clause || kinds.length < new Set(requests).size;
  return {
    kinds,
    incomplete,
    channel: clause?.kind === "handle" ? "comes later" : "may be asked",
    fields: "of every kind",
  };
}

/** A step that an exception adds belongs to what it bends, where others that it has are known. */
function stepPlaceOf(clause: KnownClause | undefined): StepPlace | undefined {
  if (!clause) return undefined;
  return { id: clause.name, below: clause.steps ?? noSteps };
}

/** An exception lays over its clause only lines that such a clause can have. */
function reportFit(linking: Linking, node: ExceptionDeclaration, { kind }: KnownClause): void {
  if (kind === "guarantee" || kind === "owe") {
    const last = node.base.at(-1);
    if (last)
      linking.problems.push({ kind: "cannot be bent", place: placeOf(linking, last), name: last.text, base: kind });
    return;
  }
  for (const line of node.properties) {
    if (line.kind === "unknown line" || isConsent(line) || (line.kind === "verdict") === (kind === "commit")) continue;
    const word = linking.item.text.slice(line.start, line.headEnd);
    linking.problems.push({ kind: "line does not fit", place: placeOf(linking, headOf(line)), word, base: kind });
  }
}

const consentKinds: ReadonlySet<string> = new Set(["effective", "owner", "approved", "reason", "renews"]);
const verdicts: ReadonlySet<string> = new Set(["may", "ask", "never"]);

const agreementSought: Sought = { spaces: ["agreement"], role: "use" };
const clauseSought: Sought = { spaces: ["clause"], role: "use" };
