import assert from "node:assert/strict";
import { decide } from "../../../server/core/engine/decide.ts";
import { engineOf, requestOf } from "./fixtures.ts";

const company = `
calendar office in Asia/Tokyo {
  open   Mon..Fri 09:00-18:00
}
team Sales {
  lead    Sato
  members Mori, Tanaka, Ueda
  hours   office
  away    Tanaka 2026-06-15..2026-06-19
  away    Mori 2026-06-17..2026-06-19
  away    Ueda 2026-06-19
}
team Office {
  members Goto
  hours   office
}
request question
agreement accounts between Office and Sales {
  handle questions: question {
    by owner of customer
    escalate after 1 calendar day to owner of customer
  }
}
handover acme_2026 of Acme from Tanaka to Mori {
  effective 2026-06-01..2026-07-31
  covers    contracts
}
`;

function acme(...lines: readonly string[]): string {
  return `customer Acme {\n${lines.map((line) => `  ${line}\n`).join("")}}\n`;
}

function asked(customer: string, at: string) {
  return decide(engineOf(company, customer), requestOf("question", at, { customer: "Acme" }));
}

describe("a customer that is handed over", () => {
  const customer = acme("owner Tanaka", "backup Ueda");
  const route = (at: string, text = customer) => {
    const { person, handover } = asked(text, at);
    return [person, ...(handover?.people ?? [])];
  };

  it("is its owner's until the first day, and after the last day the other's", () => {
    assert.deepEqual(route("2026-05-29T10:00"), ["Tanaka"]);
    assert.deepEqual(route("2026-08-03T10:00"), ["Mori"]);
  });

  it("has both on the route while it lasts, the owner first", () => {
    assert.deepEqual(route("2026-06-01T10:00"), ["Tanaka", "Tanaka", "Mori"]);
    assert.deepEqual(route("2026-07-31T10:00"), ["Tanaka", "Tanaka", "Mori"]);
    assert.deepEqual(route("2026-06-02T10:00", acme("owner Mori")), ["Mori", "Mori", "Tanaka"]);
    assert.equal(asked(customer, "2026-06-01T10:00").handover?.name, "acme_2026");
  });

  it("goes to the other where the owner is away, then to the backup, then as usual", () => {
    // 2026-06-15 is a Monday: Tanaka is away.
    const { person, personBecause, insteadOf } = asked(customer, "2026-06-15T10:00");
    assert.deepEqual([person, personBecause, insteadOf], ["Mori", "deputy", "Tanaka"]);
    assert.equal(asked(customer, "2026-06-17T10:00").person, "Ueda");
    assert.deepEqual(
      [asked(customer, "2026-06-19T10:00").person, asked(customer, "2026-06-19T10:00").personBecause],
      ["Sato", "lead"],
    );
  });

  it("stays with an owner who is neither of the two", () => {
    assert.deepEqual(route("2026-06-02T10:00", acme("owner Ueda")), ["Ueda"]);
    assert.deepEqual(route("2026-08-03T10:00", acme("owner Ueda")), ["Ueda"]);
  });

  it("goes through several that end together in the order in which they begin", () => {
    // From Ueda to Tanaka since May, from Tanaka to Mori since June: Mori's after the last day of both.
    const before = "handover acme_before of Acme from Ueda to Tanaka {\neffective 2026-05-01..2026-07-31\n}\n";
    assert.deepEqual(route("2026-08-03T10:00", before + acme("owner Ueda")), ["Mori"]);
  });

  it("needs no owner: who gives it away has it first", () => {
    assert.equal(asked(acme(), "2026-05-29T10:00").outcome, "unstaffed");
    assert.deepEqual(route("2026-06-02T10:00", acme()), ["Tanaka", "Tanaka", "Mori"]);
    assert.deepEqual(route("2026-08-03T10:00", acme()), ["Mori"]);
  });

  it("tells each rung who owns it then", () => {
    // One calendar day after Thursday is the end of Friday, 2026-07-31, which is Saturday, 2026-08-01, 00:00.
    assert.deepEqual(asked(customer, "2026-07-30T10:00").ladder[0]?.people, ["Mori"]);
    assert.deepEqual(asked(customer, "2026-07-29T10:00").ladder[0]?.people, ["Tanaka"]);
  });

  it("has the owner of the clock's start, not of receipt", () => {
    // Friday 2026-07-31 is the last day; after 18:00 it is closed until Monday, when the customer is Mori's.
    assert.deepEqual(route("2026-07-31T17:59"), ["Tanaka", "Tanaka", "Mori"]);
    assert.deepEqual(route("2026-07-31T18:30"), ["Mori"]);
    // Saturday 2026-05-30 is before the first day, Monday 2026-06-01 is it.
    assert.deepEqual(route("2026-05-30T12:00"), ["Tanaka", "Tanaka", "Mori"]);
  });

  it("has each step with the owner of its own clock's start", () => {
    const steps = `${customer}
agreement work between Office and Sales {
  handle tasks: task {
    step first by owner of customer within 1 business hour
    step then by owner of customer within 1 business hour
  }
}
request task
`;
    const decision = decide(engineOf(company, steps), requestOf("task", "2026-07-31T17:00", { customer: "Acme" }));
    // The first ends on Friday at 18:00, so that the other starts on Monday at 09:00.
    assert.deepEqual(
      decision.timeline?.plain.map(({ person }) => person),
      ["Tanaka", "Mori"],
    );
  });

  it("is asked about whoever stands in for the owner where the owner asks", () => {
    const commit = `${customer}
request promise
agreement promises between Office and Sales {
  commit c: promise by Sales {
    ask owner of customer within 1 business day
  }
}
`;
    const asks = (at: string, asker: string, text = commit) => {
      const request = requestOf("promise", at, { customer: "Acme", asker });
      return decide(engineOf(company, text), request).commitment?.asks.map(({ name }) => name);
    };
    assert.deepEqual(asks("2026-05-29T10:00", "Sato"), ["Tanaka"]);
    assert.deepEqual(asks("2026-05-29T10:00", "Tanaka"), ["Ueda"]);
    assert.deepEqual(asks("2026-06-01T10:00", "Tanaka"), ["Mori"]);
    assert.deepEqual(asks("2026-08-03T10:00", "Mori"), ["Ueda"]);
    // Mori is away until Friday the 19th, and so is Tanaka, for whom Ueda stands in: nobody else stands in for Ueda.
    assert.deepEqual(asks("2026-06-17T10:00", "Ueda"), ["Sales"]);
    const alone = commit.replace("  backup Ueda\n", "");
    assert.deepEqual(asks("2026-05-29T10:00", "Tanaka", alone), ["Sales"]);
    const deputy = "team Deputies {\n  deputy Goto for Tanaka\n}\n";
    assert.deepEqual(asks("2026-05-29T10:00", "Tanaka", alone + deputy), ["Goto"]);
  });

  it("is asked about as of the clock's start of the question, not as of receipt", () => {
    const asks = (at: string, within: string) => {
      const text = `${customer}
request promise
agreement promises between Office and Sales {
  commit c: promise by Sales {
    ask owner of customer ${within}
  }
}
`;
      const request = requestOf("promise", at, { customer: "Acme", asker: "Sato" });
      return decide(engineOf(company, text), request).commitment?.asks.map(({ name }) => name);
    };
    // Friday 2026-07-31 is the handover's last day; after 18:00 it is closed until Monday, when the customer is Mori's.
    assert.deepEqual(asks("2026-07-31T17:59", "within 1 business day"), ["Tanaka"]);
    assert.deepEqual(asks("2026-07-31T18:30", "within 1 business day"), ["Mori"]);
    assert.deepEqual(asks("2026-07-31T18:30", ""), ["Mori"]);
    // Clock hours start on receipt, at any hour.
    assert.deepEqual(asks("2026-07-31T18:30", "within 1 clock hour"), ["Tanaka"]);
  });

  it("passes on from hand to hand", () => {
    const again = `${customer}
handover next of Acme from Mori to Ueda {
  effective 2026-08-10..2026-08-14
}
`;
    assert.deepEqual(route("2026-08-11T10:00", again), ["Mori", "Mori", "Ueda"]);
    assert.deepEqual(route("2026-08-17T10:00", again), ["Ueda"]);
  });

  it("passes on in the order of the dates, not of the text", () => {
    const before = `${customer}
handover first of Acme from Goto to Tanaka {
  effective 2026-05-01..2026-05-15
}
`;
    const goto = before.replace("owner Tanaka", "owner Goto");
    assert.deepEqual(route("2026-04-30T10:00", goto), ["Goto"]);
    assert.deepEqual(route("2026-05-04T10:00", goto), ["Goto", "Goto", "Tanaka"]);
    assert.deepEqual(route("2026-06-02T10:00", goto), ["Tanaka", "Tanaka", "Mori"]);
    assert.deepEqual(route("2026-08-03T10:00", goto), ["Mori"]);
  });

  it("passes to nobody without dates, or with a name that nobody has", () => {
    const odd = `${customer}
handover undated of Acme from Tanaka to Ueda {
}
handover nameless of Acme from Tanaka to {
  effective 2026-05-01..2026-05-10
}
handover unknown of Acme from Tanaka to Nobody {
  effective 2026-05-01..2026-05-10
}
handover unknown_too of Acme from Nobody to Ueda {
  effective 2026-05-01..2026-05-10
}
`;
    assert.deepEqual(route("2026-05-07T10:00", odd), ["Tanaka"]);
    assert.deepEqual(route("2026-05-29T10:00", odd), ["Tanaka"]);
  });

  it("is of the day of receipt where the hours of who owns it never come again", () => {
    const past = customer.replace("owner Tanaka", "owner Zenda");
    const text = `${past}
calendar past in Asia/Tokyo {
  open 2020-01-06 09:00-17:00
}
team Retired {
  members Zenda
  hours   past
}
handover late of Acme from Zenda to Mori {
  effective 2026-05-01..2026-05-15
}
`;
    assert.deepEqual(route("2026-05-04T10:00", text), ["Zenda", "Zenda", "Mori"]);
  });
});
