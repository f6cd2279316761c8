/** Fields of requests that hold other values: told by themselves, for no request can be put to both revisions. */
import { plainText } from "../model/meaning.ts";
import type { FieldType, Model } from "../model/model.ts";
import type { Difference, FieldChange } from "./difference.ts";
import type { Pair } from "./revision.ts";

/** The fields of kinds that clauses are about, whose types differ; kind by kind. */
export function fieldDifferences({ before, after }: Pick<Pair, "before" | "after">): readonly Difference[] {
  return [...after.model.kinds.keys()].flatMap((kind) => {
    const changes = fieldChanges(kind, before.model, after.model);
    if (changes.length === 0) return [];
    const parties = [before, after].flatMap(({ model }) => partiesOf(kind, model));
    if (parties.length === 0) return [];
    return [
      {
        classes: ["other"] as const,
        requests: [{ kind, anyOf: [{ en: "", ja: "" }], except: [] }],
        changes,
        examples: [],
        parties: [...new Set(parties)],
        force: undefined,
      },
    ];
  });
}

function fieldChanges(kind: string, before: Model, after: Model): readonly FieldChange[] {
  const [old, now] = [before.kinds.get(kind)?.fields ?? [], after.kinds.get(kind)?.fields ?? []];
  if (old === now) return [];
  return now.flatMap(({ name, type }) => {
    const was = old.find((each) => each.name === name)?.type;
    if (!was || meaningOf(was) === meaningOf(type)) return [];
    const key = plainText(["field", name, was, type]);
    return [{ property: "field", class: "other", key, field: name, before: was, after: type }];
  });
}

/** The order of names says nothing. */
function meaningOf(type: FieldType): string {
  return plainText(type.kind === "enum" ? [...type.values].sort() : type);
}

function partiesOf(kind: string, { agreements }: Model): readonly string[] {
  return [...agreements.values()].flatMap(({ handles, commits, parties }) =>
    [...handles, ...commits].some(({ kinds }) => kinds.includes(kind)) ? parties : [],
  );
}
