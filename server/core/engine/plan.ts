import type { Condition, HandleLines, Place, RequestKind, Rung, Surcharge, Verdict } from "../model/model.ts";
import type { Calendar } from "../time/calendar.ts";
import type { CalendarLine, Day, Minute, Target } from "../time/spec.ts";
import type { Zone } from "../time/zone.ts";
import type { Choice } from "./choice.ts";
import type { Test } from "./condition.ts";
import type { Doer, StaffTeam } from "./staff.ts";

/** The dates on which something is in force, both ends included; infinite where there is no end. */
export interface Force {
  readonly first: Day;
  readonly last: Day;
}

/** An agreement as its clauses need it. */
export interface AgreementPlan {
  readonly name: string;
  readonly zone: Zone;
  readonly parties: ReadonlySet<string>;
  readonly force: Force;
}

/** What can be laid over a clause: a case of it, or an exception to it or to one of its cases. */
export interface Overlay {
  /** The case's id, or the exception's name. */
  readonly id: string;
  /** Its place in the clause's `overlays`. */
  readonly index: number;
  readonly isException: boolean;
  /** The index of the case that it lies in or bends; -1: the clause itself. */
  readonly inside: number;
  /** Cases on the way from the clause to it. */
  readonly depth: number;
  readonly kinds: ReadonlySet<string> | undefined;
  readonly when: Condition | undefined;
  readonly test: Test | undefined;
  readonly force: Force;
  /** False for an exception without end or approval. */
  readonly effective: boolean;
  readonly open: Opening | undefined;
  readonly place: Place;
}

/** The `open` and `closed` lines of an exception, on the dates in force. */
export interface Opening {
  readonly exception: string;
  readonly lines: readonly CalendarLine[];
  readonly effective: Force;
  readonly zone: string;
  /** What tells different lines apart. */
  readonly key: string;
}

export interface HandleOverlay extends Overlay {
  readonly lines: HandleLines;
}

/** A handle clause ready to be asked. Cases come before what lies in them, and all cases before the exceptions. */
export interface HandlePlan {
  readonly id: string;
  readonly agreement: AgreementPlan;
  readonly kinds: readonly string[];
  readonly when: Condition | undefined;
  readonly test: Test | undefined;
  readonly lines: HandleLines;
  readonly overlays: readonly HandleOverlay[];
  /** The clause with nothing laid over it, from which the layers grow. */
  readonly bare: Layer;
  readonly place: Place;
}

/** A clause with some overlays; `next[i]` is the layer with overlay `i` as well, made when first needed. */
export interface Layer {
  readonly held: readonly HandleOverlay[];
  readonly next: (Layer | undefined)[];
  /** What the clause then says; several where overlays conflict, undefined until needed. */
  variants: readonly Terms[] | undefined;
}

/** What a clause says once its overlays are laid over it, ready for the arithmetic. */
export interface Terms {
  readonly plan: HandlePlan;
  readonly overlays: readonly string[];
  readonly decidedBy: string;
  readonly exception: string | undefined;
  /** Overlays that state differently what these terms take from another; empty unless they conflict. */
  readonly clashes: readonly string[];
  readonly lines: HandleLines;
  readonly doer: Doer;
  readonly cutoff: Minute | undefined;
  readonly respond: Target | undefined;
  readonly resolve: Target | undefined;
  readonly rungs: readonly RungPlan[];
  readonly doors: readonly Door[];
  readonly surcharge: Surcharge | undefined;
  readonly surchargePlace: Place | undefined;
  /** The calendar that targets count on, where it does not depend on who asks. */
  readonly calendar: Calendar | undefined;
  /** The calendars by the team that answers, where it does. */
  readonly calendars: Map<StaffTeam | undefined, Calendar>;
  readonly openings: readonly Opening[];
  /** True where the first target counts clock or calendar units, whose clock starts on receipt. */
  readonly startsOnReceipt: boolean;
  /** Sentences by the team that answers and the channels in them, as many as were asked for. */
  readonly sentences: Map<StaffTeam | undefined, Map<string, string>>;
  /** Equal for terms that say the same. */
  readonly meaning: string;
}

export interface RungPlan {
  readonly rung: Rung;
  readonly doer: Doer;
}

/** One channel of a `via` line. */
export interface Door {
  readonly channel: string;
  readonly during: Calendar | undefined;
}

/** A verdict line ready to be asked. */
export interface VerdictPlan {
  readonly verdict: Verdict;
  readonly test: Test | undefined;
  /** 0 may, 1 ask, 2 never. */
  readonly strictness: number;
  readonly doer: Doer;
  /** What decides: the line's id, or the exception's name. */
  readonly decidedBy: string;
}

export interface CommitOverlay extends Overlay {
  readonly verdicts: readonly VerdictPlan[];
}

/** A commit clause ready to be asked, its overlays in the order of `HandlePlan`. */
export interface CommitPlan {
  readonly id: string;
  readonly agreement: AgreementPlan;
  readonly kinds: readonly string[];
  readonly party: string;
  readonly when: Condition | undefined;
  readonly test: Test | undefined;
  readonly verdicts: readonly VerdictPlan[];
  readonly overlays: readonly CommitOverlay[];
  readonly place: Place;
}

/** All that mentions a request kind. */
export interface KindPlan {
  readonly name: string;
  readonly declaration: RequestKind | undefined;
  readonly declared: ReadonlySet<string>;
  readonly handles: Choice<HandlePlan>;
  readonly commits: Choice<CommitPlan>;
  /** The zone of a request that no clause decides. */
  readonly zone: Zone;
}
