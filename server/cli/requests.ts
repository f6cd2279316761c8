import { phrase } from "../core/checks/message.ts";
import type { Model } from "../core/model/model.ts";
import type { Problem } from "../core/scenarios/problem.ts";
import { type LocatedRequest, readRequestRecord, readRequests } from "../core/scenarios/requests.ts";
import { linesOf } from "../core/text/lines.ts";
import type { Arguments } from "./arguments.ts";
import { placeIn, placeText } from "./places.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usageError.ts";

/** What is asked: options by the key of a request, and a text with requests that they all hold for. */
export interface Asked {
  readonly record: Readonly<Record<string, string>>;
  /** For whatever neither options nor text give: a request arrives now. */
  readonly otherwise: Readonly<Record<string, string>>;
  readonly written: { readonly name: string; readonly text: string } | undefined;
}

/** Requests as a model reads them; each problem with where it is. */
export interface ReadAsked {
  readonly requests: readonly LocatedRequest[];
  readonly problems: readonly (Problem & { readonly where: string })[];
}

const requestOptions = ["kind", "at", "channel", "customer", "asker", "to", "waiting", "zone"] as const;

/** The request that the options describe, as far as they do. */
export function recordOf({ options, lists }: Arguments): Readonly<Record<string, string>> {
  const fields = (lists.get("set") ?? []).map(fieldOf);
  const twice = fields.find(([name], index) => fields.findIndex(([other]) => other === name) < index);
  if (twice) throw setTwice(twice[0]);
  const named = requestOptions.flatMap((name) => {
    const value = options.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const both = fields.find(([name]) => named.some(([other]) => other === name));
  if (both) throw setTwice(both[0]);
  return Object.fromEntries([...fields, ...named]);
}

/** What holds where nothing is said: the request arrives now. */
export function otherwiseAsked({ now }: Terminal): Asked["otherwise"] {
  return { at: new Date(now).toISOString() };
}

/** Reads what is asked by the names and types of a model. */
export function readAsked({ record, otherwise, written }: Asked, model: Model): ReadAsked {
  if (!written) {
    const { located, problems } = readRequestRecord({ ...otherwise, ...record }, model);
    return {
      requests: located ? [located] : [],
      problems: problems.map((each) => ({ ...each, where: optionOf(each) })),
    };
  }
  const { requests, problems } = readRequests(written.text, model, otherwise, record);
  const lines = linesOf(written.text);
  const where = ({ start }: Problem) => placeText(placeIn(written.name, lines, start));
  return { requests, problems: problems.map((each) => ({ ...each, where: where(each) })) };
}

/** The option that a problem is about; fields of the kind are given with `--set`. */
function optionOf({ key }: Problem): string {
  if (key === undefined) return "--kind";
  return requestOptions.some((name) => name === key) ? `--${key}` : `--set ${key}`;
}

function setTwice(name: string): UsageError {
  return new UsageError(
    phrase(
      "'{name}' is given twice among the options, and it has one value. Leave one of them out.",
      "オプションに「{name}」が二度ありますが、値は一つだけです。どちらかを除いてください。",
      { name },
    ),
  );
}

function fieldOf(written: string): readonly [string, string] {
  const at = written.indexOf("=");
  if (at > 0) return [written.slice(0, at).trim(), written.slice(at + 1)];
  throw new UsageError(
    phrase(
      "--set needs a field and its value, such as severity=normal, not '{written}'.",
      "--set には severity=normal のように項目と値が要ります。「{written}」は読めません。",
      { written },
    ),
  );
}
