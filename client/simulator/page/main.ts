import type { SimulateResult, SimulatorModel } from "../../../server/lsp/protocol.ts";
import { element } from "../../webview/page/element.ts";
import type { RequestText, ToPage } from "../messages.ts";
import { type AnswerActions, answerView, noticeView, problemsView } from "./answer.ts";
import { CONTROLS, formRows, showProblems } from "./form.ts";
import { host } from "./host.ts";
import { givenParts, nowIn } from "./request.ts";
import { fill, pageTexts } from "./texts.ts";

const texts = pageTexts();
const form = element("form", { className: "form", ariaLabel: texts.request });
const answer = element("main", { className: "answer", ariaLabel: texts.answer, ariaLive: "polite" });

let values: RequestText = host.getState()?.request ?? {};
let model: SimulatorModel | undefined;
let shownForm = "";
let shownAnswer = "";
let sequence = 0;

const actions: AnswerActions = {
  reveal: (link) => host.postMessage({ kind: "reveal", link }),
  copy: (text) => host.postMessage({ kind: "copy", text }),
  choose: (field, value) => change(field, value),
};

form.addEventListener("submit", (event) => event.preventDefault());
window.addEventListener("message", (event: MessageEvent<ToPage>) => receive(event.data));
document.body.append(form, answer);
show("waiting", noticeView(texts.waiting));
host.postMessage({ kind: "ready" });

function receive(message: ToPage): void {
  switch (message.kind) {
    case "model":
      model = message.model;
      values = withDefaults(model, values);
      refresh();
      return;
    case "prefill":
      values = model ? withDefaults(model, message.request) : message.request;
      shownForm = "";
      refresh();
      return;
    case "result":
      if (message.sequence === sequence) showResult(message.result);
      return;
    case "unavailable":
      show(message.detail, noticeView(fill(texts.unavailable, "detail", message.detail)));
  }
}

/** A person opens the panel to see an answer, so it starts with the first kind, sent now. */
function withDefaults(known: SimulatorModel, given: RequestText): RequestText {
  const kind = known.kinds.some(({ name }) => name === given.kind) ? given.kind : known.kinds[0]?.name;
  return { ...given, kind: kind ?? "", at: given.at ?? nowIn(known.zone) };
}

function change(name: string, value: string): void {
  values = { ...values, [name]: value };
  refresh();
}

/** Brings the page up to date; the form is left alone while the same rows are asked for, so that typing goes on in it. */
function refresh(): void {
  if (!model) return;
  host.setState({ request: values });
  if (model.kinds.length === 0) showNothing();
  else ask(model);
}

function ask(known: SimulatorModel): void {
  const rows = JSON.stringify([known, values.kind]);
  if (rows !== shownForm) rebuildForm(known);
  shownForm = rows;
  sequence += 1;
  host.postMessage({ kind: "simulate", sequence, request: givenParts(known, values) });
}

function showNothing(): void {
  form.replaceChildren();
  shownForm = "";
  show("no kinds", noticeView(texts.noKinds));
}

/** The row that had the focus has it again afterwards. */
function rebuildForm(known: SimulatorModel): void {
  const focused = document.activeElement?.closest<HTMLElement>("[data-field]")?.dataset.field;
  form.replaceChildren(...formRows(known, values, texts, change));
  const row = [...form.querySelectorAll<HTMLElement>("[data-field]")].find((found) => found.dataset.field === focused);
  row?.querySelector<HTMLElement>(CONTROLS)?.focus();
}

function showResult(result: SimulateResult): void {
  const problems = "problems" in result ? result.problems : [];
  showProblems(form, problems);
  const view = "answer" in result ? answerView(result.answer, texts, actions) : problemsView(problems, texts);
  show(JSON.stringify(result), view);
}

/** Replaces the answer, unless it is the one shown: what a person has opened or focused in it stays. */
function show(identity: string, view: readonly HTMLElement[]): void {
  if (identity === shownAnswer) return;
  shownAnswer = identity;
  answer.replaceChildren(...view);
}
