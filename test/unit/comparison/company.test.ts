import assert from "node:assert/strict";
import { compareRevisions } from "../../../server/core/comparison/compare.ts";
import { agreement, changes, changesFrom, company, revision } from "./revisions.ts";

describe("what the company changes in decisions", () => {
  it("is a calendar that closes earlier: later answers, and days that end earlier", () => {
    // At 17:00 an hour of the day was left, and none is. At 10:00 all answers are due as before, but three business days
    // end at 17:00.
    assert.deepEqual(changes(["09:00-18:00", "09:00-17:00"]), [
      "later, earlier: incident, how_to, discount (rate above 10% up to 20%): office: open → closed [Mon..Fri 17:00-18:00 (2026-04-01..2027-03-31)] @ 2026-04-01 17:00, 2026-04-01 10:00",
    ]);
  });

  it("is a calendar that opens on Saturdays: earlier answers", () => {
    assert.deepEqual(changes(["open Mon..Fri 09:00-18:00\n", "open Mon..Fri 09:00-18:00\n  open Sat 10:00-14:00\n"]), [
      "earlier: incident, how_to, discount (rate above 10% up to 20%): office: closed → open [Sat 10:00-14:00 (2026-04-04..2027-03-27)] @ 2026-04-04 10:00",
    ]);
  });

  it("is a day that closes, for all that is asked of somebody within business days, however few lines ask it", () => {
    const promises =
      company +
      `agreement promises between Sales and Support {
  effective 2026-04-01..2027-03-31
  commit loans: loan by Sales {
    may when tier is gold
    ask lead of Support within 1 business day when tier is not gold
  }
  commit discounts: discount by Sales {
    may when rate <= 50%
    ask lead of Support within 2 business days when rate > 50%
  }
  commit visits: visit by Sales {
    may
  }
}
`;
    // Asked on Thursday 2 April, the first business day after it was Friday the third and is Monday the sixth. Asked on a Friday,
    // it is a Monday in both. A visit asks nobody.
    assert.deepEqual(changesFrom(promises, promises.replace("Mon..Fri 09:00-18:00", "Mon..Thu 09:00-18:00")), [
      "later: loan (tier silver or none), discount (rate above 50%): office: open → closed [Fri 09:00-18:00 (2026-04-03..2027-03-26)] @ 2026-04-02 10:00",
    ]);
  });

  it("is told of clauses that have another name by now", () => {
    // At 17:00 an hour of the day was left, and none is; so it is when they are called something else.
    const found = changes(
      ["09:00-18:00", "09:00-17:00"],
      ["agreement support", "agreement help"],
      ["to support.", "to help."],
    );
    assert.deepEqual(found, changes(["09:00-18:00", "09:00-17:00"]));
  });

  it("is told of no request that an exception answers otherwise", () => {
    const promises = `${company}agreement promises between Sales and Support {
  effective 2026-04-01..2027-03-31
  commit discounts: discount by Sales {
    may when rate <= 50%
    ask lead of Support within 2 business days when rate > 50%
  }
}
exception fair to promises.discounts when customer is Bolt {
  effective 2026-09-01..2026-09-10
  may       when rate <= 90%
  owner     Mori
  approved  by Sato on 2026-08-30
  reason    "a trade fair"
}
`;
    // For Bolt nobody is asked in these days up to 90 %, so that no answer of theirs comes later.
    assert.deepEqual(changesFrom(promises, promises.replace("Mon..Fri 09:00-18:00", "Mon..Thu 09:00-18:00")), [
      "later: discount (rate above 50%) except (rate above 50% up to 90%, customer Bolt, on 2026-09-01..2026-09-10): office: open → closed [Fri 09:00-18:00 (2026-04-03..2027-03-26)] @ 2026-04-02 10:00",
    ]);
  });

  it("is an hour of a day that only requests of days before count on", () => {
    const promises =
      company +
      `agreement promises between Sales and Support {
  effective 2026-04-01..2027-03-31
  commit loans: loan by Sales {
    ask lead of Support within 10 business days
  }
}
`;
    // The tenth business day after the weekend of 16 and 17 May is Friday the 29th: five from Monday the 18th on, five from the 25th on.
    const closed = promises.replace("09:00-18:00\n", "09:00-18:00\n  closed 2026-05-29 17:00-18:00\n");
    assert.deepEqual(changesFrom(promises, closed), [
      "earlier: loan: office: open → closed [2026-05-29 17:00-18:00] @ 2026-05-17 10:00",
    ]);
    // Those who may ask on Fridays alone: the tenth business day after a Friday is a Friday.
    const onFridays = (text: string) => text.replace("loan by Sales", "loan by Sales when on Fri");
    assert.deepEqual(changesFrom(onFridays(promises), onFridays(closed)), [
      "earlier: loan (on Fri): office: open → closed [2026-05-29 17:00-18:00] @ 2026-05-15 10:00",
    ]);
  });

  it("is an hour for agreements that begin when others have long ended", () => {
    const agreementOn = (kind: string, days: string) => `agreement ${kind}s between Sales and Support {
  effective ${days}
  handle ${kind}s: ${kind} {
    by      Support
    respond within 1 business hour
  }
}
`;
    const before =
      company + agreementOn("loan", "2026-04-01..2026-12-31") + agreementOn("visit", "2027-01-01..2027-03-31");
    // At 17:00 one hour ended at 18:00, and now ends at 10:00 of the next day.
    assert.deepEqual(changesFrom(before, before.replace("09:00-18:00", "09:00-17:00")), [
      "later: loan, visit: office: open → closed [Mon..Fri 17:00-18:00 (2026-04-01..2027-03-31)] @ 2026-04-01 17:00",
    ]);
  });

  it("is a channel that is open at other times, though no clock counts on it", () => {
    const before =
      company +
      `agreement loans between Sales and Support {
  effective 2026-04-01..2027-03-31
  handle loans: loan {
    by      Support
    via     email
    via     portal during late
    respond within 1 business hour
  }
}
`;
    // By portal at 12:30 it was taken, and is sent to email instead.
    assert.deepEqual(changesFrom(before, before.replace("12:00-21:00", "13:00-21:00")), [
      "other-channel: loan (channel portal, during late as it was, outside late): late: open → closed [Mon..Fri 12:00-13:00 (2026-04-01..2027-03-31)] @ 2026-04-01 12:00",
    ]);
  });

  it("is a team that keeps other hours", () => {
    // At 18:00 four hours end at 13:00 of the next day in both, and three business days at 21:00; at 17:00 four hours end the same
    // evening.
    const found = changes(["  hours   office\n  duty", "  hours   late\n  duty"]);
    assert.deepEqual(found, [
      "later: incident, how_to: hours of Support: open → closed [Mon..Fri 09:00-12:00 (2026-04-01..2027-03-31)] @ 2026-04-01 09:00",
      "later, earlier: incident, how_to: hours of Support: closed → open [Mon..Fri 18:00-21:00 (2026-04-01..2027-03-31)] @ 2026-04-01 18:00, 2026-04-01 17:00",
    ]);
  });

  it("is what other clauses decide, where these ask for the calendar", () => {
    const handling = `agreement calls between Sales and Support {
  effective 2026-04-01..2027-03-31
  handle day: loan when during office {
    by Support
    respond within 1 clock hour
  }
  handle night: loan when outside office {
    by Ops
    respond within 1 clock hour
  }
}
`;
    // One hour a day moves from the one to the other. Each counts on its own hours, though no clock hour depends on them.
    const before = company + handling;
    const found = changesFrom(before, before.replace("09:00-18:00", "09:00-17:00"));
    assert.deepEqual(found, [
      "other-handler, other: loan (during office as it was, outside office): handler: Support → Ops; counted on: office → late @ 2026-04-01 17:00",
    ]);
    const { differences } = compareRevisions(
      revision(before),
      revision(before.replace("09:00-18:00", "09:00-17:00")),
      1_000_000,
    );
    const told = differences.flatMap(({ requests }) => requests.flatMap(({ anyOf }) => anyOf));
    assert.deepEqual(told, [
      { en: "during office as it was, outside office", ja: "変更前の office の時間内、office の時間外" },
    ]);
  });

  it("is a weekly rest day, for those who pay by law", () => {
    const rests: readonly [string, string] = [
      "open Mon..Fri 09:00-18:00\n",
      "open Mon..Sun 09:00-18:00\n  rest   Sun\n",
    ];
    const paid: readonly [string, string] = ["    resolve ", "    surcharge premium of Japan\n    resolve "];
    const text = (edits: readonly (readonly [string, string])[]) =>
      edits.reduce((all, [old, now]) => all.replace(old, now), company + agreement);
    const moved = (all: string) => all.replace("rest   Sun", "rest   Sat");
    // 2026-04-04 is a Saturday. The premium of a rest day is 35 %, that of others depends on the hours worked.
    assert.deepEqual(changesFrom(text([rests, paid]), moved(text([rests, paid]))), [
      "cost: incident, how_to: office: no rest day → weekly rest day [Sat 00:00-24:00 (2026-04-04..2027-03-27)] @ 2026-04-04 10:00",
      "cost: incident, how_to: office: weekly rest day → no rest day [Sun 00:00-24:00 (2026-04-05..2027-03-28)] @ 2026-04-05 10:00",
    ]);
    assert.deepEqual(changesFrom(text([rests]), moved(text([rests]))), []);
  });

  it("is nothing where no decision counts on it", () => {
    assert.deepEqual(changes(["open Mon..Fri 12:00-21:00", "open Mon..Fri 13:00-21:00"]), []);
  });

  it("is somebody else on duty, a lead, a customer's owner", () => {
    assert.deepEqual(changes(["Support {\n  lead    Ito", "Support {\n  lead    Abe"]), [
      "other: incident, how_to: told: the lead of Support: Ito → Abe @ 2026-04-01 10:00",
    ]);
    // Both away for three days: nobody of the turns is left, and the lead does it.
    const away = "duty    Abe, Kudo weekly from 2026-04-06\n  away    Abe 2026-05-11..2026-05-13";
    assert.deepEqual(
      changes(["duty    Abe, Kudo weekly from 2026-04-06", `${away}\n  away    Kudo 2026-05-11..2026-05-13`]),
      [
        // The week of 11 May is the sixth from 6 April on: Kudo's.
        "other-handler: incident, how_to: Support: Kudo → Ito [2026-05-11..2026-05-13] @ 2026-05-11 10:00",
      ],
    );
    assert.deepEqual(changes(["owner Mori", "owner Sato"]), [
      "other-handler: visit (customer Acme): owner of Acme: Mori → Sato @ 2026-04-01 10:00",
    ]);
  });

  it("is a customer with another attribute, for that customer alone", () => {
    // Discounts between 10% and 12% are the same for gold, for asking is stricter.
    const silver: readonly [string, string] = ["tier  is gold", "tier  is silver"];
    assert.deepEqual(changes(silver), ["tighter: loan (customer Acme): promise: may → never @ 2026-04-07 10:00"]);
    assert.deepEqual(changes(silver, ["may when tier is gold", "ask lead of Sales when tier is gold"]), [
      "tighter: loan (tier gold): promise: may → ask the lead of Sales @ 2026-04-07 10:00",
      "tighter: loan (customer Acme): promise: may → never @ 2026-04-07 10:00",
    ]);
  });
});
