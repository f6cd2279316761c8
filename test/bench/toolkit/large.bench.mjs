import { textOf } from "../texts.ts";
import { assertClean, createLanguage, opened } from "./language.mjs";

/** What ../large.bench.ts measures, row by row. */
export async function run() {
  const language = await createLanguage();
  const text = textOf("126,000 lines");
  const start = performance.now();
  const document = await opened(language, text);
  const took = performance.now() - start;
  const peak = process.resourceUsage().maxRSS / 1024;
  assertClean(document);
  return [{ value: took }, { value: peak }];
}
