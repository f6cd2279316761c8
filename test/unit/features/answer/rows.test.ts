import assert from "node:assert/strict";
import { agreedIn } from "../../../harness/models.ts";
import { acme, answer, discount, incident, productTexts, rows } from "./answering.ts";

describe("the rows of an answer", () => {
  it("come in one order, from who to the notes", () => {
    const labels = answer({ ...acme, at: "2026-08-22T10:15" }).rows.map((row) => row.label);
    assert.deepEqual(
      [...new Set(labels)],
      [
        ..."Who,Channel,Clock starts,Respond by,Resolve by,Escalation".split(","),
        ..."May be promised,Surcharge,Exception,Note".split(","),
      ],
    );
  });

  it("say who and how that was found", () => {
    const instead = answer({ ...incident, at: "2026-08-10T10:00" });
    assert.equal(rows(instead, "Who"), "Kudo of Support (システム部) | next in turn, instead of Abe, who is away | ");
    const named = answer({ ...acme, at: "2026-08-22T10:15" }, "ja");
    assert.equal(rows(named, "担当"), "Support（システム部）の Kudo | acme_cutover で指名 | ");
  });

  it("give the channels to use with their addresses, and why not the one that was used", () => {
    assert.equal(
      rows(answer({ ...acme, at: "2026-08-29T10:15" }), "Channel"),
      "email (support@example.co.jp) or portal (https://support.example.co.jp) | not by phone, which is not answered at that time | warn",
    );
    const unsaid = { kind: "how_to", at: "2026-08-24T09:00" };
    assert.equal(rows(answer(unsaid), "Channel"), "email, portal; phone during office |  | ");
  });

  it("do not send a request away from a channel to the same channel where none is open", () => {
    const phone = agreedIn(...productTexts.map((text) => text.replace("    via      email, portal\n", "")));
    // Saturday; the office opens on Monday at 09:00, and four hours of it are over at 14:00.
    const closed = answer({ ...acme, at: "2026-08-29T10:15" }, "en", phone);
    assert.match(closed.headline, /, by phone, once that is open again\.$/);
    assert.equal(rows(closed, "Channel").split(" | ")[1], "not answered at that time");
  });

  it("give each rung of the ladder with whom it reaches, and whether that is outside their hours", () => {
    // 10:15 and two hours of the exception's opening; Ito's own hours are closed on Saturday.
    assert.equal(
      rows(answer({ ...acme, at: "2026-08-22T10:15" }), "Escalation"),
      "Sat 2026-08-22 12:15 to Ito | the lead of Support, after 2 business hours; outside their hours | warn",
    );
  });

  it("say what may be promised beside it, and why not", () => {
    const promised = rows(answer({ ...acme, at: "2026-08-22T10:15" }), "May be promised");
    assert.match(promised, /^phone_cover: never \| nobody is on duty, and the engineers are not paid for it \| bad$/m);
    assert.match(promised, /^loan_unit: yes \| {2}\| good$/m);
    assert.equal(rows(answer({ ...discount, rate: "15%" }), "May be promised"), "");
  });

  it("say whom to ask and by when they answer", () => {
    assert.equal(
      rows(answer({ ...discount, rate: "15%" }), "Ask"),
      "Sato (the lead of Sales) | answers by Tue 2026-08-25 18:00, within 1 business day | ",
    );
  });

  it("tell who stands in from the one whom the rule means", () => {
    const agreed = agreedIn(
      `calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
team Desk {
  lead   Ito
  members Abe
  hours  office
  deputy Abe for Ito
  away   Ito 2026-08-24
}
team Shop {
  lead  Mori
  hours office
}
request repair
request refund
agreement desk between Shop and Desk in Asia/Tokyo {
  effective 2026-01-01..2026-12-31
  handle repairs: repair {
    by       Desk
    escalate after 1 business hour to lead of Desk
  }
  commit refunds: refund by Shop {
    ask lead of Desk within 1 business hour
    ask lead of asker within 1 business hour
  }
}
`,
    );
    // The clock starts at 10:00, and Ito is away that day.
    const repair = { kind: "repair", at: "2026-08-24T10:00" };
    const rung = "Mon 2026-08-24 11:00 to Abe | for the lead of Desk, after 1 business hour | ";
    assert.equal(rows(answer(repair, "en", agreed), "Escalation"), rung);
    const stepped = "8月24日（月）11:00 に Abe へ | Desk のリーダーの代理、1 営業時間後 | ";
    assert.equal(rows(answer(repair, "ja", agreed), "エスカレーション"), stepped);
    const refund = { kind: "refund", at: "2026-08-24T10:00" };
    assert.equal(
      rows(answer({ ...refund, asker: "Shop" }, "en", agreed), "Ask"),
      [
        "Abe (for the lead of Desk) | answers by Mon 2026-08-24 11:00, within 1 business hour | ",
        "Mori (the lead of the asker's team) | answers by Mon 2026-08-24 11:00, within 1 business hour | ",
      ].join("\n"),
    );
    const nobodyAsks = answer(refund, "en", agreed);
    // Of one of the two it is not known when they answer, so not of both either.
    assert.equal(nobodyAsks.headline, "Ask Abe and the lead of the asker's team first.");
    assert.match(
      rows(nobodyAsks, "Ask"),
      /^the lead of the asker's team \| the request does not say who asks \| bad$/m,
    );
  });

  it("say of who would ask themselves that nobody else is there", () => {
    const alone = agreedIn(`team Desk {
  lead Abe
  members Kudo
  away Kudo 2026-08-24..2026-08-28
}
team Shop {
  lead Mori
}
request refund
agreement refunds between Shop and Desk in Asia/Tokyo {
  commit refunds: refund by Desk {
    ask lead of Desk within 1 clock hour
  }
}
`);
    const refund = { kind: "refund", at: "2026-08-24T10:00", asker: "Abe" };
    assert.equal(
      rows(answer(refund, "en", alone), "Ask"),
      "the lead of Desk | that is Abe, who asks, and nobody else is there | bad",
    );
    assert.equal(
      rows(answer({ ...refund, at: "2026-08-31T10:00" }, "en", alone), "Ask"),
      "Desk (for the lead of Desk) | answers by Mon 2026-08-31 11:00, within 1 clock hour | ",
    );
  });

  it("show a favour as what it was: an exception that is over", () => {
    assert.equal(
      rows(answer({ ...acme, at: "2026-08-29T10:15" }), "Exception"),
      "acme_cutover is over | it ended on Sun 2026-08-23, so the ordinary rule holds | warn",
    );
    assert.equal(
      rows(answer({ ...acme, at: "2026-08-21T10:15" }), "Exception"),
      "acme_cutover has not begun | it begins on Sat 2026-08-22; until then the ordinary rule holds | warn",
    );
  });

  it("do not say that the ordinary rule holds where another exception is in force", () => {
    const twice = agreedIn(
      ...productTexts,
      `exception acme_spring to product_support.discounts when customer is Acme {
  effective 2026-05-01..2026-05-07
  may       when rate <= 30%
  owner     Mori
  approved  by Sato on 2026-04-30
  reason    "spring sale"
}
`,
    );
    const both = answer({ ...discount, rate: "25%", customer: "Acme", at: "2026-09-10T10:00" }, "en", twice);
    assert.match(rows(both, "Exception"), /^acme_discount, in force until Mon 2026-09-14 /);
    assert.match(rows(both, "Exception"), /^acme_spring is over \| it ended on Thu 2026-05-07 \| warn$/m);
  });

  it("give the exception in force with its end, reason, approval and owner", () => {
    assert.equal(
      rows(answer({ ...discount, rate: "25%", customer: "Acme", at: "2026-09-10T10:00" }, "ja"), "例外"),
      "acme_discount（9月14日（月）まで有効） | volume order。承認：Sato。責任者：Mori | ",
    );
  });

  it("say that provisional times hold only if it is sent again at once", () => {
    assert.equal(
      rows(answer({ ...incident, channel: "chat", at: "2026-08-26T10:00" }), "Note"),
      "the times hold if it is sent again at once, by email, portal or phone |  | warn",
    );
  });

  it("say of what nobody handles whether it was forgotten or only does not apply", () => {
    assert.match(rows(answer({ kind: "refund", at: "2026-08-24T10:00" }), "What to do"), /no clause mentions refund/);
    assert.match(
      rows(answer({ ...incident, at: "2026-03-02T10:00" }), "What to do"),
      /product_support\.incidents is about incident, but does not apply here/,
    );
  });

  it("give a sentence to say also where no rule says anything", () => {
    const silent = { kind: "customisation", price: "free", asker: "Sales", at: "2026-08-24T10:00" };
    assert.equal(answer(silent).say, "Let me take that back, check, and call you.");
    assert.equal(answer(silent, "ja").say, "一度持ち帰って確認し、折り返しご連絡いたします。");
  });
});

// language.md M4 speaks of persons; a team that is not the handler is no better address.
describe("the answer to a request to another team", () => {
  const request = { ...incident, to: "Sales", at: "2026-08-26T10:00" };

  it("names the team that it goes to, and by when it answers", () => {
    assert.equal(
      answer(request).headline,
      "Send it to Support (システム部) by email, not to Sales (営業部). Support (Abe) answers by Wed 2026-08-26 15:00.",
    );
    assert.equal(
      answer(request, "ja").headline,
      "Sales（営業部）ではなく、email で Support（システム部）へ送ってください。Support の Abe が 8月26日（水）15:00 までに回答します。",
    );
    assert.equal(answer(request).outcome, "redirect");
  });

  it("says why beside the channel", () => {
    assert.equal(
      rows(answer(request), "Channel"),
      "email (support@example.co.jp) | to Support (システム部), not to Sales (営業部) | warn",
    );
  });
});
