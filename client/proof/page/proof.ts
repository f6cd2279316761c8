import type {
  ProofShown,
  ProofStatus,
  ShownFinding,
  ShownProperty,
  ShownSection,
} from "../../../server/lsp/protocol.ts";
import { element } from "../../webview/page/element.ts";
import { actionView, type FindingActions, linkView, noticeView } from "../../webview/page/parts.ts";
import type { Texts } from "./texts.ts";

/** A proof as a page: in one line what is known, then what is not true with requests that show it, what was not decided, what is proved. */
export function proofView(proof: ProofShown, texts: Texts, actions: FindingActions): HTMLElement[] {
  const { status, title, place, summary, about, findings, sections } = proof;
  const badge = element("span", { className: "badge" }, texts.statuses[status]);
  const views = [
    element("div", { className: `headline ${tones[status]}` }, element("h2", {}, title), badge),
    element(
      "div",
      { className: "about" },
      summary === undefined ? undefined : element("p", {}, summary),
      place && linkView(place, texts.open, actions.reveal),
    ),
    ...sections.map((section) => sectionView(section, texts, actions)),
  ];
  if (findings.length > 0)
    views.push(element("div", { className: "findings" }, ...findingViews(findings, texts, actions)));
  if (about !== undefined) views.push(noticeView(about));
  return views;
}

const tones: Readonly<Record<ProofStatus, string>> = {
  proved: "good",
  "counter-example": "bad",
  "not decided": "warn",
};

function sectionView(
  { status, heading, why, entries }: ShownSection,
  texts: Texts,
  actions: FindingActions,
): HTMLElement {
  return element(
    "section",
    { className: "marked" },
    element("h3", {}, heading),
    why === undefined || why === "" ? undefined : element("p", { className: "faint" }, why),
    element("ul", {}, ...entries.map((entry) => propertyView(entry, status, texts, actions))),
  );
}

function propertyView(
  { text, sizes, findings }: ShownProperty,
  status: ProofStatus,
  texts: Texts,
  actions: FindingActions,
): HTMLElement {
  const mark = element("span", { className: `mark ${tones[status]}`, role: "img", ariaLabel: texts.statuses[status] });
  const counted = sizes.map(({ kind, size }) =>
    element("span", { className: "size" }, kind, element("span", { className: "faint" }, ` ${size}`)),
  );
  const sized = counted.length > 0 ? element("div", { className: "sizes" }, ...counted) : undefined;
  return element("li", {}, mark, element("div", {}, text, sized, ...findingViews(findings, texts, actions)));
}

function findingViews(findings: readonly ShownFinding[], texts: Texts, actions: FindingActions): HTMLElement[] {
  return findings.map(({ code, name, place, message, examples }) =>
    element(
      "article",
      {},
      element(
        "div",
        { className: "head" },
        element("span", { className: "faint" }, `${code} ${name}`),
        place && linkView(place, texts.open, actions.reveal),
      ),
      element("p", {}, message),
      ...examples.map(({ note, request }) => exampleView(note, request, texts, actions)),
    ),
  );
}

function exampleView(
  note: string | undefined,
  request: Readonly<Record<string, string>>,
  texts: Texts,
  actions: FindingActions,
): HTMLElement {
  const given = Object.entries(request).flatMap(([key, value]) => [element("dt", {}, key), element("dd", {}, value)]);
  return element(
    "div",
    { className: "example" },
    note === undefined ? undefined : element("span", { className: "note" }, note),
    element("dl", {}, ...given),
    actionView(texts.simulate, () => actions.simulate(request)),
  );
}
