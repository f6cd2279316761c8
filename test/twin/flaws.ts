/* What is wrong with a text: leaving something out of it must not add to that, else what is left shows another thing. */
import { checkWhileTyping } from "../../server/core/checks/check.ts";
import { exampleContext } from "../unit/checks/examples.ts";
import { bookOf, treeOf } from "./book.ts";
import { modelOf } from "./product.ts";

/** Whether another text has only errors that this one has, too, for `shrunk`. */
export function addingNoFlawTo(text: string): (other: string) => boolean {
  const flaws = new Set(flawsOf(text));
  return (other) => flawsOf(other).every((flaw) => flaws.has(flaw));
}

/** The errors, by what is written where they are, and what teams cannot do without. */
function flawsOf(text: string): readonly string[] {
  const errors = checkWhileTyping(modelOf(text), exampleContext).all.filter(({ severity }) => severity === "error");
  const lacking = [...bookOf(treeOf(text)).teams].flatMap(([name, { properties }]) =>
    ["hours", "lead"]
      .filter((kind) => !properties.some((line) => line.kind === kind))
      .map((kind) => `team ${name} without ${kind}`),
  );
  const written = errors.map(
    ({ check, place: { item, span } }) => `${check.name}: ${item.text.slice(span.start, span.end)}`,
  );
  return [...written, ...lacking];
}
