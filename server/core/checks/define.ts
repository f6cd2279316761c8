import type { Agreement, Exception, Model, Place } from "../model/model.ts";
import type { Witness } from "../prover/space/witness.ts";
import type { Localized } from "../text/localized.ts";
import type { Day, Holidays } from "../time/spec.ts";
import type { Zone } from "../time/zone.ts";
import type { Company } from "./company.ts";
import type { Documentation } from "./docs.ts";
import type { ItemView } from "./item.ts";
import type { Hole, HolesOf, SameHoles } from "./message.ts";
import type { Property } from "./property.ts";

/** How much a finding matters; `hint` is shown only where it is looked for. */
export type Severity = "error" | "warning" | "info" | "hint";

/** Numbers that the checks measure against; days, except `renewals`, which counts. */
export interface Limits {
  /** The longest time that an exception may last (language.md M6). */
  readonly longestException: number;
  /** The shortest time that a handover has to last. */
  readonly shortestHandover: number;
  /** How many days before its end an exception or an agreement is announced. */
  readonly aboutToEnd: number;
  /** How often an exception may be renewed. */
  readonly renewals: number;
}

/** What findings depend on beside the files. `severities` is by check name; `off` leaves the check out. */
export interface CheckContext {
  readonly today: Day;
  readonly limits: Limits;
  readonly severities: Readonly<Record<string, Severity | "off">>;
  readonly holidays: Holidays;
  /** The steps that the search for a proof may take, for each property of each kind of request; else what an editor takes. */
  readonly steps?: number;
  /** How many repairs may be tried in all before they are offered; else as many as an editor tries. */
  readonly trials?: number;
}

/** A replacement; its place is relative to its item, like every place of the model. */
export interface PlacedEdit {
  readonly place: Place;
  readonly newText: string;
}

/** A repair that a person may choose; the edits are worked out when it is chosen. */
export interface Fix {
  readonly title: Localized;
  readonly edits: () => readonly PlacedEdit[];
  /** Where people may have meant something else than what was read, so that a person has to choose it, though fixes of its check are harmless. */
  readonly isDoubtful?: boolean;
}

/**
 * A way to repair a finding, such as another amount or another person: it finds a repair that turns out right, or none.
 * `isRight` makes the edits in a model beside, and says whether the finding is gone then and no new error or warning there;
 * undefined where it is not tried, as enough was tried before.
 */
export type Attempt = (isRight: (fix: Fix) => boolean | undefined) => Fix | undefined;

/** Another place that has to do with a finding, and what it is. */
export interface Related {
  readonly place: Place;
  readonly note: Localized;
}

/** A request that shows what is found, to be put to the simulator or kept as a scenario. */
export interface Example {
  /** Which one it is where a finding has several. */
  readonly note?: Localized;
  /** Worked out when it is asked for; undefined where none was found. */
  readonly witness: () => Witness | undefined;
  /** The zone in which its time is told. */
  readonly zone: Zone;
  /** Somebody who has to be supposed away, so that its answer shows what is found. */
  readonly away?: string;
}

interface Extras {
  readonly fixes?: readonly Fix[];
  /** Repairs that are tried before they are offered; asked for when somebody looks at the fixes. */
  readonly attempts?: () => readonly Attempt[];
  readonly related?: readonly Related[];
  readonly examples?: readonly Example[];
  /** A name that is missing; where another line has it that cannot be read, the finding follows from that and is not told. */
  readonly unlessUnread?: string;
}

/** Tells a finding at a place; `holes` fills the holes of the check's message. */
export type Report<Holes extends string> = (
  place: Place,
  holes: Readonly<Record<Holes, Hole>>,
  extras?: Extras,
) => void;

/** The agreements and exceptions of one item, and the company that they are for. */
export interface AgreementsView extends Omit<ItemView, "model"> {
  /** What is asked of it is remembered, so that the item is checked again when the answer changes. */
  readonly company: Company;
  readonly agreements: readonly Agreement[];
  readonly exceptions: readonly Exception[];
}

/**
 * What a check reads, so that it runs only where something may have changed. `syntax`: the syntax problems and slips of an
 * item; `names`: what resolution found in it; `item`: the item itself and what its names refer to; `agreement`: the
 * agreements and exceptions of an item with what they ask of the company; `company`: calendars, teams, channels,
 * customers, attributes and request kinds; `model`: everything, at every keystroke, so that the check must be quick; `proof`:
 * what is proved of all requests, which takes its time and is told when it is known.
 */
export type Run<Holes extends string> = RunOnItem<Holes> | RunOnAgreements<Holes> | RunOnModel<Holes>;

interface RunOnItem<Holes extends string> {
  readonly scope: "syntax" | "names" | "item";
  run(item: ItemView, report: Report<Holes>, context: CheckContext): void;
}

interface RunOnAgreements<Holes extends string> {
  readonly scope: "agreement";
  run(view: AgreementsView, report: Report<Holes>, context: CheckContext): void;
}

interface RunOnModel<Holes extends string> {
  readonly scope: "company" | "model" | "proof";
  run(model: Model, report: Report<Holes>, context: CheckContext): void;
}

interface Head {
  /** `SLA` and three digits; never given to another check. */
  readonly code: string;
  /** The name in settings, in kebab case. */
  readonly name: string;
  readonly severity: Severity;
  /** Where its fixes change nothing of what the text already means, only how that is written: all of them may be made at once. */
  readonly fixing?: "harmless";
  /** How editors draw what is found: greyed out. */
  readonly tag?: "unnecessary";
  /** The property that is proved where the check finds nothing. */
  readonly property?: Property;
  /** For a check that only tells what was not decided: whose property that is. Its findings are no counter-examples. */
  readonly undecidedOf?: string;
  /** What and why in both languages, and examples; a function, so that no run of checks pays for texts that it does not show. */
  readonly docs: () => Documentation;
}

interface Defined extends Head {
  readonly messages: Localized;
}

/** A check of one item by itself. */
export type ItemCheck = Defined & RunOnItem<string>;

/** A check of an item's agreements and exceptions. */
export type AgreementCheck = Defined & RunOnAgreements<string>;

/** A check of the company or of the whole model. */
export type ModelCheck = Defined & RunOnModel<string>;

/** A check whatever its message. */
export type Check = ItemCheck | AgreementCheck | ModelCheck;

type Definition<En extends string, Ja extends string> = Head & {
  readonly messages: { readonly en: En; readonly ja: Ja & SameHoles<En, Ja> };
} & Run<HolesOf<En>>;

/** A check: its holes are named by the English message, and the Japanese one must have the same, or it does not compile. */
export function defineCheck<En extends string, Ja extends string>(definition: Definition<En, Ja>): Check {
  return definition;
}

/** What a check found; `severity` is the one that the settings give it. */
export interface Finding {
  readonly check: Check;
  readonly severity: Severity;
  readonly place: Place;
  readonly holes: Readonly<Record<string, Hole>>;
  /** Some are worked out, and tried, when they are asked for. */
  readonly fixes: readonly Fix[];
  /** Whether there may be more fixes, which were left untried as enough was tried before. */
  readonly isUntried?: boolean;
  readonly related: readonly Related[];
  readonly examples: readonly Example[];
  /** The name that is missing, where the finding is told only if no line that cannot be read has it. */
  readonly unlessUnread: string | undefined;
}
