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
  Span,
  TitleLine,
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
      return declaration.names.map((name) => entry("channel", name, name, base));
    case "calendar":
    case "attribute":
      return named(declaration.kind, declaration, base);
    case "handover":
      return named(declaration.kind, declaration, base, { detail: declaration.customer?.text });
    case "team":
      return named(declaration.kind, declaration, base, { detail: titleOf(declaration.properties) });
    case "customer":
      return named(declaration.kind, declaration, base, {
        detail: titleOf(declaration.properties),
        children: declaration.properties.flatMap((each) => customerEntries(each, base)),
      });
    case "request":
      return named(declaration.kind, declaration, base, {
        children: declaration.fields.map((field) => entry("field", field, field.name, base)),
      });
    case "agreement":
      return named(declaration.kind, declaration, base, {
        detail: titleOf(declaration.properties),
        children: declaration.properties.flatMap((each) => clauseEntries(each, base)),
      });
    case "exception":
      return named(declaration.kind, declaration, base, {
        detail: textsOf(declaration.base).join("."),
        children: declaration.properties.flatMap((each) => clauseEntries(each, base)),
      });
    case "prove":
      return named("fact", declaration, base, { detail: "prove" });
    case "impossible":
      return [{ ...shapeOf("fact", declaration, headOf(declaration), base), name: "impossible" }];
  }
}

function customerEntries(property: CustomerProperty, base: number): readonly OutlineEntry[] {
  switch (property.kind) {
    case "records":
      return property.records.map((record) => entry("record", record, record.name, base, record.address?.value));
    case "due":
      return named("date", property, base);
    default:
      return [];
  }
}

type ClauseLike = AgreementProperty | HandleProperty | CommitProperty | ExceptionProperty;

function clauseEntries(property: ClauseLike, base: number): readonly OutlineEntry[] {
  switch (property.kind) {
    case "handle":
    case "commit":
      return named("clause", property, base, {
        detail: textsOf(property.requests).join(", "),
        children: property.properties.flatMap((each) => clauseEntries(each, base)),
      });
    case "handle case":
    case "commit case":
      return named("case", property, base, {
        children: property.properties.flatMap((each) => clauseEntries(each, base)),
      });
    case "step":
      return named("step", property, base);
    case "guarantee":
    case "owe":
      return named("clause", property, base, { detail: property.kind });
    default:
      return [];
  }
}

/** The entry of what has a name of its own; while that is not written yet, what is inside it stands in its place. */
function named(
  kind: OutlineKind,
  node: Node & { readonly name: Name | undefined },
  base: number,
  { detail, children = [] }: { readonly detail?: string | undefined; readonly children?: readonly OutlineEntry[] } = {},
): readonly OutlineEntry[] {
  const { name } = node;
  return name && name.text !== "" ? [{ ...entry(kind, node, name, base, detail), children }] : children;
}

function entry(kind: OutlineKind, node: Node, name: Name, base: number, detail = ""): OutlineEntry {
  return { ...shapeOf(kind, node, name, base), name: name.text, detail };
}

function shapeOf(kind: OutlineKind, node: Node, name: Span, base: number): Omit<OutlineEntry, "name"> {
  return {
    detail: "",
    kind,
    start: base + node.start,
    end: base + node.end,
    nameStart: base + name.start,
    nameEnd: base + name.end,
    children: [],
  };
}

function textsOf(names: readonly Name[]): readonly string[] {
  return names.map(({ text }) => text);
}

function titleOf(properties: readonly Node[]): string {
  return properties.find(isTitle)?.text?.value ?? "";
}

function isTitle(node: Node): node is TitleLine {
  return node.kind === "title";
}
