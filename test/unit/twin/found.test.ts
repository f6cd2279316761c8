import assert from "node:assert/strict";
import { decide } from "../../../server/core/engine/decide.ts";
import type { Decision } from "../../../server/core/engine/decision.ts";
import { deadlineText, engineOf, type Given, requestOf } from "../engine/fixtures.ts";

// The smallest cases on which the product once differed from its twin, with what language.md says of them.
describe("what the twin found", () => {
  interface Asking extends Given {
    readonly exceptions?: string;
    readonly at?: string;
    readonly kind?: string;
  }
  const company = `
    calendar desk in Asia/Tokyo {
      open Mon..Fri 09:00-17:00
    }
    calendar spring in Asia/Tokyo {
      open 04-01..04-10
    }
    channel email, phone
    team Sales {
      lead    Sato
      hours   desk
      away    Sato 2026-08-28
    }
    team Support {
      lead    Ito
      members Abe
      hours   desk
      duty    Ito, Abe daily from 2026-08-22
    }
    attribute tier of customer: silver | gold
    attribute since of customer: date
    customer Acme {
      since is 2026-08-22
    }
    customer Bolt {
      since is 2026-08-24
    }
    customer Dora {
      owner Sato
    }
    request order { size: small | large }
    request visit { start: date }
  `;
  /** The answer on a Saturday, unless said otherwise. */
  function answer(
    clauses: string,
    { exceptions = "", at = "2026-08-22T10:00", kind = "order", ...given }: Asking = {},
  ): Decision {
    const agreement = `agreement a between Sales and Support {\n${clauses}\n}\n${exceptions}`;
    return decide(engineOf(company, agreement), requestOf(kind, at, given));
  }

  it("M3: an exception to a commit clause whose condition does not hold would not have applied anyway", () => {
    const unapproved = "exception e to a.c {\nmay\n}";
    const aside = (when: string) =>
      answer(`commit c: order by Sales${when} {\nmay\n}`, { exceptions: unapproved }).aside;
    assert.deepEqual(aside(" when tier is gold"), []);
    assert.equal(aside("")[0]?.because, "no effect");
  });

  it("M3: a field is not needed where it moves the names of what conflicts, and nothing else", () => {
    const text = `
      handle x: order {
        by Support
        respond within 1 business hour
      }
      handle y: order {
        by Support
      }
      handle z: order {
        by Sales
        case small when size is small {
          resolve within 1 business day
        }
      }
    `;
    const decision = answer(text);
    assert.deepEqual([decision.outcome, decision.clause, decision.conflictsWith], ["handled", "a.x", ["a.y", "a.z"]]);
  });

  it("M2, M4: who is asked within clock hours is on duty at receipt, where that clock starts", () => {
    const asked = (within: string) =>
      answer(`commit c: order by Sales {\nask Support within ${within}\n}`, { at: "2026-08-23T10:00" }).commitment
        ?.asks[0];
    // Saturday 2026-08-22 is Ito's day, Sunday Abe's, Monday, when the desk opens, Ito's again.
    const units = ["2 clock hours", "2 calendar days", "2 business hours"];
    assert.deepEqual(
      units.map((within) => asked(within)?.name),
      ["Abe", "Abe", "Ito"],
    );
  });

  it("M1: calendar days of somebody who is not known end on the agreement's clock", () => {
    const text = "commit c: order by Sales {\nask owner of customer within 2 calendar days\n}";
    // The end of the second day after Saturday, in Tokyo.
    assert.equal(deadlineText(answer(text).commitment?.asks[0]?.answeredBy), "2026-08-25T00:00");
  });

  it("M3: the answer for each value of a missing date tells weekdays in every region of dates", () => {
    const text = `
      handle x: visit {
        by Support
        case weekend when start on Sat, Sun {
          respond within 1 business hour
          case early when start < 2026-08-17 {
            respond within 2 business hours
          }
        }
      }
    `;
    // On a weekday; on a Saturday or Sunday before 2026-08-17; on one after that.
    const { needs } = answer(text, { kind: "visit" });
    assert.deepEqual([...new Set(needs?.answers.map(({ decision }) => decision.decidedBy))].sort(), [
      "a.x",
      "a.x.weekend",
      "a.x.weekend.early",
    ]);
  });

  it("M3: an exception without effect needs no field, and is set aside only where its condition holds whatever is missing", () => {
    const text = `
      handle x: order {
        by Support
      }
      handle y: order {
        by Sales
        case large when size is large {
        }
      }
    `;
    const exceptions = "exception e to a.x when size is large {\n}\nexception f to a.x {\n}";
    const decision = answer(text, { exceptions });
    assert.equal(decision.outcome, "handled");
    assert.deepEqual(
      decision.aside.map(({ name }) => name),
      ["f"],
    );
  });

  it("M3: an exception does not lift the never of one to another case, however deep the case lies that it bends", () => {
    const dated = "effective 2026-08-20..2026-08-25\napproved by Ito on 2026-08-01";
    const exceptions = `exception e to a.c.k.n {\n${dated}\nmay\n}\nexception f to a.c.m {\n${dated}\nnever\n}`;
    const text = "commit c: order by Sales {\ncase k {\ncase n {\n}\n}\ncase m {\n}\n}";
    const { commitment } = answer(text, { exceptions });
    assert.deepEqual([commitment?.verdict, commitment?.decidedBy], ["never", "f"]);
  });

  it("M3: the answer for each value of a missing date tells what is open in one calendar and closed in another", () => {
    const text = `
      handle x: visit {
        by Support
        case spring when start during spring {
        }
        case work when start during desk {
        }
      }
    `;
    // The days of spring are some weekdays and a weekend.
    const { needs } = answer(text, { kind: "visit" });
    const overlays = needs?.answers.map(({ decision }) => decision.overlays.join(" "));
    assert.deepEqual([...new Set(overlays)].sort(), ["", "a.x.spring", "a.x.spring a.x.work", "a.x.work"]);
  });

  it("M3: a missing date may be one that is over, on which a calendar was closed as on no date to come", () => {
    const daily = "calendar daily in Asia/Tokyo {\n  open Mon..Sun 09:00-17:00\n  closed 2026-08-20\n}\n";
    const text = "handle x: visit {\n  by Support\n  case work when start during daily {\n  }\n}";
    const { needs } = answer(text, { kind: "visit", exceptions: daily });
    assert.deepEqual(
      needs?.answers.map(({ decision }) => decision.overlays.join(" ")),
      ["", "a.x.work"], // on the 20th, and on any other date
    );
  });

  it("M3: lines that ask the same one until the same time ask once, so that it does not matter whether both hold", () => {
    const text = `
      commit c: order by Sales {
        ask Support within 30 clock hours
        ask Support within 30 clock hours when size is small
      }
    `;
    const { needs, commitment } = answer(text);
    assert.deepEqual([needs, commitment?.asks.map(({ name }) => name)], [undefined, ["Ito"]]);
  });

  it("M3: of two cases that state one step, each may lie on top, so the field of either's condition may be needed", () => {
    const text = `
      handle x: order {
        by Support
        case k {
          step first by Support within 2 clock hours when size is small
        }
        case m {
          step first by Support within 1 clock hour
        }
      }
    `;
    // No deadline tells them apart, so the first by name lies on top, whose step is skipped for a large order.
    const { needs } = answer(text);
    assert.equal(needs?.field, "size");
    assert.deepEqual(
      needs?.answers.map(({ decision }) => decision.timeline?.plain[0]?.pass),
      ["plain", "skipped"],
    );
  });

  it("M3: within how many hours somebody answers who is not known decides nothing, so no field is asked for it", () => {
    const text = `
      commit c: order by Sales {
        ask lead of asker within 30 business minutes when size is small
        ask lead of asker within 2 business hours when size is large
      }
    `;
    const asked = answer(text);
    assert.equal(asked.needs, undefined);
    const [ask, ...others] = asked.commitment?.asks ?? [];
    assert.deepEqual([ask?.name, ask?.within, ask?.answeredBy?.deadline, others], ["", undefined, undefined, []]);
    // Days of the calendar end on the agreement's clock, whoever is asked.
    const { needs } = answer(text.replace("30 business minutes", "1 calendar day"));
    assert.deepEqual(
      needs?.answers.map(({ decision }) => decision.commitment?.asks[0]?.within?.unit),
      ["calendar days", undefined],
    );
  });

  it("Conditions: a date of the customer is during a calendar, or outside of it, as one of the request is", () => {
    const clause =
      "handle x: order {\n by Support\n case k when since during desk {\n }\n case n when since outside desk {\n }\n}";
    // The 22nd of August 2026 is a Saturday, the 24th a Monday; nobody's date is during nothing.
    const cases = [{ customer: "Acme" }, { customer: "Bolt" }, {}].map((given) => answer(clause, given).overlays);
    assert.deepEqual(cases, [["a.x.n"], ["a.x.k"], ["a.x.n"]]);
  });

  it("M3: all are asked at once, so no field is needed for the order of their lines", () => {
    const clauses = (when: string) => `
      commit c: order by Sales {
        ask Support within 1 business hour
        ask lead of Sales within 2 business hours${when}
      }
      commit d: order by Sales {
        ask all of Support within 1 business hour
        ask lead of Sales within 2 business hours
      }
    `;
    const asked = answer(clauses(" when size is small"));
    assert.deepEqual([asked.needs, asked.commitment?.asks.length], [undefined, 3]);
  });

  it("M4: what is said names the channels that are open now, also where none was used or nobody is left", () => {
    const clause = 'handle x: order {\n by lead of Sales\n via email\n via phone during desk\n say "Use {channel}."\n}';
    // A Saturday, a Monday, and the Friday on which Sato is away, before the desk opens.
    const said = ["2026-08-22T10:00", "2026-08-24T10:00", "2026-08-28T08:00"].map((at) => answer(clause, { at }).say);
    assert.deepEqual(said, ["Use email.", "Use email or phone.", "Use email."]);
  });

  it("Handovers: of two at once the one that ends first passes the customer over first", () => {
    const handover = (name: string, from: string, to: string, dates: string) =>
      `handover ${name} of Dora from ${from} to ${to} {\n effective ${dates}\n}`;
    const exceptions = [
      handover("long", "Sato", "Ito", "2026-08-03..2026-08-14"),
      handover("back", "Ito", "Sato", "2026-08-05..2026-08-07"),
    ].join("\n");
    // The short one ends while the customer is still Sato's, and leaves it there; the long one then gives it to Ito.
    const clause = "handle x: order {\n by owner of customer\n}";
    const owners = ["2026-08-10T10:00", "2026-08-17T10:00"].map(
      (at) => answer(clause, { exceptions, at, customer: "Dora" }).person,
    );
    assert.deepEqual(owners, ["Sato", "Ito"]);
  });

  it("M3: two lines that ask somebody who is away are two questions, for the hours of their team count", () => {
    const text = `
      commit c: order by Sales {
        ask lead of Sales within 1 business hour
        ask lead of Sales within 3 business hours
      }
    `;
    const asks = answer(text, { at: "2026-08-28T10:00" }).commitment?.asks;
    // Sato is away on Friday 2026-08-28, without a deputy.
    assert.deepEqual(
      asks?.map(({ name, within, answeredBy }) => [name, within?.amount, deadlineText(answeredBy)]),
      [
        ["", 1, "2026-08-28T11:00"],
        ["", 3, "2026-08-28T13:00"],
      ],
    );
  });

  it("M3: lines of other targets are two questions, also where both are due at the same instant", () => {
    const text = `
      commit c: order by Sales {
        ask Support within 8 business hours
        ask Support within 1 business day
      }
    `;
    // From Saturday on: the eight hours of Monday 2026-08-24, and Monday's close.
    const asks = answer(text).commitment?.asks.map(({ answeredBy }) => deadlineText(answeredBy));
    assert.deepEqual(asks, ["2026-08-24T17:00", "2026-08-24T17:00"]);
  });

  it("M3: lines that ask nobody who is known are two questions where the days of their agreements end apart", () => {
    const text = "commit c: order by Sales {\n ask owner of customer within 2 calendar days\n}";
    const exceptions = `agreement b between Sales and Support in Europe/Berlin {\n${text}\n}`;
    const { commitment } = answer(text, { exceptions });
    // Saturday 2026-08-22 in both: the end of Monday, in Tokyo (+9) and in Berlin (+2), seven hours later.
    const due = ["2026-08-25T00:00", "2026-08-25T07:00"];
    assert.deepEqual(commitment?.asks.map(({ answeredBy }) => deadlineText(answeredBy)).sort(), due);
    assert.equal(deadlineText(commitment?.answeredBy), "2026-08-25T07:00");
  });
});
