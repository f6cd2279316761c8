import type { ProofParams } from "../../../server/lsp/protocol.ts";
import type { FromProofPage } from "../messages.ts";

/** The page's end of the line to the extension, which VS Code gives out once; what it is about is kept for a reloaded window. */
interface Host {
  postMessage(message: FromProofPage): void;
  setState(state: ProofParams): void;
}

declare function acquireVsCodeApi(): Host;

/** The line to the extension. */
export const host: Host = acquireVsCodeApi();
