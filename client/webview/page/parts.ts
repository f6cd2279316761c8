import type { LinkInWords, PlaceLink } from "../../../server/lsp/protocol.ts";
import { element } from "./element.ts";

/** What a person can do with what is found: look at its place, and put its requests to the simulator. */
export interface FindingActions {
  readonly reveal: (link: PlaceLink) => void;
  readonly simulate: (request: Readonly<Record<string, string>>) => void;
}

/** A link to a place in the editor; `title` says so. */
export function linkView({ text, link }: LinkInWords, title: string, reveal: FindingActions["reveal"]): HTMLElement {
  const made = element("a", { href: "#", title }, text);
  made.addEventListener("click", (event) => {
    event.preventDefault();
    reveal(link);
  });
  return made;
}

/** A button that looks like a link. */
export function actionView(text: string, act: () => void): HTMLElement {
  const made = element("button", { className: "link", type: "button" }, text);
  made.addEventListener("click", act);
  return made;
}

/** One sentence instead of a page. */
export function noticeView(text: string): HTMLElement {
  return element("p", { className: "notice" }, text);
}

/** A text whose dates are not broken at their hyphens. */
export function withWholeDates(text: string): readonly (string | HTMLElement)[] {
  return text
    .split(/(\d{4}-\d{2}-\d{2})/)
    .map((part, index) => (index % 2 === 1 ? element("span", { className: "date" }, part) : part));
}
