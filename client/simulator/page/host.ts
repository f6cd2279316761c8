import type { FromPage, RequestText } from "../messages.ts";

/** What VS Code keeps for the page while it is hidden or the window reloads. */
export interface KeptState {
  readonly request: RequestText;
}

/** The page's end of the line to the extension, which VS Code gives out once. */
interface Host {
  postMessage(message: FromPage): void;
  getState(): KeptState | undefined;
  setState(state: KeptState): void;
}

declare function acquireVsCodeApi(): Host;

/** The line to the extension. */
export const host: Host = acquireVsCodeApi();
