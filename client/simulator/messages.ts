import type { PlaceLink, SimulateResult, SimulatorModel } from "../../server/lsp/protocol.ts";

/** A request as its form holds it: the textual form of a scenario file, without the fields left empty. */
export type RequestText = Readonly<Record<string, string>>;

/** What the extension tells the simulator's page. */
export type ToPage =
  | { readonly kind: "model"; readonly model: SimulatorModel }
  | { readonly kind: "prefill"; readonly request: RequestText }
  | { readonly kind: "result"; readonly sequence: number; readonly result: SimulateResult }
  | { readonly kind: "unavailable"; readonly detail: string };

/** What the simulator's page tells the extension; `sequence` numbers the requests, so that an answer overtaken by a newer one is dropped. */
export type FromPage =
  | { readonly kind: "ready" }
  | { readonly kind: "simulate"; readonly sequence: number; readonly request: RequestText }
  | { readonly kind: "reveal"; readonly link: PlaceLink }
  | { readonly kind: "copy"; readonly text: string };
