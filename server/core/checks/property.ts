/** What a check claims of all requests where it finds nothing: the property that is proved. */
import type { Model } from "../model/model.ts";
import type { Covered } from "../prover/claims.ts";
import type { Localized } from "../text/localized.ts";
import type { CheckContext } from "./define.ts";
import { fillHoles } from "./message.ts";

/** How a property is told, in one line without a full stop, by what is known of it; and how far it was looked at. */
export interface Property {
  readonly proved: (size: Size) => Localized;
  readonly broken: (size: Size) => Localized;
  /** Completes "it is not known …". */
  readonly undecided: Localized;
  /** For each agreement and kind of request that it is about; what findings tell as broken need not be told here. */
  readonly covered: (model: Model, context: CheckContext) => readonly Covered[];
  /** Names of other checks whose findings are counter-examples to it. */
  readonly alsoBy?: readonly string[];
}

/** How many requests the conditions can tell apart. */
export interface Size {
  readonly isOne: boolean;
  /** "1.2 million kinds of request". */
  readonly words: Localized;
}

/** A size in words that a person can take in. */
export function sizeOf(count: number): Size {
  const holes = { count: { en: countText(count, "en"), ja: countText(count, "ja") } };
  const isOne = count === 1;
  return {
    isOne,
    words: {
      en: fillHoles(isOne ? "kind of request" : "{count} kinds of request", holes, "en"),
      ja: fillHoles("{count} 通りの依頼", holes, "ja"),
    },
  };
}

/** Exact as long as that can be taken in. */
function countText(count: number, locale: keyof Localized): string {
  return (count < 10_000 ? exactly : roughly)(locale).format(count);
}

const exactly = formats({});
const roughly = formats({ notation: "compact", compactDisplay: "long", maximumFractionDigits: 1 });

/** Made at the first use, which takes longer than all uses after it. */
function formats(options: Intl.NumberFormatOptions): (locale: keyof Localized) => Intl.NumberFormat {
  const made = new Map<keyof Localized, Intl.NumberFormat>();
  return (locale) => {
    const format = made.get(locale) ?? new Intl.NumberFormat(locale, options);
    made.set(locale, format);
    return format;
  };
}
