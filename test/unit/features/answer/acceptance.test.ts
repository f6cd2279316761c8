import assert from "node:assert/strict";
import { acme, answer, discount, incident, type Written } from "./answering.ts";

/** The fifteen rows of the acceptance table, with the sentence that a team lead reads first. */
const headlines: readonly (readonly [row: string, request: Written, en: string, ja: string])[] = [
  [
    "1",
    { ...incident, at: "2026-08-24T09:00" },
    "Support (Abe) answers by Mon 2026-08-24 14:00.",
    "Support の Abe が 8月24日（月）14:00 までに回答します。",
  ],
  [
    "2",
    { ...incident, at: "2026-08-21T17:30" },
    "Support (Kudo) answers by Mon 2026-08-24 13:30.",
    "Support の Kudo が 8月24日（月）13:30 までに回答します。",
  ],
  [
    "3",
    { ...incident, at: "2026-09-18T17:00" },
    "Support (Kudo) answers by Thu 2026-09-24 12:00.",
    "Support の Kudo が 9月24日（木）12:00 までに回答します。",
  ],
  [
    "4",
    { ...incident, severity: "urgent", channel: "portal", at: "2026-08-25T11:30" },
    "Support (Abe) answers by Tue 2026-08-25 13:30.",
    "Support の Abe が 8月25日（火）13:30 までに回答します。",
  ],
  [
    "5",
    { ...incident, channel: "chat", at: "2026-08-26T10:00" },
    "Support (Abe) answers by Wed 2026-08-26 15:00, by email, portal or phone and not by chat.",
    "Support の Abe が 8月26日（水）15:00 までに回答します。chat ではなく email、portal または phone で送ってください。",
  ],
  [
    "6",
    { ...acme, at: "2026-08-22T10:15" },
    "Support (Kudo) answers by Sat 2026-08-22 14:15, by email and not by phone.",
    "Support の Kudo が 8月22日（土）14:15 までに回答します。phone ではなく email で送ってください。",
  ],
  [
    "7",
    { ...acme, at: "2026-08-29T10:15" },
    // Monday 09:00 and four hours with lunch.
    "Closed until Mon 2026-08-31 09:00. Support (Kudo) answers by Mon 2026-08-31 14:00, by email or portal and not by phone.",
    "8月31日（月）09:00 まで時間外です。Support の Kudo が 8月31日（月）14:00 までに回答します。phone ではなく email または portal で送ってください。",
  ],
  [
    "8, 8 %",
    { ...discount, rate: "8%" },
    "Yes, Sales (営業部) may promise this.",
    "Sales（営業部）が約束してかまいません。",
  ],
  [
    "8, 15 %",
    { ...discount, rate: "15%" },
    "Ask Sato first: answered by Tue 2026-08-25 18:00.",
    "先に Sato に確認してください。8月25日（火）18:00 までに返事があります。",
  ],
  ["8, 30 %", { ...discount, rate: "30%" }, "Never: margin floor.", "約束してはいけません。理由：margin floor"],
  [
    "9",
    { kind: "customisation", price: "free", asker: "Sales", at: "2026-08-24T10:00" },
    "No rule says: take it back and check.",
    "定めがありません。持ち帰って確認してください。",
  ],
  [
    "10",
    { ...incident, to: "Abe", at: "2026-08-26T10:00" },
    "Send it to Support (システム部) by email, not to Abe by name. Support answers by Wed 2026-08-26 15:00.",
    "Abe 個人宛てではなく、email で Support（システム部）へ送ってください。Support が 8月26日（水）15:00 までに回答します。",
  ],
  [
    "11",
    { kind: "how_to", channel: "email", at: "2026-08-29T12:00" },
    "Closed until Mon 2026-08-31 09:00. Support (Kudo) answers by Mon 2026-08-31 14:00.",
    "8月31日（月）09:00 まで時間外です。Support の Kudo が 8月31日（月）14:00 までに回答します。",
  ],
  [
    "12",
    { kind: "incident", channel: "email", at: "2026-08-24T09:00" },
    "It depends on severity, which the request does not say.",
    "severity によって答えが変わりますが、依頼に書かれていません。",
  ],
  [
    "13",
    { ...incident, at: "2026-08-10T10:00" },
    "Support (Kudo) answers by Mon 2026-08-10 15:00.",
    "Support の Kudo が 8月10日（月）15:00 までに回答します。",
  ],
  [
    "14, in force",
    { ...discount, rate: "25%", customer: "Acme", at: "2026-09-10T10:00" },
    "Yes, Sales (営業部) may promise this.",
    "Sales（営業部）が約束してかまいません。",
  ],
  [
    "14, over",
    { ...discount, rate: "25%", customer: "Acme", at: "2026-09-15T10:00" },
    "Never: margin floor.",
    "約束してはいけません。理由：margin floor",
  ],
  [
    "15",
    { kind: "refund", at: "2026-08-24T10:00" },
    "Nobody has agreed to handle this.",
    "この依頼を引き受ける取り決めがありません。",
  ],
];

describe("the answer to each row of the acceptance table", () => {
  for (const [row, request, en, ja] of headlines) {
    it(`${row}: ${en}`, () => {
      assert.equal(answer(request).headline, en);
      assert.equal(answer(request, "ja").headline, ja);
    });
  }

  it("has the outcome's name for the badge: the verdict of a question, closed, redirect", () => {
    const outcomes = headlines.map(([row, request]) => `${row} ${answer(request).outcome}`);
    assert.deepEqual(outcomes, [
      ..."1 handled,2 handled,3 handled,4 handled,5 redirect,6 redirect,7 redirect".split(","),
      ..."8, 8 % may|8, 15 % ask|8, 30 % never".split("|"),
      ..."9 silent,10 redirect,11 closed,12 needs,13 handled".split(","),
      ..."14, in force may|14, over never".split("|"),
      "15 unhandled",
    ]);
  });
});
