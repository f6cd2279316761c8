/** Repairs of clauses that contradict each other: one becomes a case of, or an exception to, the other. */

import type { HandleClause, Model, Place } from "../model/model.ts";
import { formatDate } from "../time/date.ts";
import type { CheckContext, Fix, PlacedEdit } from "./define.ts";
import { writtenName } from "./fixes.ts";
import { phrase } from "./message.ts";
import { textAt } from "./places.ts";

/**
 * What can be done about a clause that contradicts others, where of each two one has a condition and the other none: then the one is
 * what is special, and can be laid over the other.
 */
export function layOverFixes(
  model: Model,
  id: string,
  others: readonly string[],
  context: CheckContext,
): readonly Fix[] {
  const pairs = others.map((other) => specialAndGeneral(model, id, other));
  const known = pairs.flatMap((pair) => pair ?? []);
  const [first, ...more] = known;
  if (!first || known.length < pairs.length) return [];
  if (more.length === 0) return [...caseFixes([first.special], first.general), ...exceptionFixes(first, context)];
  const isOneGeneral = more.every(({ general }) => general === first.general);
  return isOneGeneral
    ? caseFixes(
        known.map(({ special }) => special),
        first.general,
      )
    : [];
}

interface Laid {
  readonly special: HandleClause;
  readonly general: HandleClause;
}

function specialAndGeneral(model: Model, ...ids: readonly [string, string]): Laid | undefined {
  const [one, other] = ids.map((id) => clauseOf(model, id));
  if (!one || !other) return undefined;
  const [special, general] = one.when && !other.when ? [one, other] : [other, one];
  const fits =
    special.when !== undefined &&
    general.when === undefined &&
    special.kinds.every((kind) => general.kinds.includes(kind)) &&
    !isBent(model, special);
  return fits ? { special, general } : undefined;
}

function clauseOf(model: Model, id: string): HandleClause | undefined {
  const agreement = model.agreements.get(model.clauses.get(id)?.agreement ?? "");
  return agreement?.handles.find((clause) => clause.id === id);
}

/** What an exception points at keeps its name. */
function isBent(model: Model, clause: HandleClause): boolean {
  return model.exceptionsOf.has(clause.id) || clause.cases.some((each) => isBent(model, each));
}

function caseFixes(specials: readonly HandleClause[], general: HandleClause): readonly Fix[] {
  const { item, span } = general.whole;
  const at = span.end - 1;
  const fits = specials.every(({ agreement }) => agreement === general.agreement) && item.text.charAt(at) === "}";
  if (!fits) return [];
  const names = {
    en: specials.map(({ id }) => `'${id}'`).join(", "),
    ja: specials.map(({ id }) => `「${id}」`).join(""),
  };
  const title =
    specials.length === 1
      ? phrase("Make {names} a case of '{base}'", "{names}を「{base}」の case にする", { names, base: general.id })
      : phrase("Make {names} cases of '{base}'", "{names}を「{base}」の case にする", { names, base: general.id });
  const edits = () => specials.flatMap((special) => asCase(special, { item, span: { start: at, end: at } }));
  return [{ title, edits }];
}

function asCase({ whole }: HandleClause, place: Place): readonly PlacedEdit[] {
  const text = textAt(whole)
    .replace(/^\s*handle\b/, "case")
    .replace(/\n/g, "\n  ");
  return [
    { place, newText: `\n    ${text}\n  ` },
    { place: linesWithSpaceBefore(whole), newText: "" },
  ];
}

/** It has no effect before somebody has approved it, which nobody can do in their stead. */
function exceptionFixes({ special, general }: Laid, { today, limits }: CheckContext): readonly Fix[] {
  if (special.cases.length > 0 || special.when === undefined) return [];
  const title = phrase(
    "Make '{name}' an exception to '{base}', for somebody to approve",
    "「{name}」を「{base}」への例外にする（承認が要る）",
    { name: special.id, base: general.id },
  );
  const last = formatDate(today + limits.longestException - 1);
  const when = textAt(special.when.place);
  const lines = textAt(special.whole)
    .replace(/^[^{]*\{\n?/, "")
    .replace(/\}\s*$/, "")
    .trimEnd();
  const head = `exception ${writtenName(special.name)} to ${written(general.id)} when ${when}`;
  const newText = `\n\n${head} {\n  effective ${formatDate(today)}..${last}\n${lines}\n}`;
  const { item } = special.whole;
  const end = item.text.trimEnd().length;
  const edits = (): readonly PlacedEdit[] => [
    { place: linesWithSpaceBefore(special.whole), newText: "" },
    { place: { item, span: { start: end, end } }, newText },
  ];
  return [{ title, edits }];
}

function written(id: string): string {
  return id.split(".").map(writtenName).join(".");
}

/** Whole lines, with the empty ones before them. */
function linesWithSpaceBefore({ item, span }: Place): Place {
  const before = /(?:\n[ \t]*)+$/.exec(item.text.slice(0, span.start));
  return { item, span: { start: span.start - (before?.[0].length ?? 0), end: span.end } };
}
