import { element } from "../../webview/page/element.ts";
import { hostOfPage } from "../../webview/page/host.ts";
import { actionView, noticeView } from "../../webview/page/parts.ts";
import type { FromDifferencePage, ToDifferencePage } from "../messages.ts";
import { type DifferenceActions, differencesView } from "./difference.ts";
import { pageTexts } from "./texts.ts";

const host = hostOfPage<FromDifferencePage, undefined>();
const texts = pageTexts();
const actions: DifferenceActions = {
  reveal: (link) => host.postMessage({ kind: "reveal", link }),
  revealCommitted: (link) => host.postMessage({ kind: "reveal committed", link }),
  simulate: (request, place) => host.postMessage({ kind: "simulate", request, ...(place && { place }) }),
};
const main = element("main", { className: "report" }, noticeView(texts.working));
const progress = element("div", { className: "progress", role: "status" });

/** What is shown, so that what a person reads or has focused stays where the same is told. */
let told = "";
let patience: ReturnType<typeof setTimeout> | undefined;

window.addEventListener("message", (event: MessageEvent<ToDifferencePage>) => receive(event.data));
document.body.append(progress, main);
host.postMessage({ kind: "ready" });

function receive(message: ToDifferencePage): void {
  clearTimeout(patience);
  switch (message.kind) {
    case "comparing":
      patience = setTimeout(tellProgress, patienceMilliseconds);
      return;
    case "stopped":
      return tellState(told === "" ? texts.stoppedAtFirst : texts.stopped, texts.compare, "ready");
    case "shown":
      progress.replaceChildren();
      return show(JSON.stringify(message), () => differencesView(message.page, texts, actions));
    case "unavailable":
      progress.replaceChildren();
      return show(message.text, () => [noticeView(message.text)]);
  }
}

/** What is over before that nobody needs to be told of. */
const patienceMilliseconds = 500;

function tellProgress(): void {
  tellState(told === "" ? texts.working : texts.again, texts.stop, "stop");
}

/** What is being done, and what a person can do about it; it takes the place of the first notice, which says the same. */
function tellState(text: string, action: string, kind: "ready" | "stop"): void {
  if (told === "") main.replaceChildren();
  progress.replaceChildren(
    element("span", {}, text),
    actionView(action, () => host.postMessage({ kind })),
  );
}

function show(telling: string, views: () => readonly HTMLElement[]): void {
  if (telling === told) return;
  told = telling;
  main.replaceChildren(...views());
}
