/** People who are alone in something, as checks tell them. */
import type { Model, Place } from "../model/model.ts";
import { type Covered, lookedAtIn } from "../prover/claims.ts";
import type { SinglePerson } from "../prover/people/singles.ts";
import type { Witness } from "../prover/space/witness.ts";
import { regionInWords, witnessWithZone } from "../prover/space/words.ts";
import { boxAround } from "../prover/time/kept.ts";
import type { Group } from "../prover/written/group.ts";
import type { Localized } from "../text/localized.ts";
import { type Company, companyOf } from "./company.ts";
import { rangesInWords } from "./datesInWords.ts";
import type { CheckContext, Example, Related } from "./define.ts";
import { clauseProofFor, ordinaryRequestIn, proofsFor } from "./proofs.ts";

/** A person who is alone in something, in words. */
export interface SingleTold {
  readonly place: Place;
  readonly person: string;
  readonly task: Localized;
  readonly days: Localized;
  readonly example: Localized;
  readonly related: readonly Related[];
  readonly examples: readonly Example[];
}

/** Those who are alone on all days, or on some: what one person is alone in for the same days is told once. */
export function singlesTold(model: Model, context: CheckContext, when: "always" | "at times"): readonly SingleTold[] {
  const company = companyOf(model);
  const all = proofsFor(model, context).flatMap((proof) => {
    const { group, singles } = clauseProofFor(proof, model, context);
    return singles.found
      .filter(({ isAlways }) => isAlways === (when === "always"))
      .filter((single) => !isToldElsewhere(single, model, company))
      .map((single): Found => ({ ...single, group }));
  });
  return [...byPerson(all)].flatMap(([first, ...more]): readonly SingleTold[] => {
    if (!first) return [];
    const { place, person, days } = first;
    const places = new Set(more.map((each) => each.place).filter((each) => each !== place));
    const related = [...places].map((each) => ({ place: each, note: { en: "here, too", ja: "ここも同じです" } }));
    const told = { task: taskTold(first, model), days: rangesInWords(days ?? []), example: exampleTold(first, model) };
    const examples = [{ witness: () => witnessOf(first, model), zone: first.group.space.zone, away: person }];
    return [{ place, person, ...told, related, examples }];
  });
}

/** How far it was looked for people who are alone in each agreement; one who is told of another agreement, or by another check, is alone here, too. */
export function singlesCovered(model: Model, context: CheckContext): readonly Covered[] {
  return proofsFor(model, context).flatMap((proof) => {
    const { singles } = clauseProofFor(proof, model, context);
    const broken = new Set(singles.found.map(({ agreement }) => agreement));
    return lookedAtIn(proof, singles).map((each) => ({ ...each, isBroken: broken.has(each.agreement.name) }));
  });
}

interface Found extends SinglePerson {
  readonly group: Group;
}

/** A lead without any deputy who is asked, and a customer whose owner nobody stands in for, have checks of their own. */
function isToldElsewhere({ task, person, customer, isAlways }: SinglePerson, model: Model, company: Company): boolean {
  if (!isAlways || company.deputiesOf(person).length > 0) return false;
  if (customer === undefined) return task === "approve";
  const { owner, backup } = model.customers.get(customer) ?? {};
  return backup === undefined || backup.value === owner?.value;
}

function byPerson(all: readonly Found[]): Iterable<readonly Found[]> {
  const groups = new Map<string, Found[]>();
  for (const each of all) {
    const key = `${each.person} ${(each.isAlways ? [] : (each.days ?? [])).map(({ first, last }) => `${first}..${last}`).join(" ")}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups.values();
}

function taskTold({ task, step, customer, regions, domain, group }: Found, model: Model): Localized {
  const naming = { kind: group.kind, attributes: model.attributes };
  const [box] = regions;
  const region = box ? regionInWords(group.space, box, domain, naming) : { en: "", ja: "" };
  const whose = customer === undefined ? [] : [customer];
  const en = [...whose, ...(region.en === "" ? [] : [region.en])].join(", ");
  const ja = [...whose, ...(region.ja === "" ? [] : [region.ja])].join("、");
  const { name } = group.kind;
  const requests = { en: en === "" ? name : `${name} (${en})`, ja: ja === "" ? `${name} ` : `${name}（${ja}）` };
  if (task === "step") return { en: `do '${step}' of ${requests.en}`, ja: `${requests.ja}の手順「${step}」を行える` };
  if (task === "approve") return { en: `be asked about ${requests.en}`, ja: `${requests.ja}について確認できる` };
  return { en: `handle ${requests.en}`, ja: `${requests.ja}を担当できる` };
}

/** The request at the time at which it reaches nobody. */
function witnessOf({ group, regions, arrival, customer }: Found, model: Model): Witness | undefined {
  const then = arrival === undefined ? regions : regions.flatMap((box) => boxAround(group, box, arrival) ?? []);
  const witness = ordinaryRequestIn(group, model, then);
  const whose = customer === undefined ? witness?.customer : ({ kind: "declared", name: customer } as const);
  return witness && whose && { ...witness, at: arrival ?? witness.at, customer: whose };
}

function exampleTold(found: Found, model: Model): Localized {
  const { space, kind } = found.group;
  const witness = witnessOf(found, model);
  const { attributes } = model;
  return witness ? witnessWithZone(space, witness, { kind, attributes }) : { en: kind.name, ja: kind.name };
}
