import assert from "node:assert/strict";
import { agreedIn } from "../../../harness/models.ts";
import { answer, incident, rows } from "./answering.ts";

describe("the times of an answer", () => {
  it("tell a deadline at a closing time from the moment of the breach", () => {
    const late = { ...incident, at: "2026-09-18T17:00" };
    assert.equal(
      rows(answer(late), "Respond by"),
      "Thu 2026-09-24 12:00 | within 4 business hours; not breached before Thu 2026-09-24 13:00, when it opens again | ",
    );
    assert.equal(
      rows(answer(late, "ja"), "回答期限"),
      "9月24日（木）12:00 | 4 営業時間以内。違反となるのは、次に開く 9月24日（木）13:00 から | ",
    );
  });

  it("say when the clock starts, and why not at once", () => {
    assert.equal(
      rows(answer({ kind: "how_to", channel: "email", at: "2026-08-29T12:00" }), "Clock starts"),
      "Mon 2026-08-31 09:00 | at the next opening: it arrives outside the hours | warn",
    );
  });

  it("name the zone of a time that the clause states, where the answer is in another", () => {
    const agreed = agreedIn(
      `calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
calendar counter in Europe/Berlin {
  open Mon..Fri 09:00-17:00
}
team Shop {
  hours office
}
team Desk {
  lead  Weber
  hours counter
}
request question
agreement desk between Shop and Desk in Asia/Tokyo {
  effective 2026-01-01..2026-12-31
  handle questions: question {
    by      Desk
    cutoff  15:00
    respond within 1 business day before 12:00
  }
}
`,
    );
    // 15:00 in Berlin counts for Monday the 26th, on which summer time is over: 09:00 there is 17:00 in Tokyo. The day
    // after it at 12:00 there is 20:00 in Tokyo.
    const late = { kind: "question", at: "2026-10-23T15:00+02:00" };
    const english = answer(late, "en", agreed);
    assert.equal(
      rows(english, "Clock starts"),
      "Mon 2026-10-26 17:00 | it arrives after the cut-off of 15:00 (Europe/Berlin) | warn",
    );
    assert.equal(
      rows(english, "Respond by"),
      "Tue 2026-10-27 20:00 | within 1 business day, before 12:00 (Europe/Berlin) | ",
    );
    assert.equal(
      rows(answer(late, "ja", agreed), "回答期限"),
      "10月27日（火）20:00 | 1 営業日の 12:00 まで（Europe/Berlin） | ",
    );
  });

  it("write the year of another year in Japanese", () => {
    // 2026-12-30 is closed until Mon 2027-01-04 (year-end closure to 01-03, a Sunday).
    assert.match(
      answer({ kind: "how_to", channel: "email", at: "2026-12-30T10:00" }, "ja").headline,
      /^2027年1月4日（月）09:00 まで時間外です。/,
    );
  });
});

describe("in the night in which the clock is set back", () => {
  const watch = agreedIn(
    `calendar night in Europe/Berlin {
  open Mon..Sun 22:00-06:00
}
channel email
team Sales {
  members Mori
  hours   night
}
team Watch {
  members Abe, Kudo
  hours   night
}
request alarm
agreement watching between Sales and Watch {
  handle alarms: alarm {
    by      Watch
    respond within 4 business hours
  }
}
`,
  );
  const alarm = { kind: "alarm", asker: "Sales", at: "2026-10-24T23:00" };

  it("an hour that the clock shows twice is told apart", () => {
    // From 23:00 four hours pass at 00:00, 01:00, 02:00 and, as 03:00 becomes 02:00 again, at the second 02:00.
    assert.equal(
      answer(alarm, "en", watch).headline,
      "Watch answers by Sun 2026-10-25 02:00 (after the clock is set back).",
    );
    assert.match(answer(alarm, "ja", watch).headline, /10月25日（日）02:00（時計を戻した後）までに/);
    // Three hours are up at the first.
    assert.equal(
      answer({ ...alarm, at: "2026-10-24T22:00" }, "en", watch).headline,
      "Watch answers by Sun 2026-10-25 02:00.",
    );
  });
});

describe("a request that no row of a target table fits", () => {
  const agreed = (own = "") =>
    agreedIn(
      `request incident { severity: normal | urgent | other }
team Sales {
  lead Sato
}
team Support {
  lead Ito
  hours office
}
calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
agreement support between Sales and Support {
  handle incidents: incident {
    by Support
${own}    table severity -> respond, resolve
      normal -> 4 business hours, 2 business days
      urgent -> 1 business hour, 1 business day
  }
}
`,
    );
  const asked = { kind: "incident", severity: "other", asker: "Sales", at: "2026-08-24T10:00" };
  const none = "no deadline agreed | no row of the table fits this request | warn";

  it("is told to have no deadline, in the first sentence and where the deadlines are", () => {
    const answered = answer(asked, "en", agreed());
    assert.equal(answered.headline, "Support handles it, but no deadline is agreed for such a request.");
    assert.deepEqual([rows(answered, "Respond by"), rows(answered, "Resolve by")], [none, none]);
    const japanese = answer(asked, "ja", agreed());
    assert.equal(japanese.headline, "Support が対応しますが、このような依頼の期限は取り決められていません。");
    assert.equal(rows(japanese, "解決期限"), "期限の取り決めなし | 表にこの依頼に当たる行がない | warn");
  });

  it("has what the clause itself says", () => {
    const answered = answer(asked, "en", agreed("    respond within 2 business hours\n"));
    assert.equal(answered.headline, "Support answers by Mon 2026-08-24 12:00.");
    assert.equal(rows(answered, "Resolve by"), none);
  });

  it("is not meant where a row fits, or there is no table", () => {
    assert.doesNotMatch(rows(answer({ ...asked, severity: "urgent" }, "en", agreed()), "Resolve by"), /agreed/);
    const plain = agreedIn(
      "request call\nteam A {\n lead X\n}\nteam B {\n lead Y\n}\nagreement c between A and B {\n handle calls: call {\n  by B\n }\n}\n",
    );
    assert.equal(answer({ kind: "call", asker: "A", at: "2026-08-24T10:00Z" }, "en", plain).headline, "B handles it.");
  });
});
