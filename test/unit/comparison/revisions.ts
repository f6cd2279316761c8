/** A company and its agreement in two revisions, and what changes from one to the other, a line a difference. */
import assert from "node:assert/strict";
import { compareRevisions } from "../../../server/core/comparison/compare.ts";
import type { Difference } from "../../../server/core/comparison/difference.ts";
import { compile } from "../../../server/core/engine/compile.ts";
import { decide } from "../../../server/core/engine/decide.ts";
import { changeInWords } from "../../../server/core/features/difference/words.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import { firstOfApril, modelOf } from "../../harness/models.ts";

/** A company of three teams in one zone, with customers and kinds of request. */
export const company = `calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
calendar late in Asia/Tokyo {
  open Mon..Fri 12:00-21:00
}
channel email, portal
team Sales {
  lead    Sato
  members Mori
  hours   office
}
team Support {
  lead    Ito
  members Abe, Kudo
  hours   office
  duty    Abe, Kudo weekly from 2026-04-06
}
team Ops {
  lead  Ota
  hours late
}
attribute tier of customer: silver | gold
customer Acme {
  tier  is gold
  owner Mori
}
customer Bolt {
  tier is gold
}
request incident { severity: normal | urgent }
request how_to
request discount { rate: percent }
request visit
request loan
`;
/** An agreement of that company, and an exception to it. */
export const agreement = `agreement support between Sales and Support {
  effective 2026-04-01..2027-03-31
  handle incidents: incident, how_to {
    by       Support
    via      email, portal
    respond  within 4 business hours
    resolve  within 3 business days
    escalate after 2 business hours to lead of Support
    say      "Please write to {channel}."
    case urgent: incident when severity is urgent {
      respond within 1 business hour
    }
  }
  handle visits: visit {
    by owner of customer
  }
  commit discounts: discount by Sales {
    may when rate <= 10% or tier is gold and rate <= 12%
    ask lead of Sales within 1 business day when rate > 10% and rate <= 20%
    never when rate > 20% because "margin floor"
  }
  commit loans: loan by Sales {
    may when tier is gold
    never when tier is silver
  }
}
exception rush to support.incidents when customer is Acme {
  effective 2026-09-01..2026-09-10
  by        Kudo
  owner     Mori
  approved  by Sato on 2026-08-30
  reason    "a trade fair"
}
`;

const today = firstOfApril;

/** A text as a revision, read on 2026-04-01. */
export function revision(text: string) {
  return { model: modelOf(text), holidays: japaneseHolidays, today };
}

/** What changes when a text is replaced by another in the files, one line a difference; every example is asked again. */
export function changes(...edits: readonly (readonly [string, string])[]): readonly string[] {
  const before = company + agreement;
  const after = edits.reduce((text, [old, now]) => {
    assert.ok(text.includes(old), old);
    return text.replace(old, now);
  }, before);
  return changesFrom(before, after);
}

/** The same from one text to another. */
export function changesFrom(before: string, after: string): readonly string[] {
  const [old, now] = [revision(before), revision(after)];
  const { differences, undecided } = compareRevisions(old, now, 1_000_000);
  assert.deepEqual(undecided, []);
  const engines = [old, now].map(({ model }) => compile(model, japaneseHolidays));
  for (const { examples } of differences)
    for (const example of examples) {
      const { request } = example.after.decision;
      const decided = engines.map((engine) => seen(decide(engine, request)));
      assert.deepEqual(decided, [seen(example.before.decision), seen(example.after.decision)]);
      assert.notEqual(decided[0], decided[1]);
    }
  return differences.map(line);
}

function seen(decision: object): string {
  return JSON.stringify(decision, (key, value: unknown) => {
    if (key === "place" || key === "aside") return undefined;
    return typeof value === "bigint" ? value.toString() : value;
  });
}

/** A difference in a line: classes, requests, what was and is, and the times of its examples. */
export function line({ classes, requests, changes: told, examples }: Difference): string {
  const which = requests.map(({ kind, anyOf, except }) => {
    const sets = anyOf.map(({ en }) => en).filter((each) => each !== "");
    const but = except.map(({ en }) => ` except (${en})`).join("");
    return `${kind}${sets.length > 0 ? ` (${sets.join(" or ")})` : ""}${but}`;
  });
  const rows = told
    .flatMap((change) => changeInWords(change, "en"))
    .map(({ label, before, after, when }) => `${label}: ${before} → ${after}${when === undefined ? "" : ` [${when}]`}`);
  const asked = examples.map(({ request }) => request.en.slice(-16)).join(", ");
  return `${classes.join(", ")}: ${which.join(", ")}: ${rows.join("; ")} @ ${asked}`;
}
