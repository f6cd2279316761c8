/** What changes in decisions between the last commit and what is typed, as a page in words. */
import { inList, type Locale, labelled } from "../../checks/message.ts";
import { imaginedCustomer } from "../../comparison/asking.ts";
import { type DifferenceClass, differenceClasses } from "../../comparison/changes.ts";
import type { Difference, Example } from "../../comparison/difference.ts";
import { utc, zoneOf } from "../../time/zone.ts";
import type { SnapshotPair } from "../../workspace/pairs.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { type RequestText, requestText } from "../exampleRequest.ts";
import type { PlaceInWords } from "../placeInWords.ts";
import { say, wording } from "../say.ts";
import { agendaHeading, agendaInWords, agendaLine } from "./agenda.ts";
import { type ExampleInWords, exampleInWords } from "./example.ts";
import { countsOf, mainClasses, requestsInWords, toneOfClass } from "./heading.ts";
import { doubtsInWords, isComplete, notComparedInWords } from "./limits.ts";
import { gonePlaces, placesOf } from "./places.ts";
import type { ComparedTyping } from "./typed.ts";
import { type ChangeInWords, changeInWords, differenceClassInWords } from "./words.ts";

/** Everything that a person is told of a comparison. */
export interface DifferencePage {
  readonly title: string;
  /** `same` is only said where everything could be compared. */
  readonly status: "same" | "different" | "not decided";
  /** How many differences have each class. */
  readonly counts: readonly InTone[];
  /** What was compared. */
  readonly about: string;
  readonly parties: readonly DifferencesOfParties[];
  /** Why there may be more differences, or fewer. */
  readonly doubts: readonly string[];
  /** What changes on the agenda, what no decision depends on, or what belongs to no repository. */
  readonly notes: readonly string[];
}

/** A text, and whether it is good news, a warning or bad news. */
export interface InTone {
  readonly text: string;
  readonly tone: "good" | "warn" | "bad";
}

/** The differences that the same parties are concerned by, class by class. */
export interface DifferencesOfParties {
  readonly heading: string;
  readonly classes: readonly { readonly heading: InTone; readonly differences: readonly DifferenceInWords[] }[];
}

/** One difference in words. */
export interface DifferenceInWords {
  /** Its classes beside the one that it stands under. */
  readonly also: readonly InTone[];
  /** Which requests it is about. */
  readonly requests: string;
  readonly changes: readonly ChangeInWords[];
  readonly places: readonly PlaceInWords[];
  /** Where in the commit the clauses were written that decide no more. */
  readonly gone: readonly PlaceInWords[];
  readonly examples: readonly DifferenceExample[];
}

/** An example, and the request as the simulator takes it, where that can be asked now. */
export interface DifferenceExample extends ExampleInWords {
  readonly simulated: RequestText | undefined;
}

/** What the page is made of. */
export interface TypingSince {
  readonly compared: ComparedTyping;
  /** The commit as people call it. */
  readonly commit: string;
  readonly unversioned: readonly string[];
}

const texts = {
  same: wording("Nothing changes in decisions", "判断に違いはありません"),
  maybe: wording("Nothing changes in what could be compared", "比べられた範囲では、判断に違いはありません"),
  one: wording("1 difference in decisions", "判断の違い 1 件"),
  many: wording("{count} differences in decisions", "判断の違い {count} 件"),
  unchanged: wording(
    "What is typed now says what the last commit ({commit}) says.",
    "今の内容は、最後のコミット（{commit}）と同じです。",
  ),
  changed: wording(
    "What is typed now, saved or not, against the last commit ({commit}). Texts that differ: {files}.",
    "最後のコミット（{commit}）と今の内容（未保存も含む）の比較です。内容の異なるファイル：{files}。",
  ),
  unversioned: wording(
    "Not compared, as these files are in no Git repository that is open: {files}.",
    "開いている Git リポジトリにないため、比べていないファイル：{files}。",
  ),
  worst: wording(
    "Of {count} differences the {shown} worst are shown. 'torikime diff HEAD' on the command line tells all.",
    "違い {count} 件のうち、重いものから {shown} 件を表示しています。コマンドラインの「torikime diff HEAD」ですべて確かめられます。",
  ),
  more: wording("{files} and {count} more", "{files} ほか {count} 件"),
  concerns: wording("Concerns {parties}", "関係者：{parties}"),
  nobody: wording("Without an agreement", "取り決めなし"),
  counted: wording("{count} {kind}", "{kind} {count}"),
};

/** The page of a comparison. */
export function differencePage({ compared, commit, unversioned }: TypingSince, locale: Locale): DifferencePage {
  const found = compared.compared
    .flatMap((pair) => pair.differences.map((difference) => ({ difference, pair })))
    .sort((one, other) => rankOf(one) - rankOf(other));
  const isSame = found.length === 0 && isComplete(compared);
  return {
    title: titleOf(found.length, isSame, locale),
    status: isSame ? "same" : found.length > 0 ? "different" : "not decided",
    counts: countsInTone(
      found.map(({ difference }) => difference),
      locale,
    ),
    about: aboutOf(compared, commit, locale),
    parties: byParties(found.slice(0, mostShown), locale),
    doubts: doubtsInWords(compared, locale),
    notes: [
      ...(found.length > mostShown ? [worstOnly(found.length, locale)] : []),
      ...(unversioned.length > 0 ? [say(texts.unversioned, locale, { files: filesInWords(unversioned, locale) })] : []),
      ...agendaInWords(compared, locale).map((each) =>
        labelled(agendaHeading(locale), agendaLine(each, locale), locale),
      ),
      ...notComparedInWords(compared, locale),
    ],
  };
}

/** More than that nobody reads on a page, and each takes its time to be put into words. */
const mostShown = 100;

function worstOnly(count: number, locale: Locale): string {
  return say(texts.worst, locale, { count: String(count), shown: String(mostShown) });
}

function titleOf(count: number, isSame: boolean, locale: Locale): string {
  if (count === 0) return say(isSame ? texts.same : texts.maybe, locale, {});
  return count === 1 ? say(texts.one, locale, {}) : say(texts.many, locale, { count: String(count) });
}

function aboutOf({ changed }: ComparedTyping, commit: string, locale: Locale): string {
  if (changed.length === 0) return say(texts.unchanged, locale, { commit });
  return say(texts.changed, locale, { commit, files: filesInWords(changed, locale) });
}

const mostFiles = 5;

function filesInWords(files: readonly string[], locale: Locale): string {
  const shown = inList(files.slice(0, mostFiles), locale);
  const count = String(files.length - mostFiles);
  return files.length > mostFiles ? say(texts.more, locale, { files: shown, count }) : shown;
}

/** Each difference once, by its first class. */
function countsInTone(differences: readonly Difference[], locale: Locale): readonly InTone[] {
  const once = differences.map((each) => ({ ...each, classes: each.classes.slice(0, 1) }));
  return [...countsOf(once)].map(([each, count]) => {
    const kind = differenceClassInWords(each, locale);
    return { text: say(texts.counted, locale, { count: String(count), kind }), tone: toneOfClass(each) };
  });
}

// differences ---------------------------------------------------------------------------------------------------------

interface Found {
  readonly difference: Difference;
  readonly pair: SnapshotPair;
}

function rankOf({ difference }: Found): number {
  return differenceClasses.findIndex((each) => difference.classes.includes(each));
}

/** In the order in which differences come: the worst first. */
function byParties(found: readonly Found[], locale: Locale): readonly DifferencesOfParties[] {
  const groups = new Map<string, Found[]>();
  for (const each of found) {
    const key = [...each.difference.parties].sort().join("\n");
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((own) => ({
    heading: partiesInWords(own[0]?.difference.parties ?? [], locale),
    classes: differenceClasses.flatMap((each) => {
      const differences = own.filter(({ difference }) => difference.classes[0] === each);
      if (differences.length === 0) return [];
      return [{ heading: inTone(each, locale), differences: differences.map((one) => inWords(one, locale)) }];
    }),
  }));
}

function partiesInWords(parties: readonly string[], locale: Locale): string {
  return parties.length > 0
    ? say(texts.concerns, locale, { parties: inList(parties, locale) })
    : say(texts.nobody, locale, {});
}

function inTone(kind: DifferenceClass, locale: Locale): InTone {
  return { text: differenceClassInWords(kind, locale), tone: toneOfClass(kind) };
}

function inWords({ difference, pair }: Found, locale: Locale): DifferenceInWords {
  const { classes, changes, examples } = difference;
  return {
    also: mainClasses(classes)
      .slice(1)
      .map((each) => inTone(each, locale)),
    requests: requestsInWords(difference, locale),
    changes: changes.flatMap((change) => changeInWords(change, locale)),
    places: placesOf(difference, pair),
    gone: gonePlaces(difference, pair),
    examples: examples.map((example) => ({
      ...exampleInWords(difference, example, locale),
      simulated: simulatedIn(pair.after, example),
    })),
  };
}

/** A customer who is only imagined, or a kind that is gone, cannot be asked about. */
function simulatedIn({ model }: Snapshot, { after, zone }: Example): RequestText | undefined {
  const { request } = after.decision;
  const kind = model.kinds.get(request.kind);
  if (!kind || request.customer === imaginedCustomer) return undefined;
  const known = Object.entries(request.fields).filter(([name]) => kind.fields.some((field) => field.name === name));
  return requestText(model, { ...request, fields: Object.fromEntries(known) }, zoneOf(zone) ?? utc);
}
