import { textOf } from "../texts.ts";
import { keystrokes } from "../typing.ts";
import { assertClean, createLanguage, edited, opened } from "./language.mjs";

/** What ../editor.bench.ts measures, row by row, with the first so many of its keystrokes. */
export async function run(strokes) {
  const language = await createLanguage();
  const text = textOf("12,600 lines");
  const cold = await timed(() => opened(language, text));
  assertClean(cold.result);
  const typed = await typing(language, cold.result, keystrokes(text, strokes, 1));
  return [{ value: cold.took }, { value: percentile(typed, 0.5) }, { value: percentile(typed, 0.95) }];
}

async function typing(language, document, strokes) {
  const all = [];
  for (const stroke of strokes) {
    const { took, result } = await timed(() => edited(language, document, stroke));
    document = result;
    all.push(took);
  }
  return all;
}

async function timed(work) {
  const start = performance.now();
  const result = await work();
  return { took: performance.now() - start, result };
}

function percentile(values, part) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}
