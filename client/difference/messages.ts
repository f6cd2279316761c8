import type { DifferencesShown } from "../../server/lsp/differenceProtocol.ts";
import type { PlaceLink } from "../../server/lsp/protocol.ts";

/** What the extension tells the page of differences: what is known, that it is being worked out or was stopped, or why it cannot be. */
export type ToDifferencePage =
  | { readonly kind: "shown"; readonly page: DifferencesShown }
  | { readonly kind: "comparing" }
  | { readonly kind: "stopped" }
  | { readonly kind: "unavailable"; readonly text: string };

/** What the page of differences tells the extension. */
export type FromDifferencePage =
  | { readonly kind: "ready" }
  | { readonly kind: "stop" }
  | { readonly kind: "reveal"; readonly link: PlaceLink }
  /** In the file as it was committed. */
  | { readonly kind: "reveal committed"; readonly link: PlaceLink }
  | { readonly kind: "simulate"; readonly request: Readonly<Record<string, string>>; readonly place?: PlaceLink };
