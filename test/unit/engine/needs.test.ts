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
