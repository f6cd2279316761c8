/** A customer to declare where a request that shows something needs one that is not there. */
import type { Example } from "../checks/define.ts";
import { namingLine, writtenName } from "../checks/fixes.ts";
import type { Constant, Model } from "../model/model.ts";
import type { Edit } from "../text/edit.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { attributeValueWritten } from "./fieldValue.ts";

/** A customer that is added at the end of a file of agreements. */
export interface ExampleCustomer {
  readonly name: string;
  readonly path: string;
  readonly edit: Edit;
}

/** The customer that an example is about, to be declared in a file; undefined where it is there, or none is needed. */
export function exampleCustomer(snapshot: Snapshot, example: Example, path: string): ExampleCustomer | undefined {
  const customer = example.witness()?.customer;
  const text = snapshot.text(path);
  if (customer?.kind !== "imagined" || text === undefined) return undefined;
  const { model } = snapshot;
  const attributes = Object.entries(customer.attributes);
  const name = freeName(
    model,
    attributes.map(([, value]) => value),
  );
  const lines = [...attributes.map(([attribute, value]) => isLine(model, attribute, value)), ...ownersLike(model)];
  const declaration = `customer ${writtenName(name)} {\n${lines.map((line) => `  ${line}\n`).join("")}}\n`;
  const end = text.trimEnd().length;
  return { name, path, edit: { start: end, end: text.length, newText: `\n\n${declaration}` } };
}

function isLine(model: Model, attribute: string, value: Constant): string {
  return `${writtenName(attribute)} is ${attributeValueWritten(model, attribute, value)}`;
}

/** Customers that are owned have an owner and a backup. */
function ownersLike({ customers }: Model): readonly string[] {
  const owned = [...customers.values()].find(({ owner }) => owner !== undefined);
  return [...namingLine("owner", owned?.owner), ...namingLine("backup", owned?.backup)];
}

/** A name that says what the customer is like: "example_silver". */
function freeName({ customers, people, teams }: Model, values: readonly Constant[]): string {
  const parts = values.flatMap((value) => (value.kind === "name" ? [value.name] : []));
  const name = ["example", ...parts].join("_");
  const isTaken = (each: string) => customers.has(each) || people.has(each) || teams.has(each);
  let number = 1;
  while (isTaken(number === 1 ? name : `${name}_${number}`)) number += 1;
  return number === 1 ? name : `${name}_${number}`;
}
