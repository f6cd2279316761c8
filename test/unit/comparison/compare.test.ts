import assert from "node:assert/strict";
import { compareRevisions } from "../../../server/core/comparison/compare.ts";
import { agreement, changes, changesFrom, company, line, revision } from "./revisions.ts";

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

  it("is told apart by who was asked: each of two had a say of their own", () => {
    const verdicts = (lines: string) =>
      company +
      `agreement prices between Sales and Support {\n  effective 2026-04-01..2027-03-31\n  commit discounts: discount by Sales {\n${lines}  }\n}\n`;
    const old =
      "ask Mori within 1 business day when rate <= 10%\nask lead of Sales within 1 business day when rate > 10%\n";
    const asked = "ask the lead of Sales within 1 business day";
    assert.deepEqual(changesFrom(verdicts(old), verdicts("may when rate <= 20%\n")), [
      `looser: discount (rate above 10% up to 20%): promise: ${asked} → may @ 2026-04-07 10:00`,
      "looser: discount (rate up to 10%): promise: ask Mori within 1 business day → may @ 2026-04-07 10:00",
      `tighter: discount (rate above 20%): promise: ${asked} → no rule (take it back and check) @ 2026-04-07 10:00`,
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
