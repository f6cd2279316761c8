import assert from "node:assert/strict";
import { decide } from "../../../server/core/engine/decide.ts";
import type { TraceReason } from "../../../server/core/engine/decision.ts";
import { traceOf } from "../../../server/core/engine/trace.ts";
import { company } from "./agreement.ts";
import { engineOf, type Given, instantOf, requestOf } from "./fixtures.ts";

const kinds =
  'request order { size: small | large, rate: percent, price: JPY, lead: business days, count: number, start: date, hour: time, note: text }\ncustomer Globex {\ntitle "x"\n}\ncustomer Initech {\ntitle "y"\n}\n';
const monday = "2026-08-24T10:00";

/** Why a clause with a condition does not apply. */
function reason(condition: string, given: Given = {}): Extract<TraceReason, { readonly kind: "condition" }> {
  const text = `agreement a between Sales and Support {\nhandle c: order when ${condition} {\nby Support\n}\n}`;
  const engine = engineOf(company, kinds, text);
  const [step] = traceOf(engine, decide(engine, requestOf("order", monday, given)));
  assert.ok(step?.because?.kind === "condition");
  return step.because;
}

/** What failed, and what the request has instead. */
function told(condition: string, given: Given = {}): string {
  const { condition: failed, found } = reason(condition, given);
  return `${failed}: ${found ?? "nothing"}`;
}

function fields(values: Readonly<Record<string, string>>): Given {
  return { fields: values };
}

// language.md M8: for each loser the first condition that failed.
describe("why a condition does not hold", () => {
  it("is the first part of it that fails", () => {
    const given = { customer: "Acme", ...fields({ size: "small", rate: "5" }) };
    assert.equal(told("tier is gold and size is large and rate > 10%", given), "size is large: small");
    assert.equal(told("tier is gold and (size is small and rate > 10%)", given), "rate > 10%: 5%");
  });

  it("is all of what is joined by or, with each thing found once", () => {
    const given = { customer: "Acme", ...fields({ size: "small", rate: "5" }) };
    assert.equal(
      told("rate > 10% or rate > 20% or size is large", given),
      "rate > 10% or rate > 20% or size is large: 5%, small",
    );
    assert.equal(told("not (tier is gold or rate > 10%)", given), "not (tier is gold or rate > 10%): gold, 5%");
    assert.equal(
      told("not (tier is gold and size is small)", given),
      "not (tier is gold and size is small): gold, small",
    );
  });

  it("tells a value as the language writes it, with its unit", () => {
    assert.equal(told("rate > 10%", fields({ rate: "7.50" })), "rate > 10%: 7.5%");
    assert.equal(told("price > 500 JPY", fields({ price: "400" })), "price > 500 JPY: 400 JPY");
    assert.equal(told("lead > 5 business days", fields({ lead: "5" })), "lead > 5 business days: 5 business days");
    assert.equal(told("count > 5", fields({ count: "-1.5" })), "count > 5: -1.5");
    assert.equal(told("start > 2026-08-24", fields({ start: "2026-08-24" })), "start > 2026-08-24: 2026-08-24");
    assert.equal(told("start on Sun", fields({ start: "2026-08-24" })), "start on Sun: 2026-08-24");
    assert.equal(told("start outside office", fields({ start: "2026-08-24" })), "start outside office: 2026-08-24");
    assert.equal(told("hour > 09:00", fields({ hour: "09:00" })), "hour > 09:00: 09:00");
    const request = { ...requestOf("order", monday), fields: { note: { kind: "text", text: "hot" } as const } };
    const text = 'agreement a between Sales and Support {\nhandle c: order when note is "cold" {\nby Support\n}\n}';
    const engine = engineOf(company, kinds, text);
    const because = traceOf(engine, decide(engine, request))[0]?.because;
    assert.equal(because?.kind === "condition" && because.found, "hot");
  });

  it("tells a number where another type is wanted as it is, and a field that the kind does not have as nothing", () => {
    const five = fields({ size: "5", start: "5", hour: "5" });
    assert.equal(told("size is large", five), "size is large: 5");
    assert.equal(told("start > 2026-08-24", five), "start > 2026-08-24: 5");
    assert.equal(told("hour > 09:00", five), "hour > 09:00: 5");
    assert.equal(told('note is "hot"', fields({ note: "5" })), 'note is "hot": 5');
    const text =
      "request plain\nagreement a between Sales and Support {\nhandle c: order, plain when rate > 10% {\nby Support\n}\n}";
    const engine = engineOf(company, kinds, text);
    const because = (given: Given) => {
      const [step] = traceOf(engine, decide(engine, requestOf("plain", monday, given)));
      return step?.because?.kind === "condition" ? `${step.result} ${step.because.found}` : "";
    };
    assert.equal(because({}), "lost undefined");
    assert.equal(because(fields({ rate: "5" })), "lost 5");
  });

  it("tells the channel of a promise", () => {
    const text = "agreement a between Sales and Support {\ncommit c: order by Sales when channel is phone {\nmay\n}\n}";
    const engine = engineOf(company, kinds, text);
    const found = (given: Given) => {
      const because = traceOf(engine, decide(engine, requestOf("order", monday, given)))[0]?.because;
      return because?.kind === "condition" && `${because.condition}: ${because.found}`;
    };
    assert.equal(found({ channel: "email" }), "channel is phone: email");
    assert.equal(found({}), "channel is phone: undefined");
  });

  it("tells customer, asker and channel by name, and none as nothing", () => {
    assert.equal(told("customer is not Acme", { customer: "Acme" }), "customer is not Acme: Acme");
    assert.equal(told("customer is Acme"), "customer is Acme: nothing");
    assert.equal(told("asker is Support", { asker: "Mori" }), "asker is Support: Mori");
    assert.equal(told("asker is Support"), "asker is Support: nothing");
    assert.equal(told("tier is silver", { customer: "Acme" }), "tier is silver: gold");
    assert.equal(told("tier is silver"), "tier is silver: nothing");
  });

  it("tells the moment where time is asked for, and only there", () => {
    assert.equal(reason("on Tue").at, instantOf(monday));
    assert.equal(reason("on Tue").found, undefined);
    assert.equal(reason("size is large or on Tue", fields({ size: "small" })).at, instantOf(monday));
    assert.ok(!("at" in reason("size is large", fields({ size: "small" }))));
  });

  it("names the field that is missing, if the answer depends on it", () => {
    assert.equal(reason("size is large").unknown, "size");
    assert.equal(reason("rate > 10% or size is large", fields({ rate: "5" })).unknown, "size");
    assert.equal(reason("tier is gold or size is large").unknown, "size");
    // It does not: Monday is no Sunday, whatever the size.
    assert.ok(!("unknown" in reason("not (on Mon or size is large)")));
    assert.ok(!("unknown" in reason("tier is silver", { customer: "Acme" })));
  });

  it("that could not be read is told as it is written", () => {
    assert.equal(told("size is huge"), "size is huge: nothing");
  });

  it("tells a value in a cell of a table with its field, and a condition of one's own as it stands", () => {
    const table = `agreement a between Sales and Support {
      handle c: order {
        by Support
        table size, tier -> respond
          large, silver -> 1 business hour
      }
    }`;
    const engine = engineOf(company, kinds, table);
    const request = (size: string) => requestOf("order", monday, { customer: "Acme", fields: { size } });
    const because = (size: string) => {
      const found = traceOf(engine, decide(engine, request(size)))[1]?.because;
      return found?.kind === "condition" ? `${found.condition}: ${found.found}` : "";
    };
    assert.equal(because("small"), "size is large: small");
    assert.equal(because("large"), "tier is silver: gold");
    const named = table
      .replace("size, tier", "size, rank")
      .replace("large, silver", "large, rank1")
      .replace(
        "agreement",
        "attribute rank of customer: rank1 | rank2\ncustomer Ranked {\nrank is rank2\n}\nagreement",
      );
    const ranked = engineOf(company, kinds, named);
    const given = requestOf("order", monday, { customer: "Ranked", fields: { size: "large" } });
    const found = traceOf(ranked, decide(ranked, given))[1]?.because;
    assert.equal(found?.kind === "condition" && found.condition, "rank is rank1");
    assert.equal(told("`size` is large", fields({ size: "small" })), "`size` is large: small");
    // A full-width name is the field's own name after NFKC.
    assert.equal(told("ｓｉｚｅ is large", fields({ size: "small" })), "ｓｉｚｅ is large: small");
    assert.equal(
      told("customer is one of Globex, Initech", { customer: "Acme" }),
      "customer is one of Globex, Initech: Acme",
    );
  });
});
