import assert from "node:assert/strict";
import {
  givenParts,
  kindFields,
  pausesIn,
  waitingText,
  weekdayOf,
  withoutUnit,
  withUnit,
} from "../../../client/simulator/page/request.ts";
import type { FieldType, SimulatorModel } from "../../../server/lsp/protocol.ts";

const model: SimulatorModel = {
  kinds: [
    { name: "incident", fields: [{ name: "severity", type: { kind: "enum", values: ["normal", "urgent"] } }] },
    { name: "discount", fields: [{ name: "rate", type: { kind: "percent" } }] },
  ],
  customers: [{ name: "Acme" }],
  teams: [],
  people: [],
  channels: ["email"],
  attributes: [],
  zone: "Asia/Tokyo",
};

describe("the simulator's request", () => {
  it("leaves out what is empty, and the fields of other kinds", () => {
    const values = { kind: "discount", rate: "8%", severity: "normal", channel: "", customer: "  " };
    assert.deepEqual(givenParts(model, values), { kind: "discount", rate: "8%" });
  });

  it("has the times of waiting that have a beginning, one still open perhaps", () => {
    const pauses = [
      { from: "2026-08-24T10:00", until: "2026-08-25T09:00" },
      { from: "", until: "2026-08-26T09:00" },
      { from: "2026-08-27T09:00", until: "" },
    ];
    const waiting = waitingText(pauses);
    assert.deepEqual(pausesIn(waiting), pauses);
    assert.deepEqual(givenParts(model, { kind: "incident", waiting }), {
      kind: "incident",
      waiting: "2026-08-24T10:00..2026-08-25T09:00, 2026-08-27T09:00..",
    });
    assert.deepEqual(givenParts(model, { kind: "incident", waiting: waitingText([{ from: "", until: "" }]) }), {
      kind: "incident",
    });
    assert.deepEqual(pausesIn(""), []);
  });

  it("asks for the fields of the chosen kind", () => {
    assert.deepEqual(
      kindFields(model, { kind: "incident" }).map((field) => field.name),
      ["severity"],
    );
    assert.deepEqual(kindFields(model, { kind: "refund" }), []);
  });

  const written: readonly (readonly [string, FieldType, string])[] = [
    ["8", { kind: "percent" }, "8%"],
    ["12.5", { kind: "percent" }, "12.5%"],
    ["8%", { kind: "percent" }, "8%"],
    ["1_000_000", { kind: "money", currency: "JPY" }, "1_000_000 JPY"],
    ["3", { kind: "duration", unit: "business days" }, "3 business days"],
    ["3 days", { kind: "duration", unit: "business days" }, "3 days"],
    [" 7 ", { kind: "number" }, "7"],
    ["", { kind: "percent" }, ""],
  ];
  for (const [typed, type, expected] of written) {
    it(`writes '${typed}' in a ${type.kind} field as '${expected}'`, () => {
      assert.equal(withUnit(typed, type), expected);
    });
  }

  it("shows a value without its unit, and words of one's own as they are", () => {
    assert.equal(withoutUnit("8%", { kind: "percent" }), "8");
    assert.equal(withoutUnit("1000 JPY", { kind: "money", currency: "JPY" }), "1000");
    assert.equal(withoutUnit("1000 USD", { kind: "money", currency: "JPY" }), "1000 USD");
    assert.equal(withoutUnit("gold", { kind: "text" }), "gold");
  });

  it("names the weekday of a time", () => {
    assert.equal(weekdayOf("2026-08-24T09:00", "en"), "Mon");
    assert.equal(weekdayOf("2026-08-24T09:00", "ja"), "月");
    assert.equal(weekdayOf("", "en"), "");
  });
});
