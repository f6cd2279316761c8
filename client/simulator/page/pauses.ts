import "@vscode-elements/elements/dist/vscode-textfield/index.js";
import { element } from "../../webview/page/element.ts";
import type { RequestText } from "../messages.ts";
import type { OnChange } from "./form.ts";
import { type Pause, pausesIn, waitingText } from "./request.ts";
import type { Texts } from "./texts.ts";

/** The times in which a request waits for the customer: none at first, each with a beginning and an end of its own. */
export function pausesRow(values: RequestText, texts: Texts, onChange: OnChange): HTMLElement {
  let pauses = pausesIn(values.waiting ?? "");
  const list = element("div", { className: "pauses" });
  const change = (changed: readonly Pause[]) => {
    pauses = changed;
    onChange("waiting", waitingText(pauses));
  };
  const redraw = () => list.replaceChildren(...pauses.map(viewOf));
  const viewOf = (shown: Pause, index: number): HTMLElement =>
    pauseView(shown, texts, {
      onTyped: (part, time) =>
        change(pauses.map((pause, each) => (each === index ? { ...pause, [part]: time } : pause))),
      onRemoved: () => {
        change(pauses.filter((_, each) => each !== index));
        redraw();
        add.focus();
      },
    });
  const add = linkButton(texts.addPause, () => {
    change([...pauses, { from: "", until: "" }]);
    redraw();
    list.lastElementChild?.querySelector<HTMLElement>("vscode-textfield")?.focus();
  });
  redraw();
  const bar = element("div", { className: "bar" }, element("span", { className: "label" }, texts.pauses), add);
  const made = element(
    "div",
    { className: "row waiting", role: "group", ariaLabel: texts.pauses },
    bar,
    list,
    element("div", { className: "problem", role: "alert" }),
  );
  made.dataset.field = "waiting";
  return made;
}

interface PauseActions {
  readonly onTyped: (part: keyof Pause, time: string) => void;
  readonly onRemoved: () => void;
}

function pauseView(pause: Pause, texts: Texts, { onTyped, onRemoved }: PauseActions): HTMLElement {
  const remove = linkButton("✕", onRemoved);
  remove.ariaLabel = texts.removePause;
  remove.title = texts.removePause;
  const box = (part: keyof Pause, label: string) => timeBox(pause[part], label, (time) => onTyped(part, time));
  return element(
    "div",
    { className: "pause" },
    element("div", { className: "times" }, box("from", texts.pauseFrom), box("until", texts.pauseUntil)),
    remove,
  );
}

function timeBox(value: string, label: string, onTyped: (time: string) => void): HTMLElement {
  const box = element("vscode-textfield", { type: "datetime-local", value, label });
  box.addEventListener("input", () => onTyped(box.value));
  return element("label", {}, element("span", { className: "faint" }, label), box);
}

function linkButton(text: string, onClick: () => void): HTMLButtonElement {
  const made = element("button", { type: "button", className: "link" }, text);
  made.addEventListener("click", onClick);
  return made;
}
