import assert from "node:assert/strict";
import { decide } from "../../../server/core/engine/decide.ts";
import type { Decision } from "../../../server/core/engine/decision.ts";
import { company } from "./agreement.ts";
import { deadlineText, engineOf, type Given, instantOf, localText, requestOf } from "./fixtures.ts";

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

    it("names the channel that was used, or those that are open where none is given", () => {
      assert.equal(said("Use {channel}.", wednesday, { channel: "portal" }), `Use ${portal}.`);
      assert.equal(said("Use {channel}.", wednesday, {}), `Use ${mail}, ${portal} or phone.`);
      assert.equal(said("Use {channel}.", saturday, {}), `Use ${mail} or ${portal}.`);
    });

    it("names every address of a channel", () => {
      const more =
        'team Desk {\nhours office\nreach via email at "a@example.com"\nreach via email at "b@example.com"\n}\n';
      assert.equal(
        answer(["by Desk", "via email", 'say "Use {channel}."'], wednesday, {}, more).say,
        "Use email (a@example.com, b@example.com).",
      );
    });

    it("joins them as its own language does", () => {
      assert.equal(
        said("{channel} へどうぞ。", wednesday, { channel: "chat" }),
        "email（support@example.co.jp）、portal（https://support.example.co.jp）または phone へどうぞ。",
      );
      // As names are in any script: no space stands beside full-width letters and brackets.
      const phone = 'channel 電話, メール\nteam Desk {\nhours office\nreach via 電話 at "03-5555-0100"\n}\n';
      assert.equal(
        answer(["by Desk", "via 電話, メール", 'say "{channel}にご連絡ください。"'], wednesday, {}, phone).say,
        "電話（03-5555-0100）またはメールにご連絡ください。",
      );
      const mail =
        'channel メール\nteam Desk {\nhours office\nreach via メール at "a@example.com"\nreach via メール at "b@example.com"\n}\n';
      assert.equal(
        answer(["by Desk", "via chat, メール", 'say "{channel}へどうぞ。"'], wednesday, {}, mail).say,
        "chat またはメール（a@example.com、b@example.com）へどうぞ。",
      );
      // Written with spaces, as around Latin words, where names need none.
      const spaced = 'say "次の {channel} へ、または {channel} with us."';
      assert.equal(
        answer(["by Desk", "via 電話", spaced], wednesday, {}, phone).say,
        "次の電話（03-5555-0100）へ、または電話（03-5555-0100） with us.",
      );
      assert.equal(answer(["by Support", "via phone", spaced], wednesday).say, "次の phone へ、または phone with us.");
    });

    it("joins them as Japanese in a sentence of kanji alone, and not for a name in an English one", () => {
      assert.equal(
        said("至急連絡先 {channel} 厳守", wednesday, { channel: "chat" }),
        "至急連絡先 email（support@example.co.jp）、portal（https://support.example.co.jp）または phone 厳守",
      );
      assert.equal(
        said("VS Code 窓口 {channel}", saturday, { channel: "chat" }),
        "VS Code 窓口 email（support@example.co.jp）または portal（https://support.example.co.jp）",
      );
      // A Latin word that a kanji follows at once is no word of its own.
      assert.equal(
        said("緊急時 web経由 {channel}", saturday, { channel: "chat" }),
        "緊急時 web経由 email（support@example.co.jp）または portal（https://support.example.co.jp）",
      );
      assert.equal(
        said("Ask 支援課 by {channel}.", saturday, { channel: "chat" }),
        `Ask 支援課 by ${mail} or ${portal}.`,
      );
    });

    it("is said as it stands without a place for channels, and not at all where there is none", () => {
      assert.equal(said("Thank you.", wednesday, { channel: "chat" }), "Thank you.");
      assert.equal(answer(["by Support"], wednesday).say, undefined);
    });
  });

  describe("many channels", () => {
    const names = Array.from({ length: 34 }, (_, index) => `c${index + 10}`);
    const declared = `channel ${names.join(", ")}\n`;
    const listed = (count: number, channel: string) =>
      answer(
        ["by Support", `via ${names.slice(0, count).join(", ")}`, 'say "{channel}"'],
        wednesday,
        { channel },
        declared,
      );

    it("are all named, each once, however many there are", () => {
      for (const count of [1, 28, 29, 30, 31, 32, 33, 34]) {
        const { redirect, say } = listed(count, "email");
        assert.deepEqual(redirect, names.slice(0, count));
        assert.equal(say?.split(/, | or /).length, count);
      }
    });

    it("are all named where none is given, and where none is open", () => {
      for (const count of [1, 29, 30, 31, 34]) {
        const via = `via ${names.slice(0, count).join(", ")}`;
        const free = answer(["by Support", via, 'say "{channel}"'], wednesday, {}, declared);
        assert.equal(free.say?.split(/, | or /).length, count);
        const closed = answer(["by Support", `${via} during office`], saturday, { channel: "c10" }, declared);
        assert.deepEqual(closed.redirect, names.slice(0, count));
      }
    });

    it("are told apart up to the thirtieth; from there on all are named", () => {
      assert.equal(listed(34, "c10").say, "c10");
      assert.equal(listed(34, "c38").say, "c38");
      assert.deepEqual([listed(34, "c40").outcome, listed(34, "c43").outcome], ["handled", "handled"]);
      assert.equal(listed(34, "c43").say, "c39, c40, c41, c42 or c43");
    });
  });

  describe("clauses that differ in one line only", () => {
    const late = "calendar late in Asia/Tokyo {\nopen Mon..Fri 14:00-22:00\n}\n";
    const kinds = Array.from({ length: 4 }, (_, index) => `request k${index}\n`).join("");

    /** What the clauses of kinds k0, k1 and so on answer, compiled together and asked one after the other, twice. */
    function answers(lines: readonly string[], at = wednesday, given: Given = {}): readonly Decision[] {
      const clauses = lines.map((line, index) => `handle c${index}: k${index} {\nby Support\n${line}\n}\n`);
      const text = `agreement a between Sales and Support {\n${clauses.join("")}}`;
      const engine = engineOf(company, late, kinds, text);
      const ask = () => lines.map((_, index) => decide(engine, requestOf(`k${index}`, at, given)));
      assert.deepEqual(ask(), ask());
      return ask();
    }

    it("take a channel in their own hours", () => {
      const vias = ["via phone", "via phone during office", "via phone during late", "via email"];
      assert.deepEqual(
        answers(vias, wednesday, { channel: "phone" }).map(({ outcome }) => outcome),
        ["handled", "handled", "redirect", "redirect"],
      );
      assert.deepEqual(
        answers(vias, "2026-08-26T20:00", { channel: "phone" }).map(({ outcome }) => outcome),
        ["handled", "redirect", "handled", "redirect"],
      );
    });

    it("send on to their own channels", () => {
      assert.deepEqual(
        answers(["via email", "via portal", "via phone during office", "via phone"], wednesday, {
          channel: "chat",
        }).map(({ redirect }) => redirect.join()),
        ["email", "portal", "phone", "phone"],
      );
    });

    it("say their own sentence, or nothing", () => {
      const says = ["via email", 'via email\nsay "one"', 'via email\nsay "two"', 'via email\nsay ""'];
      assert.deepEqual(
        answers(says).map(({ say }) => say),
        [undefined, "one", "two", ""],
      );
    });

    it("escalate to their own people at their own times", () => {
      const rungs = [
        "1 business hour to Ito",
        "2 business hours to Ito",
        "1 business hour to Kudo",
        "1 business hour to Sales",
      ];
      assert.deepEqual(
        answers(rungs.map((rung) => `escalate after ${rung}`)).map(({ ladder }) =>
          ladder.map(({ at, people }) => `${localText(at).slice(-5)} ${people.join()}`).join(),
        ),
        ["11:00 Ito", "12:00 Ito", "11:00 Kudo", "11:00 Sato,Mori,Tanaka"],
      );
    });

    it("keep their own hours", () => {
      assert.deepEqual(
        answers(["hours office", "hours late", ""].map((line) => `${line}\nrespond within 1 business hour`)).map(
          ({ respond }) => deadlineText(respond).slice(-5),
        ),
        ["11:00", "15:00", "11:00"],
      );
    });
  });

  describe("a clause that different teams answer", () => {
    it("keeps the hours of each, whoever asked before", () => {
      const text = `calendar late in Asia/Tokyo {
          open Mon..Fri 14:00-22:00
        }
        team Late {
          members Oda
          hours late
        }
        customer Evening {
          owner Oda
        }
        agreement a between Sales and Support, Late {
          handle c: how_to {
            by owner of customer
            respond within 1 business hour
          }
        }`;
      const engine = engineOf(company, text);
      const respond = (customer: string) => {
        const decision = decide(engine, requestOf("how_to", wednesday, { customer }));
        return [decision.team, decision.person, deadlineText(decision.respond).slice(-5)].join(" ");
      };
      const [acme, evening] = ["Sales Mori 11:00", "Late Oda 15:00"];
      assert.deepEqual(["Acme", "Evening", "Evening", "Acme"].map(respond), [acme, evening, evening, acme]);
    });
  });

  describe("somebody whom nobody knows", () => {
    const unknown = (lines: readonly string[], given: Given = {}) =>
      answer(["by owner of customer", ...lines], wednesday, given);

    it("is nobody to send a request on to, whoever it is addressed to", () => {
      for (const to of ["Sales", "Support", "Abe", "Nobody"])
        assert.deepEqual([unknown([], { to }).outcome, unknown([], { to }).redirect], ["unstaffed", []]);
    });

    it("has no addresses in the sentence to say", () => {
      assert.equal(unknown(["via email, portal", 'say "Use {channel}."']).say, "Use email or portal.");
    });
  });

  describe("hours", () => {
    it("are opened by an exception where nobody stated any", () => {
      const idle = `team Idle {
          members Sano
        }
        exception e to a.c {
          effective 2026-08-26..2026-08-28
          approved by Ito on 2026-08-20
          open 2026-08-26..2026-08-28 14:00-16:00
        }
        `;
      const { closed, respond } = answer(["by Idle", "respond within 1 business hour"], wednesday, {}, idle);
      assert.deepEqual([localText(closed?.until), deadlineText(respond)], ["2026-08-26T14:00", "2026-08-26T15:00"]);
    });

    it("that never come again give no clock's start while it waits, and no rung", () => {
      const past = "calendar past in Asia/Tokyo {\nopen 2020-01-06 09:00-17:00\n}\n";
      const agreement =
        "agreement a between Sales and Support {\nhandle c: how_to {\nby Support\nhours past\nrespond within 1 business hour\nescalate after 1 business hour to Ito\nescalate after 1 clock hour to Kudo\n}\n}";
      const waiting = [{ from: instantOf(wednesday), to: instantOf("2026-08-26T11:00") }];
      const { clockStart, ladder } = decide(engineOf(company, past, agreement), {
        ...requestOf("how_to", wednesday),
        waiting,
      });
      assert.equal(clockStart, undefined);
      // 10:00 to 11:00 it waits; an hour after that.
      assert.deepEqual(
        ladder.map(({ at, people, offHours }) => [localText(at), people, offHours]),
        [
          ["2026-08-26T12:00", ["Kudo"], false],
          ["never", [], false],
        ],
      );
    });

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

    it("to whoever is not there reaches nobody", () => {
      const away = (...names: readonly string[]) =>
        `${more}team Gone {\nlead Ono\nmembers Ida\n}\nteam Away {\n${names.map((name) => `away ${name} 2026-08-26\n`).join("")}}\n`;
      const reached = (who: string, ...names: readonly string[]) =>
        answer(["by Support", `escalate after 1 business hour to ${who}`], wednesday, {}, away(...names)).ladder[0]
          ?.people;
      assert.deepEqual(reached("Gone"), ["Ono", "Ida"]);
      assert.deepEqual(reached("Gone", "Ono"), ["Ida"]);
      assert.deepEqual(reached("Gone", "Ono", "Ida"), []);
      assert.deepEqual(reached("lead of Gone", "Ono"), []);
      // Of a team with turns those whose turn it may be, and the lead: the others are there, and not asked.
      const turns = `${more}team Turns {\nlead Ono\nmembers Ida, Ueda\nduty Ida daily from 2026-08-01\naway Ono 2026-08-26\naway Ida 2026-08-26\n}\n`;
      const rung = "escalate after 1 business hour to Turns";
      assert.deepEqual(answer(["by Support", rung], wednesday, {}, turns).ladder[0]?.people, []);
      assert.deepEqual(reached("owner of customer"), []);
    });

    it("to a person takes the hours of the team that is named with them", () => {
      const both = `${more}team Third {\nmembers Ueno\nhours office\n}\n`;
      const off = (who: string) =>
        answer(["by Support", `escalate after 1 business hour to ${who}`], wednesday, {}, both).ladder[0]?.offHours;
      assert.deepEqual([off("Ueno of Night"), off("Ueno of Third")], [true, false]);
    });
  });
});
