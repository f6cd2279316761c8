import type { Model, Named, Space } from "../../model/model.ts";
import { namesIn, spaceOf } from "../symbolNames.ts";
import { declaredType } from "../words.ts";
import type { CompletionKind } from "./completion.ts";
import type { Sought } from "./sought.ts";

/** A name that may be meant: its space, and what to say about it. */
export interface PossibleName {
  readonly name: string;
  readonly space: Space;
  readonly detail: string | undefined;
  readonly doc: string | undefined;
}

/** The names that can be meant where a name is looked up so, each once, likeliest space first. */
export function namesSought(model: Model, { spaces, within }: Sought): readonly PossibleName[] {
  const found = new Map<string, PossibleName>();
  for (const space of spaces) {
    for (const possible of namesOfSpace(model, space, within)) {
      if (possible.name !== "" && !found.has(possible.name)) found.set(possible.name, possible);
    }
  }
  return [...found.values()];
}

/** What a completion of a name in a space stands for. Handovers and proofs are named by nothing, and so have no kind of their own. */
export function completionKindOf(space: Space): CompletionKind {
  return space === "handover" || space === "proof" ? "value" : space;
}

function namesOfSpace(model: Model, space: Space, within: readonly string[]): readonly PossibleName[] {
  switch (space) {
    case "calendar":
      return all(model.calendars, space);
    case "channel":
      return all(model.channels, space);
    case "team":
      return all(model.teams, space);
    case "person":
      return [...model.people.values()].map(({ name, teams }) => ({
        name,
        space,
        detail: teams.join(", "),
        doc: undefined,
      }));
    case "attribute":
      return all(model.attributes, space);
    case "request":
      return all(model.kinds, space);
    case "field":
      return within.flatMap((owner) => fieldsOf(model, owner));
    case "value":
      return within.flatMap((owner) => valuesOf(model, owner));
    case "agreement":
      return all(model.agreements, space);
    case "clause":
      return within.flatMap((owner) => clausesIn(model, owner));
    case "exception":
      return all(model.exceptions, space);
    case "customer":
      return all(model.customers, space);
    case "step":
      return within.flatMap((owner) => stepsOf(model, owner));
    case "record":
      return within.flatMap((owner) => recordsOf(model, owner));
    case "handover":
    case "proof":
      return [];
  }
}

function all(names: ReadonlyMap<string, Named>, space: Space): readonly PossibleName[] {
  return [...names.values()].map(({ name, title, doc }) => ({ name, space, detail: title, doc }));
}

function fieldsOf(model: Model, owner: string): readonly PossibleName[] {
  const fields = model.kinds.get(namesIn(owner)[0] ?? "")?.fields ?? [];
  return fields.map(({ name, type, doc }) => ({
    name,
    space: "field",
    detail: declaredType(type),
    doc,
  }));
}

/** The dates that requests carry, of which something can be owed beforehand. */
export function dateFieldsOf(model: Model): readonly PossibleName[] {
  const symbols = [...model.names.kinds.values()].map(({ symbol }) => symbol);
  const dates = new Set(
    [...model.kinds.values()]
      .flatMap(({ fields }) => fields.filter(({ type }) => type.kind === "date"))
      .map(({ name }) => name),
  );
  return symbols.flatMap((owner) => fieldsOf(model, owner)).filter(({ name }) => dates.has(name));
}

function valuesOf(model: Model, owner: string): readonly PossibleName[] {
  const [name = "", inner = ""] = namesIn(owner);
  const field = model.kinds.get(name)?.fields.find((each) => each.name === inner);
  const type = spaceOf(owner) === "attribute" ? model.attributes.get(name)?.type : field?.type;
  if (type?.kind !== "enum") return [];
  return type.values.map((value) => ({
    name: value,
    space: "value",
    detail: namesIn(owner).join("."),
    doc: undefined,
  }));
}

function stepsOf({ names }: Model, owner: string): readonly PossibleName[] {
  const steps = names.clauses.get(owner.slice(owner.indexOf(":") + 1))?.steps?.keys() ?? [];
  return [...steps].map((name) => ({ name, space: "step", detail: undefined, doc: undefined }));
}

function recordsOf(model: Model, owner: string): readonly PossibleName[] {
  const records = model.customers.get(namesIn(owner)[0] ?? "")?.records ?? [];
  return records.map(({ name, address }) => ({ name, space: "record", detail: address, doc: undefined }));
}

function clausesIn(model: Model, owner: string): readonly PossibleName[] {
  const start = `${owner.slice(owner.indexOf(":") + 1)}.`;
  return [...model.clauses.values()]
    .filter(({ id, name }) => id.startsWith(start) && id.length <= start.length + name.length + 2)
    .map(({ name, doc, kinds }) => ({ name, space: "clause", detail: kinds.join(", "), doc }));
}
