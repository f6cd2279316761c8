/** What differences are called: their classes, how many there are of each, and the requests that they are about. */
import { fillHoles, type Locale } from "../../checks/message.ts";
import { type DifferenceClass, differenceClasses } from "../../comparison/changes.ts";
import type { Difference } from "../../comparison/difference.ts";
import { differenceClassInWords } from "./words.ts";

/** How many differences have each class, in the order of the classes; one of two classes counts for both. */
export function countsOf(differences: readonly Difference[]): ReadonlyMap<DifferenceClass, number> {
  const counts = differenceClasses.map(
    (each) => [each, differences.filter((one) => one.classes.includes(each)).length] as const,
  );
  return new Map(counts.filter(([, count]) => count > 0));
}

/** The classes of a difference in words; what is also otherwise different is told by its rows. */
export function classesInWords({ classes }: Difference, locale: Locale): readonly string[] {
  return mainClasses(classes).map((each) => differenceClassInWords(each, locale));
}

/** All classes but `other`, where there are any. */
export function mainClasses(classes: Difference["classes"]): Difference["classes"] {
  const main = classes.filter((each) => each !== "other");
  return main.length > 0 ? main : classes;
}

/** "1 looser, 2 later", each difference once. */
export function countsInWords(differences: readonly Difference[], locale: Locale): string {
  const once = differences.map((each) => ({ ...each, classes: each.classes.slice(0, 1) }));
  const parts = [...countsOf(once)].map(([each, count]) =>
    locale === "ja"
      ? `${differenceClassInWords(each, locale)} ${count}`
      : `${count} ${differenceClassInWords(each, locale)}`,
  );
  return parts.join(locale === "ja" ? "、" : ", ");
}

/** Which requests a difference is about: kinds of which it is told the same together, then what sets the requests apart. */
export function requestsInWords({ requests }: Difference, locale: Locale): string {
  const kinds = new Map<string, string[]>();
  for (const { kind, anyOf, except } of requests) {
    const sets = anyOf.map((each) => each[locale]).filter((each) => each !== "");
    const but = except.map((each) => asOne(each[locale], locale)).join(separators[locale].or);
    const text = [
      sets.join(separators[locale].or),
      but === "" ? "" : fillHoles(exceptTexts[locale], { requests: but }, locale),
    ];
    const which = text.filter((each) => each !== "").join(separators[locale].comma);
    kinds.set(which, [...(kinds.get(which) ?? []), kind]);
  }
  const told = [...kinds].map(([which, names]) =>
    [names.join(separators[locale].comma), which].filter((each) => each !== "").join(separators[locale].comma),
  );
  return told.join(separators[locale].kinds);
}

/** Several conditions that hold together, in brackets: after "except" a comma would end them. In Japanese their end is told by を除く. */
function asOne(requests: string, locale: Locale): string {
  return locale === "en" && requests.includes(separators.en.comma) ? `(${requests})` : requests;
}

const separators = {
  en: { comma: ", ", or: ", or ", kinds: "; " },
  ja: { comma: "、", or: "、または ", kinds: "／" },
} as const;
const exceptTexts = { en: "except {requests}", ja: "ただし {requests} を除く" } as const;

/** Whether a class is what nobody wants, what is good news, or something to look at. */
export function toneOfClass(kind: DifferenceClass): "bad" | "warn" | "good" {
  switch (kind) {
    case "lost-cover":
    case "declined":
      return "bad";
    case "earlier":
    case "accepted":
    case "won-cover":
      return "good";
    case "looser":
    case "tighter":
    case "later":
    case "other-handler":
    case "other-channel":
    case "cost":
    case "other":
      return "warn";
    default:
      return kind satisfies never;
  }
}
