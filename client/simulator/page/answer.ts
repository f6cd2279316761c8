import "@vscode-elements/elements/dist/vscode-badge/index.js";
import type {
  AnswerChange,
  AnswerForValue,
  AnswerRow,
  PlaceLink,
  Reason,
  RequestProblem,
  SimulatedAnswer,
} from "../../../server/lsp/protocol.ts";
import { element } from "../../webview/page/element.ts";
import { linkView } from "../../webview/page/parts.ts";
import { fill, outcomeText, reasonText, type Texts } from "./texts.ts";
import { timelineView } from "./timeline.ts";

/** What a person can do with an answer. */
export interface AnswerActions {
  readonly reveal: (link: PlaceLink) => void;
  readonly copy: (text: string) => void;
  readonly choose: (field: string, value: string) => void;
}

/** The answer as a page: the headline, then who, how, by when and for how much, what to say, why, and what would change it. */
export function answerView(answer: SimulatedAnswer, texts: Texts, actions: AnswerActions): HTMLElement[] {
  const badge = element("vscode-badge", { className: "outcome" }, outcomeText(texts, answer.outcome));
  return [
    element("div", { className: `headline ${toneOf(answer.outcome)}` }, element("h2", {}, answer.headline), badge),
    ...choiceViews(answer, texts, actions),
    ...detailViews(answer, texts, actions),
  ];
}

/** The colour beside the headline; the words next to it say the same. */
function toneOf(outcome: string): string {
  if (["handled", "may"].includes(outcome)) return "good";
  return ["unhandled", "unstaffed", "declined", "never"].includes(outcome) ? "bad" : "warn";
}

/** What keeps the request from being answered; problems of a form's row are shown there, too. */
export function problemsView(problems: readonly RequestProblem[], texts: Texts): HTMLElement[] {
  const items = problems.map(({ field, message }) =>
    element("li", {}, element("strong", {}, field), element("span", { className: "detail" }, message)),
  );
  return [
    element("div", { className: "headline bad" }, element("h2", {}, texts.problems)),
    element("ul", { className: "problems" }, ...items),
  ];
}

/** One sentence in the answer's place. */
export function noticeView(text: string): HTMLElement[] {
  return [element("p", { className: "notice" }, text)];
}

function detailViews(answer: SimulatedAnswer, texts: Texts, actions: AnswerActions): HTMLElement[] {
  const views: HTMLElement[] = [];
  if (answer.rows.length > 0)
    views.push(element("dl", { className: "facts" }, ...answer.rows.map((fact) => factView(fact, texts))));
  if (answer.timeline) views.push(timelineView(answer.timeline, texts));
  if (answer.say) views.push(sayView(answer.say, texts, actions));
  if (answer.why.length > 0) views.push(whyView(answer.why, texts, actions));
  if (answer.changes && answer.changes.length > 0) views.push(changesView(answer.changes, texts));
  return views;
}

function factView(fact: AnswerRow, texts: Texts): HTMLElement {
  const mark =
    fact.tone && element("span", { className: `mark ${fact.tone}`, role: "img", ariaLabel: texts.tones[fact.tone] });
  const value = element("span", { className: "value" }, mark || undefined, fact.value);
  const detail = fact.detail ? element("span", { className: "detail" }, fact.detail) : undefined;
  return element("div", {}, element("dt", {}, fact.label), element("dd", {}, value, detail));
}

function sayView(say: string, texts: Texts, actions: AnswerActions): HTMLElement {
  const copy = element("vscode-button", { secondary: true }, texts.copy);
  copy.addEventListener("click", () => {
    actions.copy(say);
    copy.textContent = texts.copied;
    setTimeout(() => {
      copy.textContent = texts.copy;
    }, 2000);
  });
  return element(
    "section",
    { className: "say" },
    element("div", { className: "bar" }, element("h3", {}, texts.say), copy),
    element("blockquote", {}, say),
  );
}

function whyView(why: readonly Reason[], texts: Texts, actions: AnswerActions): HTMLElement {
  const items = why.map((reason) => reasonView(reason, texts, actions));
  return element("section", { className: "why" }, element("h3", {}, texts.why), element("ul", {}, ...items));
}

function reasonView(reason: Reason, texts: Texts, actions: AnswerActions): HTMLElement {
  const tag = element("span", { className: "tag" }, reasonText(texts, reason.outcome));
  const text = reason.link
    ? linkView({ text: reason.text, link: reason.link }, texts.openClause, actions.reveal)
    : element("span", {}, reason.text);
  const because = reason.reason ? element("span", { className: "detail" }, reason.reason) : undefined;
  return element("li", { className: reason.outcome.replace(" ", "-") }, tag, element("div", {}, text, because));
}

function changesView(changes: readonly AnswerChange[], texts: Texts): HTMLElement {
  const items = changes.map(({ change, answer }) =>
    element("li", {}, element("span", {}, change), element("span", { className: "detail" }, answer)),
  );
  return element("section", { className: "changes" }, element("h3", {}, texts.changes), element("ul", {}, ...items));
}

function choiceViews({ needs }: SimulatedAnswer, texts: Texts, actions: AnswerActions): HTMLElement[] {
  if (!needs) return [];
  const choices = needs.answers.map((choice) => choiceView(needs.field, choice, texts, actions));
  return [element("div", { className: "choices" }, ...choices)];
}

function choiceView(
  field: string,
  { value, words, answer }: AnswerForValue,
  texts: Texts,
  actions: AnswerActions,
): HTMLElement {
  const choose = element("vscode-button", { secondary: true }, fill(texts.choose, "value", value));
  choose.addEventListener("click", () => actions.choose(field, value));
  const summary = element(
    "summary",
    {},
    element("span", { className: "tag" }, words),
    element("strong", {}, answer.headline),
  );
  return element("details", { className: "choice" }, summary, choose, ...detailViews(answer, texts, actions));
}
