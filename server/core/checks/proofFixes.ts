/** Repairs of what proofs find: clauses and lines that are missing, facts, and what can be taken away. */

import type { Agreement, CommitClause, Condition, Exception, HandleClause, Model, Place } from "../model/model.ts";
import type { Box } from "../prover/space/box.ts";
import type { Group } from "../prover/written/group.ts";
import type { Fix } from "./define.ts";
import { addLineFix, deleteLinesFix, writtenName } from "./fixes.ts";
import { phrase } from "./message.ts";
import { textAt } from "./places.ts";
import { writtenRegion } from "./writtenRegion.ts";

/** Requests about which something is missing: some regions of a kind's requests, within those that are asked about. */
export interface Missing {
  readonly group: Group;
  readonly model: Model;
  readonly regions: readonly Box[];
  readonly domain: Box;
}

/** Adds a clause that handles some requests as another clause handles its own, whose doer and channels it takes over. */
export function addClauseFixes(missing: Missing, agreement: Agreement, like: HandleClause): readonly Fix[] {
  const { group, model, regions, domain } = missing;
  const condition = writtenRegion(group, model, regions, domain, "handling");
  const last = agreement.handles.at(-1);
  if (condition === undefined || !last) return [];
  const kind = writtenName(group.kind.name);
  const when = condition === "" ? "" : ` when ${condition}`;
  const own = ["by", "via"].flatMap((word) => linesOf(like, word)).map((line) => `    ${line}\n`);
  const name = writtenName(freeName(agreement, group.kind.name));
  const gap = /\n[ \t]*\n[ \t]*$/.test(last.whole.item.text.slice(0, last.whole.span.start)) ? "\n\n" : "\n";
  const clause = `${gap}  handle ${name}: ${kind}${when} {\n${own.join("")}  }`;
  const title = phrase("Add a clause for these requests", "これらの依頼を扱う条項を加える", {});
  return [{ title, edits: () => [{ place: endOf(last.whole), newText: clause }] }];
}

/** Adds a line that says what may be promised of some requests: that the lead is asked, or never. */
export function addVerdictFixes(missing: Missing, agreement: Agreement, clause: CommitClause): readonly Fix[] {
  const { group, model, regions, domain } = missing;
  const condition = writtenRegion(group, model, regions, domain, "promise");
  if (condition === undefined) return [];
  const when = condition === "" ? "" : ` when ${condition}`;
  const team = writtenName(clause.by);
  const { lead, hours } = model.teams.get(clause.by) ?? {};
  // Without hours a business day would never end.
  const ask = lead === undefined ? [] : [`ask lead of ${team} within 1 ${hours ? "business" : "calendar"} day`];
  const title = (line: string) => phrase("Add '{line}'", "「{line}」を加える", { line: `${line}${when}` });
  return [...ask, "never"].map((line): Fix => {
    if (clause.when === undefined) return addLineFix(title(line), clause.whole, `${line}${when}`);
    const name = writtenName(freeName(agreement, group.kind.name));
    const head = `commit ${name}: ${writtenName(group.kind.name)} by ${team}${when}`;
    return {
      title: title(line),
      edits: () => [{ place: endOf(clause.whole), newText: `\n\n  ${head} {\n    ${line}\n  }` }],
    };
  });
}

/** Says that some requests do not occur. */
export function impossibleFixes({ group, model, regions, domain }: Missing, agreement: Agreement): readonly Fix[] {
  const condition = writtenRegion(group, model, regions, domain, "fact");
  if (condition === undefined || condition === "") return [];
  const title = phrase(
    "Say that it cannot occur: 'impossible when {condition}'",
    "起こり得ないと書く：impossible when {condition}",
    { condition },
  );
  return [{ title, edits: () => [{ place: endOf(agreement.whole), newText: `\n\nimpossible when ${condition}` }] }];
}

/** Takes away a clause, a case, an exception or a line by its id; nothing where something else is laid over it. */
export function removeFixes(model: Model, id: string, line: Place): readonly Fix[] {
  const exception = model.exceptions.get(id);
  if (exception) return [endExceptionFix(exception)];
  const clause = model.clauses.get(id);
  if (clause && (model.exceptionsOf.has(id) || clause.cases.some((each) => model.exceptionsOf.has(each.id)))) return [];
  const name = id;
  const title = phrase("Remove '{name}'", "「{name}」を削除する", { name });
  return [deleteLinesFix(title, () => withSpaceBefore(clause?.whole ?? line))];
}

/** Ends an exception at once by taking it away. */
export function endExceptionFix({ name, whole }: Exception): Fix {
  const title = phrase("End the exception '{name}' now: remove it", "例外「{name}」を今終わらせる（削除する）", {
    name,
  });
  return deleteLinesFix(title, () => withSpaceBefore(whole));
}

/** Narrows an exception's condition to where its base applies. */
export function narrowFixes(model: Model, exception: Exception): readonly Fix[] {
  const base = conditionsAround(model, exception.base).map(({ place }) => textAt(place));
  const own = exception.when && textAt(exception.when.place);
  if (base.length === 0 || own === undefined || exception.when === undefined) return [];
  const parts = [own, ...base].map((each) => (/\bor\b/.test(each) ? `(${each})` : each));
  const { place } = exception.when;
  const title = phrase("Narrow it to where '{base}' applies", "「{base}」が当てはまる範囲に狭める", {
    base: exception.base,
  });
  return [{ title, edits: () => [{ place, newText: parts.join(" and ") }] }];
}

/** The conditions of a clause or a case, and of what it lies in. */
export function conditionsAround(model: Model, id: string): readonly Condition[] {
  const names = id.split(".");
  return names.flatMap((_, index) => {
    const clause = model.clauses.get(names.slice(0, index + 1).join("."));
    return clause?.when ?? [];
  });
}

function endOf({ item, span }: Place): Place {
  return { item, span: { start: span.end, end: span.end } };
}

/** With the empty lines before it, or of what begins a declaration those after it, so that none are left. */
function withSpaceBefore({ item, span }: Place): Place {
  const before = /\n(?:[ \t]*\n)+[ \t]*$/.exec(item.text.slice(0, span.start));
  if (before) return { item, span: { start: span.start - before[0].length + 1, end: span.end } };
  const after = span.start === 0 ? /^(?:[ \t]*\n)+(?=[ \t]*\n)/.exec(item.text.slice(span.end)) : null;
  return { item, span: { start: span.start, end: span.end + (after?.[0].length ?? 0) } };
}

/** The lines of a clause, and not of its cases, that begin with a word. */
function linesOf({ whole: { item, span }, cases }: HandleClause, word: string): readonly string[] {
  const end = Math.min(span.end, ...cases.map(({ whole }) => whole.span.start));
  const lines = item.text.slice(span.start, end).split("\n").slice(1);
  return lines.map((line) => line.trim()).filter((line) => line.startsWith(`${word} `));
}

/** A name that no clause of the agreement has. */
function freeName({ handles, commits }: Agreement, kind: string): string {
  const taken = new Set([...handles, ...commits].map(({ name }) => name));
  const names = [`other_${kind}`, ...Array.from({ length: taken.size }, (_, index) => `other_${kind}_${index + 2}`)];
  return names.find((name) => !taken.has(name)) ?? `other_${kind}`;
}
