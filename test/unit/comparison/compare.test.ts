import assert from "node:assert/strict";
import { compareRevisions } from "../../../server/core/comparison/compare.ts";
import type { Difference } from "../../../server/core/comparison/difference.ts";
import { compile } from "../../../server/core/engine/compile.ts";
import { decide } from "../../../server/core/engine/decide.ts";
import { changeInWords } from "../../../server/core/features/difference/words.ts";
import { link } from "../../../server/core/model/link.ts";
import { parse } from "../../../server/core/syntax/parse.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";

const company = `calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
calendar late in Asia/Tokyo {
  open Mon..Fri 12:00-21:00
}
channel email, portal
team Sales {
  lead    Sato
  members Mori
  hours   office
}
team Support {
  lead    Ito
  members Abe, Kudo
  hours   office
  duty    Abe, Kudo weekly from 2026-04-06
}
team Ops {
  lead  Ota
  hours late
}
attribute tier of customer: silver | gold
customer Acme {
  tier  is gold
  owner Mori
}
customer Bolt {
  tier is gold
}
request incident { severity: normal | urgent }
request how_to
request discount { rate: percent }
request visit
request loan
`;
const agreement = `agreement support between Sales and Support {
  effective 2026-04-01..2027-03-31
  handle incidents: incident, how_to {
    by       Support
    via      email, portal
    respond  within 4 business hours
    resolve  within 3 business days
    escalate after 2 business hours to lead of Support
    say      "Please write to {channel}."
    case urgent: incident when severity is urgent {
      respond within 1 business hour
    }
  }
  handle visits: visit {
    by owner of customer
  }
  commit discounts: discount by Sales {
    may when rate <= 10% or tier is gold and rate <= 12%
    ask lead of Sales within 1 business day when rate > 10% and rate <= 20%
    never when rate > 20% because "margin floor"
  }
  commit loans: loan by Sales {
    may when tier is gold
    never when tier is silver
  }
}
exception rush to support.incidents when customer is Acme {
  effective 2026-09-01..2026-09-10
  by        Kudo
  owner     Mori
  approved  by Sato on 2026-08-30
  reason    "a trade fair"
}
`;

const today = 20544; // 2026-04-01 is 20,544 days after 1970-01-01

function revision(text: string) {
  return { model: link([{ path: "a.sla", syntax: parse(text) }]), holidays: japaneseHolidays, today };
}

/** What changes when a text is replaced by another in the files, one line a difference; every example is asked again. */
function changes(...edits: readonly (readonly [string, string])[]): readonly string[] {
  const before = company + agreement;
  const after = edits.reduce((text, [old, now]) => {
    assert.ok(text.includes(old), old);
    return text.replace(old, now);
  }, before);
  return changesFrom(before, after);
}

function changesFrom(before: string, after: string): readonly string[] {
  const [old, now] = [revision(before), revision(after)];
  const { differences, undecided } = compareRevisions(old, now, 1_000_000);
  assert.deepEqual(undecided, []);
  const engines = [old, now].map(({ model }) => compile(model, japaneseHolidays));
  for (const { examples } of differences)
    for (const example of examples) {
      const { request } = example.after.decision;
      const decided = engines.map((engine) => seen(decide(engine, request)));
      assert.deepEqual(decided, [seen(example.before.decision), seen(example.after.decision)]);
      assert.notEqual(decided[0], decided[1]);
    }
  return differences.map(line);
}

function seen(decision: object): string {
  return JSON.stringify(decision, (key, value: unknown) => {
    if (key === "place" || key === "aside") return undefined;
    return typeof value === "bigint" ? value.toString() : value;
  });
}

function line({ classes, requests, changes: told, examples }: Difference): string {
  const which = requests.map(({ kind, anyOf, except }) => {
    const sets = anyOf.map(({ en }) => en).filter((each) => each !== "");
    const but = except.map(({ en }) => ` except (${en})`).join("");
    return `${kind}${sets.length > 0 ? ` (${sets.join(" or ")})` : ""}${but}`;
  });
  const rows = told
    .flatMap((change) => changeInWords(change, "en"))
    .map(({ label, before, after, when }) => `${label}: ${before} → ${after}${when === undefined ? "" : ` [${when}]`}`);
  const asked = examples.map(({ request }) => request.en.slice(-16)).join(", ");
  return `${classes.join(", ")}: ${which.join(", ")}: ${rows.join("; ")} @ ${asked}`;
}

const handler = "handled by Support → nobody handles it";

describe("what clauses change in decisions", () => {
  it("is nothing where nothing is edited", () => assert.deepEqual(changes(), []));

  it("is cover that is lost or won", () => {
    const [clause = ""] = /\n {2}handle incidents[\s\S]*?\n {2}\}/.exec(agreement) ?? [];
    const [exception = ""] = /exception rush[\s\S]*?\n\}/.exec(agreement) ?? [];
    // With the clause goes what bends it.
    assert.deepEqual(changes([clause, ""], [exception, ""]), [
      `lost-cover: incident, how_to: handling: ${handler} @ 2026-04-07 10:00`,
    ]);
    assert.deepEqual(changes(["handle incidents: incident, how_to {", "handle incidents: incident {"]), [
      `lost-cover: how_to: handling: ${handler} @ 2026-04-07 10:00`,
    ]);
    assert.deepEqual(
      changes(["request visit\n", "request visit\nrequest refund\n"], ["visits: visit", "visits: visit, refund"]),
      ["won-cover: refund: handling: nobody handles it → handled by the customer's owner @ 2026-04-07 10:00"],
    );
  });

  it("is a no, and no longer one", () => {
    const no = 'decline  because "we are full"';
    assert.deepEqual(changes(["escalate after 2 business hours to lead of Support", no]), [
      "declined: incident, how_to: handling: handled by Support → declined: we are full @ 2026-04-07 10:00",
    ]);
  });

  it("is an earlier or a later answer, where no case says otherwise", () => {
    // Of urgent incidents the case has its own target.
    assert.deepEqual(changes(["within 4 business hours", "within 120 business minutes"]), [
      "earlier: incident (severity normal), how_to: respond: within 4 business hours → within 120 business minutes @ 2026-04-07 10:00",
    ]);
    assert.deepEqual(changes(["within 4 business hours", "within 240 business minutes"]), []);
    assert.deepEqual(changes(["within 3 business days", "within 4 business days"]), [
      "later: incident, how_to: resolve: within 3 business days → within 4 business days @ 2026-04-07 10:00",
    ]);
    // At 10:00 five clock hours end at 15:00, four business hours at 14:00; at 14:30 at 19:30, before 09:30 of the next day.
    assert.deepEqual(changes(["within 4 business hours", "within 5 clock hours"]), [
      "later, earlier: incident (severity normal), how_to: respond: within 4 business hours → within 5 clock hours @ 2026-04-07 10:00, 2026-04-07 14:30",
    ]);
  });

  it("is another handler, but for exceptions that keep theirs", () => {
    assert.deepEqual(changes(["by       Support", "by       lead of Support"]), [
      "other-handler: incident except (customer Acme, on 2026-09-01..2026-09-10), how_to except (customer Acme, on 2026-09-01..2026-09-10): handler: Support → the lead of Support @ 2026-04-07 10:00",
    ]);
  });

  it("is a looser or a tighter promise", () => {
    // Between 10% and 12% gold customers were asked about and may be promised alike: the stricter counts.
    assert.deepEqual(changes(["rate <= 10% or", "rate <= 15% or"], ["when rate > 10%", "when rate > 15%"]), [
      "looser: discount (rate above 10% up to 15%): promise: ask the lead of Sales within 1 business day → may @ 2026-04-07 10:00",
    ]);
    assert.deepEqual(changes(['    never when rate > 20% because "margin floor"\n', ""]), [
      "looser: discount (rate above 20%): promise: never → no rule (take it back and check) @ 2026-04-07 10:00",
    ]);
    assert.deepEqual(changes(["rate <= 20%", "rate <= 18%"], ["rate > 20%", "rate > 18%"]), [
      "tighter: discount (rate above 18% up to 20%): promise: ask the lead of Sales within 1 business day → never @ 2026-04-07 10:00",
    ]);
  });

  it("is shown at a time that is among the requests, and not at a more usual one", () => {
    const promises = (lines: string) => {
      const text = `agreement calls between Sales and Support {\n  effective 2026-04-01..2027-03-31\n${lines}}\n`;
      return company + text;
    };
    const quiet = "  commit quiet: loan by Sales {\n    never when asker is Sales and during office\n  }\n";
    const free = "  commit free: loan by Sales {\n    may\n  }\n";
    // At 10:00 on a Tuesday Sales may not promise it in either.
    assert.deepEqual(changesFrom(promises(quiet + free), promises(quiet)), [
      "tighter: loan except (asker Sales, during office): promise: may → no rule (take it back and check) @ 2026-04-01 00:00",
    ]);
  });

  it("is whom one asks, by when they answer, and why not", () => {
    assert.deepEqual(
      changes(["ask lead of Sales within 1 business day", "ask lead of Support within 2 business hours"]),
      [
        "earlier, other: discount (rate above 10% up to 20%): asked: the lead of Sales → the lead of Support; answer: within 1 business day → within 2 business hours @ 2026-04-07 10:00",
      ],
    );
    assert.deepEqual(changes(["margin floor", "no margin"]), [
      "other: discount (rate above 20%): reason: margin floor → no margin @ 2026-04-07 10:00",
    ]);
  });

  it("is another channel for those who use it", () => {
    assert.deepEqual(changes(["via      email, portal", "via      email"]), [
      "other-channel: incident (channel portal), how_to (channel portal): channels: email, portal → email @ 2026-04-07 10:00",
    ]);
  });

  it("is the channels of an exception or a case on the days and for the requests that it is for as well", () => {
    const bent = (company + agreement).replace("  by        Kudo\n", "  via       email\n");
    // Ten days with email alone become fourteen: on the four more, whoever comes by the portal is sent on.
    const channels = "channels: email, portal → email";
    const which = (kind: string) => `${kind} (customer Acme, channel portal, on 2026-09-11..2026-09-14)`;
    assert.deepEqual(changesFrom(bent, bent.replace("09-01..2026-09-10", "09-01..2026-09-14")), [
      `other-channel: ${which("incident")}, ${which("how_to")}: ${channels} @ 2026-09-11 10:00`,
    ]);
    const urgent = (company + agreement)
      .replace("respond within 1 business hour", "via email")
      .replace("normal | urgent", "normal | urgent | dire");
    const widened = urgent.replace("when severity is urgent", "when severity is one of urgent, dire");
    assert.deepEqual(changesFrom(urgent, widened), [
      `other-channel: incident (severity dire, channel portal): ${channels} @ 2026-04-07 10:00`,
    ]);
  });

  it("is escalation, a cut-off, what is said, and a surcharge", () => {
    assert.deepEqual(changes(["after 2 business hours to lead of Support", "after 1 business hour to Abe"]), [
      "other: incident, how_to: escalation: after 2 business hours to the lead of Support → after 1 business hour to Abe @ 2026-04-07 10:00",
    ]);
    // The first half hour on a mark of the calendar from which it shows: 15:00.
    assert.deepEqual(changes(["    resolve ", "    cutoff   15:00\n    resolve "]), [
      "later: incident, how_to: cut-off: none → from 15:00 on received the next business day @ 2026-04-07 15:00",
    ]);
    assert.deepEqual(changes(["Please write", "Do write"]), [
      "other: incident, how_to: say: “Please write to {channel}.” → “Do write to {channel}.” @ 2026-04-07 10:00",
    ]);
    assert.deepEqual(changes(["  by        Kudo\n", "  by        Kudo\n  surcharge 35%\n"]), [
      "cost: incident (customer Acme, on 2026-09-01..2026-09-10), how_to (customer Acme, on 2026-09-01..2026-09-10): surcharge: none → 35% @ 2026-09-01 10:00",
    ]);
  });

  it("is what clauses count on", () => {
    // From 12:00 to 21:00 instead of 09:00 to 18:00: at 10:00 it begins later. From 14:30 on four hours go on until 18:30
    // of the same day, and not until 09:30 of the next.
    assert.deepEqual(changes(["    resolve ", "    hours    late\n    resolve "]), [
      "later, earlier: incident, how_to: counted on: office → late @ 2026-04-07 10:00, 2026-04-07 14:30",
    ]);
  });

  it("is told once of an agreement that ends earlier", () => {
    assert.deepEqual(changes(["2026-04-01..2027-03-31", "2026-04-01..2026-12-31"]), [
      "lost-cover, looser, tighter: incident, how_to, visit, discount, loan: support in force: 2026-04-01..2027-03-31 → 2026-04-01..2026-12-31 @ 2027-01-05 10:00",
    ]);
  });

  it("is the days between the old and the new end of an exception, or its beginnings", () => {
    const days = (...edit: readonly [string, string]) => changes(edit);
    const told = (kinds: string, handlers: string, first: string) => {
      const which = ["incident", "how_to"].map((kind) => `${kind} (customer Acme, ${kinds})`).join(", ");
      return `other-handler: ${which}: handler: ${handlers} @ ${first} 10:00`;
    };
    // 2026-09-11 is a Friday, 2026-09-04 too; what stands for days is a Tuesday where there is one.
    assert.deepEqual(days("09-01..2026-09-10", "09-01..2026-09-14"), [
      told("on 2026-09-11..2026-09-14", "Support → Kudo", "2026-09-11"),
    ]);
    assert.deepEqual(days("09-01..2026-09-10", "09-01..2026-09-09"), [
      told("on 2026-09-10", "Kudo → Support", "2026-09-10"),
    ]);
    assert.deepEqual(days("09-01..2026-09-10", "09-08..2026-09-17"), [
      told("on 2026-09-11..2026-09-17", "Support → Kudo", "2026-09-15"),
      told("on 2026-09-01..2026-09-07", "Kudo → Support", "2026-09-01"),
    ]);
    // Longer at both ends: the days before and after, in one.
    assert.deepEqual(days("09-01..2026-09-10", "08-31..2026-09-11"), [
      told("on 2026-08-31 or 2026-09-11", "Support → Kudo", "2026-08-31"),
    ]);
  });

  it("is special hours where requests can meet them, and nothing where an exception is only in force for longer", () => {
    const opened = (text: string) =>
      text
        .replace("  by        Kudo\n", "  open      2026-09-05..2026-09-06 10:00-16:00\n  owner     Mori\n")
        .replace("owner     Mori\n  owner", "owner");
    const before = opened(company + agreement);
    // A day more in which nothing is open that was not.
    assert.deepEqual(changesFrom(before, before.replace("..2026-09-10", "..2026-09-11")), []);
    assert.deepEqual(changesFrom(before.replace("..2026-09-10", "..2026-09-11"), before), []);
    // Saturday the 5th instead of both days: what comes after 12:00 on the Saturday is answered later.
    const [told = "", ...others] = changesFrom(before, before.replace("..2026-09-06 10", "..2026-09-05 10"));
    assert.deepEqual(others, []);
    assert.match(
      told,
      /^later: incident \(customer Acme, on 2026-09-01\.\.2026-09-10\), how_to \(.*\): special hours: open 2026-09-05\.\.2026-09-06 10:00-16:00 \(rush, 2026-09-01\.\.2026-09-10\) → open 2026-09-05\.\.2026-09-05 10:00-16:00 \(rush, .*\) @ /,
    );
  });

  it("is told with the zones of dates that are read by other clocks", () => {
    // In Berlin a day begins and ends seven hours later than in Tokyo; the calendar stays as it is.
    const [promises = ""] =
      /\n {2}commit discounts[\s\S]*?\n {2}\}\n {2}commit loans[\s\S]*?\n {2}\}/.exec(agreement) ?? [];
    const inTokyo = company + agreement.replace(promises, "");
    const inBerlin = inTokyo.replace("between Sales and Support {", "between Sales and Support in Europe/Berlin {");
    const found = changesFrom(inTokyo, inBerlin);
    const texts = found.join("\n");
    assert.match(
      texts,
      /not on 2026-09-01\.\.2026-09-10 in Asia\/Tokyo, on 2026-09-01\.\.2026-09-10 in Europe\/Berlin/,
    );
    assert.match(
      texts,
      /on 2026-09-01\.\.2026-09-10 in Asia\/Tokyo, not on 2026-09-01\.\.2026-09-10 in Europe\/Berlin/,
    );
  });

  it("is nothing where names, comments, order and layout change", () => {
    const names: readonly (readonly [string, string])[] = [
      ["agreement support", "// The desk.\nagreement help"],
      ["handle incidents", "handle   all"],
      ["case urgent", "case hot"],
      ["exception rush to support.incidents", "exception fair to help.all"],
      ["commit discounts", "commit reductions"],
    ];
    assert.deepEqual(changes(...names), []);
  });
});

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

describe("what fields hold", () => {
  const severities = "request incident { severity: normal | urgent }";

  it("is told where it changes, whatever clauses ask about it", () => {
    assert.deepEqual(changes([severities, "request incident { severity: normal | urgent | critical }"]), [
      "other: incident: field severity: normal | urgent → normal | urgent | critical @ ",
    ]);
    // Nobody asks about it; and one kind is in no clause.
    const wider: readonly [string, string] = [
      "request visit\n",
      "request visit { size: number }\nrequest party { size: number }\n",
    ];
    const before = company.replace(...wider) + agreement;
    assert.deepEqual(changesFrom(before, before.replaceAll("size: number", "size: JPY")), [
      "other: visit: field size: number → JPY @ ",
    ]);
  });

  it("is not told where only its order changes", () => {
    assert.deepEqual(changes([severities, "request incident { severity: urgent | normal }"]), []);
  });

  it("leaves undecided what clauses ask about it in another unit", () => {
    const amounts = (text: string) =>
      text
        .replaceAll("rate", "sum")
        .replaceAll(/(\d+)%/g, "$1 USD")
        .replace("percent", "USD");
    const [old, now] = [
      amounts(company + agreement),
      amounts(company + agreement)
        .replaceAll("10 USD", "1_000 JPY")
        .replaceAll(/(\d\d) USD/g, "$1 JPY")
        .replace("sum: USD", "sum: JPY"),
    ];
    const { differences, undecided } = compareRevisions(revision(old), revision(now), 1_000_000);
    assert.deepEqual(differences.map(line), ["other: discount: field sum: USD → JPY @ "]);
    assert.deepEqual(undecided, ["discount"]);
  });
});

describe("what is not decided", () => {
  it("is said aloud where the steps do not suffice", () => {
    const [old, now] = [
      revision(company + agreement),
      revision(company + agreement.replace("4 business", "2 business")),
    ];
    assert.deepEqual(compareRevisions(old, now, 3).undecided, ["incident", "how_to"]);
  });
});
