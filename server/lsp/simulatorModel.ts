import type { FieldType as ModelFieldType, Named } from "../core/model/model.ts";
import { zonesOfKind } from "../core/scenarios/zoneOfKind.ts";
import type { Snapshot } from "../core/workspace/snapshot.ts";
import { modelOf } from "../core/workspace/workspace.ts";
import type { Choice, FieldType, SimulatorModel } from "./protocol.ts";
import type { Session } from "./session.ts";

/** What the simulator's form is built from; an empty form where there are no agreements. */
export function simulatorModel(session: Session, uri: string | undefined): SimulatorModel {
  const snapshot = snapshotFor(session, uri);
  if (!snapshot) return { kinds: [], customers: [], teams: [], people: [], channels: [], attributes: [], zone: "UTC" };
  const { model } = snapshot;
  const [anyKind = ""] = model.kinds.keys();
  return {
    kinds: [...model.kinds.values()].map((kind) => ({
      ...choiceOf(kind),
      fields: kind.fields.map(({ name, type }) => ({ name, type: fieldTypeOf(type) })),
    })),
    customers: [...model.customers.values()].map(choiceOf),
    teams: [...model.teams.values()].map(choiceOf),
    people: [...model.people.keys()],
    channels: [...model.channels.keys()],
    attributes: [...model.attributes.values()].map(({ name, type }) => ({ name, type: fieldTypeOf(type) })),
    zone: zonesOfKind(model, anyKind)[0]?.id ?? "UTC",
  };
}

/** The files that a simulator speaks about: those of the document it was opened for, else the first that have agreements. */
export function snapshotFor({ workspace, addresses }: Session, uri: string | undefined): Snapshot | undefined {
  const own = uri === undefined ? undefined : modelOf(workspace, addresses.pathOf(uri));
  return own ?? [...workspace.models.values()].find((snapshot) => snapshot.agreementPaths().length > 0);
}

function choiceOf({ name, title }: Named): Choice {
  return title === undefined ? { name } : { name, title };
}

function fieldTypeOf(type: ModelFieldType): FieldType {
  switch (type.kind) {
    case "enum":
    case "money":
    case "duration":
      return type;
    case "time":
      return { kind: "text" };
    case "percent":
    case "number":
    case "date":
    case "text":
      return { kind: type.kind };
  }
}
