import type { PlaceLink, ProofAnswer, ProofParams } from "../../server/lsp/protocol.ts";

/** What the extension tells the proof's page: what is known of what, or that it is not known yet. */
export interface ToProofPage {
  readonly params: ProofParams;
  readonly answer: ProofAnswer | undefined;
}

/** What the proof's page tells the extension. */
export type FromProofPage =
  | { readonly kind: "ready" }
  | { readonly kind: "reveal"; readonly link: PlaceLink }
  | { readonly kind: "simulate"; readonly request: Readonly<Record<string, string>> };
