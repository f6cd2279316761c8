import assert from "node:assert/strict";
import { decide, relatedCommitments } from "../../../server/core/engine/decide.ts";
import { company } from "./agreement.ts";
import { deadlineText, engineOf, type Given, requestOf } from "./fixtures.ts";

// language.md M3: which clause decides. Mon 2026-08-24 09:00 + n business hours in the morning is 09:00 + n.
describe("which clause decides", () => {
  const monday = "2026-08-24T09:00";

  function answers(agreements: string, kind = "how_to", at = monday, given: Given = {}) {
    return decide(engineOf(company, agreements), requestOf(kind, at, given));
  }

  const clause = (name: string, kinds: string, ...lines: readonly string[]) =>
    [`handle ${name}: ${kinds} {`, "by Support", ...lines, "}"].join("\n");
  const agreement = (name: string, head: string, ...clauses: readonly string[]) =>
    [`agreement ${name} between ${head} {`, ...clauses, "}"].join("\n");
  const within = (hours: number) => `respond within ${hours} business hours`;

  describe("applies", () => {
    const dated = agreement(
      "a",
      "Sales and Support",
      "effective 2026-08-24..2026-08-25",
      clause("c", "how_to", within(1)),
    );

    it("when its agreement is in force: both ends are included, in the agreement's zone", () => {
      const outcomes = ["2026-08-23T23:59", "2026-08-24T00:00", "2026-08-25T23:59", "2026-08-26T00:00"].map(
        (at) => answers(dated, "how_to", at).outcome,
      );
      assert.deepEqual(outcomes, ["unhandled", "handled", "handled", "unhandled"]);
    });

    it("when it is in force on the date of its own zone, beside others of another zone", () => {
      const zoned = (name: string, zone: string, dates: string, hours: number) =>
        agreement(name, `Sales and Support in ${zone}`, `effective ${dates}`, clause("c", "how_to", within(hours)));
      const [august, september] = ["2026-08-01..2026-08-31", "2026-09-01..2026-09-30"];
      const texts = [
        zoned("a", "Asia/Tokyo", august, 1),
        zoned("b", "America/New_York", august, 2),
        zoned("d", "Asia/Tokyo", september, 3),
        zoned("e", "America/New_York", september, 4),
      ];
      // 2026-09-01 05:00 in Tokyo is 2026-08-31 16:00 in New York.
      for (const text of [texts, [...texts].reverse()]) {
        const decision = answers(text.join("\n"), "how_to", "2026-09-01T05:00");
        assert.deepEqual([decision.clause, decision.conflictsWith], ["b.c", ["d.c"]]);
      }
    });

    it("when the asker is one of the parties, a person of one, or not given", () => {
      const outcomes = ["Sales", "Tanaka", "Support", undefined, "Nobody"].map(
        (asker) => answers(dated, "how_to", monday, asker === undefined ? {} : { asker }).outcome,
      );
      assert.deepEqual(outcomes, ["handled", "handled", "handled", "handled", "unhandled"]);
    });

    it("for any of more than two parties, and names any team in it", () => {
      const three = agreement("a", "Sales and Support, Logistics", "handle c: how_to {\nby Desk\n}");
      const teams = "team Logistics {\nhours office\n}\nteam Desk {\nhours office\n}\n";
      const asked = (asker: string) => answers(teams + three, "how_to", monday, { asker });
      assert.deepEqual([asked("Logistics").outcome, asked("Logistics").team], ["handled", "Desk"]);
      assert.equal(asked("Desk").outcome, "unhandled");
    });

    it("when kind and condition match; none applies: unhandled", () => {
      const some = agreement(
        "a",
        "Sales and Support",
        `handle c: incident when tier is gold {\n${within(1)}\nby Support\n}`,
      );
      assert.equal(answers(some, "incident", monday, { customer: "Acme" }).outcome, "handled");
      assert.equal(answers(some, "incident", monday).outcome, "unhandled");
      assert.equal(answers(some, "how_to", monday).outcome, "unhandled");
    });
  });

  describe("in conflict", () => {
    it("takes the earliest respond deadline, then the earliest resolve deadline, then the name", () => {
      const pair = (first: string, second: string) =>
        answers(agreement("a", "Sales and Support", clause("x", "how_to", first), clause("b", "how_to", second)));
      const byRespond = pair(within(1), within(2));
      assert.deepEqual([byRespond.clause, byRespond.conflictsWith], ["a.x", ["a.b"]]);
      const byResolve = pair("resolve within 1 business day", "resolve within 2 business days");
      assert.deepEqual([byResolve.clause, byResolve.conflictsWith], ["a.x", ["a.b"]]);
      const byName = pair(`${within(1)}\nvia email`, within(1));
      assert.deepEqual([byName.clause, byName.conflictsWith], ["a.b", ["a.x"]]);
    });

    it("puts a clause without a deadline last", () => {
      const decision = answers(
        agreement("a", "Sales and Support", clause("b", "how_to"), clause("x", "how_to", within(9))),
      );
      assert.equal(decision.clause, "a.x");
    });

    it("is none where all say the same", () => {
      const decision = answers(
        agreement("a", "Sales and Support", clause("x", "how_to", within(1)), clause("b", "how_to", within(1))),
      );
      assert.deepEqual([decision.clause, decision.conflictsWith], ["a.b", []]);
    });

    it("is none where all mean the same, in whatever unit and order it is written", () => {
      const pair = (one: string, other: string) =>
        answers(agreement("a", "Sales and Support", clause("b", "how_to", one), clause("x", "how_to", other)))
          .conflictsWith;
      assert.deepEqual(pair("respond within 60 business minutes", "respond within 1 business hour"), []);
      assert.deepEqual(pair("respond within 0.1 clock hours", "respond within 6 clock minutes"), []);
      assert.deepEqual(pair("via portal, phone", "via phone, portal"), []);
      assert.deepEqual(pair("via portal\nvia phone", "via phone, portal"), []);
      assert.deepEqual(pair("via phone\nvia phone during office", "via phone"), []);
      assert.deepEqual(
        pair(
          "escalate after 1 business hour to Sales\nescalate after 120 business minutes to Support",
          "escalate after 2 business hours to Support\nescalate after 60 business minutes to Sales",
        ),
        [],
      );
      // A day of the calendar ends at midnight, 24 hours end when they have passed, and business hours wait for the morning.
      assert.deepEqual(pair("respond within 24 clock hours", "respond within 1 calendar day"), ["a.x"]);
      assert.deepEqual(pair("respond within 1 clock hour", "respond within 1 business hour"), ["a.x"]);
      assert.deepEqual(pair("via phone during office", "via phone"), ["a.x"]);
    });

    it("is none where one clause states the hours that the other has from its team", () => {
      const hours = (calendar: string) =>
        answers(
          agreement(
            "a",
            "Sales and Support",
            clause("b", "how_to", within(1)),
            clause("x", "how_to", within(1), `hours ${calendar}`),
          ) + "\ncalendar late in Asia/Tokyo {\nopen Mon..Fri 09:00-21:00\n}",
        ).conflictsWith;
      assert.deepEqual(hours("office"), []);
      assert.deepEqual(hours("late"), ["a.x"]);
    });

    it("is between agreements as well", () => {
      const decision = answers(
        agreement("a", "Sales and Support", clause("c", "how_to", within(2))) +
          "\n" +
          agreement("b", "Sales and Support", clause("c", "how_to", within(1))),
      );
      assert.deepEqual([decision.clause, decision.conflictsWith], ["b.c", ["a.c"]]);
    });
  });

  describe("with cases", () => {
    const nested = agreement(
      "a",
      "Sales and Support",
      `handle c: incident, how_to {
        by Support
        via email, portal
        respond within 4 business hours
        resolve within 3 business days
        case urgent: incident when severity is urgent {
          respond within 1 business hour
          case gold when tier is gold {
            respond within 30 business minutes
            via phone
          }
        }
      }`,
    );
    const severe = (severity: string, given: Given = {}) =>
      answers(nested, "incident", monday, { ...given, fields: { severity } });

    it("lays a case that holds over the clause; what it does not state stays", () => {
      const decision = severe("urgent");
      assert.deepEqual([decision.decidedBy, decision.overlays], ["a.c.urgent", ["a.c.urgent"]]);
      assert.equal(decision.clause, "a.c");
      assert.equal(deadlineText(decision.respond), "2026-08-24T10:00");
      assert.equal(deadlineText(decision.resolve), "2026-08-27T18:00");
    });

    it("lays a case within a case over that, and replaces all lines of a property", () => {
      const decision = severe("urgent", { customer: "Acme", channel: "email" });
      assert.deepEqual(decision.overlays, ["a.c.urgent", "a.c.urgent.gold"]);
      assert.equal(decision.decidedBy, "a.c.urgent.gold");
      assert.equal(deadlineText(decision.respond), "2026-08-24T09:30");
      assert.deepEqual(decision.redirect, ["phone"]);
    });

    it("does not look into a case that does not hold, nor at one for other kinds", () => {
      assert.equal(severe("normal", { customer: "Acme" }).decidedBy, "a.c");
      assert.equal(answers(nested, "how_to", monday, { customer: "Acme" }).decidedBy, "a.c");
    });

    it("marks two cases that state a property differently; the earliest respond deadline is taken", () => {
      const cases = (one: string, other: string) =>
        answers(
          agreement(
            "a",
            "Sales and Support",
            clause(
              "c",
              "how_to",
              `case b when tier is gold {\n${one}\n}`,
              `case x when customer is Acme {\n${other}\n}`,
            ),
          ),
          "how_to",
          monday,
          { customer: "Acme" },
        );
      const later = cases(within(2), within(1));
      assert.deepEqual([later.decidedBy, later.conflictsWith], ["a.c.x", ["a.c.b"]]);
      assert.equal(deadlineText(later.respond), "2026-08-24T10:00");
      const earlier = cases(within(1), within(2));
      assert.deepEqual([earlier.decidedBy, earlier.conflictsWith], ["a.c.b", ["a.c.x"]]);
      const agreeing = cases(within(1), `${within(1)}\nresolve within 1 business day`);
      assert.deepEqual([agreeing.conflictsWith, agreeing.overlays], [[], ["a.c.b", "a.c.x"]]);
      assert.equal(deadlineText(agreeing.resolve), "2026-08-25T18:00");
    });

    it("reads a table's rows as cases named by their values", () => {
      const table = agreement(
        "a",
        "Sales and Support",
        `handle c: incident {
          by Support
          respond within 4 business hours
          table tier, severity -> respond
            gold, urgent       -> 30 business minutes
            gold, normal       -> 2 business hours
            silver, any        -> 3 business hours
        }`,
      );
      const gold = answers(table, "incident", monday, { customer: "Acme", fields: { severity: "normal" } });
      assert.deepEqual([gold.decidedBy, deadlineText(gold.respond)], ["a.c.gold normal", "2026-08-24T11:00"]);
      const none = answers(table, "incident", monday, { fields: { severity: "normal" } });
      assert.deepEqual([none.decidedBy, deadlineText(none.respond)], ["a.c", "2026-08-24T14:00"]);
    });
  });

  describe("with exceptions", () => {
    const base = agreement(
      "a",
      "Sales and Support",
      `handle c: incident {
        by Support
        respond within 4 business hours
        case urgent when severity is urgent {
          respond within 2 business hours
        }
      }`,
    );
    const exception = (name: string, to: string, ...lines: readonly string[]) =>
      [
        `exception ${name} to ${to} {`,
        "effective 2026-08-24..2026-08-25",
        "approved by Ito on 2026-08-20",
        ...lines,
        "}",
      ].join("\n");
    const urgent = (exceptions: string, at = monday) =>
      answers(`${base}\n${exceptions}`, "incident", at, { fields: { severity: "urgent" } });

    it("puts an exception in force above every case", () => {
      const decision = urgent(exception("e", "a.c", "respond within 3 business hours"));
      assert.deepEqual([decision.decidedBy, decision.exception], ["e", "e"]);
      assert.deepEqual(decision.overlays, ["a.c.urgent", "e"]);
      assert.equal(deadlineText(decision.respond), "2026-08-24T12:00");
    });

    it("bends a case only where that case holds, above an exception to the clause", () => {
      const both = `${exception("b", "a.c.urgent", within(1))}\n${exception("e", "a.c", within(3))}`;
      assert.deepEqual(urgent(both).overlays, ["a.c.urgent", "e", "b"]);
      assert.deepEqual(urgent(both).conflictsWith, []);
      assert.equal(deadlineText(urgent(both).respond), "2026-08-24T10:00");
      const normal = answers(`${base}\n${both}`, "incident", monday, { fields: { severity: "normal" } });
      assert.deepEqual(normal.overlays, ["e"]);
    });

    it("marks two exceptions that state a property differently", () => {
      const decision = urgent(`${exception("e", "a.c", within(3))}\n${exception("f", "a.c", within(1))}`);
      assert.deepEqual([decision.decidedBy, decision.conflictsWith], ["f", ["e"]]);
      assert.equal(deadlineText(decision.respond), "2026-08-24T10:00");
    });

    it("lets two exceptions say one thing in two ways", () => {
      const open = (first: string, second: string) => `open ${first}\nopen ${second}`;
      const [early, late] = ["2026-08-24 06:00-07:00", "2026-08-24 20:00-21:00, 22:00-23:00"];
      const turned = "2026-08-24 22:00-23:00, 20:00-21:00";
      const one = exception("e", "a.c", "respond within 180 business minutes", open(early, late));
      const other = exception("f", "a.c", within(3), open(turned, early));
      assert.deepEqual(urgent(`${one}\n${other}`).conflictsWith, []);
    });

    it("has no effect without an end or an approval, and says so", () => {
      const unapproved = "exception e to a.c {\neffective 2026-08-24..2026-08-25\nrespond within 1 business hour\n}";
      const endless =
        "exception f to a.c {\neffective 2026-08-24..\napproved by Ito on 2026-08-20\nrespond within 1 business hour\n}";
      const decision = urgent(`${unapproved}\n${endless}`);
      assert.equal(decision.decidedBy, "a.c.urgent");
      assert.deepEqual(
        decision.aside.map(({ name, because }) => [name, because]),
        [
          ["e", "no effect"],
          ["f", "no effect"],
        ],
      );
    });
  });

  describe("without a handler", () => {
    const declining = agreement("a", "Sales and Support", 'handle c: how_to {\ndecline because "we do not train"\n}');

    it("a clause that declines is a deliberate no, with what to say", () => {
      const decision = answers(declining);
      assert.deepEqual([decision.outcome, decision.say, decision.decidedBy], ["declined", "we do not train", "a.c"]);
      assert.equal(decision.respond, undefined);
    });

    it("a clause that declines is told by what declines, and not by what else is laid over it", () => {
      const text = (base: string) =>
        agreement(
          "a",
          "Sales and Support",
          `handle c: incident {\n${base}\ncase big when tier is gold {\ndecline because "no"\n}\ncase y when severity is urgent {\n${within(2)}\n}\n}`,
        );
      const asked = (base: string, fields: Given["fields"] = {}) => {
        const decision = answers(text(base), "incident", monday, { customer: "Acme", fields });
        return [decision.outcome, decision.decidedBy, decision.overlays.join(), decision.conflictsWith.join()];
      };
      assert.deepEqual(asked("by Support", { severity: "urgent" }), ["declined", "a.c.big", "a.c.big", ""]);
      assert.deepEqual(asked("by Support"), ["declined", "a.c.big", "a.c.big", ""]);
      const plain = text('decline because "we do not"');
      const none = answers(plain, "incident");
      assert.deepEqual([none.outcome, none.decidedBy, none.overlays.join()], ["declined", "a.c", ""]);
    });

    it("a clause that declines conflicts in what it says alone", () => {
      const vip = `case vip when tier is gold {\n${within(3)}\n}\ncase urgent when severity is urgent {\n${within(1)}\n}`;
      const text = (...lines: readonly string[]) =>
        agreement("a", "Sales and Support", `handle c: incident {\nby Support\n${vip}\n${lines.join("\n")}\n}`);
      const asked = (...lines: readonly string[]) =>
        answers(text(...lines), "incident", monday, { customer: "Acme", fields: { severity: "urgent" } });
      assert.deepEqual(asked().conflictsWith, ["a.c.vip"]);
      const declined = asked('decline because "moving"');
      assert.deepEqual([declined.outcome, declined.decidedBy, declined.conflictsWith], ["declined", "a.c", []]);
      const twice = asked(
        'case early when tier is gold {\ndecline because "one"\n}',
        'case late when tier is gold {\ndecline because "two"\n}',
      );
      assert.deepEqual([twice.say, twice.decidedBy, twice.conflictsWith], ["one", "a.c.early", ["a.c.late"]]);
    });

    it("two clauses that decline with the same words agree, whatever else they state", () => {
      const no = (name: string, hours: number) => clause(name, "how_to", within(hours), 'decline because "no"');
      const decision = answers(agreement("a", "Sales and Support", no("c", 1), no("d", 2)));
      assert.deepEqual([decision.decidedBy, decision.conflictsWith], ["a.c", []]);
    });

    it("a kind that only has commits is a question", () => {
      const asked = agreement("a", "Sales and Support", "commit c: how_to by Sales {\nmay\n}");
      const decision = answers(asked);
      assert.deepEqual([decision.outcome, decision.commitment?.verdict], ["question", "may"]);
    });

    it("a kind with commits and a clause that does not apply is unhandled", () => {
      const both = agreement(
        "a",
        "Sales and Support",
        "commit c: how_to by Sales {\nmay\n}",
        "handle h: how_to when tier is gold {\nby Support\n}",
      );
      const decision = answers(both);
      assert.deepEqual([decision.outcome, decision.commitment?.verdict], ["unhandled", "may"]);
    });
  });

  describe("told beside the decision", () => {
    const parties = "Sales and Support";

    it("is the zone of the kind's first clause where none decides, else that of the first agreement, else that of all calendars, else UTC", () => {
      const desk =
        "calendar desk in Europe/Berlin {\nopen Mon..Fri 09:00-17:00\n}\nteam A {\nhours desk\n}\nteam B {\nhours desk\n}\n";
      const berlin = agreement("b", "A and B", "commit p: refund by A when tier is gold {\nmay\n}");
      const text = `${agreement("a", parties, clause("c", "how_to", 'say "x"'))}\n${desk}${berlin}`;
      assert.deepEqual([answers(text, "refund").zone, answers(text, "nothing").zone], ["Europe/Berlin", "Asia/Tokyo"]);
      assert.equal(answers(desk + berlin, "nothing").zone, "Europe/Berlin");
      assert.deepEqual([answers("", "nothing").zone, answers(desk, "nothing").zone], ["Asia/Tokyo", "UTC"]);
      const idle = `team A {\nmembers Ono\n}\nteam B {\nmembers Oda\n}\n${agreement("a", "A and B", "handle c: how_to {\nby A\n}")}`;
      assert.deepEqual(
        [answers(idle).zone, answers(desk.slice(0, desk.indexOf("team")) + idle).zone],
        ["Asia/Tokyo", "UTC"],
      );
    });

    it("is nothing that only a clause could say", () => {
      const { provisional, aside, redirect, ladder, overlays, conflictsWith } = answers("", "how_to");
      assert.deepEqual([provisional, aside, redirect, ladder, overlays, conflictsWith], [false, [], [], [], [], []]);
    });

    it("is what may be promised on other kinds, on which there are commit clauses alone", () => {
      const text = agreement(
        "a",
        parties,
        clause("c", "how_to", within(1)),
        clause("r", "refund", within(1)),
        "commit p: refund by Sales {\nmay\n}",
        "commit q: discount by Sales {\nmay\n}",
        "commit s: phone_cover by Sales {\nnever\n}",
      );
      const related = (kind: string) =>
        relatedCommitments(engineOf(company, text), requestOf(kind, monday)).map(({ kind: each, commitment }) => [
          each,
          commitment.verdict,
        ]);
      const [discount, cover] = [
        ["discount", "may"],
        ["phone_cover", "never"],
      ];
      assert.deepEqual(related("how_to"), [discount, cover]);
      assert.deepEqual(related("discount"), [cover]);
    });

    it("are exceptions to a promise that are over, if the clause that they bend would speak", () => {
      const was = (name: string, to: string) =>
        `exception ${name} to ${to} {\neffective 2026-08-01..2026-08-02\napproved by Ito on 2026-07-20\nmay\n}\n`;
      const text = `${agreement(
        "a",
        parties,
        "commit p: refund by Sales when tier is gold {\nnever\ncase x when tier is gold {\nmay\n}\n}",
        "commit q: refund by Sales {\nmay\n}",
      )}\n${was("e", "a.p")}`;
      const aside = (given: Given, asked = text) =>
        answers(asked, "refund", monday, given).aside.map(({ name, because }) => `${name} ${because}`);
      assert.deepEqual(aside({ customer: "Acme" }, text.replace("commit q: refund", "commit q: discount")), ["e over"]);
      assert.deepEqual(aside({ customer: "Acme" }), ["e over"]);
      assert.deepEqual(aside({}), []);
      assert.deepEqual(aside({ customer: "Acme", asker: "Support" }), []);
    });

    it("are exceptions that lack their dates, which have no end", () => {
      const text = `${agreement("a", parties, clause("c", "how_to", within(1)))}\nexception e to a.c {\napproved by Ito on 2026-07-20\nsay "x"\n}`;
      assert.deepEqual(
        answers(text).aside.map(({ name, because, first, last }) => [name, because, first, last]),
        [["e", "no effect", undefined, undefined]],
      );
    });
  });

  describe("of several kinds", () => {
    it("has cases for some of them, told apart however many there are", () => {
      const kinds = Array.from({ length: 14 }, (_, index) => `k${index}`);
      const cases = kinds.map((kind) => `case for_${kind}: ${kind} {\nsay "${kind}"\n}`);
      const pair =
        "case pair: k0, k1 {\nvia email\n}\ncase other: k10 {\nvia email\n}\ncase later: k12, k3 {\nvia email\n}";
      const text = `${kinds.map((kind) => `request ${kind}\n`).join("")}${agreement("a", "Sales and Support", clause("c", kinds.join(", "), ...cases, pair))}`;
      const overlays = (kind: string) =>
        answers(text, kind)
          .overlays.map((id) => id.replace("a.c.", ""))
          .join();
      assert.equal(overlays("k0"), "for_k0,pair");
      assert.equal(overlays("k1"), "for_k1,pair");
      assert.equal(overlays("k2"), "for_k2");
      assert.equal(overlays("k3"), "for_k3,later");
      assert.equal(overlays("k10"), "for_k10,other");
      assert.equal(overlays("k12"), "for_k12,later");
      assert.equal(overlays("k13"), "for_k13");
    });

    it("has fields that are called like what every object has", () => {
      const text = `request job { constructor: yes | no, toString: yes | no }\n${agreement("a", "Sales and Support", clause("c", "job", 'case x when constructor is yes {\nsay "x"\n}', "case y when toString is yes {\nvia email\n}"))}`;
      assert.equal(answers(text, "job").needs?.field, "constructor");
      assert.deepEqual(answers(text, "job", monday, { fields: { constructor: "yes", toString: "no" } }).overlays, [
        "a.c.x",
      ]);
    });
  });
});
