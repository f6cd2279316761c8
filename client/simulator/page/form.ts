import "@vscode-elements/elements/dist/vscode-button/index.js";
import "@vscode-elements/elements/dist/vscode-label/index.js";
import "@vscode-elements/elements/dist/vscode-option/index.js";
import "@vscode-elements/elements/dist/vscode-single-select/index.js";
import "@vscode-elements/elements/dist/vscode-textfield/index.js";
import type { Choice, Field, RequestProblem, SimulatorModel } from "../../../server/lsp/protocol.ts";
import { element } from "../../webview/page/element.ts";
import type { RequestText } from "../messages.ts";
import { pausesRow } from "./pauses.ts";
import { kindFields, nowIn, unitOf, weekdayOf, withoutUnit, withUnit } from "./request.ts";
import { fill, type Texts } from "./texts.ts";

/** Tells that the person gave a part of the request a value; an empty one takes it away. */
export type OnChange = (name: string, value: string) => void;

/** The widgets that take a value, and can be focused, labelled and marked as wrong. */
export const CONTROLS = "vscode-single-select, vscode-textfield";

/** A choice of a list: what is written into the request, and what a person reads. */
interface Item {
  readonly value: string;
  readonly text: string;
}

/** The form's rows for what can be said of a request in this model, showing `values`. */
export function formRows(model: SimulatorModel, values: RequestText, texts: Texts, onChange: OnChange): HTMLElement[] {
  const optional = (items: readonly Item[]) => [{ value: "", text: texts.notGiven }, ...items];
  const list = (name: string, label: string, items: readonly Item[]) =>
    row(name, label, select(name, items, values[name] ?? "", onChange));
  const titled = (choice: Choice) => choiceItem(choice, texts);
  const customers = [{ value: "", text: texts.noCustomer }, ...model.customers.map(titled)];
  const people = model.people.map(nameItem);
  return [
    list("kind", texts.kind, model.kinds.map(titled)),
    ...kindFields(model, values).map((field) =>
      row(field.name, field.name, fieldWidget(field, values, texts, onChange)),
    ),
    list("channel", texts.channel, optional(model.channels.map(nameItem))),
    timeRow(model.zone, values.at ?? "", texts, onChange),
    list("customer", texts.customer, customers),
    list("asker", texts.asker, optional([...model.teams.map(titled), ...people])),
    list("to", texts.to, optional(people)),
    pausesRow(values, texts, onChange),
  ];
}

/** Puts each problem under the row it is about; those about no row are left to the answer. */
export function showProblems(form: HTMLElement, problems: readonly RequestProblem[]): void {
  for (const found of form.querySelectorAll<HTMLElement>("[data-field]")) {
    const message = problems.find((problem) => problem.field === found.dataset.field)?.message;
    found.querySelector(CONTROLS)?.toggleAttribute("invalid", message !== undefined);
    const helper = found.querySelector(".problem");
    if (helper) helper.textContent = message ?? "";
  }
}

function choiceItem(choice: Choice, texts: Texts): Item {
  return { value: choice.name, text: choiceText(choice, texts) };
}

/** The title people know, with the name that the agreement uses where the title does not contain it. */
function choiceText({ name, title }: Choice, texts: Texts): string {
  if (!title) return name;
  return title.includes(name) ? title : fill(fill(texts.titled, "title", title), "name", name);
}

function nameItem(name: string): Item {
  return { value: name, text: name };
}

function row(name: string, label: string, widget: HTMLElement): HTMLElement {
  const id = `part-${name}`;
  widget.id = id;
  const problem = element("div", { className: "problem", role: "alert" });
  const made = element(
    "div",
    { className: "row" },
    element("vscode-label", { htmlFor: CSS.escape(id) }, label),
    widget,
    problem,
  );
  made.dataset.field = name;
  return made;
}

function fieldWidget(field: Field, values: RequestText, texts: Texts, onChange: OnChange): HTMLElement {
  const value = values[field.name] ?? "";
  const { type } = field;
  switch (type.kind) {
    case "enum":
      return select(field.name, [{ value: "", text: texts.notGiven }, ...type.values.map(nameItem)], value, onChange);
    case "date":
      return textBox("date", value, (typed) => onChange(field.name, typed));
    case "percent":
    case "number":
    case "money":
    case "duration":
    case "text": {
      const box = textBox("text", withoutUnit(value, type), (typed) => onChange(field.name, withUnit(typed, type)));
      const unit = unitOf(type);
      if (unit) box.append(element("span", { className: "unit", slot: "content-after" }, unit));
      return box;
    }
  }
}

function select(name: string, items: readonly Item[], value: string, onChange: OnChange): HTMLElement {
  const options = items.map((item) =>
    element("vscode-option", { value: item.value, selected: item.value === value }, item.text),
  );
  const made = element("vscode-single-select", {}, ...options);
  made.addEventListener("change", () => onChange(name, made.value));
  return made;
}

function textBox(
  type: "text" | "date" | "datetime-local",
  value: string,
  onTyped: (typed: string) => void,
): HTMLElementTagNameMap["vscode-textfield"] {
  const made = element("vscode-textfield", { type, value });
  made.addEventListener("input", () => onTyped(made.value));
  return made;
}

/** The time's row: its weekday, by which deadlines count, and a button for the present minute stand beside the label. */
function timeRow(zone: string, value: string, texts: Texts, onChange: OnChange): HTMLElement {
  const weekday = element("span", { className: "faint" });
  const set = (time: string) => {
    weekday.textContent = weekdayOf(time, document.documentElement.lang);
    onChange("at", time);
  };
  const box = textBox("datetime-local", value, set);
  const now = element("button", { type: "button", className: "link" }, texts.now);
  now.addEventListener("click", () => {
    box.value = nowIn(zone);
    set(box.value);
  });
  weekday.textContent = weekdayOf(value, document.documentElement.lang);
  const made = row("at", fill(texts.at, "zone", zone), box);
  made.classList.add("time");
  made.prepend(element("div", { className: "bar" }, made.firstElementChild ?? "", weekday, now));
  return made;
}
