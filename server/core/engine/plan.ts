/**
 * Clauses made ready to be asked. What is equal in many clauses (targets, doors, doers, tests) is one object that they
 * share, and what a decision reads is kept apart from what only the trace needs: a decision then touches little memory,
 * which is what its speed depends on at thousands of clauses.
 */
import type {
  CalendarRule,
  Condition,
  HandleLines,
  Place,
  RequestKind,
  Rung,
  Stated,
  Surcharge,
  Verdict,
} from "../model/model.ts";
import type { Step } from "../model/work.ts";
import type { Calendar } from "../time/calendar.ts";
import type { CalendarLine, Minute, Target } from "../time/spec.ts";
import type { Zone } from "../time/zone.ts";
import type { Choice } from "./choice.ts";
import type { Test } from "./condition.ts";
import type { Among, Doer } from "./doer.ts";
import type { Force } from "./force.ts";
import type { StaffTeam } from "./staff.ts";

/** An agreement as its clauses need it. */
export interface AgreementPlan {
  readonly name: string;
  readonly zone: Zone;
  readonly parties: readonly StaffTeam[];
  readonly force: Force;
}

/** What decides whether an overlay is laid over its clause. */
export interface Gate {
  readonly test: Test | undefined;
  /** Numbers of the request kinds that a case is about; undefined: all of its clause. */
  readonly kinds: readonly number[] | undefined;
  /** The index of the case that it lies in or bends; -1: the clause itself. */
  readonly inside: number;
  /** `never` for an exception that lacks its end or its approval. */
  readonly force: Force;
}

/** What can be laid over a clause: a case of it, or an exception to it or to one of its cases; `says` is what it states. */
export interface Overlay<Says> extends Gate {
  readonly says: Says;
  /** Its place in the clause's `overlays`. */
  readonly index: number;
  /** Cases on the way from the clause to it. */
  readonly depth: number;
  readonly isException: boolean;
  /** The case's id, or the exception's name. */
  readonly id: string;
  readonly open: Opening | undefined;
  readonly when: Condition | undefined;
  readonly place: Place;
  /** The dates as written, for an exception. */
  readonly dates: Force;
  /** Why an exception never has an effect. */
  readonly lack: "unapproved" | "without end" | undefined;
}

/** The `open` and `closed` lines of an exception, on the dates in force. */
export interface Opening {
  readonly exception: string;
  readonly lines: readonly CalendarLine[];
  /** The same as they are written. */
  readonly rules: readonly CalendarRule[];
  readonly effective: Force;
  readonly zone: string;
  /** What tells different lines apart. */
  readonly key: string;
}

/** A case of a handle clause, or an exception to it. */
export type HandleOverlay = Overlay<HandleLines>;

/** A set of a clause's overlays: bit `i` for overlay `i`, or for very many their indices as text. */
export type OverlaySet = number | string;

/** What handle and commit clauses have in common. */
interface ClausePlan {
  readonly agreement: AgreementPlan;
  readonly test: Test | undefined;
  /** Those of the overlays, in their order. */
  readonly gates: readonly Gate[];
  readonly hasExceptions: boolean;
  /** The index of the first exception among the overlays; their number where there is none. */
  readonly firstException: number;
  readonly id: string;
  readonly kinds: readonly string[];
  readonly when: Condition | undefined;
  readonly place: Place;
}

/** A handle clause. Cases come before what lies in them, and all cases before the exceptions. */
export interface HandlePlan extends ClausePlan {
  /** What the clause says with nothing laid over it; filled when first needed. */
  plain: Terms | undefined;
  /** What it says with some overlays laid over it, by their set; filled when first needed. */
  readonly layers: (Terms | undefined)[];
  /** The same for sets beyond the length of `layers`. */
  readonly moreLayers: Map<OverlaySet, Terms>;
  readonly overlays: readonly HandleOverlay[];
  readonly lines: HandleLines;
  /** The steps of the clause and of all that is laid over it; undefined: none. */
  readonly steps: ReadonlyMap<Step, StepPlan> | undefined;
}

/** A step, ready to be asked whether it is done and by whom. */
export interface StepPlan {
  readonly step: Step;
  readonly test: Test | undefined;
  readonly doer: Doer;
}

/** What a clause says once its overlays are laid over it, ready for the arithmetic. */
export interface Terms {
  readonly doer: Doer;
  /** The setting of the first team that answered, which is the only one unless it depends on who asks. */
  setting: Setting | undefined;
  readonly respond: Target | undefined;
  readonly resolve: Target | undefined;
  readonly rungs: readonly RungPlan[];
  readonly doors: readonly Door[];
  /** Work in steps, in their order. */
  readonly steps: readonly StepPlan[] | undefined;
  readonly cutoff: Minute | undefined;
  /** True where the first target counts clock or calendar units, whose clock starts on receipt. */
  readonly startsOnReceipt: boolean;
  readonly decline: string | undefined;
  readonly surcharge: Stated<Surcharge> | undefined;
  readonly clause: string;
  readonly zone: string;
  readonly decidedBy: string;
  readonly overlays: readonly string[];
  readonly exception: string | undefined;
  /** Where overlays conflict: the one that these terms have on top. */
  readonly top: string | undefined;
  /** Overlays that state differently what these terms take from another; empty unless they conflict. */
  readonly clashes: readonly string[];
  /** Where overlays conflict: what the clause says with each further one on top. */
  readonly rivals: readonly Terms[];
  /** What the steps of these terms and of their rivals ask about the request; undefined: nothing. */
  readonly asks: readonly Test[] | undefined;
  readonly plan: HandlePlan;
  readonly say: string | undefined;
  readonly lines: HandleLines;
  readonly openings: readonly Opening[];
  /** The settings of further teams. */
  readonly settings: Map<StaffTeam | undefined, Setting>;
}

/** Terms as one team answers them. */
export interface Setting {
  readonly team: StaffTeam | undefined;
  /** What targets and rungs count on. */
  readonly calendar: Calendar;
  /** The zone in which turns and absences are read. */
  readonly zone: Zone;
  /** False where no hours are known, so that nobody can say that it is closed. */
  readonly hasHours: boolean;
  readonly doors: readonly Door[];
  readonly say: string | undefined;
  /** What to use and to say by the set of doors, bit `i` for door `i`; filled when first needed. */
  readonly replies: (Reply | undefined)[];
}

/** Channels to use, and the sentence that names them. */
export interface Reply {
  readonly channels: readonly string[];
  readonly say: string | undefined;
}

/** A rung, with who its people are. */
export interface RungPlan extends Rung {
  readonly doer: Doer;
}

/** One channel of a `via` line. */
export interface Door {
  readonly channel: string;
  readonly during: Calendar | undefined;
}

/** A verdict line. */
export interface VerdictPlan {
  readonly test: Test | undefined;
  readonly answer: Verdict["verdict"];
  /** 0 may, 1 ask, 2 never. */
  readonly strictness: number;
  readonly because: string | undefined;
  readonly place: Place;
  readonly who: Verdict["who"];
  readonly doer: Doer;
  readonly within: Target | undefined;
  /** What decides: the line's id, or the exception's name. */
  readonly decidedBy: string;
  /** The zone of its agreement, and the party whose promise it is. */
  readonly among: Among;
  readonly verdict: Verdict;
}

/** A case of a commit clause, or an exception to it. */
export type CommitOverlay = Overlay<readonly VerdictPlan[]>;

/** A commit clause, its overlays in the order of `HandlePlan`. */
export interface CommitPlan extends ClausePlan {
  readonly party: StaffTeam | undefined;
  readonly verdicts: readonly VerdictPlan[];
  readonly overlays: readonly CommitOverlay[];
  /** Overlays by their set; filled when first needed. */
  readonly held: Map<OverlaySet, readonly CommitOverlay[]>;
}

/** All that mentions a request kind. */
export interface KindPlan {
  readonly number: number;
  readonly declared: ReadonlySet<string>;
  /** The zone of the first clause, and of a request that no clause decides. */
  readonly zone: Zone;
  /** The only handle clause, where there is one. */
  readonly onlyHandle: HandlePlan | undefined;
  /** The only commit clause, where there is one. */
  readonly onlyCommit: CommitPlan | undefined;
  readonly hasHandles: boolean;
  readonly hasCommits: boolean;
  readonly hasCommitExceptions: boolean;
  readonly handles: Choice<HandlePlan>;
  readonly commits: Choice<CommitPlan>;
  readonly name: string;
  readonly declaration: RequestKind | undefined;
}
