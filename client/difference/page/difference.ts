import type {
  DifferencesShown,
  ShownChange,
  ShownDecisions,
  ShownDifference,
  ShownParties,
  TonedText,
} from "../../../server/lsp/differenceProtocol.ts";
import type { LinkInWords, PlaceLink } from "../../../server/lsp/protocol.ts";
import { element } from "../../webview/page/element.ts";
import { actionView, linkView, noticeView, withWholeDates } from "../../webview/page/parts.ts";
import type { Texts } from "./texts.ts";

/** What a person can do with a difference: look at what is written and what was committed, and put its example to the simulator. */
export interface DifferenceActions {
  readonly reveal: (link: PlaceLink) => void;
  readonly revealCommitted: (link: PlaceLink) => void;
  readonly simulate: (request: Readonly<Record<string, string>>, place: PlaceLink | undefined) => void;
}

/** What changes in decisions as a page: how much in one line, what is in doubt, then the differences by whom they concern and by class. */
export function differencesView(shown: DifferencesShown, texts: Texts, actions: DifferenceActions): HTMLElement[] {
  const { title, status, counts, about, doubts, parties, notes } = shown;
  const badges =
    counts.length > 0 ? counts.map(badgeView) : [badgeView({ text: texts.statuses[status], tone: "warn" })];
  const tone = { same: "good", different: "warn", "not decided": "warn" }[status];
  const views: HTMLElement[] = [
    element("div", { className: `headline ${tone}` }, element("h2", {}, title), ...(status === "same" ? [] : badges)),
    element("p", { className: "faint" }, about),
  ];
  if (doubts.length > 0) views.push(doubtsView(doubts, texts));
  return [...views, ...parties.map((each) => partiesView(each, texts, actions)), ...notes.map(noticeView)];
}

function badgeView({ text }: TonedText): HTMLElement {
  return element("span", { className: "badge" }, text);
}

function doubtsView(doubts: readonly string[], texts: Texts): HTMLElement {
  const items = doubts.map((text) => element("li", {}, markView("warn", texts), element("div", {}, text)));
  return element("section", { className: "marked" }, element("h3", {}, texts.doubts), element("ul", {}, ...items));
}

function markView(tone: TonedText["tone"], texts: Texts): HTMLElement {
  return element("span", { className: `mark ${tone}`, role: "img", ariaLabel: texts.tones[tone] });
}

function partiesView({ heading, classes }: ShownParties, texts: Texts, actions: DifferenceActions): HTMLElement {
  const items = classes.map((each) =>
    element(
      "li",
      {},
      markView(each.heading.tone, texts),
      element(
        "div",
        {},
        element("h4", {}, each.heading.text),
        ...each.differences.map((difference) => differenceView(difference, texts, actions)),
      ),
    ),
  );
  return element("section", { className: "marked parties" }, element("h3", {}, heading), element("ul", {}, ...items));
}

function differenceView(difference: ShownDifference, texts: Texts, actions: DifferenceActions): HTMLElement {
  const { also, requests, changes, places, gone, examples } = difference;
  const [place] = places;
  return element(
    "article",
    {},
    element(
      "div",
      { className: "head" },
      element("strong", {}, ...withWholeDates(requests)),
      ...also.map(badgeView),
      ...places.map((each) => linkView(each, texts.open, actions.reveal)),
      ...gone.map((each) => goneView(each, texts, actions)),
    ),
    element("dl", { className: "changes" }, ...changes.flatMap(changeViews)),
    ...examples.map((example) => exampleView(example, place?.link, texts, actions)),
  );
}

function goneView(place: LinkInWords, texts: Texts, actions: DifferenceActions): HTMLElement {
  return element(
    "span",
    {},
    element("span", { className: "faint" }, `${texts.gone} `),
    linkView(place, texts.openCommitted, actions.revealCommitted),
  );
}

function changeViews({ label, before, after, when }: ShownChange): HTMLElement[] {
  const arrow = element("span", { className: "arrow" }, " → ");
  const days = when === undefined ? undefined : element("div", { className: "faint" }, ...withWholeDates(when));
  return [
    element("dt", {}, label),
    element("dd", {}, element("span", { className: "old" }, before), arrow, element("strong", {}, after), days),
  ];
}

function exampleView(
  { request, before, after, simulated }: ShownDecisions,
  place: PlaceLink | undefined,
  texts: Texts,
  actions: DifferenceActions,
): HTMLElement {
  const decided = (label: string, text: string) =>
    element("div", {}, element("dt", {}, label), element("dd", {}, ...withWholeDates(text)));
  return element(
    "div",
    { className: "example" },
    element("p", {}, element("span", { className: "faint" }, `${texts.example} `), ...withWholeDates(request)),
    element("dl", { className: "decisions" }, decided(texts.before, before), decided(texts.after, after)),
    simulated && actionView(texts.simulate, () => actions.simulate(simulated, place)),
  );
}
