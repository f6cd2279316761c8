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

/** What the page is about, and what it says of that, both as JSON. */
let subject = "";
let told = "";

window.addEventListener("message", (event: MessageEvent<ToProofPage>) => receive(event.data));
document.body.append(main);
host.postMessage({ kind: "ready" });

/** Where the same is told again nothing is drawn anew, so that focus and reading place stay; the last answer stays until a newer one comes. */
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
