import type { Condition, FieldType, Model } from "../../model/model.ts";
import { decidersIn } from "../../scenarios/deciders.ts";
import { lostBecause } from "../../scenarios/lost.ts";
import { stepNames } from "../../scenarios/stepNames.ts";
import { formatDate } from "../../time/date.ts";
import type { Day } from "../../time/spec.ts";
import type { CompletionKind } from "../completion/completion.ts";
import { completionKindOf, namesSought } from "../completion/names.ts";
import { zoneNames } from "../completion/zones.ts";
import type { YamlTakes } from "./shapes.ts";

/** A value that may be written in a YAML file. */
export interface YamlValue {
  readonly text: string;
  readonly kind: CompletionKind;
  readonly detail?: string | undefined;
  readonly doc?: string | undefined;
}

/** The values, or examples of them, that may be written where something is taken; `kind` is the kind of request that is asked about. */
export function valuesTaken(
  takes: YamlTakes,
  model: Model,
  today: Day,
  kind: string | undefined,
): readonly YamlValue[] {
  switch (takes.kind) {
    case "words":
      return constants(takes.words, "value");
    case "truth":
      return constants(["yes", "no"], "value");
    case "name":
      return [...namesIn(takes, model), ...(takes.orNone ? constants(["none"], "constant") : [])];
    case "field":
      return (model.kinds.get(kind ?? "")?.fields ?? []).map(({ name, doc }) => ({ text: name, kind: "field", doc }));
    case "step":
      return [...constants([...stepNames(model)], "value"), ...constants(["none"], "constant")];
    case "decider":
      return [...deciders(model), ...constants(["none"], "constant")];
    case "moment":
      return constants([`${formatDate(today)}T10:00`], "constant");
    case "day":
      return constants([formatDate(today)], "constant");
    case "surcharge":
      return constants(["none", "25%", "0%..25%", "5_000 JPY"], "constant");
    case "type":
      return ofType(takes.type, today);
    case "lost":
      return reasons(takes.id, model);
    case "zone":
      return constants(zoneNames(), "constant");
    case "text":
      return [];
    default:
      return takes satisfies never;
  }
}

function constants(texts: readonly string[], kind: CompletionKind): readonly YamlValue[] {
  return texts.map((text) => ({ text, kind }));
}

function namesIn({ spaces }: Extract<YamlTakes, { readonly kind: "name" }>, model: Model): readonly YamlValue[] {
  return namesSought(model, { spaces, within: [], type: undefined, model }).map(({ name, space, detail, doc }) => {
    return { text: name, kind: completionKindOf(space), detail: detail ?? space, doc };
  });
}

function deciders(model: Model): readonly YamlValue[] {
  return decidersIn(model).map((id) => ({
    text: id,
    kind: model.exceptions.has(id) ? "exception" : "clause",
    detail: model.clauses.get(id)?.kinds.join(", "),
    doc: model.clauses.get(id)?.doc ?? model.exceptions.get(id)?.doc,
  }));
}

function ofType(type: FieldType, today: Day): readonly YamlValue[] {
  switch (type.kind) {
    case "enum":
      return constants(type.values, "value");
    case "percent":
      return constants(["10%"], "constant");
    case "money":
      return constants([`10_000 ${type.currency}`], "constant");
    case "duration":
      return constants([`3 ${type.unit}`], "constant");
    case "date":
      return constants([formatDate(today)], "constant");
    case "time":
      return constants(["09:00"], "constant");
    case "number":
    case "text":
      return [];
    default:
      return type satisfies never;
  }
}

/** The conditions of a clause, an exception or a verdict line in their parts, then the words that every one may lose by. */
function reasons(id: string, model: Model): readonly YamlValue[] {
  const verdicts = [...model.clauses.values()].flatMap((clause) => (clause.kind === "commit" ? clause.verdicts : []));
  const lines = verdicts.filter((verdict) => verdict.id === id);
  const whens = [model.clauses.get(id)?.when, model.exceptions.get(id)?.when, ...lines.map(({ when }) => when)];
  const conditions = whens.flatMap((when) => (when ? partsOf(when) : []));
  const general = lostBecause.filter((reason) => !reason.includes("CLAUSE"));
  return [...constants([...new Set(conditions)], "value"), ...constants(general, "constant")];
}

function partsOf(condition: Condition): readonly string[] {
  if (condition.kind === "and") return condition.parts.flatMap(partsOf);
  const { item, span } = condition.place;
  return [item.text.slice(span.start, span.end).replace(/\s+/g, " ")];
}
