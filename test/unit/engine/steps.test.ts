import assert from "node:assert/strict";
import { decide } from "../../../server/core/engine/decide.ts";
import type { Decision } from "../../../server/core/engine/decision.ts";
import type { Timeline, TimelineStep } from "../../../server/core/engine/timeline.ts";
import { deadlineText, engineOf, type Given, instantOf, localText, requestOf } from "./fixtures.ts";

const company = `
calendar office in Asia/Tokyo {
  open   Mon..Fri 09:00-12:00, 13:00-18:00
  closed holidays of Japan
}
calendar mornings in Asia/Tokyo {
  open   Mon..Fri 09:00-15:00
}
channel portal
team Sales {
  lead    Sato
  members Mori, Tanaka
  hours   office
}
team BackOffice {
  lead    Endo
  members Fuji, Goto
  hours   office
  duty    Fuji, Goto daily from 2026-08-24
}
team Early {
  members Hara
  hours   mornings
}
attribute tier of customer: standard | gold
customer Acme {
  tier  is gold
  owner Mori
}
request purchase_order { amount: JPY, payee: text }
`;

/** What the clause `orders` of an agreement says. */
function ordering(...lines: readonly string[]): string {
  return `
agreement ordering between Sales and BackOffice, Early {
  handle orders: purchase_order {
${lines.map((line) => `    ${line}\n`).join("")}  }
}
`;
}

const orders = ordering(
  "by BackOffice",
  "step draft by Sales within 4 business hours needs order_form",
  "step verify by BackOffice within 1 business day checks amount, payee twice else back to draft within 4 business hours",
  "step approve by lead of Sales within 1 business day when amount > 1_000_000 JPY",
  "step place by BackOffice at next 15:00",
  "resolve within 4 business days",
);

function decided(text: string, at: string, given: Given = {}): Decision {
  return decide(engineOf(company, text), requestOf("purchase_order", at, given));
}

function timelineOf(text: string, at: string, given: Given = {}): Timeline {
  const { timeline } = decided(text, at, given);
  assert.ok(timeline);
  return timeline;
}

/** "draft Sales 2026-08-24T10:00 to 2026-08-24T15:00", with the pass where it is not the plain one. */
function stepText({ name, team, person, start, end, pass }: TimelineStep): string {
  const times = pass === "skipped" ? [] : [localText(start), "to", localText(end)];
  return [name, person ?? team ?? "nobody", ...times, ...(pass === "plain" ? [] : [pass])].join(" ");
}

describe("work in steps (language.md M5)", () => {
  // 2026-08-24 is a Monday. Fuji's turn on the 24th, Goto's on the 25th, and so on in turns.
  it("runs from step to step, each on its own team's time", () => {
    const { plain, doneBy, late } = timelineOf(orders, "2026-08-24T10:00", { fields: { amount: "2000000" } });
    assert.deepEqual(plain.map(stepText), [
      // 10-12 and 13-15 are four hours.
      "draft Sales 2026-08-24T10:00 to 2026-08-24T15:00",
      // The first business day after Monday.
      "verify Fuji 2026-08-24T15:00 to 2026-08-25T18:00",
      // It starts where Tuesday closes, on Tuesday: the first business day after that.
      "approve Sato 2026-08-25T18:00 to 2026-08-26T18:00",
      // Wednesday 15:00 is over; its clock starts on Thursday, which is Goto's (Mon Fuji, Tue Goto, Wed Fuji, Thu Goto).
      "place Goto 2026-08-26T18:00 to 2026-08-27T15:00",
    ]);
    assert.equal(localText(doneBy), "2026-08-27T15:00");
    // Four business days after Monday: Friday 18:00.
    assert.equal(late, false);
  });

  it("says what a step needs and checks", () => {
    const { plain } = timelineOf(orders, "2026-08-24T10:00", { fields: { amount: "1" } });
    assert.deepEqual(plain[0]?.needs, ["order_form"]);
    assert.deepEqual([plain[1]?.checks, plain[1]?.twice], [["amount", "payee"], true]);
    assert.deepEqual(plain[0]?.timing, {
      kind: "within",
      target: { amount: 4, unit: "business hours", before: undefined },
    });
  });

  it("skips a step whose condition does not hold", () => {
    const { plain, doneBy } = timelineOf(orders, "2026-08-24T10:00", { fields: { amount: "1000000" } });
    assert.deepEqual(plain.map(stepText).slice(2), [
      "approve nobody skipped",
      "place Fuji 2026-08-25T18:00 to 2026-08-26T15:00",
    ]);
    assert.equal(localText(doneBy), "2026-08-26T15:00");
  });

  it("needs the field that a step's condition lacks, and says what comes of each value", () => {
    const decision = decided(orders, "2026-08-24T10:00");
    assert.equal(decision.outcome, "needs");
    assert.equal(decision.needs?.field, "amount");
    const ends = decision.needs?.answers.map(({ decision: each }) => localText(each.timeline?.doneBy));
    assert.deepEqual(ends, ["2026-08-26T15:00", "2026-08-27T15:00"]);
  });

  it("does not ask for a field where the clause declines", () => {
    const text = ordering('decline because "no"', "step first by Sales within 1 clock hour when amount > 5 JPY");
    const decision = decided(text, "2026-08-24T10:00");
    assert.equal(decision.outcome, "declined");
    assert.equal(decision.timeline, undefined);
  });

  it("has no timeline without steps", () => {
    assert.equal(decided(ordering("by Sales"), "2026-08-24T10:00").timeline, undefined);
  });

  it("adds up on everyone's calendars: the example that is 117.5 hours long", () => {
    // Thursday 11:31 + 30 min = 12:01; + 2 h = 14:01; Thursday has 59 min left until 15:00; Friday 3 April and Monday 6 April are
    // holidays, so the last minute is Tuesday 09:00 to 09:01.
    const engine = engineOf(`
calendar desk in Europe/Berlin {
  open   Mon..Fri 08:00-18:00
  closed 2026-04-03
  closed 2026-04-06
}
calendar second in Europe/Berlin {
  open   Mon..Fri 09:00-17:00
  closed 2026-04-03
  closed 2026-04-06
}
calendar board in Europe/Berlin {
  open   Mon..Thu 09:00-15:00
  closed 2026-04-03
  closed 2026-04-06
}
team Desk {
  hours desk
}
team Second {
  hours second
}
team Board {
  hours board
}
request ticket
agreement chain between Desk and Second, Board {
  handle tickets: ticket {
    step look by Desk within 30 business minutes
    step work by Second within 2 business hours
    step approve by Board within 1 business hour
  }
}
`);
    const zone = "Europe/Berlin";
    const { timeline } = decide(engine, requestOf("ticket", "2026-04-02T11:31", { zone }));
    assert.deepEqual(
      timeline?.plain.map(({ end }) => localText(end, zone)),
      ["2026-04-02T12:01", "2026-04-02T14:01", "2026-04-07T09:01"],
    );
    assert.equal(localText(timeline?.doneBy, zone), "2026-04-07T09:01");
    assert.equal(((timeline?.doneBy ?? 0) - instantOf("2026-04-02T11:31", zone)) / 3_600_000, 117.5);
  });

  it("starts the clock of business time at the next opening, that of clock time at once", () => {
    const text = ordering("step first by Sales within 2 clock hours", "step two by Early within 30 business minutes");
    const { plain } = timelineOf(text, "2026-08-22T10:00");
    const clocks = plain.map(({ start, clockStart, end }) => [start, clockStart, end].map((at) => localText(at)));
    assert.deepEqual(clocks, [
      ["2026-08-22T10:00", "2026-08-22T10:00", "2026-08-22T12:00"],
      // Saturday noon to Monday 09:00.
      ["2026-08-22T12:00", "2026-08-24T09:00", "2026-08-24T09:30"],
    ]);
  });

  it("applies the cut-off to receipt alone, on the clause's calendar", () => {
    const text = ordering(
      "by Sales",
      "cutoff 15:00",
      "step first by Sales within 1 clock hour",
      "step two by Sales within 1 clock hour",
    );
    // Monday 15:00 counts as Tuesday 09:00.
    assert.equal(localText(timelineOf(text, "2026-08-24T15:00").doneBy), "2026-08-25T11:00");
  });

  it("is handled by whoever has the first step that is done, where no line says by whom", () => {
    const text = ordering(
      "step approve by lead of Sales within 1 business hour when amount > 5 JPY",
      "step place by BackOffice within 1 business hour",
    );
    const small = decided(text, "2026-08-24T10:00", { fields: { amount: "5" } });
    assert.deepEqual([small.outcome, small.team, small.person], ["handled", "BackOffice", "Fuji"]);
    const large = decided(text, "2026-08-24T10:00", { fields: { amount: "6" } });
    assert.deepEqual([large.team, large.person], ["Sales", "Sato"]);
  });

  it("never ends where a team never opens, and is then late", () => {
    const text = `${ordering(
      "by Sales",
      "resolve within 1 business day",
      "step first by Closed within 1 business hour",
      "step two by Sales within 1 clock hour",
    )}team Closed {\n}\n`;
    const { plain, doneBy, late } = timelineOf(text, "2026-08-24T10:00");
    assert.deepEqual(plain.map(stepText), ["first Closed 2026-08-24T10:00 to never", "two Sales never to never"]);
    assert.deepEqual([doneBy, late], [undefined, true]);
  });

  it("leaves a step unstaffed where nobody is there", () => {
    const text = `${ordering("by Sales", "step first by Gone within 1 clock hour")}team Gone {
  members Ida
  hours   office
  away    Ida 2026-08-24..2026-08-24
}
`;
    const [first] = timelineOf(text, "2026-08-24T10:00").plain;
    assert.deepEqual([first?.staffed, first?.person], [false, undefined]);
  });
});

describe("steps whose conditions or people are not what is usual", () => {
  it("are asked for each field that one of them lacks, though another's is known", () => {
    const text = `${ordering(
      "by Sales",
      "step a by Sales within 1 clock hour when amount > 5 JPY",
      'step b by Sales within 1 clock hour when payee is "x"',
    )}`;
    assert.equal(decided(text, "2026-08-24T10:00", { fields: { amount: "6" } }).needs?.field, "payee");
  });

  it("of a case alone are there only with the case", () => {
    const text = ordering("by Sales", "case gold when tier is gold {", "  step a by Sales within 1 clock hour", "}");
    assert.equal(decided(text, "2026-08-24T10:00").timeline, undefined);
    assert.equal(localText(timelineOf(text, "2026-08-24T10:00", { customer: "Acme" }).doneBy), "2026-08-24T11:00");
  });

  it("say where their condition is written", () => {
    const { plain } = timelineOf(orders, "2026-08-24T10:00", { fields: { amount: "1" } });
    const written = plain.map(({ condition }) => {
      if (condition === undefined) return "";
      const { item, span } = condition.place;
      return item.text.slice(span.start, span.end);
    });
    assert.deepEqual(written, ["", "", "amount > 1_000_000 JPY", ""]);
  });

  it("are done where the last one that is not skipped ends, and at once where all are skipped", () => {
    const text = ordering(
      "by Sales",
      "step a by Sales within 1 clock hour when amount > 5 JPY",
      "step b by Sales within 1 clock hour when amount > 6 JPY",
    );
    const doneBy = (amount: string) => localText(timelineOf(text, "2026-08-24T10:00", { fields: { amount } }).doneBy);
    assert.deepEqual(["5", "6", "7"].map(doneBy), ["2026-08-24T10:00", "2026-08-24T11:00", "2026-08-24T12:00"]);
  });

  it("are not late without a target, nor against one that never comes", () => {
    const [slow, never] = ["step a by Sales within 99 clock hours", "step a by Closed within 1 business hour"];
    const closed = "team Closed {\n}\n";
    const late = (...lines: readonly string[]) => timelineOf(ordering(...lines) + closed, "2026-08-24T10:00").late;
    assert.equal(late("by Sales", slow), false);
    assert.equal(late("by Sales", never), false);
    assert.equal(late("by Closed", "resolve within 1 business hour", slow), false);
  });

  it("by somebody whom nobody knows take nobody knows how long in business time, and are not called late for it", () => {
    const [business, clock] = ["within 1 business hour", "within 5 clock hours"];
    const text = (by: string, time: string, ...more: readonly string[]) =>
      `${ordering("by Sales", "resolve within 1 clock hour", `step a by ${by} ${time}`, ...more)}team Closed {\n}\n`;
    for (const by of ["owner of customer", "lead of asker"]) {
      const unknown = timelineOf(text(by, business), "2026-08-24T10:00");
      assert.deepEqual([unknown.doneBy, unknown.late, unknown.unstaffedAt], [undefined, false, "a"]);
      const [step] = unknown.plain;
      assert.deepEqual(
        [step?.staffed, step?.team, step?.person, step?.clockStart],
        [false, undefined, undefined, undefined],
      );
      // Five hours pass whoever has it, and are more than one.
      const known = timelineOf(text(by, clock), "2026-08-24T10:00");
      assert.deepEqual([localText(known.doneBy), known.late], ["2026-08-24T15:00", true]);
    }
    const followed = timelineOf(text("owner of customer", business, `step b by Sales ${business}`), "2026-08-24T10:00");
    assert.deepEqual([followed.doneBy, followed.late], [undefined, false]);
    // A team that is known and never opens makes it late, and so it does beside a step that is skipped.
    const skipped = text("owner of customer", `${business} when amount > 5 JPY`, `step b by Closed ${business}`);
    assert.equal(timelineOf(skipped, "2026-08-24T10:00", { fields: { amount: "1" } }).late, true);
    const away = "team Away {\naway Sato 2026-08-24\n}\n";
    const unled = text("lead of Sales", business, `step b by Closed ${business}`) + away;
    const { late, unstaffedAt } = timelineOf(unled, "2026-08-24T10:00");
    assert.deepEqual([late, unstaffedAt], [true, "a"]);
  });
});

describe("the worst path", () => {
  it("mends what is returned in the time given, and does again what comes after, once", () => {
    const { worst, worstDoneBy } = timelineOf(orders, "2026-08-24T10:00", { fields: { amount: "2000000" } });
    assert.deepEqual(worst.map(stepText), [
      "draft Sales 2026-08-24T10:00 to 2026-08-24T15:00",
      "verify Fuji 2026-08-24T15:00 to 2026-08-25T18:00",
      // Wednesday 09-12 and 13-14.
      "draft Sales 2026-08-25T18:00 to 2026-08-26T14:00 mended",
      "verify Fuji 2026-08-26T14:00 to 2026-08-27T18:00 again",
      "approve Sato 2026-08-27T18:00 to 2026-08-28T18:00",
      // 2026-08-28 is a Friday. Its clock starts on Monday 31, the seventh day after the 24th: Goto's.
      "place Goto 2026-08-28T18:00 to 2026-08-31T15:00",
    ]);
    assert.deepEqual(
      worst.map((step) => step.returnedBy),
      [undefined, undefined, "verify", "verify", undefined, undefined],
    );
    assert.equal(localText(worstDoneBy), "2026-08-31T15:00");
  });

  const hours = (worst: Timeline["worst"]) =>
    worst.map(({ name, pass }) => (pass === "plain" ? name : `${name} ${pass}`));

  it("returns each form once, over all steps between", () => {
    const text = ordering(
      "step a by Sales within 1 clock hour",
      "step b by Sales within 1 clock hour else back to a",
      "step c by Sales within 1 clock hour else back to a within 10 clock minutes",
    );
    const { worst, worstDoneBy } = timelineOf(text, "2026-08-24T10:00");
    assert.deepEqual(hours(worst), ["a", "b", "a mended", "b again", "c", "a mended", "b again", "c again"]);
    // Seven times an hour and once ten minutes.
    assert.equal(localText(worstDoneBy), "2026-08-24T17:10");
  });

  it("mends a step that returns to itself alone", () => {
    const text = ordering("step a by Sales within 1 clock hour else back to a within 5 clock minutes");
    const { worst, worstDoneBy } = timelineOf(text, "2026-08-24T10:00");
    assert.deepEqual(hours(worst), ["a", "a mended"]);
    assert.equal(localText(worstDoneBy), "2026-08-24T11:05");
  });

  it("mends nothing in a step of a case that does not hold", () => {
    const text = ordering(
      "step a by Sales within 1 clock hour",
      "step b by Sales within 1 clock hour else back to z",
      "case gold when tier is gold {",
      "  step z by Sales within 1 clock hour",
      "}",
    );
    assert.deepEqual(hours(timelineOf(text, "2026-08-24T10:00").worst), ["a", "b"]);
  });

  it("mends nothing in a step that comes later or was skipped", () => {
    const text = ordering(
      "step a by Sales within 1 clock hour when amount > 5 JPY",
      "step b by Sales within 1 clock hour else back to c",
      "step c by Sales within 1 clock hour else back to a",
    );
    const { worst } = timelineOf(text, "2026-08-24T10:00", { fields: { amount: "1" } });
    assert.deepEqual(hours(worst), ["a skipped", "b", "c", "b again", "c again"]);
    const skipped = ordering(
      "step a by Sales within 1 clock hour",
      "step b by Sales within 1 clock hour else back to a when amount > 5 JPY",
    ).replace("else back to a when amount > 5 JPY", "when amount > 5 JPY else back to a");
    assert.deepEqual(hours(timelineOf(skipped, "2026-08-24T10:00", { fields: { amount: "1" } }).worst), [
      "a",
      "b skipped",
    ]);
    assert.deepEqual(hours(timelineOf(skipped, "2026-08-24T10:00", { fields: { amount: "6" } }).worst), [
      "a",
      "b",
      "a mended",
      "b again",
    ]);
  });
});

describe("a step at the next such time", () => {
  const place = (at: string, when: string) =>
    localText(timelineOf(ordering(`step place by Early at next ${at}`), when).doneBy);

  it("counts the time itself, and a closing instant", () => {
    assert.equal(place("15:00", "2026-08-24T10:00"), "2026-08-24T15:00");
    assert.equal(place("15:00", "2026-08-24T15:00"), "2026-08-24T15:00");
    assert.equal(place("15:00", "2026-08-24T15:01"), "2026-08-25T15:00");
    assert.equal(place("09:00", "2026-08-24T09:00"), "2026-08-24T09:00");
  });

  it("passes over the days on which it is closed", () => {
    // Friday noon, so Monday.
    assert.equal(place("10:00", "2026-08-28T12:00"), "2026-08-31T10:00");
    assert.equal(place("Thu 10:00", "2026-08-24T12:00"), "2026-08-27T10:00");
    assert.equal(place("Thu 10:00", "2026-08-27T10:01"), "2026-09-03T10:00");
  });

  it("counts the last closing instant of a calendar that never opens again", () => {
    const text = `${ordering("step place by Once at next 15:00")}
calendar once in Asia/Tokyo {
  open 2026-08-24 09:00-15:00
}
team Once {
  hours once
}
`;
    const end = (at: string) => localText(timelineOf(text, at).doneBy);
    assert.deepEqual(["2026-08-24T14:00", "2026-08-24T15:00"].map(end), ["2026-08-24T15:00", "2026-08-24T15:00"]);
    assert.equal(end("2026-08-24T15:01"), "never");
  });

  it("never comes where that time is always closed", () => {
    assert.equal(place("16:00", "2026-08-24T10:00"), "never");
    assert.equal(place("Sat 10:00", "2026-08-24T10:00"), "never");
  });

  it("may be the very end of a day", () => {
    const text = `${ordering("step close by Night at next 24:00")}
calendar night in Asia/Tokyo {
  open Mon 22:00-24:00
}
team Night {
  hours night
}
`;
    assert.equal(localText(timelineOf(text, "2026-08-24T10:00").doneBy), "2026-08-25T00:00");
    assert.equal(localText(timelineOf(text, "2026-08-25T00:00").doneBy), "2026-08-25T00:00");
  });

  it("is not open while the request waits", () => {
    const text = ordering("step place by Early at next 10:00");
    const waiting = (from: string, to: string) => [{ from: instantOf(from), to: instantOf(to) }];
    const end = (from: string, to: string) => {
      const request = { ...requestOf("purchase_order", "2026-08-24T09:30"), waiting: waiting(from, to) };
      return localText(decide(engineOf(company, text), request).timeline?.doneBy);
    };
    assert.equal(end("2026-08-24T09:45", "2026-08-24T10:15"), "2026-08-25T10:00");
    // It ends, or begins, just then.
    assert.equal(end("2026-08-24T09:45", "2026-08-24T10:00"), "2026-08-24T10:00");
    assert.equal(end("2026-08-24T10:00", "2026-08-24T10:15"), "2026-08-24T10:00");
  });
});

describe("steps against the clause's own target", () => {
  const late = (minutes: number) =>
    timelineOf(
      ordering("by Sales", "resolve within 2 business hours", `step first by Sales within ${minutes} clock minutes`),
      "2026-08-24T10:00",
    ).late;

  it("are late where the time that passed is more than the target, and not before", () => {
    // Two business hours from 10:00 have passed at noon, and no more until 13:00.
    assert.equal(late(120), false);
    assert.equal(late(150), false);
    assert.equal(late(180), false);
    assert.equal(late(181), true);
  });
});

describe("steps of cases and exceptions", () => {
  const text = `${ordering(
    "by Sales",
    "step a by Sales within 1 clock hour",
    "step b by Sales within 1 clock hour when amount > 5 JPY",
    "case gold when tier is gold {",
    "  step b by Sales within 10 clock minutes",
    "  step c by Sales within 5 clock minutes",
    "}",
  )}
exception bent to ordering.orders when customer is Acme {
  effective 2026-08-24..2026-08-25
  approved  by Sato on 2026-08-20
  step a by Early within 2 clock hours
}
`;

  it("replace only the step of their name, and add others after it", () => {
    const base = timelineOf(text, "2026-08-28T10:00", { fields: { amount: "6" } });
    assert.deepEqual(base.plain.map(stepText), [
      "a Sales 2026-08-28T10:00 to 2026-08-28T11:00",
      "b Sales 2026-08-28T11:00 to 2026-08-28T12:00",
    ]);
    // With the case nothing is asked about the amount any more.
    const gold = timelineOf(text, "2026-08-28T10:00", { customer: "Acme" });
    assert.equal(localText(gold.doneBy), "2026-08-28T11:15");
    const bent = timelineOf(text, "2026-08-24T10:00", { customer: "Acme" });
    assert.deepEqual(bent.plain.map(stepText), [
      "a Early 2026-08-24T10:00 to 2026-08-24T12:00",
      "b Sales 2026-08-24T12:00 to 2026-08-24T12:10",
      "c Sales 2026-08-24T12:10 to 2026-08-24T12:15",
    ]);
  });

  it("name the first step that nobody is left for, as the end cannot be relied on then", () => {
    const away = (...people: readonly string[]) =>
      `team Away {\n${people.map((person) => `away ${person} 2026-08-24..2026-08-25\n`).join("")}}\n`;
    const text = ordering(
      "by Early",
      "step a by Early within 1 business hour",
      "step b by Sales within 1 business hour",
      "step c by lead of BackOffice within 1 business hour when amount > 5 JPY",
    );
    const unstaffed = (at: string, amount: string, ...people: readonly string[]) =>
      timelineOf(text + away(...people), at, { fields: { amount } }).unstaffedAt;
    assert.equal(unstaffed("2026-08-24T09:00", "9"), undefined);
    assert.equal(unstaffed("2026-08-24T09:00", "9", "Endo"), "c");
    assert.equal(unstaffed("2026-08-24T09:00", "9", "Endo", "Sato", "Mori", "Tanaka"), "b");
    assert.equal(unstaffed("2026-08-24T09:00", "5", "Endo"), undefined);
    assert.equal(unstaffed("2026-08-26T09:00", "9", "Endo"), undefined);
  });

  it("conflict where two state one step differently", () => {
    const clash = (one: string, other: string) =>
      decided(
        ordering(
          "by Sales",
          "step a by Sales within 1 clock hour",
          `case mild when amount > 1 JPY {\n${one}\n}`,
          `case strict when amount > 2 JPY {\n${other}\n}`,
        ),
        "2026-08-24T10:00",
        { fields: { amount: "3" } },
      ).conflictsWith;
    const [short, long] = ["step a by Sales within 5 clock minutes", "step a by Sales within 6 clock minutes"];
    assert.deepEqual(clash(short, long), ["ordering.orders.strict"]);
    assert.deepEqual(clash(short, short), []);
    assert.deepEqual(clash(short, "step b by Sales within 6 clock minutes"), []);
  });

  it("run on their team's hours: an exception opens the clause's calendar alone", () => {
    const open = `${ordering("by Sales", "respond within 1 business hour", "step a by Sales within 1 business hour")}
exception weekend to ordering.orders {
  effective 2026-08-22..2026-08-23
  approved  by Sato on 2026-08-20
  open      2026-08-22..2026-08-23 09:00-18:00
}
`;
    const decision = decided(open, "2026-08-22T10:00");
    assert.equal(deadlineText(decision.respond), "2026-08-22T11:00");
    assert.equal(localText(decision.timeline?.doneBy), "2026-08-24T10:00");
  });
});
