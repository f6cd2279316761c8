import assert from "node:assert/strict";
import { messageOf } from "../../../server/core/checks/catalogue.ts";
import { findingsIn } from "./examples.ts";

const told = (check: string, text: string) =>
  findingsIn(text)
    .filter((finding) => finding.check.name === check)
    .map((finding) => messageOf(finding, "en"));

describe("the requests that a finding is about", () => {
  it("are told without what cannot occur, and in few regions; the example comes by the channel that is open", () => {
    const text = `calendar phone_desk in Asia/Tokyo {
  open 2026-08-29 09:00-12:00
}
request parcel
agreement parcels between Sales and Support {
  effective 2026-08-24..2026-08-30
  handle lost_parcels: parcel {
    by      Support
    via     email
    via     phone during phone_desk
    respond within 4 business hours
    case gold: parcel when tier is gold {
      respond within 2 business hours
    }
  }
}
`;
    // 2026-08-29 is a Saturday. Every request that occurs is meant, so none is named; a fact takes some of them out, and splits what is left.
    const fact = "impossible when tier is standard and channel is portal\n";
    for (const each of [text, text + fact]) {
      const [hole] = told("cover-hole", each);
      assert.match(
        hole ?? "",
        /^Nobody is there 2026-08-29 09:00-12:00: 'phone' is open, .* phone, Sales, 2026-08-29 09:00\./,
      );
    }
  });

  it("are those that both clauses are about, although an exception states what they differ in for one customer", () => {
    const text = `request outage { severity: normal | urgent }
agreement outages between Sales and Support {
  effective 2026-08-24..2026-12-30
  handle all: outage {
    by  Support
    via email
  }
  handle urgent: outage when severity is urgent {
    by  Support
    via phone
  }
}
exception acme_moves to outages.all when customer is Acme {
  effective 2026-08-26..2026-08-27
  via       portal
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "the customer moves"
}
`;
    const [conflict] = told("conflicting-clauses", text);
    assert.match(conflict ?? "", /in 'via' for outage \(severity urgent\), and nothing says/);
  });
});
