import assert from "node:assert/strict";
import { decide, decideCommitment, relatedCommitments } from "../../../server/core/engine/decide.ts";
import type { Decision } from "../../../server/core/engine/decision.ts";
import { formatDecimal } from "../../../server/core/model/decimal.ts";
import type { Constant } from "../../../server/core/model/model.ts";
import { formatDate, formatMinute } from "../../../server/core/time/date.ts";
import { company } from "./agreement.ts";
import { deadlineText, engineOf, type Given, requestOf } from "./fixtures.ts";

// language.md M3: a field that the outcome depends on and the request lacks. Mon 2026-08-24 09:00.
describe("missing fields", () => {
  const monday = "2026-08-24T09:00";
  const kinds =
    "request order { size: small | medium | large, rush: yes | no, price: JPY, rate: percent, start: date, hour: time, lead: business days, note: text, count: number }\n";
  const handle = (...lines: readonly string[]) =>
    [
      "agreement a between Sales and Support {",
      "handle c: order {",
      "by Support",
      "respond within 4 business hours",
      ...lines,
      "}",
      "}",
    ].join("\n");
  const fast = (name: string, condition: string, hours = 1) =>
    `case ${name} when ${condition} {\nrespond within ${hours} business hours\n}`;

  function answer(text: string, given: Given = {}): Decision {
    return decide(engineOf(company, kinds, text), requestOf("order", monday, given));
  }

  function valueText(value: Constant): string {
    switch (value.kind) {
      case "name":
        return value.name;
      case "decimal":
        return formatDecimal(value.value);
      case "day":
        return formatDate(value.day);
      case "time":
        return formatMinute(value.minute);
      case "text":
        return value.text;
    }
  }

  /** `size: small 13:00, …`, or the respond deadline's time where nothing is needed. */
  function needsText({ needs, respond }: Decision): string {
    if (!needs) return deadlineText(respond).slice(-5);
    return `${needs.field}: ${needs.answers.map(({ value, decision }) => `${valueText(value)} ${needsText(decision)}`).join(", ")}`;
  }

  it("give the answer for each value of an enum", () => {
    assert.equal(needsText(answer(handle(fast("l", "size is large")))), "size: small 14:00, medium 14:00, large 10:00");
  });

  it("are not asked for where every value gives the same answer", () => {
    const text = handle(fast("l", "size is large and tier is gold"));
    assert.equal(needsText(answer(text)), "14:00");
    assert.equal(needsText(answer(text, { customer: "Acme" })), "size: small 14:00, medium 14:00, large 10:00");
    const same = handle(
      "case l when size is large {\nrespond within 4 business hours\n}",
      "case m when size is not large {\nrespond within 4 business hours\n}",
    );
    // The deadline is the same, but another case decides.
    assert.equal(needsText(answer(same)), "size: small 14:00, medium 14:00, large 14:00");
  });

  it("are asked for one after the other", () => {
    const text = handle(fast("l", "size is large and rush is yes"), fast("m", "size is medium", 2));
    assert.equal(needsText(answer(text)), "size: small 14:00, medium 11:00, large rush: yes 10:00, no 14:00");
    assert.equal(needsText(answer(text, { fields: { rush: "no" } })), "size: small 14:00, medium 11:00, large 14:00");
  });

  it("skip a field that turns out not to matter, and answer the request as it was asked", () => {
    const text = handle(fast("l", "size is large and rush is yes"), fast("o", "size is not large and rush is yes"));
    const rushes = handle(
      'case l when size is large or rush is yes {\nsay "x"\n}',
      'case m when size is not large or rush is yes {\nsay "x"\n}',
    );
    assert.match(needsText(answer(text)), /^size: /);
    const decision = answer(rushes, { fields: { rush: "yes" } });
    assert.equal(decision.outcome, "handled");
    assert.deepEqual(Object.keys(decision.request.fields), ["rush"]);
  });

  it("stand for regions of numbers: below, between and above the constants", () => {
    // Constants 10 and 20: 9.. hold nothing below 10; the boundary stands for its region.
    assert.equal(
      needsText(answer(handle(fast("x", "rate > 10% and rate <= 20%")))),
      "rate: 10 14:00, 20 10:00, 21 14:00",
    );
    assert.equal(needsText(answer(handle(fast("x", "rate < 10%")))), "rate: 5 10:00, 10 14:00");
    // Whole yen: nothing lies between 50,000 and 50,001.
    assert.equal(
      needsText(answer(handle(fast("x", "price <= 50_000 JPY"), fast("y", "price >= 50_001 JPY", 2)))),
      "price: 50000 10:00, 50001 11:00",
    );
    assert.equal(needsText(answer(handle(fast("x", "lead < 1 business day")))), "lead: 0 10:00, 1 14:00");
    assert.equal(needsText(answer(handle(fast("x", "count < 0")))), "count: -1 10:00, 0 14:00");
  });

  it("stand for regions of dates, times and texts", () => {
    assert.equal(
      needsText(answer(handle(fast("x", "start >= 2026-09-01")))),
      "start: 2026-08-31 14:00, 2026-09-01 10:00",
    );
    assert.equal(
      needsText(answer(handle(fast("x", "start on Sat..Sun")))),
      "start: 2026-08-24 14:00, 2026-08-29 10:00",
    );
    assert.equal(
      needsText(answer(handle(fast("x", "start during office")))),
      "start: 2026-08-24 10:00, 2026-08-29 14:00",
    );
    assert.equal(
      needsText(answer(handle(fast("x", "start on 12-29..01-03")))),
      "start: 2026-01-03 10:00, 2026-01-04 14:00, 2026-12-29 10:00",
    );
    assert.equal(needsText(answer(handle(fast("x", "hour < 12:00")))), "hour: 11:59 10:00, 12:00 14:00");
    assert.equal(needsText(answer(handle(fast("x", 'note is "hot"')))), "note: hot 10:00, … 14:00");
  });

  it("are not asked for by clauses on other kinds", () => {
    assert.equal(needsText(answer(handle(fast("x", "severity is urgent")))), "14:00");
  });

  it("are found in every part of a condition that leaves the answer open", () => {
    const rush = (text: string, given: Given = {}) => needsText(answer(text, given));
    assert.equal(
      rush(handle(fast("l", "size is large or rush is yes")), { fields: { size: "small" } }),
      "rush: yes 10:00, no 14:00",
    );
    assert.equal(
      rush(handle(fast("l", "size is large or rush is yes")), { fields: { rush: "no" } }),
      "size: small 14:00, medium 14:00, large 10:00",
    );
    assert.equal(
      rush(handle(fast("l", "not (size is large and rush is yes)")), { fields: { rush: "yes" } }),
      "size: small 10:00, medium 10:00, large 14:00",
    );
    assert.equal(rush(handle(fast("l", "not (size is large or rush is no)")), { fields: { rush: "no" } }), "14:00");
    assert.equal(
      rush(handle(fast("l", "not (not (rush is yes and tier is gold))")), { customer: "Acme" }),
      "rush: yes 10:00, no 14:00",
    );
  });

  it("are asked for where the clause, the case or the exception around them is certain or may hold", () => {
    const inner = fast("i", "size is large");
    const sizes = "size: small 14:00, medium 14:00, large 10:00";
    const outer = (condition: string) => `case o when ${condition} {\n${inner}\n}`;
    const given = { customer: "Acme" };
    assert.equal(needsText(answer(handle(outer("tier is gold and customer is Acme")), given)), sizes);
    assert.equal(needsText(answer(handle(outer("tier is silver or customer is Acme")), given)), sizes);
    assert.equal(
      needsText(answer(handle(outer("not (tier is silver or rush is yes)")), { fields: { rush: "no" } })),
      sizes,
    );
    assert.equal(needsText(answer(handle(outer("tier is gold")))), "14:00");
    const clause = handle(inner).replace("order {\nby", "order when tier is gold and customer is Acme {\nby");
    assert.equal(needsText(answer(clause, given)), sizes);
    // With and without a rush another overlay decides, though nothing else is different.
    assert.equal(
      needsText(answer(handle(outer("rush is yes")))),
      "size: small rush: yes 14:00, no 14:00, medium rush: yes 14:00, no 14:00, large rush: yes 10:00, no 14:00",
    );
    const exception = (dates: string) =>
      `\nexception e to a.c when size is large {\neffective ${dates}\napproved by Sato on 2026-08-01\nrespond within 1 business hour\n}`;
    assert.equal(needsText(answer(handle() + exception("2026-08-24..2026-08-24"))), sizes);
    assert.equal(needsText(answer(handle() + exception("2026-08-25..2026-08-26"))), "14:00");
  });

  it("are asked for by the clause's own condition, and by another clause", () => {
    const clause = (name: string, when: string, hours: number) =>
      `handle ${name}: order when ${when} {\nby Support\nrespond within ${hours} business hours\n}\n`;
    const agreement = (...clauses: readonly string[]) =>
      `agreement a between Sales and Support {\n${clauses.join("")}}`;
    const { needs } = answer(agreement(clause("c", "size is large", 1)));
    assert.deepEqual(
      needs?.answers.map(({ value, decision }) => [valueText(value), decision.outcome]),
      [
        ["small", "unhandled"],
        ["medium", "unhandled"],
        ["large", "handled"],
      ],
    );
    const two = agreement(clause("c", "size is large", 1), clause("d", "size is not large", 2));
    assert.equal(needsText(answer(two)), "size: small 11:00, medium 11:00, large 10:00");
  });

  it("are asked for in the order of the kind's declaration, as long as they may matter", () => {
    // Whether the case restates the step, which asks for the rate, depends on the size, which is declared before.
    const text = (first: string, then: string) => `request job { ${first}, ${then} }
      agreement a between Sales and Support {
        handle c: job {
          by Support
          step b by Support within 2 clock hours when level > 5
          step d by Support within 1 clock hour
          case l when grade is high {
            step b by Support within 3 clock hours
          }
        }
      }`;
    const field = (declared: string) => decide(engineOf(company, declared), requestOf("job", monday)).needs?.field;
    assert.equal(field(text("level: number", "grade: high | low")), "level");
    assert.equal(field(text("grade: high | low", "level: number")), "grade");
  });

  it("are told with the answer's own zone, and nothing is set aside beside them", () => {
    const text = `calendar desk in Europe/Berlin {
        open Mon..Fri 09:00-17:00
      }
      team Berlin {
        hours desk
      }
      agreement a between Sales and Support {
        handle c: order when tier is gold and tier is silver {
          by Support
        }
      }
      agreement b between Berlin and Sales in Europe/Berlin {
        handle d: order {
          by Berlin
          respond within 1 clock hour
          case l when size is large {
            respond within 2 clock hours
          }
        }
      }`;
    const decision = answer(text);
    assert.deepEqual([decision.needs?.field, decision.zone, decision.aside], ["size", "Europe/Berlin", []]);
  });

  it("that make no difference before those that do are left out of the request that is answered", () => {
    const text = `agreement a between Sales and Support {
        commit c: order by Sales {
          never when size is large and rush is yes
          never when size is not large and rush is yes
          may when rush is no
        }
      }`;
    const { needs, request } = answer(text);
    assert.deepEqual(
      needs?.answers.map(({ value, decision }) => [valueText(value), decision.commitment?.verdict]),
      [
        ["yes", "never"],
        ["no", "may"],
      ],
    );
    assert.deepEqual([needs?.field, Object.keys(request.fields)], ["rush", []]);
    assert.deepEqual(
      needs?.answers.map(({ decision }) => Object.keys(decision.request.fields)),
      [["rush"], ["rush"]],
    );
  });

  it("that make no difference change nothing of what is set aside: the exceptions to the clause that decides", () => {
    const text = `agreement a between Sales and Support {
        handle b: order when tier is silver {
          by Support
          say "b"
        }
        handle c: order {
          by Support
          case l when size is large {
            say "x"
          }
          case m when size is not large {
            say "x"
          }
        }
        commit d: order by Sales {
          may when size is large
          may when size is not large
        }
      }
      exception was to a.b {
        effective 2026-08-01..2026-08-02
        approved by Sato on 2026-07-01
        say "z"
      }`;
    const known = answer(text.replace(/case [\s\S]*?say "x"\s*}\s*case [\s\S]*?say "x"\s*}/, ""));
    assert.deepEqual([known.clause, known.commitment?.verdict, known.aside], ["a.c", "may", []]);
  });

  it("of a promise are asked for by the lines of a case as by those of the clause", () => {
    const text = `agreement a between Sales and Support {
        commit c: order by Sales {
          may
          case g when tier is gold {
            never when rate > 20%
          }
        }
      }`;
    const engine = engineOf(company, kinds, text);
    assert.equal(decide(engine, requestOf("order", monday, { customer: "Acme" })).needs?.field, "rate");
    assert.equal(decideCommitment(engine, requestOf("order", monday))?.verdict, "may");
  });

  it("of a promise are asked for where they tell who is asked besides", () => {
    const asked = (condition: string) => {
      const lines = `ask lead of Sales within 4 business hours\nask lead of Support within 1 business hour when ${condition}`;
      const text = `agreement a between Sales and Support {\ncommit c: order by Sales {\n${lines}\n}\n}`;
      return answer(text).needs?.answers.map(({ decision }) =>
        decision.commitment?.asks.map(({ name }) => name).sort(),
      );
    };
    // The one who always is asked has more time, so that the latest answer is theirs.
    assert.deepEqual(asked("size is small"), [["Ito", "Sato"], ["Sato"], ["Sato"]]);
    assert.deepEqual(asked("size is not small"), [["Sato"], ["Ito", "Sato"], ["Ito", "Sato"]]);
  });

  it("leave a commitment open unless every value gives the same", () => {
    const text =
      "agreement a between Sales and Support {\ncommit c: order by Sales {\nnever when size is large\nnever when size is not large\n}\ncommit d: discount by Sales {\nmay when rate <= 10%\n}\ncommit e: phone_cover by Sales {\nnever\n}\n}";
    const engine = engineOf(company, kinds, text);
    assert.equal(decideCommitment(engine, requestOf("order", monday))?.verdict, "never");
    assert.equal(decideCommitment(engine, requestOf("discount", monday)), undefined);
    assert.deepEqual(
      relatedCommitments(engine, requestOf("how_to", monday)).map(({ kind, commitment }) => [kind, commitment.verdict]),
      [
        ["phone_cover", "never"],
        ["order", "never"],
      ],
    );
  });

  it("end, however many there are", () => {
    const names = Array.from({ length: 12 }, (_, index) => `f${index}`);
    const many = `request wide { ${names.map((name) => `${name}: a | b | c`).join(", ")} }\n`;
    const cases = names.map(
      (name, index) => `case c${index} when ${name} is a {\nrespond within ${index + 1} business hours\n}`,
    );
    const text = `agreement a between Sales and Support {\nhandle c: wide {\nby Support\n${cases.join("\n")}\n}\n}`;
    const decision = decide(engineOf(company, many, text), requestOf("wide", monday));
    assert.equal(decision.outcome, "needs");
  });
});
