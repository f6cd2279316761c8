import type { AnswerPass, AnswerTimeline } from "../../../server/lsp/protocol.ts";
import { element } from "../../webview/page/element.ts";
import type { Texts } from "./texts.ts";

/** Who has the request until when, step by step: a table whose last column is the worst case, where there is one. */
export function timelineView(timeline: AnswerTimeline, texts: Texts): HTMLElement {
  const { passes, planned, worst, late } = timeline;
  const heads = [texts.step, texts.planned, ...(worst === undefined ? [] : [texts.worst])];
  const done = element(
    "tr",
    { className: late ? "done late" : "done" },
    element(
      "th",
      { scope: "row" },
      texts.done,
      late ? element("span", { className: "detail" }, texts.late) : undefined,
    ),
    timeCell(planned, texts.planned),
    worst === undefined ? undefined : timeCell(worst, texts.worst),
  );
  return element(
    "section",
    { className: "steps" },
    element("h3", {}, texts.steps),
    element(
      "table",
      { className: "timeline" },
      element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))),
      element("tbody", {}, ...passes.map((pass) => passView(pass, worst !== undefined, texts)), done),
    ),
  );
}

function passView(pass: AnswerPass, hasWorst: boolean, texts: Texts): HTMLElement {
  const { step, who, details, planned, worst, state } = pass;
  const name = element("span", { className: "value" }, step);
  const head = element(
    "th",
    { scope: "row" },
    name,
    who === undefined ? undefined : element("span", { className: "who" }, who),
    ...details.map((detail) => element("span", { className: "detail" }, detail)),
  );
  const cells = [timeCell(planned, texts.planned), ...(hasWorst ? [timeCell(worst, texts.worst)] : [])];
  return element("tr", { className: state }, head, ...cells);
}

/** A dash is for the eye alone. */
function timeCell(time: string | undefined, label: string): HTMLElement {
  const cell = element("td", {}, time ?? element("span", { ariaHidden: "true" }, "–"));
  cell.dataset.label = label;
  if (time === undefined) cell.className = "none";
  return cell;
}
