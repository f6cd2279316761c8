import type {
  AgreementDeclaration,
  ClockWord,
  CommitCase,
  CommitClause,
  Declaration,
  FieldType as FieldTypeNode,
  HandleCase,
  HandleClause,
  Item,
  Name,
  RequestDeclaration,
  TableRow,
  TeamDeclaration,
  UnitOfTime,
  Value,
} from "../syntax/tree.ts";
import type { Unit } from "../time/spec.ts";
import type { FieldType } from "./model.ts";
import { inside, qualified } from "./symbol.ts";

/** A name that others may use, with the type of what it holds; undefined where the type could not be read. */
export interface TypedName {
  readonly name: string;
  readonly type: FieldType | undefined;
}

/** A clause, a case or a row of a target table, as exceptions see it. */
export interface DeclaredClause {
  readonly id: string;
  readonly symbol: string;
  readonly kind: "handle" | "commit" | "guarantee" | "owe";
  /** The request kinds it is about, its clause's where a case names none. */
  readonly requests: readonly string[];
}

/** A team and the people in it. */
export interface DeclaredTeam {
  readonly name: string;
  readonly people: readonly string[];
}

/** A request kind and its fields. */
export interface DeclaredKind {
  readonly name: string;
  readonly fields: readonly TypedName[];
}

/** What an item offers to other items, by the table of names that it goes into; plain data, compared by its text. */
export interface Declared {
  readonly calendars: readonly string[];
  readonly channels: readonly string[];
  readonly teams: readonly DeclaredTeam[];
  readonly attributes: readonly TypedName[];
  readonly kinds: readonly DeclaredKind[];
  readonly agreements: readonly string[];
  readonly clauses: readonly DeclaredClause[];
  readonly exceptions: readonly string[];
  readonly customers: readonly string[];
}

/** Reads what an item declares, without looking at any other item. */
export function declaredIn(item: Item): Declared {
  const named = (kind: Declaration["kind"]): string[] =>
    item.declarations.flatMap((each) => (each.kind === kind && "name" in each && each.name ? [each.name.text] : []));
  return {
    calendars: named("calendar"),
    channels: item.declarations.flatMap((each) => (each.kind === "channel" ? textsOf(each.names) : [])),
    teams: item.declarations.flatMap((each) => (each.kind === "team" ? teamOf(each) : [])),
    attributes: item.declarations.flatMap((each) =>
      each.kind === "attribute" && each.name ? [{ name: each.name.text, type: fieldTypeOf(each.type) }] : [],
    ),
    kinds: item.declarations.flatMap((each) => (each.kind === "request" ? kindOf(each) : [])),
    agreements: named("agreement"),
    clauses: item.declarations.flatMap((each) => (each.kind === "agreement" ? clausesOf(each) : [])),
    exceptions: named("exception"),
    customers: named("customer"),
  };
}

/** The type that a field or attribute is declared with; undefined where it is missing or no such unit exists. */
export function fieldTypeOf(node: FieldTypeNode | undefined): FieldType | undefined {
  switch (node?.kind) {
    case undefined:
      return undefined;
    case "enum type":
      return { kind: "enum", values: [...new Set(textsOf(node.values))] };
    case "simple type":
      return { kind: node.type };
    case "duration type": {
      const unit = unitOf(node.clock, node.unit);
      return unit ? { kind: "duration", unit } : undefined;
    }
    case "money type":
      return { kind: "money", currency: node.currency.text };
  }
}

/** The unit that the words name; undefined for `clock days`, `calendar hours` and the like, or without a clock word. */
export function unitOf(clock: ClockWord | undefined, unit: UnitOfTime): Unit | undefined {
  return readingsOf(unit).find((each) => each === `${clock} ${unit}`);
}

/** The units that exist for minutes, hours or days. */
export function readingsOf(unit: UnitOfTime): readonly Unit[] {
  switch (unit) {
    case "minutes":
      return ["business minutes", "clock minutes"];
    case "hours":
      return ["business hours", "clock hours"];
    case "days":
      return ["business days", "calendar days"];
  }
}

/** The names of a table's rows, each made of its values as in `gold urgent`; a name that is taken gets a number. */
export function rowNames(rows: readonly TableRow[], taken: Map<string, number>): readonly string[] {
  return rows.map((row) => {
    const plain = row.values.map(textOf).join(" ");
    let count = (taken.get(plain) ?? 0) + 1;
    while (count > 1 && taken.has(`${plain} ${count}`)) count += 1;
    taken.set(plain, count);
    return count === 1 ? plain : `${plain} ${count}`;
  });
}

/** A value as a person would write it. */
export function textOf(value: Value): string {
  switch (value.kind) {
    case "number":
      return value.digits;
    case "percent":
      return value.digits + "%";
    case "money":
      return value.amount.digits + " " + value.currency.text;
    case "duration":
      return value.amount.digits + " " + (value.clock === undefined ? "" : value.clock + " ") + value.unit;
    case "date":
      return padded(value.year, 4) + "-" + padded(value.month, 2) + "-" + padded(value.day, 2);
    case "time":
      return padded(value.hour, 2) + ":" + padded(value.minute, 2);
    case "text":
      return value.value;
    case "name":
      return value.text;
  }
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

function textsOf(names: readonly Name[]): readonly string[] {
  return names.map((name) => name.text);
}

function teamOf(team: TeamDeclaration): readonly DeclaredTeam[] {
  if (!team.name) return [];
  const people = team.properties.flatMap((line) => {
    if (line.kind === "lead") return line.person ? [line.person.text] : [];
    return line.kind === "members" ? textsOf(line.people) : [];
  });
  return [{ name: team.name.text, people }];
}

function kindOf(request: RequestDeclaration): readonly DeclaredKind[] {
  if (!request.name) return [];
  const fields = request.fields.map((field) => ({ name: field.name.text, type: fieldTypeOf(field.type) }));
  return [{ name: request.name.text, fields }];
}

function clausesOf(agreement: AgreementDeclaration): readonly DeclaredClause[] {
  const owner = agreement.name?.text;
  if (owner === undefined) return [];
  const clauses: DeclaredClause[] = [];
  for (const clause of agreement.properties) {
    switch (clause.kind) {
      case "handle":
      case "commit":
        addClause(clauses, clause, clause.kind, qualified(owner), []);
        break;
      case "guarantee":
      case "owe":
        if (clause.name) clauses.push(declaredClause(inside(qualified(owner), clause.name.text), clause.kind, []));
        break;
      case "title":
      case "effective":
      case "review":
      case "unknown line":
        break;
    }
  }
  return clauses;
}

function addClause(
  clauses: DeclaredClause[],
  clause: HandleClause | HandleCase | CommitClause | CommitCase,
  kind: "handle" | "commit",
  owner: string,
  inherited: readonly string[],
): void {
  if (!clause.name) return;
  const id = inside(owner, clause.name.text);
  const requests = clause.requests.length > 0 ? textsOf(clause.requests) : inherited;
  clauses.push(declaredClause(id, kind, requests));
  let taken: Map<string, number> | undefined;
  for (const line of clause.properties) {
    if (line.kind === "handle case" || line.kind === "commit case") addClause(clauses, line, kind, id, requests);
    if (line.kind !== "table") continue;
    taken ??= caseNames(clause);
    for (const name of rowNames(line.rows, taken)) clauses.push(declaredClause(inside(id, name), kind, requests));
  }
}

function declaredClause(id: string, kind: DeclaredClause["kind"], requests: readonly string[]): DeclaredClause {
  return { id, symbol: "clause:" + id, kind, requests };
}

/** The names of the cases written in a clause, each taken once; `rowNames` adds those of its tables' rows. */
export function caseNames(clause: HandleClause | HandleCase | CommitClause | CommitCase): Map<string, number> {
  const names = new Map<string, number>();
  for (const line of clause.properties)
    if ((line.kind === "handle case" || line.kind === "commit case") && line.name) names.set(line.name.text, 1);
  return names;
}
