import { type Host, hostOfPage } from "../../webview/page/host.ts";
import type { FromPage, RequestText } from "../messages.ts";

/** What VS Code keeps for the page while it is hidden or the window reloads. */
interface KeptState {
  readonly request: RequestText;
}

/** The line to the extension. */
export const host: Host<FromPage, KeptState> = hostOfPage();
