import assert from "node:assert/strict";
import { formatInstant } from "../../../server/core/time/zone.ts";
import { endOf, timed } from "./timedModels.ts";

const company = `
calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
team Sales {
  lead  Sato
  hours office
}
team Support {
  lead  Ito
  hours office
}
request repair { lead: business days }
`;

/** What is known of each time that may be promised on Monday 2026-04-06, replayed through `decide`. */
function told(handled: string, promised: string): readonly string[] {
  const { proofs, replayed } = timed(
    `${company}agreement repairs between Sales and Support in Asia/Tokyo {\n  effective 2026-04-06..2026-04-06\n  handle repairs: repair {\n    by Support\n${handled}\n  }\n  commit dates: repair by Sales {\n${promised}\n  }\n}\n`,
  );
  return proofs.flatMap(({ group, promised: times = [] }) =>
    times.map(({ target, kept: { worst, undecided } }) => {
      const lead = `${target.amount} ${target.unit}: `;
      if (!worst) return lead + (undecided[0]?.because ?? "proved");
      const decision = replayed(group, worst.box, worst.arrival);
      assert.equal(endOf(decision, "resolve"), worst.end);
      assert.equal(decision.commitment?.verdict, "may");
      return lead + [worst.arrival, worst.end, worst.due].map((at) => formatInstant(group.space.zone, at)).join(" → ");
    }),
  );
}

describe("times that may be promised", () => {
  it("are held against the clause that does the work", () => {
    // Five business days after Monday 2026-04-06 end on Monday 04-13, three on Thursday 04-09. More than three is four or more, until Friday.
    assert.deepEqual(told("    resolve within 5 business days", "    may when lead >= 3 business days"), [
      "3 business days: 2026-04-06T00:00 → 2026-04-13T18:00 → 2026-04-09T18:00",
      "4 business days: 2026-04-06T00:00 → 2026-04-13T18:00 → 2026-04-10T18:00",
    ]);
    assert.deepEqual(told("    resolve within 5 business days", "    may when lead > 4 business days"), [
      "5 business days: proved",
    ]);
  });

  it("are not decided where the clause says no time", () => {
    assert.deepEqual(told("    respond within 1 business day", "    may when lead >= 3 business days"), [
      "3 business days: no target",
      "4 business days: no target",
    ]);
  });

  it("are no times where they have no lower limit, or may not be promised", () => {
    assert.deepEqual(told("    resolve within 5 business days", "    may when lead <= 3 business days"), []);
    assert.deepEqual(told("    resolve within 5 business days", "    never when lead >= 3 business days"), []);
  });
});
