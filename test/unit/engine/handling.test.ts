import assert from "node:assert/strict";
import { decide } from "../../../server/core/engine/decide.ts";
import type { Decision } from "../../../server/core/engine/decision.ts";
import { company } from "./agreement.ts";
import { deadlineText, engineOf, type Given, localText, requestOf } from "./fixtures.ts";

// language.md M4: channels, closed, targets and the ladder. Office Mon-Fri 09:00-12:00 and 13:00-18:00.
describe("handling", () => {
  const wednesday = "2026-08-26T10:00";
  const saturday = "2026-08-29T10:00";

  function answer(lines: readonly string[], at: string, given: Given = {}, more = ""): Decision {
    const agreement = ["agreement a between Sales and Support {", "handle c: how_to {", ...lines, "}", "}"].join("\n");
    return decide(engineOf(company, more, agreement), requestOf("how_to", at, given));
  }

  describe("redirect", () => {
    const doors = ["by Support", "via email, portal", "via phone during office", 'say "Use {channel}."'];
    const routed = (at: string, given: Given) => {
      const { outcome, redirect, redirectBecause, channel, provisional } = answer(doors, at, given);
      return { outcome, redirect: redirect.join(" "), because: redirectBecause, channel, provisional };
    };

    it("is not needed by a listed channel that is open", () => {
      for (const channel of ["email", "portal", "phone"])
        assert.deepEqual(routed(wednesday, { channel }), {
          outcome: "handled",
          redirect: "",
          because: undefined,
          channel,
          provisional: false,
        });
    });

    it("of a channel that is not listed is to all listed that are open", () => {
      const redirected = { outcome: "redirect", because: "channel not listed", channel: undefined, provisional: true };
      assert.deepEqual(routed(wednesday, { channel: "chat" }), { ...redirected, redirect: "email portal phone" });
      assert.deepEqual(routed(saturday, { channel: "chat" }), { ...redirected, redirect: "email portal" });
    });

    it("of a channel that is not open at that time is to those that are", () => {
      const { because, redirect } = routed(saturday, { channel: "phone" });
      assert.deepEqual([because, redirect], ["channel not open now", "email portal"]);
    });

    it("is to all listed when none is open", () => {
      const phones = ["by Support", "via phone, portal during office"];
      assert.deepEqual(answer(phones, saturday, { channel: "phone" }).redirect, ["phone", "portal"]);
    });

    it("of a request to a person is by the same channel if that is listed and open, else as above", () => {
      const to = "Abe";
      assert.deepEqual(routed(wednesday, { to, channel: "phone" }), {
        outcome: "redirect",
        redirect: "phone",
        because: "addressed to a person",
        channel: undefined,
        provisional: true,
      });
      assert.equal(routed(saturday, { to, channel: "phone" }).redirect, "email portal");
      assert.equal(routed(saturday, { to, channel: "phone" }).because, "addressed to a person");
      assert.equal(routed(wednesday, { to, channel: "chat" }).redirect, "email portal phone");
      assert.equal(routed(wednesday, { to }).redirect, "email portal phone");
    });

    it("of a request to a team that is not the handler is to the handler, by the same channel if it can be", () => {
      const to = "Sales";
      assert.deepEqual(routed(wednesday, { to, channel: "phone" }), {
        outcome: "redirect",
        redirect: "phone",
        because: "addressed to another team",
        channel: undefined,
        provisional: true,
      });
      assert.equal(routed(saturday, { to, channel: "phone" }).redirect, "email portal");
      assert.equal(answer(doors, wednesday, { to }).team, "Support");
      assert.equal(routed(wednesday, { to: "Nobody", channel: "email" }).outcome, "handled");
    });

    it("is not needed by a request to a team of the person who is named", () => {
      const named = ["by Abe", "via email"];
      const more = "team Lab {\nmembers Abe\n}";
      assert.equal(answer(named, wednesday, { to: "Lab", channel: "email" }, more).outcome, "handled");
      assert.equal(answer(named, wednesday, { to: "Sales", channel: "email" }, more).outcome, "redirect");
    });

    it("is not needed by a request to the team, or without a channel", () => {
      assert.equal(routed(wednesday, { to: "Support", channel: "email" }).outcome, "handled");
      assert.equal(routed(wednesday, {}).outcome, "handled");
    });

    it("does not move the times, which hold as if it were sent again at once", () => {
      const timed = [...doors, "respond within 4 business hours"];
      // 10:00-12:00 and 13:00-15:00.
      assert.equal(deadlineText(answer(timed, wednesday, { channel: "chat" }).respond), "2026-08-26T15:00");
    });

    it("of a clause without `via` happens for a person only", () => {
      assert.equal(answer(["by Support"], wednesday, { channel: "chat" }).outcome, "handled");
      assert.deepEqual(answer(["by Support"], wednesday, { to: "Abe" }).redirect, ["email", "portal"]);
      assert.deepEqual(answer(["by Support"], wednesday, { to: "Abe", channel: "chat" }).redirect, ["chat"]);
    });
  });

  describe("the sentence to say", () => {
    const doors = (say: string) => ["by Support", "via email, portal", "via phone during office", `say "${say}"`];
    const said = (say: string, at: string, given: Given) => answer(doors(say), at, given).say;
    const [mail, portal] = ["email (support@example.co.jp)", "portal (https://support.example.co.jp)"];

    it("names the channels to use, with the team's addresses", () => {
      assert.equal(said("Use {channel}.", wednesday, { channel: "chat" }), `Use ${mail}, ${portal} or phone.`);
      assert.equal(said("Use {channel}.", saturday, { channel: "chat" }), `Use ${mail} or ${portal}.`);
    });

    it("names the channel that was used, or all that are listed where none is given", () => {
      assert.equal(said("Use {channel}.", wednesday, { channel: "portal" }), `Use ${portal}.`);
      assert.equal(said("Use {channel}.", saturday, {}), `Use ${mail}, ${portal} or phone.`);
    });

    it("joins them as its own language does", () => {
      assert.equal(
        said("{channel} へどうぞ。", wednesday, { channel: "chat" }),
        `${mail}、${portal} または phone へどうぞ。`,
      );
    });

    it("is said as it stands without a place for channels, and not at all where there is none", () => {
      assert.equal(said("Thank you.", wednesday, { channel: "chat" }), "Thank you.");
      assert.equal(answer(["by Support"], wednesday).say, undefined);
    });
  });

  describe("hours", () => {
    it("outside of them it is closed until the next opening, where the clock starts", () => {
      const decision = answer(["by Support", "respond within 1 business hour"], saturday);
      assert.equal(localText(decision.closed?.until), "2026-08-31T09:00");
      assert.equal(localText(decision.clockStart), "2026-08-31T09:00");
      assert.equal(decision.outcome, "handled");
    });

    it("inside of them the clock starts on receipt", () => {
      const decision = answer(["by Support", "respond within 1 business hour"], wednesday);
      assert.deepEqual([decision.closed, localText(decision.clockStart)], [undefined, wednesday]);
    });

    it("are the clause's, else the team's", () => {
      const late = "calendar late in Asia/Tokyo {\nopen Mon..Fri 14:00-22:00\n}\n";
      const own = answer(["by Support", "hours late", "respond within 1 business hour"], wednesday, {}, late);
      assert.equal(localText(own.closed?.until), "2026-08-26T14:00");
      assert.equal(deadlineText(own.respond), "2026-08-26T15:00");
      const team = answer(["by Support", "respond within 1 business hour"], wednesday, {}, late);
      assert.equal(deadlineText(team.respond), "2026-08-26T11:00");
    });

    it("that never come again give no times", () => {
      const past = "calendar past in Asia/Tokyo {\nopen 2020-01-06 09:00-17:00\n}\n";
      const decision = answer(["by Support", "hours past", "respond within 1 business hour"], wednesday, {}, past);
      assert.deepEqual(decision.closed, { until: undefined });
      assert.deepEqual([decision.clockStart, decision.respond?.deadline], [undefined, undefined]);
    });

    it("that nobody stated are not called closed", () => {
      const idle = "team Idle {\nmembers Sano\n}\n";
      const decision = answer(
        ["by Idle", "respond within 2 clock hours", "resolve within 1 business day"],
        saturday,
        {},
        idle,
      );
      assert.deepEqual([decision.outcome, decision.closed], ["handled", undefined]);
      assert.deepEqual([deadlineText(decision.respond), deadlineText(decision.resolve)], ["2026-08-29T12:00", "never"]);
    });

    it("matter to business units alone: clock and calendar units start on receipt", () => {
      const decision = answer(
        ["by Support", "respond within 2 clock hours", "resolve within 2 calendar days"],
        saturday,
      );
      assert.equal(localText(decision.clockStart), saturday);
      assert.equal(localText(decision.closed?.until), "2026-08-31T09:00");
      assert.equal(deadlineText(decision.respond), "2026-08-29T12:00");
      // The end of the second day after Saturday.
      assert.equal(deadlineText(decision.resolve), "2026-09-01T00:00");
    });

    it("with a cut-off, what comes later counts as received on the next business day", () => {
      const lines = ["by Support", "cutoff 15:00", "respond within 1 business hour", "resolve within 1 business day"];
      const before = answer(lines, "2026-08-26T14:59");
      assert.deepEqual(
        [deadlineText(before.respond), deadlineText(before.resolve)],
        ["2026-08-26T15:59", "2026-08-27T18:00"],
      );
      const after = answer(lines, "2026-08-26T15:00");
      assert.equal(localText(after.clockStart), "2026-08-27T09:00");
      assert.equal(after.closed, undefined);
      assert.deepEqual(
        [deadlineText(after.respond), deadlineText(after.resolve)],
        ["2026-08-27T10:00", "2026-08-28T18:00"],
      );
    });

    it("within 1 business day before a time ends at that time of it", () => {
      assert.equal(
        deadlineText(answer(["by Support", "respond within 1 business day before 12:00"], wednesday).respond),
        "2026-08-27T12:00",
      );
    });
  });

  describe("the ladder", () => {
    const more = `
      calendar late in Asia/Tokyo {
        open Mon..Fri 14:00-22:00
      }
      team Night {
        lead    Oda
        members Ueno, Endo
        hours   late
        duty    Ueno, Endo daily from 2026-08-24
        away    Endo 2026-08-27
      }
    `;
    const rungs = (at: string, ...lines: readonly string[]) =>
      answer(["by Support", "respond within 4 business hours", ...lines], at, { asker: "Sales" }, more).ladder.map(
        (rung) => `${localText(rung.at)} ${rung.people.join("+") || "nobody"}${rung.offHours ? " off hours" : ""}`,
      );

    it("counts on the clause's calendar, from the clock's start", () => {
      assert.deepEqual(rungs("2026-08-26T11:30", "escalate after 1 business hour to lead of Support"), [
        "2026-08-26T13:30 Ito",
      ]);
      assert.deepEqual(rungs(saturday, "escalate after 1 business hour to lead of Support"), ["2026-08-31T10:00 Ito"]);
      assert.deepEqual(rungs(saturday, "escalate after 1 clock hour to lead of Support"), [
        "2026-08-29T11:00 Ito off hours",
      ]);
    });

    it("fires whatever the hours of the one it names, and marks them", () => {
      // 10:00 + 1 h is 11:00, when Night is closed; + 4 h is 15:00, when it is open.
      assert.deepEqual(
        rungs(
          wednesday,
          "escalate after 1 business hour to lead of Night",
          "escalate after 4 business hours to lead of Night",
        ),
        ["2026-08-26T11:00 Oda off hours", "2026-08-26T15:00 Oda"],
      );
    });

    it("is within the hours at the instant at which these end, and outside them a minute later", () => {
      // Counted on 09:00-19:00, 10:00 + 8 h is 18:00, when Ito's office closes.
      const long = `${more}calendar long in Asia/Tokyo {\nopen Mon..Fri 09:00-19:00\n}\n`;
      const off = (after: string) =>
        answer(["by Support", "hours long", `escalate after ${after} to Ito`], wednesday, {}, long).ladder[0]?.offHours;
      assert.deepEqual([off("8 business hours"), off("481 business minutes")], [false, true]);
    });

    it("is told in the order in which its rungs fire", () => {
      assert.deepEqual(
        rungs(wednesday, "escalate after 2 business hours to Kudo", "escalate after 30 business minutes to Ito"),
        ["2026-08-26T10:30 Ito", "2026-08-26T12:00 Kudo"],
      );
    });

    it("to a team is to its person on duty, to all of it to everyone who is there", () => {
      // 2026-08-26 is the third day of the turns: Ueno. On the 27th Endo is away, whose turn it is: Ueno is next.
      assert.deepEqual(
        rungs(wednesday, "escalate after 4 business hours to Night", "escalate after 5 business hours to all of Night"),
        ["2026-08-26T15:00 Ueno", "2026-08-26T16:00 Oda+Ueno+Endo"],
      );
      assert.deepEqual(rungs("2026-08-27T10:00", "escalate after 4 business hours to Night"), [
        "2026-08-27T15:00 Ueno",
      ]);
      assert.deepEqual(rungs("2026-08-27T10:00", "escalate after 4 business hours to all of Night"), [
        "2026-08-27T15:00 Oda+Ueno",
      ]);
    });

    it("to a person takes the hours of the team that is named with them", () => {
      const both = `${more}team Third {\nmembers Ueno\nhours office\n}\n`;
      const off = (who: string) =>
        answer(["by Support", `escalate after 1 business hour to ${who}`], wednesday, {}, both).ladder[0]?.offHours;
      assert.deepEqual([off("Ueno of Night"), off("Ueno of Third")], [true, false]);
    });
  });
});
