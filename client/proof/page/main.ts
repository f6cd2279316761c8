import { element } from "../../webview/page/element.ts";
import type { ToProofPage } from "../messages.ts";
import { host } from "./host.ts";
import { type ProofActions, proofView } from "./proof.ts";
import { pageTexts } from "./texts.ts";

const texts = pageTexts();
const actions: ProofActions = {
  reveal: (link) => host.postMessage({ kind: "reveal", link }),
  simulate: (request) => host.postMessage({ kind: "simulate", request }),
};
const main = element("main", { className: "proof" });

/** Of what the page tells something, and that. */
let subject = "";
let told = "";

window.addEventListener("message", (event: MessageEvent<ToProofPage>) => receive(event.data));
document.body.append(main);
host.postMessage({ kind: "ready" });

/** What a person reads or has focused stays where the same is told, and the last known while nothing newer is. */
function receive({ params, proof }: ToProofPage): void {
  host.setState(params);
  const asked = JSON.stringify(params);
  const answer = JSON.stringify(proof);
  if (asked === subject && (proof === undefined || answer === told)) return;
  subject = proof ? asked : "";
  told = answer;
  main.replaceChildren(...(proof ? proofView(proof, texts, actions) : [unknownView()]));
}

function unknownView(): HTMLElement {
  return element("p", { className: "notice" }, texts.unknown);
}
