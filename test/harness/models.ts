import assert from "node:assert/strict";
import { compile } from "../../server/core/engine/compile.ts";
import { link } from "../../server/core/model/link.ts";
import type { Model } from "../../server/core/model/model.ts";
import type { Agreed } from "../../server/core/questions/asked.ts";
import { parse } from "../../server/core/syntax/parse.ts";
import { japaneseHolidays } from "../../server/core/time/holidays.japan.ts";

/** 2026-04-01, 20,544 days after 1970-01-01, from which on most tests look at their agreements. */
export const firstOfApril = 20_544;

/** The model of some texts, of files `0.sla`, `1.sla` and so on. */
export function modelOf(...texts: readonly string[]): Model {
  return link(texts.map((text, index) => ({ path: `${index}.sla`, syntax: parse(text) })));
}

/** The same of texts that can be read and resolved as a whole; fails where something in them cannot. */
export function flawlessModelOf(...texts: readonly string[]): Model {
  const model = modelOf(...texts);
  const problems = model.items.flatMap((each) => [...each.item.problems, ...each.problems]);
  assert.deepEqual(problems, [], texts.join("\n"));
  return model;
}

/** What some texts agree on, with the holidays of Japan. */
export function agreedIn(...texts: readonly string[]): Agreed {
  const model = modelOf(...texts);
  return { model, engine: compile(model, japaneseHolidays) };
}
