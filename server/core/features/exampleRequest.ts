/** Requests that show a finding, as people put them to the simulator and into scenario files. */
import type { Example } from "../checks/define.ts";
import type { Request } from "../engine/decision.ts";
import type { Model } from "../model/model.ts";
import { zonesOfKind } from "../scenarios/zoneOfKind.ts";
import { formatInstant, offsetOfRepeated, type Zone } from "../time/zone.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { fieldValueWritten } from "./fieldValue.ts";

/** A request by the keys of a scenario file; what is absent is not given. */
export type RequestText = Readonly<Record<string, string>>;

/**
 * The request of an example; undefined where none was found, or only one for a customer that is not declared and is not
 * going to be by a name.
 */
export function exampleRequest(
  { model }: Snapshot,
  { witness, zone }: Example,
  imagined?: string,
): RequestText | undefined {
  const found = witness();
  if (!found || (found.customer.kind === "imagined" && imagined === undefined)) return undefined;
  const { customer } = found;
  const name = customer.kind === "declared" ? customer.name : customer.kind === "imagined" ? imagined : undefined;
  return requestText(model, { ...found, customer: name }, zone);
}

/** A request as text, with its time on the clock of a zone. */
export function requestText(
  model: Model,
  { kind, at, fields, channel, asker, customer }: Omit<Request, "to" | "waiting">,
  zone: Zone,
): RequestText {
  const [own, ...others] = zonesOfKind(model, kind);
  const values = Object.entries(fields).map(([name, value]) => [name, fieldValueWritten(model, kind, name, value)]);
  return {
    kind,
    ...Object.fromEntries(values),
    ...(channel === undefined ? {} : { channel }),
    ...(asker === undefined ? {} : { asker }),
    ...(customer === undefined ? {} : { customer }),
    at: formatInstant(zone, at) + offsetOfRepeated(zone, at),
    ...(own === zone && others.length === 0 ? {} : { zone: zone.id }),
  };
}
