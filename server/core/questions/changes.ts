import type { Decision } from "../engine/decision.ts";
import type { Constant } from "../model/model.ts";
import type { Instant } from "../time/spec.ts";
import { type Agreed, type Asked, askedAbout, type Trial, tried } from "./asked.ts";
import { changedFields } from "./fields.ts";
import { disfavourOf } from "./gist.ts";
import { changedTimes } from "./times.ts";

/** One change of a request. */
export type Altered =
  | { readonly kind: "channel"; readonly channel: string }
  /** Addressed to nobody by name. */
  | { readonly kind: "not by name"; readonly to: string }
  /** `above` and `below`: any value beyond the limit, up to the next constant of a condition. */
  | {
      readonly kind: "field";
      readonly field: string;
      readonly value: Constant;
      readonly than: "is" | "above" | "below";
      readonly limit: Constant;
    }
  | { readonly kind: "asker"; readonly asker: string }
  /** Undefined: for no customer. */
  | { readonly kind: "customer"; readonly customer: string | undefined }
  /** At this instant or after it, until the answer changes again. */
  | { readonly kind: "later"; readonly from: Instant }
  /** Before this instant, as far back as the answer stays the same. */
  | { readonly kind: "earlier"; readonly before: Instant };

/** A change of a request that gives another answer, and that answer, as `decide` gave it to the changed request. */
export interface Change extends Trial {
  readonly altered: Altered;
}

/**
 * The smallest changes of a decision's request that would give another answer (language.md M8), at most one of each sort: its
 * fields, in their order, the channel, the addressee, the asker, the customer, the time. One thing is changed at a time, numbers,
 * dates and times to the nearest value, and of equals the most welcome answer is taken; none where a missing field decides.
 */
export function changesOf(agreed: Agreed, decision: Decision): readonly Change[] {
  if (decision.needs) return [];
  const asked = askedAbout(agreed, decision);
  return [changedFields, changedChannel, changedAddressee, changedAsker, changedCustomer, changedTimes].flatMap(
    (changed) => changed(asked),
  );
}

/** Those that the answer names come first. */
function changedChannel(asked: Asked): readonly Change[] {
  const { decision, model } = asked;
  const { channel } = decision.request;
  if (channel === undefined) return [];
  const channels = new Set([...decision.redirect, ...model.channels.keys()]);
  return mostWelcome(
    [...channels].flatMap((each) => (each === channel ? [] : { kind: "channel" as const, channel: each })),
    (altered) => tried(asked, { channel: altered.channel }),
  );
}

function changedAddressee(asked: Asked): readonly Change[] {
  const { to } = asked.decision.request;
  if (to === undefined) return [];
  return mostWelcome([{ kind: "not by name" as const, to }], () => tried(asked, { to: undefined }));
}

function changedAsker(asked: Asked): readonly Change[] {
  const { asker } = asked.decision.request;
  const others = [...asked.model.teams.keys()].filter((team) => team !== asker);
  return mostWelcome(
    others.map((team) => ({ kind: "asker" as const, asker: team })),
    (altered) => tried(asked, { asker: altered.asker }),
  );
}

function changedCustomer(asked: Asked): readonly Change[] {
  const { customer } = asked.decision.request;
  const nobody = customer === undefined ? [] : [undefined];
  const others = [...asked.model.customers.keys()].filter((each) => each !== customer);
  return mostWelcome(
    [...others, ...nobody].map((each) => ({ kind: "customer" as const, customer: each })),
    (altered) => tried(asked, { customer: altered.customer }),
  );
}

/** Of changes that are equally small, the one whose answer is the most welcome; of equals the first. */
function mostWelcome<Kind extends Altered>(
  candidates: readonly Kind[],
  trialOf: (altered: Kind) => Trial | undefined,
): readonly Change[] {
  let best: Change | undefined;
  for (const altered of candidates) {
    const trial = trialOf(altered);
    if (!trial) continue;
    if (!best || disfavourOf(trial.decision) < disfavourOf(best.decision)) best = { altered, ...trial };
  }
  return best ? [best] : [];
}
