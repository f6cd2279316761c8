import assert from "node:assert/strict";
import type { Answer } from "../../../../server/core/features/answer/answer.ts";
import { agreedIn } from "../../../harness/models.ts";
import { answer as answerIn, type Written } from "./answering.ts";

const agreement = `
calendar office in Asia/Tokyo {
  open   Mon..Fri 09:00-12:00, 13:00-18:00
}
team Sales {
  lead    Sato
  members Mori, Tanaka
  hours   office
  away    Sato 2026-09-07..2026-09-18
}
team BackOffice {
  members Fuji
  hours   office
}
request purchase_order { amount: JPY, payee: text }
request question
request form
agreement ordering between Sales and BackOffice {
  handle orders: purchase_order {
    by      BackOffice
    step    draft by Sales within 4 business hours needs order_form
    step    verify by BackOffice within 1 business day checks amount, payee twice else back to draft within 4 business hours
    step    approve by lead of Sales within 1 business day when amount > 1_000_000 JPY
    step    place by BackOffice at next Thu 15:00
    resolve within 2 business days
  }
  handle forms: form {
    by      BackOffice
    respond within 4 business hours
  }
  handle questions: question {
    by owner of customer
  }
}
customer Acme {
  owner Mori
}
handover acme_2026 of Acme from Tanaka to Mori {
  effective 2026-08-01..2026-08-31
}
`;
const agreed = agreedIn(agreement);

function answer(request: Written, locale: "en" | "ja" = "en"): Answer {
  return answerIn(request, locale, agreed);
}

function lines({ rows }: Answer, labels: readonly string[]): readonly string[] {
  return rows
    .filter(({ label }) => labels.includes(label))
    .map(({ label, value, detail = "", tone = "" }) => [label, value, detail, tone].join(" | "));
}

const order = { kind: "purchase_order", amount: "500000 JPY", at: "2026-08-24T10:00" };

describe("steps in words", () => {
  // The sums are those of the engine's own tests: 4 hours to Monday 15:00, a day to Tuesday 18:00, then Thursday 15:00. Returned once:
  // Wednesday 09-12 and 13-14, a day to Thursday 18:00, so that Thursday 15:00 is that of the week after. Two business days are Wednesday 18:00.
  it("say who has it until when, what it takes, when it is done and when at worst", () => {
    const answered = answer(order);
    assert.equal(answered.headline, "BackOffice handles it; done by Thu 2026-08-27 15:00.");
    assert.deepEqual(lines(answered, ["Steps", "Done by", "At worst"]), [
      "Steps | draft: Sales, until Mon 2026-08-24 15:00 | within 4 business hours; needs order_form | ",
      "Steps | verify: BackOffice, until Tue 2026-08-25 18:00 | within 1 business day; two people check amount and payee | ",
      "Steps | approve: skipped | not so: amount > 1_000_000 JPY | ",
      "Steps | place: BackOffice, until Thu 2026-08-27 15:00 | at the next Thu 15:00; from Wed 2026-08-26 09:00 | ",
      "Done by | Thu 2026-08-27 15:00 | later than agreed: the steps take longer than the clause allows | bad",
      // Sent back when it was verified, on Tuesday at 18:00; four hours on Wednesday's calendar of Sales, then a day each.
      "At worst | Thu 2026-09-03 15:00 | if verify sends it back | ",
      "At worst | draft: Sales | Tue 2026-08-25 18:00 – Wed 2026-08-26 14:00; sent back by verify, to be mended | ",
      "At worst | verify: BackOffice | Wed 2026-08-26 14:00 – Thu 2026-08-27 18:00; once more, after it came back | ",
      "At worst | place: BackOffice | Thu 2026-08-27 18:00 – Thu 2026-09-03 15:00 | ",
    ]);
  });

  // Four business days are Friday 08-28 18:00, which the plan keeps; what comes back ends a week after Thursday 08-27 15:00.
  it("say that the target is kept as planned and broken at worst", () => {
    const longer = agreedIn(agreement.replace("resolve within 2 business days", "resolve within 4 business days"));
    const told = (locale: "en" | "ja", label: string) => lines(answerIn(order, locale, longer), [label])[0];
    assert.equal(told("en", "Done by"), "Done by | Thu 2026-08-27 15:00 |  | ");
    assert.equal(
      told("en", "At worst"),
      "At worst | Thu 2026-09-03 15:00 | if verify sends it back; that is later than agreed | ",
    );
    assert.match(told("ja", "最も遅い場合") ?? "", /verify が差し戻した場合。解決期限を過ぎる/);
  });

  it("say it in Japanese", () => {
    const answered = answer(order, "ja");
    assert.equal(answered.headline, "BackOffice が対応し、8月27日（木）15:00 までに完了します。");
    assert.deepEqual(lines(answered, ["手順", "完了予定"]), [
      "手順 | draft：Sales、8月24日（月）15:00 まで | 4 営業時間以内。必要なもの：order_form | ",
      "手順 | verify：BackOffice、8月25日（火）18:00 まで | 1 営業日以内。二人で確認：amount と payee | ",
      "手順 | approve：省略 | 当てはまらない条件：amount > 1_000_000 JPY | ",
      "手順 | place：BackOffice、8月27日（木）15:00 まで | 次の木曜 15:00。8月26日（水）09:00 から | ",
      "完了予定 | 8月27日（木）15:00 | 取り決めより遅い：手順の時間が解決期限を超える | bad",
    ]);
  });

  it("promise no end where one of them reaches nobody", () => {
    // From Monday: four hours to 15:00, then the closes of Tuesday and of Wednesday, then Thursday 15:00; two business days end on Wednesday.
    const big = { ...order, amount: "5000000 JPY", at: "2026-09-07T10:00" };
    const answered = answer(big);
    assert.equal(
      answered.headline,
      "BackOffice handles it. Nobody is there for the step approve, so no end can be promised.",
    );
    assert.deepEqual(lines(answered, ["Done by"]), [
      "Done by | Thu 2026-09-10 15:00 | only if somebody is found for the step approve; later than agreed: the steps take longer than the clause allows | bad",
    ]);
    const japanese = answer(big, "ja");
    assert.equal(
      japanese.headline,
      "BackOffice が対応します。手順 approve を担当できる人がいないため、完了を約束できません。",
    );
    assert.deepEqual(lines(japanese, ["完了予定"]), [
      "完了予定 | 9月10日（木）15:00 | 手順 approve の担当者が見つかった場合に限る。取り決めより遅い：手順の時間が解決期限を超える | bad",
    ]);
  });

  it("are not spoken of where a clause has none", () => {
    const question = { kind: "question", customer: "Acme", at: "2026-08-24T10:00" };
    assert.deepEqual(lines(answer(question), ["Steps", "Done by", "At worst"]), []);
  });
});

describe("what the request lacks for anybody to be meant", () => {
  it("is said instead of that nobody is left, and no deadline is said never to come", () => {
    const question = { kind: "question", at: "2026-08-24T10:00" };
    const answered = answer(question);
    assert.equal(answered.headline, "This goes to the owner of the customer, and the request names no customer.");
    assert.deepEqual(
      answered.rows.map(({ label, value, detail = "" }) => [label, value, detail].join(" | ")),
      ["Who | nobody | the request names no customer"],
    );
    assert.equal(
      answer(question, "ja").headline,
      "顧客の担当者が引き受ける取り決めですが、依頼に顧客が書かれていません。",
    );
  });
});

describe("waiting in words", () => {
  // 11-12 and 13-14 are two hours of open time: four hours from 10:00 end at 17:00 instead of 15:00.
  const form = { kind: "form", at: "2026-08-24T10:00" };
  const closed = { ...form, waiting: "2026-08-24T11:00..2026-08-24T14:00" };
  const open = { ...form, waiting: "2026-08-24T11:00.." };

  it("says when the clock stands still, and from what each deadline has moved", () => {
    const answered = answer(closed);
    assert.equal(
      answered.headline,
      "BackOffice answers by Mon 2026-08-24 17:00. It waits from Mon 2026-08-24 11:00 to 14:00; the clock stands still then.",
    );
    assert.deepEqual(lines(answered, ["Waiting", "Respond by"]), [
      "Waiting | from Mon 2026-08-24 11:00 to 14:00 | the clock stands still then | warn",
      "Respond by | Mon 2026-08-24 17:00 | within 4 business hours; moved from Mon 2026-08-24 15:00 by the waiting | ",
    ]);
    assert.equal(
      answer(closed, "ja").headline,
      "BackOffice が 8月24日（月）17:00 までに回答します。8月24日（月）11:00〜14:00 は待ちの状態で、その間は期限が進みません。",
    );
  });

  it("without an end does not say that a deadline never comes", () => {
    const answered = answer(open);
    assert.equal(
      answered.headline,
      "BackOffice handles it. It waits since Mon 2026-08-24 11:00; the clock stands still until it goes on.",
    );
    assert.deepEqual(lines(answered, ["Waiting", "Respond by"]), [
      "Waiting | since Mon 2026-08-24 11:00 | the clock stands still until it goes on | warn",
      "Respond by | none | not known before it goes on; Mon 2026-08-24 15:00 without the waiting | bad",
    ]);
    assert.deepEqual(lines(answer({ ...order, waiting: "2026-08-24T11:00.." }), ["Done by"]), [
      "Done by | not known until the waiting ends | nobody knows yet when the request goes on | bad",
    ]);
    assert.equal(
      answer(open, "ja").headline,
      "BackOffice が対応します。8月24日（月）11:00 から待ちの状態で、再開まで期限が進みません。",
    );
  });
});

describe("a handover in words", () => {
  it("names both people while it lasts", () => {
    const question = { kind: "question", customer: "Acme", at: "2026-08-24T10:00" };
    const answered = answer(question);
    assert.equal(answered.headline, "Sales (Mori) handles it.");
    assert.deepEqual(lines(answered, ["Handover"]), [
      "Handover | Mori and Tanaka | acme_2026, until Mon 2026-08-31: both are on the route | ",
    ]);
    assert.deepEqual(lines(answer({ ...question, at: "2026-09-01T10:00" }), ["Handover"]), []);
  });
});

describe("the way through the steps", () => {
  const asked = { kind: "purchase_order", amount: "200_000 JPY", at: "2026-08-24T10:00", asker: "Sales" };
  const shown = ({ timeline }: Answer): readonly string[] =>
    (timeline?.passes ?? []).map(({ step, who, planned, worst, state }) =>
      [step, who ?? "", planned ?? "–", worst ?? "–", state].join(" | "),
    );

  it("has each step once as planned, and once more where it came back", () => {
    // four hours from Monday 10:00 are two until lunch and two from 13:00; a business day is the next day's close; four
    // hours from its close are Wednesday 09:00 to 14:00, then another business day; Thursday 15:00 comes before Thursday's close
    assert.deepEqual(shown(answer(asked)), [
      "draft | Sales | Mon 2026-08-24 15:00 | Mon 2026-08-24 15:00 | plain",
      "verify | BackOffice | Tue 2026-08-25 18:00 | Tue 2026-08-25 18:00 | plain",
      "draft | Sales | – | Wed 2026-08-26 14:00 | returned",
      "verify | BackOffice | – | Thu 2026-08-27 18:00 | returned",
      "approve |  | – | – | skipped",
      "place | BackOffice | Thu 2026-08-27 15:00 | Thu 2026-09-03 15:00 | plain",
    ]);
  });

  it("says when it is done, late or not, and why a step is done again or not at all", () => {
    const { timeline } = answer(asked, "ja");
    assert.deepEqual(timeline && [timeline.planned, timeline.worst, timeline.late], [
      "8月27日（木）15:00",
      "9月3日（木）15:00",
      // two business days after Monday end on Wednesday
      true,
    ]);
    const notes = timeline?.passes.map(({ details }) => details[0]);
    assert.equal(notes?.[2], "verify から差し戻されて修正");
    assert.equal(notes?.[3], "差し戻しの後にもう一度");
    assert.equal(notes?.[4], "省略。当てはまらない条件：amount > 1_000_000 JPY");
  });

  it("names who has a step as planned, and who has it at worst where that is somebody else", () => {
    // Wednesday 10:00: draft until 15:00, verify until Thursday's close, approve by Sato until Friday's. At worst the form
    // is mended by Friday 14:00 and looked at again until Monday's close, and from Monday 09-07 on Sato is away.
    const { timeline } = answer({ ...asked, amount: "2_000_000 JPY", at: "2026-09-02T10:00" });
    const approve = timeline?.passes.find(({ step }) => step === "approve");
    assert.deepEqual(approve && [approve.who, approve.planned, approve.state, approve.details.at(-1)], [
      "Sato",
      "Fri 2026-09-04 18:00",
      "plain",
      "at worst nobody has it",
    ]);
  });

  it("has no date while the request waits without an end", () => {
    const { timeline } = answer({ ...asked, waiting: "2026-08-24T11:00.." });
    assert.deepEqual(timeline && [timeline.planned, timeline.late], ["not known until the waiting ends", false]);
    assert.equal(answer({ kind: "question", at: "2026-08-24T10:00" }).timeline, undefined);
  });
});
