/** The example of a difference in words: what it is to show, whatever else differs. */
import { inBrackets, type Locale, labelled } from "../../checks/message.ts";
import type { Decided, Difference, Example, ToldChange } from "../../comparison/difference.ts";
import type { Decision } from "../../engine/decision.ts";
import { type Answer, answerOf } from "../answer/answer.ts";
import { answerLabels } from "../answer/labels.ts";
import { type DifferingRow, differingRows } from "../answer/whatIf.ts";
import { say, type Wording, wording } from "../say.ts";

/** A request and both answers to it, as far as they show a difference. */
export interface ExampleInWords {
  readonly request: string;
  readonly before: string;
  readonly after: string;
}

const texts = {
  others: wording("{request}; other changes show in it, too", "{request}。ほかの変更の影響もある"),
  say: wording("Say", "伝え方"),
};

/** Where the sentences tell what is shown, these; else the parts of the answers that do; else the first part that differs. */
export function exampleInWords(
  { changes }: Pick<Difference, "changes">,
  example: Example,
  locale: Locale,
): ExampleInWords {
  const { before, after, isAlone, zone } = example;
  const request = isAlone ? example.request[locale] : say(texts.others, locale, { request: example.request[locale] });
  const [old, now] = [answerIn(before, locale), answerIn(after, locale)];
  const areElsewhere = [before, after].some(({ decision }) => decision.zone !== zone);
  const told = (decided: Decided, text: string) =>
    areElsewhere ? inBrackets(text, decided.decision.zone, locale) : text;
  const parts = partsToTell(changes, example, old, now, locale);
  const joined = (each: "now" | "whatIf") =>
    inOneLine(
      parts.map((part) => part[each]),
      locale,
    );
  return { request, before: told(before, joined("now")), after: told(after, joined("whatIf")) };
}

/** A sentence ends by itself; parts of an answer are told apart. */
function inOneLine(parts: readonly string[], locale: Locale): string {
  return parts.reduce((line, part) => {
    if (locale === "ja") return line + (line.endsWith("。") ? "" : "。") + part;
    return line + (line.endsWith(".") ? " " : "; ") + part;
  });
}

function answerIn(decided: Decided, locale: Locale): Answer {
  return answerOf(decided, decided.decision, locale);
}

type Part = Pick<DifferingRow, "now" | "whatIf">;

function partsToTell(
  changes: readonly ToldChange[],
  { before, after }: Example,
  old: Answer,
  now: Answer,
  locale: Locale,
): readonly Part[] {
  const [sentence] = old.headline === now.headline ? [] : [{ now: old.headline, whatIf: now.headline }];
  const rows = [...differingRows(old, now, locale), ...differingSentence(old, now, locale)];
  const properties = changes.map(({ property }) => property);
  const inSentence = properties.filter(
    (each) => isInSentence(each, before.decision) || isInSentence(each, after.decision),
  );
  const labels = properties.filter((each) => !inSentence.includes(each)).flatMap((each) => labelsOf(each, locale));
  const shown = rows.filter(({ label }) => labels.includes(label)).slice(0, mostRows);
  const own = [...(sentence && inSentence.length > 0 ? [sentence] : []), ...shown.map((each) => asPart(each, locale))];
  if (own.length > 0) return own;
  if (sentence) return [sentence];
  const [row] = rows;
  return [row ? asPart(row, locale) : { now: old.headline, whatIf: now.headline }];
}

const mostRows = 2;

function asPart({ label, now, whatIf }: DifferingRow, locale: Locale): Part {
  return { now: labelled(label, now || "–", locale), whatIf: labelled(label, whatIf || "–", locale) };
}

/** What is to be said is no line of an answer. */
function differingSentence(old: Answer, now: Answer, locale: Locale): readonly DifferingRow[] {
  if (old.say === now.say) return [];
  return [{ label: say(texts.say, locale, {}), now: old.say ?? "", whatIf: now.say ?? "" }];
}

/** Whether the one sentence of an answer tells a property; of what changes in the company it is not known. */
function isInSentence(property: ToldChange["property"], { outcome, respond, commitment }: Decision): boolean {
  switch (property) {
    case "resolve":
    case "steps":
      return respond === undefined;
    case "promise":
    case "approver":
    case "answer":
      return outcome === "question";
    case "reason":
      return outcome === "question" && commitment?.verdict === "never";
    case "escalate":
    case "surcharge":
    case "say":
    case "conflict":
      return false;
    default:
      return true;
  }
}

/** The lines of an answer that tell what its sentence does not. */
function labelsOf(property: ToldChange["property"], locale: Locale): readonly string[] {
  return linesFor(property).map((each) => say(each, locale, {}));
}

function linesFor(property: ToldChange["property"]): readonly Wording<string>[] {
  const { resolve, escalation, steps, doneBy, promise, ask, because, surcharge, conflict } = answerLabels;
  switch (property) {
    case "resolve":
      return [resolve];
    case "escalate":
      return [escalation];
    case "steps":
      return [doneBy, steps];
    case "promise":
      return [promise];
    case "approver":
    case "answer":
      return [ask];
    case "reason":
      return [because];
    case "surcharge":
      return [surcharge];
    case "say":
      return [texts.say];
    case "conflict":
      return [conflict];
    default:
      return [];
  }
}
