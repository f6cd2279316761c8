import type { ProofParams } from "../../../server/lsp/protocol.ts";
import { element } from "../../webview/page/element.ts";
import { hostOfPage } from "../../webview/page/host.ts";
import { type FindingActions, noticeView } from "../../webview/page/parts.ts";
import type { FromProofPage, ToProofPage } from "../messages.ts";
import { proofView } from "./proof.ts";
import { pageTexts } from "./texts.ts";

const host = hostOfPage<FromProofPage, ProofParams>();
const texts = pageTexts();
const actions: FindingActions = {
  reveal: (link) => host.postMessage({ kind: "reveal", link }),
  simulate: (request) => host.postMessage({ kind: "simulate", request }),
};
const main = element("main", { className: "report" });

/** Of what the page tells something, and that. */
let subject = "";
let told = "";

window.addEventListener("message", (event: MessageEvent<ToProofPage>) => receive(event.data));
document.body.append(main);
host.postMessage({ kind: "ready" });

/** What a person reads or has focused stays where the same is told, and the last known while nothing newer is. */
function receive({ params, answer }: ToProofPage): void {
  host.setState(params);
  const asked = JSON.stringify(params);
  const telling = JSON.stringify(answer);
  if (asked === subject && (answer === undefined || telling === told)) return;
  subject = answer ? asked : "";
  told = telling;
  const notice = answer ? texts.gone.replace("{name}", () => params.name) : texts.unknown;
  main.replaceChildren(...(answer?.proof ? proofView(answer.proof, texts, actions) : [noticeView(notice)]));
}
