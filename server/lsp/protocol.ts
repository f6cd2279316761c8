/**
 * What client and server say to each other beyond the Language Server Protocol. Plain data and names only, so that the pages can share
 * it. The server takes its language from the setting `torikime.locale` (`auto`, `en`, `ja`); `auto` means that of the initialize request.
 */
import type { DocumentUri } from "vscode-languageserver-types";

/** Server to client, request without parameters: the URIs of every `.sla`, `torikime.yaml` and `*.scenarios.yaml` in the workspace, as `DocumentUri[]`. */
export const FILES_REQUEST = "torikime/files";

/** Server to client, request with a `DocumentUri`: the text of a file that may not be open, as `ReadResult`. */
export const READ_REQUEST = "torikime/read";

/** Server to client, notification with `Status`: sent when an analysis starts (`busy`) and when its result is current. */
export const STATUS_NOTIFICATION = "torikime/status";

/** Client to server, request with `SimulatorModelParams` or nothing: what the simulator's form is built from, as `SimulatorModel`. */
export const SIMULATOR_MODEL_REQUEST = "torikime/simulatorModel";

/** Client to server, request with `SimulateParams`: the answer to one request, as `SimulateResult`. */
export const SIMULATE_REQUEST = "torikime/simulate";

/** Client to server, request with `ProofParams`: what is proved of an agreement or claimed by a `prove` line, as `ProofAnswer`; null where it is not known yet. */
export const PROOF_REQUEST = "torikime/proof";

/** Client to server, notification without parameters: proves what was not proved because somebody stopped it. */
export const PROVE_NOTIFICATION = "torikime/prove";

/** Command of the client with `SimulateArguments`: opens the simulator. */
export const SIMULATE_COMMAND = "torikime.simulate";

/** Command of the client with `ProofParams`: opens the panel that shows what is proved. */
export const SHOW_PROOF_COMMAND = "torikime.showProof";

/** Command of the client without arguments: sends `PROVE_NOTIFICATION`. */
export const PROVE_COMMAND = "torikime.prove";

/** What a client may say when it starts the server: which of the commands above it has; lenses and actions use no others. */
export interface InitializationOptions {
  readonly commands?: readonly string[];
}

/** A request to put into the simulator's form, and a document of the agreements that it is about. */
export interface SimulateArguments {
  readonly request?: Readonly<Record<string, string>>;
  readonly uri?: DocumentUri;
}

/** The name of an agreement or of a `prove` line, which may be the same, and the document that it is written in. */
export interface ProofParams {
  readonly uri: DocumentUri;
  readonly kind: "agreement" | "claim";
  readonly name: string;
}

/** What is known of what was asked; without a proof nothing of that name is written there. */
export interface ProofAnswer {
  readonly proof?: ProofShown;
}

/** What is known of an agreement or a claim in words, ready for display in the server's language; what is wrong stands first. */
export interface ProofShown {
  readonly title: string;
  /** The worst that it tells. */
  readonly status: ProofStatus;
  readonly place: LinkInWords | undefined;
  readonly summary: string | undefined;
  /** What was looked at. */
  readonly about: string | undefined;
  /** The counter-examples of a claim; those of an agreement stand in its sections. */
  readonly findings: readonly ShownFinding[];
  readonly sections: readonly ShownSection[];
}

/** What became of a claim. */
export type ProofStatus = "proved" | "counter-example" | "not decided";

/** Properties of which the same is known; `why` begins a sentence that each of the entries ends. */
export interface ShownSection {
  readonly status: ProofStatus;
  readonly heading: string;
  readonly why: string | undefined;
  readonly entries: readonly ShownProperty[];
}

/** A property, its counter-examples, and how many requests of each kind it is about where that differs. */
export interface ShownProperty {
  readonly text: string;
  readonly sizes: readonly { readonly kind: string; readonly size: string }[];
  readonly findings: readonly ShownFinding[];
}

/** What is wrong, and the requests that show it, each as the simulator takes it. */
export interface ShownFinding {
  readonly code: string;
  readonly name: string;
  readonly place: LinkInWords | undefined;
  readonly message: string;
  readonly examples: readonly {
    readonly note: string | undefined;
    readonly request: Readonly<Record<string, string>>;
  }[];
}

/** A place as people write it, such as `returns.sla:4:11`, and where that is. */
export interface LinkInWords {
  readonly text: string;
  readonly link: PlaceLink;
}

/** The file's text decoded as UTF-8 without its BOM, or a code for why it could not be had and the system's own words for it. */
export type ReadResult = { readonly text: string } | { readonly error: ReadFailure; readonly detail: string };

/** Why a file has no text: its bytes are not UTF-8, or reading it failed. */
export type ReadFailure = "not-utf8" | "unreadable";

/** Counts over the whole workspace; while `busy` they are those of the last finished analysis. */
export interface Status {
  readonly busy: boolean;
  readonly agreements: number;
  readonly clauses: number;
  readonly errors: number;
  readonly warnings: number;
  /** Another number than before where the list of scenarios may be another one. */
  readonly scenarios: number;
}

/** `uri` is a document of the agreements to simulate, where a workspace has several `torikime.yaml`; without it the first are meant. */
export interface SimulatorModelParams {
  readonly uri?: DocumentUri;
}

/** Everything a person can choose in the simulator, in declaration order. */
export interface SimulatorModel {
  readonly kinds: readonly RequestKind[];
  readonly customers: readonly Choice[];
  readonly teams: readonly Choice[];
  readonly people: readonly string[];
  readonly channels: readonly string[];
  readonly attributes: readonly Field[];
  /** The zone in which a time without an offset is read, e.g. `Asia/Tokyo`. */
  readonly zone: string;
}

/** A declared request kind with its fields. */
export interface RequestKind extends Choice {
  readonly fields: readonly Field[];
}

/** A name of the model, with the title that people know it by. */
export interface Choice {
  readonly name: string;
  readonly title?: string;
}

/** A field of a request kind, or an attribute of the customer. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
}

/** How a field's value is written: an enum's values, money in whole units of `currency`, a duration in `unit` such as `business days`. */
export type FieldType =
  | { readonly kind: "enum"; readonly values: readonly string[] }
  | { readonly kind: "percent" | "number" | "date" | "text" }
  | { readonly kind: "money"; readonly currency: string }
  | { readonly kind: "duration"; readonly unit: string };

/** A request in the textual form of a scenario file: `kind`, the kind's fields, `channel`, `at`, `customer`, `asker`, `to`, `waiting`; what is absent is not given. */
export interface SimulateParams extends SimulatorModelParams {
  readonly request: Readonly<Record<string, string>>;
}

/** The answer, or what is wrong with the request, by the field it is about (`kind`, `at`, …). */
export type SimulateResult = { readonly answer: SimulatedAnswer } | { readonly problems: readonly RequestProblem[] };

/** A part of the request that cannot be understood, in a sentence for the person who typed it. */
export interface RequestProblem {
  readonly field: string;
  readonly message: string;
}

/** A decision in words, ready for display in the server's language. */
export interface SimulatedAnswer {
  /** One sentence that answers who and by when, e.g. "Support answers by Mon 14:00". */
  readonly headline: string;
  /** The outcome's stable name, e.g. `handled`, `redirect`, `closed`, `silent`, `unhandled`. */
  readonly outcome: string;
  readonly rows: readonly AnswerRow[];
  /** Where it goes through steps; the rows do not tell them again. */
  readonly timeline?: AnswerTimeline;
  /** The sentence to send to the one who asked. */
  readonly say?: string;
  readonly why: readonly Reason[];
  /** Not for the answers below `needs`. */
  readonly changes?: readonly AnswerChange[];
  /** Present when the outcome depends on a field that the request lacks: the answer for each value of it. */
  readonly needs?: { readonly field: string; readonly answers: readonly AnswerForValue[] };
}

/** One line of the answer, e.g. label "By when", value "Mon 2026-08-24 14:00", detail "4 business hours". */
export interface AnswerRow {
  readonly label: string;
  readonly value: string;
  readonly detail?: string;
  readonly tone?: "good" | "warn" | "bad";
}

/** A request's way through its steps: when it is done as planned, and at worst where a step can send it back. */
export interface AnswerTimeline {
  readonly passes: readonly AnswerPass[];
  readonly planned: string;
  readonly worst?: string;
  readonly late: boolean;
}

/** One step on the way, e.g. "draft" by "Sales", planned until "Mon 2026-08-24 14:00"; what came back has no planned end. */
export interface AnswerPass {
  readonly step: string;
  readonly who?: string;
  readonly details: readonly string[];
  readonly planned?: string;
  readonly worst?: string;
  readonly state: "plain" | "returned" | "skipped" | "unstaffed";
}

/** One clause of the trace: what became of it, for a loser why, and where it is written. */
export interface Reason {
  readonly text: string;
  readonly outcome: "decided" | "laid over" | "contradicts" | "noted" | "lost";
  readonly reason?: string;
  readonly link?: PlaceLink;
}

/** A small change of the request, e.g. "by email instead of phone", and the answer to it in a sentence. */
export interface AnswerChange {
  readonly change: string;
  readonly answer: string;
}

/** A place in a file; line and character are zero-based, characters in UTF-16 units. */
export interface PlaceLink {
  readonly uri: DocumentUri;
  readonly line: number;
  readonly character: number;
}

/** What the answer becomes when the missing field has this value. */
export interface AnswerForValue {
  readonly value: string;
  /** The value, or the range that it stands for, in words. */
  readonly words: string;
  readonly answer: SimulatedAnswer;
}
