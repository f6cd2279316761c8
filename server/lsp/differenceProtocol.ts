/** What client and server say of what changes in decisions since the last commit, beside `protocol.ts`; plain data and names only. */
import type { DocumentUri } from "vscode-languageserver-types";
import type { LinkInWords } from "./protocol.ts";

/** Client to server, request with `DifferencesParams`: what is decided otherwise by what is typed than by what was committed, as `DifferencesAnswer`; cancellable. */
export const DIFFERENCES_REQUEST = "torikime/differences";

/** Command of the client without arguments: opens the page that shows what changes in decisions. */
export const SHOW_DIFFERENCES_COMMAND = "torikime.showDifferences";

/** The server remembers the last texts by their key, so that they are sent once and not whenever something was typed. */
export interface DifferencesParams {
  /** Equal where the committed texts are. */
  readonly key: string;
  readonly committed?: CommittedTexts;
}

/** The agreements and settings at the last commit; a file that is named nowhere here was not there. */
export interface CommittedTexts {
  /** The commit as people call it. */
  readonly commit: string;
  readonly files: readonly { readonly uri: DocumentUri; readonly text: string }[];
  /** Files that belong to no repository; they are not compared. */
  readonly unversioned: readonly DocumentUri[];
}

/** What was found. Or the texts of that key are not known; or it was not finished, since it was cancelled or more was typed. */
export type DifferencesAnswer =
  | { readonly kind: "compared"; readonly page: DifferencesShown }
  | { readonly kind: "texts needed" }
  | { readonly kind: "unfinished" };

/** What changes in decisions in words, ready for display in the server's language. */
export interface DifferencesShown {
  readonly title: string;
  /** `same` is only said where everything could be compared. */
  readonly status: "same" | "different" | "not decided";
  /** How many differences have each class. */
  readonly counts: readonly TonedText[];
  /** What was compared. */
  readonly about: string;
  readonly parties: readonly ShownParties[];
  /** Why there may be more differences, or fewer. */
  readonly doubts: readonly string[];
  /** What was left out on purpose. */
  readonly notes: readonly string[];
}

/** A text, and whether it is good news, a warning or bad news. */
export interface TonedText {
  readonly text: string;
  readonly tone: "good" | "warn" | "bad";
}

/** The differences that the same parties are concerned by, class by class. */
export interface ShownParties {
  readonly heading: string;
  readonly classes: readonly { readonly heading: TonedText; readonly differences: readonly ShownDifference[] }[];
}

/** One difference: its other classes, which requests it is about, what was and is said, where that is written, and where in the commit what is gone was. */
export interface ShownDifference {
  readonly also: readonly TonedText[];
  readonly requests: string;
  readonly changes: readonly ShownChange[];
  readonly places: readonly LinkInWords[];
  readonly gone: readonly LinkInWords[];
  readonly examples: readonly ShownDecisions[];
}

/** A property as it was and as it is, and on which days, where that is not always. */
export interface ShownChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly when: string | undefined;
}

/** An ordinary request, what was and is decided, and the request as the simulator takes it, where it can be asked now. */
export interface ShownDecisions {
  readonly request: string;
  readonly before: string;
  readonly after: string;
  readonly simulated: Readonly<Record<string, string>> | undefined;
}
