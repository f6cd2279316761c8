import { type Filled, fillHoles, type Locale } from "../../core/checks/message.ts";
import { displayWidth } from "../../core/format/width.ts";
import type { Span } from "../../core/syntax/tree.ts";
import { paint } from "../colour.ts";
import { placeIn, placeText } from "../places.ts";
import type { ScenarioFileRun } from "../scenarioRuns.ts";
import type { Terminal } from "../terminal.ts";

/** Where a report on scenarios is shown, and in which language. */
export interface Page {
  readonly screen: Pick<Terminal, "colours" | "columns">;
  readonly locale: Locale;
}

/** What each part of a report lies further in than the one above it. */
export const indent = "  ";

const words = {
  passed: { en: "{n} passed", ja: "成功 {n} 件" },
  failed: { en: "{n} failed", ja: "失敗 {n} 件" },
  skipped: { en: "{n} skipped", ja: "省略 {n} 件" },
  broken: { en: "{n} not understood", ja: "読めないもの {n} 件" },
  problem: { en: "1 problem", ja: "問題 1 件" },
  problems: { en: "{n} problems", ja: "問題 {n} 件" },
  none: { en: "no scenarios", ja: "シナリオなし" },
  files: { en: "in {n} files.", ja: "（{n} ファイル）" },
  file: { en: "in 1 file.", ja: "（1 ファイル）" },
  focus: {
    en: "A focus was found, so all scenarios were run, and this run fails. Remove `focus`.",
    ja: "focus があったため、すべてのシナリオを実行したうえで失敗としました。`focus` を消してください。",
  },
  expected: { en: "expected", ja: "期待" },
  found: { en: "found", ja: "結果" },
  more: { en: "{n} more that do not apply", ja: "ほかに当てはまらないもの {n} 件" },
} as const;

type Word = keyof typeof words;

/** A word of the report, its holes filled. */
export function word<Name extends Word>(
  { locale }: Pick<Page, "locale">,
  name: Name,
  holes: Filled<(typeof words)[Name]["en"]>,
): string {
  return fillHoles(words[name][locale], holes, locale);
}

/** The place of a span of a scenario file, as terminals make it a link. */
export function linkTo(run: ScenarioFileRun, { start }: Span, { screen }: Page): string {
  return paint(screen, "underline", placeText(placeIn(run.path, run.lines, start)));
}

/** A text with the place that it is about beside it or, where that is too wide, below it, further in. */
export function withPlace(
  text: (page: Page) => string,
  place: (page: Page) => string,
  left: string,
  page: Page,
): readonly string[] {
  const plain = uncoloured(page);
  const isWide = displayWidth(`${left}${text(plain)}  ${place(plain)}`) > page.screen.columns;
  if (!isWide) return [`${left}${text(page)}  ${place(page)}`];
  return [left + text(page), left + indent + place(page)];
}

/** The same page without colours, on which widths are measured. */
export function uncoloured({ screen, locale }: Page): Page {
  return { screen: { ...screen, colours: false }, locale };
}
