import assert from "node:assert/strict";
import { decide, decideCommitment, situationOf } from "../../../server/core/engine/decide.ts";
import type { Decision } from "../../../server/core/engine/decision.ts";
import { termsFor } from "../../../server/core/engine/layer.ts";
import { company } from "./agreement.ts";
import { deadlineText, engineOf, type Given, requestOf } from "./fixtures.ts";

const monday = "2026-08-24T09:00";
const within = (hours: number) => `respond within ${hours} business hours`;
const kinds =
  "request order { count: number, size: small | large }\ncalendar late in Asia/Tokyo {\nopen Mon..Fri 13:00-21:00\n}\n";

/** A case that holds for Acme. */
function gold(name: string, ...lines: readonly string[]): string {
  return [`case ${name} when tier is gold {`, ...lines, "}"].join("\n");
}

function exception(name: string, to: string, ...lines: readonly string[]): string {
  const dates = ["effective 2026-08-24..2026-08-25", "approved by Ito on 2026-08-20"];
  return [`exception ${name} to ${to} {`, ...dates, ...lines, "}"].join("\n");
}

/** The answer of clause c of agreement a to Acme's order on Monday at 09:00. */
function answer(lines: readonly string[], exceptions: readonly string[] = [], given: Given = {}): Decision {
  const text = ["agreement a between Sales and Support {", "handle c: order {", "by Support", ...lines, "}", "}"];
  const engine = engineOf(company, kinds, [...text, ...exceptions].join("\n"));
  return decide(engine, requestOf("order", monday, { customer: "Acme", ...given }));
}

function told({ decidedBy, overlays, conflictsWith, respond }: Decision): string {
  return `${decidedBy} ${deadlineText(respond).slice(-5)}, ${overlays.join(" ")}, conflicts with ${conflictsWith.join(" ") || "nothing"}`;
}

// language.md M3: what is laid over a clause. Mon 09:00 + n business hours in the morning is 09:00 + n.
describe("overlays", () => {
  it("restate each property in their turn, and keep what they do not state", () => {
    const base = [
      "via email",
      "hours office",
      "cutoff 15:00",
      "respond within 2 business hours",
      "resolve within 1 business day",
      "escalate after 1 business hour to Ito",
      'say "base"',
    ];
    const late = (...lines: readonly string[]) => answer([...base, gold("g", ...lines)], [], { channel: "email" });
    const plain = late();
    assert.equal(deadlineText(plain.respond), "2026-08-24T11:00");
    // The late shift opens at 13:00.
    assert.equal(deadlineText(late("hours late").respond), "2026-08-24T15:00");
    // At 09:00 the cut-off is over: it counts as received on Tuesday at 09:00.
    assert.equal(deadlineText(late("cutoff 08:00").respond), "2026-08-25T11:00");
    assert.deepEqual(late("escalate after 2 business hours to Kudo").ladder[0]?.people, ["Kudo"]);
    assert.equal(late('say "case"').say, "case");
    assert.equal(late("via portal").outcome, "redirect");
    assert.equal(late("by Sales").team, "Sales");
    assert.equal(deadlineText(late("resolve within 2 business days").resolve), "2026-08-26T18:00");
    const same = late("surcharge 5%");
    assert.deepEqual(
      [same.respond, same.resolve, same.ladder, same.say, same.team],
      [plain.respond, plain.resolve, plain.ladder, "base", "Support"],
    );
  });

  it("that contradict each other each lie on top once, with what is around and inside them", () => {
    const outer = (o: number, i: number) => gold("o", within(o), gold("i", within(i)));
    assert.equal(
      told(answer([outer(2, 1), gold("x", within(3))])),
      "a.c.o.i 10:00, a.c.x a.c.o a.c.o.i, conflicts with a.c.x",
    );
    // 3 hours are 09:00 to 12:00, of a case that lies on one of two hours.
    assert.equal(
      told(answer([outer(2, 3), gold("x", within(1))])),
      "a.c.x 10:00, a.c.o a.c.o.i a.c.x, conflicts with a.c.o a.c.o.i",
    );
  });

  it("do not contradict what lies in them, however deep", () => {
    const deep = gold("o", within(2), gold("i", 'say "x"', gold("j", within(1))));
    assert.equal(told(answer([deep])), "a.c.o.i.j 10:00, a.c.o a.c.o.i a.c.o.i.j, conflicts with nothing");
  });

  it("of exceptions contradict each other where the cases that they bend do not lie in each other", () => {
    const cases = [gold("o", gold("i")), gold("x")];
    const pair = (one: string, other: string) =>
      answer(cases, [exception("e", one, within(1)), exception("f", other, within(2))]).conflictsWith.join();
    assert.equal(pair("a.c.o", "a.c.x"), "f");
    assert.equal(pair("a.c.o.i", "a.c.x"), "f");
    assert.equal(pair("a.c.x", "a.c.o.i"), "f");
    assert.equal(pair("a.c.o.i", "a.c.o"), "");
    assert.equal(pair("a.c.o.i", "a.c"), "");
    assert.equal(pair("a.c", "a.c"), "f");
  });

  it("of exceptions stay above those of cases, in their order, whichever case lies on top", () => {
    const bent = [exception("e", "a.c", 'say "e"'), exception("f", "a.c.o", "via email")];
    assert.equal(
      told(answer([gold("o", within(2)), gold("x", within(1))], bent)),
      "f 10:00, a.c.o a.c.x e f, conflicts with a.c.o",
    );
    assert.equal(
      told(answer([gold("o", within(1)), gold("x", within(2))], bent)),
      "f 10:00, a.c.x a.c.o e f, conflicts with a.c.x",
    );
  });

  it("contradict each other in what they open only where both open", () => {
    const open = (name: string, times: string) => exception(name, "a.c", `open 2026-08-24 ${times}`);
    const of = (...exceptions: readonly string[]) => answer([], exceptions).conflictsWith.join();
    assert.equal(of(open("e", "06:00-07:00"), exception("f", "a.c", 'say "f"')), "");
    assert.equal(of(exception("e", "a.c", 'say "e"'), open("f", "06:00-07:00")), "");
    assert.equal(of(open("e", "06:00-07:00"), open("f", "06:00-07:00")), "");
    assert.equal(of(open("e", "06:00-07:00"), open("f", "06:00-08:00")), "f");
  });

  it("where one declines conflict in nothing else", () => {
    const three = [gold("no", 'decline because "no"'), gold("v", within(3)), gold("w", within(1))];
    const decision = answer(three);
    assert.deepEqual([decision.outcome, decision.overlays, decision.conflictsWith], ["declined", ["a.c.no"], []]);
  });

  it("of one clause that conflict and are equally early are ranked by name, in whatever order they are written", () => {
    const [one, other] = [gold("b", 'say "b"'), gold("z", 'say "z"')];
    for (const cases of [
      [one, other],
      [other, one],
    ]) {
      const { decidedBy, conflictsWith, say } = answer(cases);
      assert.deepEqual([decidedBy, conflictsWith, say], ["a.c.b", ["a.c.z"], "b"]);
    }
  });

  it("are laid in the order of their names, not of the text; exceptions by what they bend, then by name", () => {
    const cases = ["d", "b", "a", "c"].map((name) => gold(name, gold("q"), gold("p")));
    const names = ["a", "b", "c", "d"].flatMap((name) => [`a.c.${name}`, `a.c.${name}.p`, `a.c.${name}.q`]);
    assert.deepEqual(answer(cases).overlays, names);
    const bent = [
      exception("m", "a.c.a.p"),
      exception("z", "a.c"),
      exception("l", "a.c.b"),
      exception("k", "a.c.a"),
      exception("y", "a.c"),
    ];
    assert.deepEqual(answer(cases, bent).overlays, [...names, "y", "z", "k", "l", "m"]);
  });

  it("end with the last day of an exception, and begin with the first", () => {
    const bent = [exception("e", "a.c", within(1))];
    const text = ["agreement a between Sales and Support {", "handle c: order {", "by Support", "}", "}", ...bent];
    const engine = engineOf(company, kinds, text.join("\n"));
    const on = (at: string) => {
      const { overlays, aside } = decide(engine, requestOf("order", at));
      return [overlays.join(), ...aside.map(({ because }) => because)];
    };
    assert.deepEqual(on("2026-08-23T23:59"), ["", "not yet"]);
    assert.deepEqual(on("2026-08-24T00:00"), ["e"]);
    assert.deepEqual(on("2026-08-25T23:59"), ["e"]);
    assert.deepEqual(on("2026-08-26T00:00"), ["", "over"]);
  });
});

describe("however many overlays", () => {
  /** The overlays that are laid over a clause with so many cases for the count in turn, one engine for all. */
  function overlaysOf(cases: readonly string[], more = ""): (count: number, given?: Given) => readonly string[] {
    const text = [
      "agreement a between Sales and Support {",
      "handle c: order {",
      "by Support",
      ...cases,
      "}",
      "}",
      more,
    ];
    const engine = engineOf(company, kinds, text.join("\n"));
    return (count, given = {}) => {
      const fields = { ...given.fields, count: String(count) };
      return decide(engine, requestOf("order", monday, { ...given, fields })).overlays;
    };
  }

  /** Cases c10, c11, … so that names are in order; each holds for one count. */
  const cases = (length: number) =>
    Array.from({ length }, (_, index) => `case c${index + 10} when count is ${index} {\nsay "${index}"\n}`);

  it("a clause has, each answers for itself, and again what it answered before", () => {
    for (const length of [3, 4, 5, 16, 29, 30, 31, 40]) {
      const laid = overlaysOf(cases(length));
      for (const count of [0, 1, 3, 4, 15, 28, 29, 30, 39, 40, 30, 4, 1])
        assert.deepEqual(laid(count), count < length ? [`a.c.c${count + 10}`] : [], `${count} of ${length}`);
    }
  });

  it("a clause has, a case within a case and an exception to one hold only with it", () => {
    const inner = 'case z9 when count is 50 or count is 51 {\ncase inn when size is large {\nsay "in"\n}\n}';
    const bent = `${exception("e", "a.c.z9", "via email")}\n${exception("f", "a.c.c10", "via email")}`;
    for (const length of [5, 40]) {
      const laid = overlaysOf([...cases(length), inner], bent);
      assert.deepEqual(laid(50, { fields: { size: "large" } }), ["a.c.z9", "a.c.z9.inn", "e"]);
      assert.deepEqual(laid(51, { fields: { size: "small" } }), ["a.c.z9", "e"]);
      assert.deepEqual(laid(0, { fields: { size: "large" } }), ["a.c.c10", "f"]);
      assert.deepEqual(laid(1, { fields: { size: "large" } }), ["a.c.c11"]);
    }
  });

  it("a clause has, what it says with some of them is worked out once", () => {
    for (const length of [0, 1, 4, 5, 29, 30, 31, 40]) {
      const text = [
        "agreement a between Sales and Support {",
        "handle c: order {",
        "by Support",
        ...cases(length),
        "}",
        "}",
      ];
      const engine = engineOf(company, kinds, text.join("\n"));
      const kind = engine.kinds.get("order");
      const plan = kind?.onlyHandle;
      assert.ok(kind && plan);
      const found = (count: number) => {
        const request = requestOf("order", monday, { fields: { count: String(count) } });
        return termsFor(plan, situationOf(engine, kind, request), engine.resources);
      };
      const first = Array.from({ length: length + 1 }, (_, count) => found(count));
      assert.equal(new Set(first).size, length + 1);
      first.forEach((terms, count) => {
        assert.ok(terms !== undefined && terms === found(count), `${count} of ${length}`);
      });
    }
  });

  it("a clause has, sets of them are told apart", () => {
    // Case 1 and case 23 for one count; 1, 2 and 3 for the other.
    const holds = (index: number) =>
      [index === 1 || index === 23 ? [0] : [], index >= 1 && index <= 3 ? [1] : []].flat();
    const some = Array.from({ length: 40 }, (_, index) => {
      const counts = holds(index);
      return `case c${index + 10} when count is one of ${[...counts, 100 + index].join(", ")} {\n}`;
    });
    const laid = overlaysOf(some);
    assert.deepEqual(laid(0), ["a.c.c11", "a.c.c33"]);
    assert.deepEqual(laid(1), ["a.c.c11", "a.c.c12", "a.c.c13"]);
    assert.deepEqual(laid(0), ["a.c.c11", "a.c.c33"]);
  });

  it("a clause has, a missing field that one depends on is asked for", () => {
    for (const length of [5, 40]) {
      const text = [
        "agreement a between Sales and Support {",
        "handle c: order {",
        "by Support",
        ...cases(length),
        "}",
        "}",
      ];
      const decision = decide(engineOf(company, kinds, text.join("\n")), requestOf("order", monday));
      assert.equal(decision.needs?.field, "count");
    }
  });

  it("a promise has, each answers for itself, and again what it answered before", () => {
    const lines = Array.from({ length: 40 }, (_, index) => `case c${index + 10} when count is ${index} {\nnever\n}`);
    const text = ["agreement a between Sales and Support {", "commit c: order by Sales {", "may", ...lines, "}", "}"];
    const engine = engineOf(company, kinds, text.join("\n"));
    const decidedBy = (count: number) =>
      decideCommitment(engine, requestOf("order", monday, { fields: { count: String(count) } }))?.decidedBy;
    assert.deepEqual([0, 1, 39, 40, 39, 1, 0].map(decidedBy), [
      "a.c.c10.never",
      "a.c.c11.never",
      "a.c.c49.never",
      "a.c.may",
      "a.c.c49.never",
      "a.c.c11.never",
      "a.c.c10.never",
    ]);
  });
});

describe("clauses that apply together", () => {
  function answers(...clauses: readonly string[]): Decision {
    const text = `team Idle {\nmembers Sano\n}\nagreement a between Sales and Support, Idle {\n${clauses.join("\n")}\n}\n`;
    return decide(
      engineOf(company, kinds, text),
      requestOf("order", monday, { customer: "Acme", fields: { count: "5" } }),
    );
  }
  const clause = (name: string, when: string, ...lines: readonly string[]) =>
    [`handle ${name}: order${when && ` when ${when}`} {`, ...lines, "}"].join("\n");

  it("say the same where nobody's hours are known, and where neither says by whom", () => {
    assert.deepEqual(answers(clause("b", "", "by Idle"), clause("x", "", "by Idle")).conflictsWith, []);
    assert.deepEqual(answers(clause("b", "", 'say "s"'), clause("x", "", 'say "s"')).conflictsWith, []);
  });

  it("conflict where they decline for different reasons", () => {
    const no = (name: string, why: string) => clause(name, "", `decline because "${why}"`);
    assert.deepEqual(answers(no("b", "one"), no("x", "one")).conflictsWith, []);
    assert.deepEqual(answers(no("b", "one"), no("x", "two")).conflictsWith, ["a.x"]);
  });

  it("conflict where their exceptions open at different times", () => {
    const two = [clause("b", "", "by Support"), clause("x", "", "by Support"), "}"];
    const open = (name: string, to: string, times: string) => exception(name, to, `open 2026-08-24 ${times}`);
    const conflict = (one: string, other: string) =>
      answers(...two, open("e", "a.b", one), open("f", "a.x", other), "agreement z between Sales and Idle {")
        .conflictsWith;
    assert.deepEqual(conflict("06:00-07:00", "06:00-07:00"), []);
    assert.deepEqual(conflict("06:00-07:00", "06:00-08:00"), ["a.x"]);
  });

  it("pass over those that do not, and count what contradicts itself within one", () => {
    const inner = clause("c", "", "by Support", gold("g", within(2)), gold("h", within(1)));
    const other = clause("d", "count > 4", "by Support", within(3));
    const alone = answers(inner, clause("d", "count > 5", "by Support", within(3)));
    assert.deepEqual([alone.decidedBy, alone.conflictsWith], ["a.c.h", ["a.c.g"]]);
    const [both, turned] = [answers(inner, other), answers(other, inner)];
    assert.deepEqual([both.decidedBy, both.conflictsWith], ["a.c.h", ["a.c.g", "a.d"]]);
    assert.deepEqual([turned.decidedBy, turned.conflictsWith], ["a.c.h", ["a.c.g", "a.d"]]);
  });
});
