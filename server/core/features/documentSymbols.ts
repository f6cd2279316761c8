import { headOf } from "../syntax/path.ts";
import type {
  AgreementProperty,
  CommitProperty,
  CustomerProperty,
  Declaration,
  ExceptionProperty,
  HandleProperty,
  Name,
  Node,
} from "../syntax/tree.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** What an entry of the outline stands for. */
export type OutlineKind =
  | "calendar"
  | "channel"
  | "team"
  | "attribute"
  | "request"
  | "field"
  | "agreement"
  | "clause"
  | "case"
  | "step"
  | "exception"
  | "customer"
  | "record"
  | "date"
  | "handover"
  | "fact";

/** An entry of a file's outline; absolute offsets, `name…` is the part to show selected. */
export interface OutlineEntry {
  readonly name: string;
  /** What people call it, or what it is about. */
  readonly detail: string;
  readonly kind: OutlineKind;
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly children: readonly OutlineEntry[];
}

/** The outline of an `.sla` file: declarations, with the clauses of agreements and their cases inside. */
export function outlineOf(snapshot: Snapshot, path: string): readonly OutlineEntry[] {
  const syntax = snapshot.syntax(path);
  if (!syntax) return [];
  return syntax.items.flatMap((item, index) => {
    const base = syntax.offsets[index] ?? 0;
    return item.declarations.flatMap((declaration) => entriesOf(declaration, base));
  });
}

function entriesOf(declaration: Declaration, base: number): readonly OutlineEntry[] {
  switch (declaration.kind) {
    case "channel":
      return declaration.names.map((name) => entry("channel", name, name, "", base));
    case "calendar":
    case "attribute":
      return one(declaration.kind, declaration, declaration.name, "", base);
    case "handover":
      return one(declaration.kind, declaration, declaration.name, declaration.customer?.text ?? "", base);
    case "team":
      return one(declaration.kind, declaration, declaration.name, titleOf(declaration.properties), base);
    case "customer":
      return one(
        declaration.kind,
        declaration,
        declaration.name,
        titleOf(declaration.properties),
        base,
        declaration.properties.flatMap((each) => customerEntries(each, base)),
      );
    case "request":
      return one(
        "request",
        declaration,
        declaration.name,
        "",
        base,
        declaration.fields.map((field) => entry("field", field, field.name, "", base)),
      );
    case "agreement":
      return one(
        "agreement",
        declaration,
        declaration.name,
        titleOf(declaration.properties),
        base,
        declaration.properties.flatMap((each) => clauseEntries(each, base)),
      );
    case "exception":
      return one(
        "exception",
        declaration,
        declaration.name,
        declaration.base.map((name) => name.text).join("."),
        base,
        declaration.properties.flatMap((each) => clauseEntries(each, base)),
      );
    case "prove":
      return one("fact", declaration, declaration.name, "prove", base);
    case "impossible":
      return [
        {
          ...shapeOf(declaration, headOf(declaration), base),
          name: "impossible",
          detail: "",
          kind: "fact",
          children: [],
        },
      ];
  }
}

function customerEntries(property: CustomerProperty, base: number): readonly OutlineEntry[] {
  switch (property.kind) {
    case "records":
      return property.records.map((record) => entry("record", record, record.name, record.address?.value ?? "", base));
    case "due":
      return one("date", property, property.name, "", base);
    default:
      return [];
  }
}

type ClauseLike = AgreementProperty | HandleProperty | CommitProperty | ExceptionProperty;

function clauseEntries(property: ClauseLike, base: number): readonly OutlineEntry[] {
  switch (property.kind) {
    case "handle":
    case "commit":
      return one(
        "clause",
        property,
        property.name,
        property.requests.map((name) => name.text).join(", "),
        base,
        property.properties.flatMap((each) => clauseEntries(each, base)),
      );
    case "handle case":
    case "commit case":
      return one(
        "case",
        property,
        property.name,
        "",
        base,
        property.properties.flatMap((each) => clauseEntries(each, base)),
      );
    case "step":
      return one("step", property, property.name, "", base);
    case "guarantee":
    case "owe":
      return one("clause", property, property.name, property.kind, base);
    default:
      return [];
  }
}

function one(
  kind: OutlineKind,
  node: Node,
  name: Name | undefined,
  detail: string,
  base: number,
  children: readonly OutlineEntry[] = [],
): readonly OutlineEntry[] {
  return name && name.text !== "" ? [{ ...entry(kind, node, name, detail, base), children }] : children;
}

function entry(kind: OutlineKind, node: Node, name: Name, detail: string, base: number): OutlineEntry {
  return { ...shapeOf(node, name, base), name: name.text, detail, kind, children: [] };
}

function shapeOf(node: Node, name: { readonly start: number; readonly end: number }, base: number) {
  return { start: base + node.start, end: base + node.end, nameStart: base + name.start, nameEnd: base + name.end };
}

function titleOf(properties: readonly Node[]): string {
  const title = properties.find(isTitle);
  return title?.text?.value ?? "";
}

function isTitle(node: Node): node is import("../syntax/tree.ts").TitleLine {
  return node.kind === "title";
}
