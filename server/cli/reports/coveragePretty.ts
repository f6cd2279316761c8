import { fillHoles } from "../../core/checks/message.ts";
import { displayWidth, padTo } from "../../core/format/width.ts";
import { type Covered, coverableKinds, percentReached } from "../../core/scenarios/coverage.ts";
import { paint } from "../colour.ts";
import { placeText, shownPlace } from "../places.ts";
import type { ModelCoverage } from "../scenarioRuns.ts";
import { wrapped } from "../wrapped.ts";
import { indent, type Page } from "./scenarioPage.ts";

const words = {
  sum: {
    en: "Coverage: {percent}% ({reached} of {total} reached).",
    ja: "網羅：{percent}%（{total} 件中 {reached} 件）。",
  },
  missed: { en: "No scenario comes to:", ja: "どのシナリオも通らないもの：" },
  below: {
    en: "That is below the threshold of {threshold}%. Add scenarios for what is listed, or lower the threshold.",
    ja: "基準の {threshold}% に届いていません。上に示したもののシナリオを加えるか、基準を下げてください。",
  },
} as const;

const nouns = {
  clause: { en: "clauses", ja: "条項" },
  case: { en: "cases", ja: "場合" },
  row: { en: "table rows", ja: "表の行" },
  exception: { en: "exceptions", ja: "例外" },
  verdict: { en: "verdict lines", ja: "可否の行" },
  rung: { en: "rungs", ja: "エスカレーションの段" },
  step: { en: "steps", ja: "手順" },
} as const satisfies Readonly<Record<Covered["kind"], { en: string; ja: string }>>;

const singular = {
  clause: { en: "clause", ja: "条項" },
  case: { en: "case", ja: "場合" },
  row: { en: "row", ja: "表の行" },
  exception: { en: "exception", ja: "例外" },
  verdict: { en: "verdict", ja: "可否" },
  rung: { en: "rung", ja: "段" },
  step: { en: "step", ja: "手順" },
} as const satisfies Readonly<Record<Covered["kind"], { en: string; ja: string }>>;

/** Coverage for a person: the share, how much of each sort, and every place that no scenario comes to. */
export function prettyCoverage(models: readonly ModelCoverage[], threshold: number | undefined, page: Page): string {
  const { screen, locale } = page;
  const things = models.flatMap((model) => model.things);
  const reached = things.filter(({ hits }) => hits > 0);
  const percent = percentReached(things);
  const holes = { percent: String(percent), reached: String(reached.length), total: String(things.length) };
  const isBelow = threshold !== undefined && percent < threshold;
  const lines = [
    "",
    paint(screen, isBelow ? "red" : "bold", fillHoles(words.sum[locale], holes, locale)),
    ...kindLine(things, page),
    ...missedLines(models, page),
    ...(isBelow
      ? ["", ...wrapped(fillHoles(words.below[locale], { threshold: String(threshold) }, locale), screen.columns)]
      : []),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function kindLine(things: readonly Covered[], { screen, locale }: Page): readonly string[] {
  const parts = coverableKinds.flatMap((kind) => {
    const all = things.filter((thing) => thing.kind === kind);
    const reached = all.filter(({ hits }) => hits > 0);
    return all.length === 0 ? [] : [`${nouns[kind][locale]} ${reached.length}/${all.length}`];
  });
  if (parts.length === 0) return [];
  const lines = wrapped(parts.join(locale === "ja" ? "、" : ", "), screen.columns - indent.length);
  return lines.map((line) => indent + paint(screen, "dim", line));
}

function missedLines(models: readonly ModelCoverage[], { screen, locale }: Page): readonly string[] {
  const missed = models.flatMap(({ snapshot, things }) =>
    things
      .filter(({ hits }) => hits === 0)
      .map(({ kind, id, place }) => ({ word: singular[kind][locale], id, where: shownPlace(snapshot, place) })),
  );
  if (missed.length === 0) return [];
  const widths = {
    word: Math.max(...missed.map((each) => displayWidth(each.word))),
    id: Math.max(...missed.map((each) => displayWidth(each.id))),
  };
  const rows = missed.map(({ word, id, where }) => {
    const link = where ? paint(screen, "underline", placeText(where)) : "";
    return `${indent}${padTo(word, widths.word)}  ${padTo(id, widths.id)}  ${link}`;
  });
  return ["", words.missed[locale], ...rows];
}
