import assert from "node:assert/strict";
import { decide, decideCommitment } from "../../../server/core/engine/decide.ts";
import type { Commitment } from "../../../server/core/engine/decision.ts";
import { company } from "./agreement.ts";
import { deadlineText, engineOf, type Given, requestOf } from "./fixtures.ts";

// language.md M3: what may be promised. Mon 2026-08-24 10:00; office 09:00-12:00 and 13:00-18:00.
describe("commitments", () => {
  const monday = "2026-08-24T10:00";
  const commit = (name: string, party: string, ...lines: readonly string[]) =>
    [`commit ${name}: discount by ${party} {`, ...lines, "}"].join("\n");
  const agreement = (...clauses: readonly string[]) =>
    ["agreement a between Sales and Support {", ...clauses, "}"].join("\n");

  function asked(text: string, rate: string, given: Given = {}): Commitment | undefined {
    return decideCommitment(engineOf(company, text), requestOf("discount", monday, { ...given, fields: { rate } }));
  }

  it("the stricter of never, ask and may counts among the lines that hold", () => {
    const text = agreement(
      commit(
        "c",
        "Sales",
        "may when rate <= 30%",
        "ask Support within 1 business day when rate <= 20%",
        "never when rate <= 10%",
      ),
    );
    const verdicts = ["5%", "15%", "25%", "35%"].map((rate) => asked(text, rate)?.verdict);
    assert.deepEqual(verdicts, ["never", "ask", "may", "silent"]);
  });

  it("over all clauses of the topic and the asker's party, or of every party where nobody is named", () => {
    const text = agreement(
      commit("c", "Sales", "may"),
      commit("d", "Sales", "ask Support within 1 business day"),
      commit("e", "Support", "never"),
    );
    assert.deepEqual(
      [{ asker: "Sales" }, { asker: "Mori" }, { asker: "Support" }, {}, { asker: "Nobody" }].map(
        (given) => asked(text, "5%", given)?.verdict,
      ),
      ["ask", "ask", "never", "never", "silent"],
    );
  });

  it("no line holds: silent; a kind that is only handled has no commitment", () => {
    assert.equal(asked(agreement(commit("c", "Sales", "may when rate > 50%")), "5%")?.verdict, "silent");
    const handled = agreement("handle h: how_to {\nby Support\n}");
    assert.equal(decide(engineOf(company, handled), requestOf("how_to", monday)).commitment, undefined);
  });

  it("a clause counts only while its agreement is in force and its condition holds", () => {
    const text = agreement("effective 2026-08-01..2026-08-23", commit("c", "Sales", "never"));
    assert.equal(asked(text, "5%")?.verdict, "silent");
    const conditional = agreement("commit c: discount by Sales when tier is gold {\nnever\n}");
    assert.deepEqual(
      [asked(conditional, "5%")?.verdict, asked(conditional, "5%", { customer: "Acme" })?.verdict],
      ["silent", "never"],
    );
  });

  it("the lines of a case that hold replace the clause's; elsewhere the clause answers", () => {
    const text = agreement(commit("c", "Sales", "never", "case gold when tier is gold {\nmay when rate <= 10%\n}"));
    assert.deepEqual(
      ["5%", "15%"].map((rate) => asked(text, rate, { customer: "Acme" })?.verdict),
      ["may", "never"],
    );
    assert.equal(asked(text, "5%", { customer: "Acme" })?.decidedBy, "a.c.gold.may");
    assert.equal(asked(text, "5%")?.decidedBy, "a.c.never");
  });

  it("an exception to a case stands above one to its clause, and both above the case itself", () => {
    const exception = (name: string, to: string, line: string) =>
      `exception ${name} to ${to} {\neffective 2026-08-24..2026-08-25\napproved by Sato on 2026-08-20\n${line}\n}`;
    const text = agreement(commit("c", "Sales", "may", "case gold when tier is gold {\nnever\n}"));
    const of = (...exceptions: readonly string[]) => {
      const answer = asked([text, ...exceptions].join("\n"), "5%", { customer: "Acme" });
      return [answer?.verdict, answer?.decidedBy];
    };
    assert.deepEqual(of(), ["never", "a.c.gold.never"]);
    assert.deepEqual(of(exception("e", "a.c.gold", "may")), ["may", "e"]);
    assert.deepEqual(of(exception("e", "a.c", "may")), ["may", "e"]);
    assert.deepEqual(of(exception("e", "a.c.gold", "may"), exception("f", "a.c", "never")), ["may", "e"]);
    // What the upper one does not say, the lower one does.
    assert.deepEqual(of(exception("e", "a.c.gold", "may when rate > 10%"), exception("f", "a.c", "may")), ["may", "f"]);
  });

  it("a case answers where any line of it holds, wherever that stands among its lines", () => {
    const text = agreement(
      commit(
        "c",
        "Sales",
        "never",
        "case gold when tier is gold {\nmay when rate <= 10%\nask Support within 1 clock hour when rate > 50%\n}",
      ),
    );
    assert.equal(asked(text, "5%", { customer: "Acme" })?.verdict, "may");
    assert.equal(asked(text, "55%", { customer: "Acme" })?.verdict, "ask");
    assert.equal(asked(text, "30%", { customer: "Acme" })?.verdict, "never");
  });

  it("of equally strict lines the first by name decides, in whatever order they are written", () => {
    const clauses = ["d", "c", "e"].map((name) => commit(name, "Sales", "never"));
    assert.equal(asked(agreement(...clauses), "5%")?.decidedBy, "a.c.never");
    assert.equal(asked(agreement(...[...clauses].reverse()), "5%")?.decidedBy, "a.c.never");
  });

  it("a field that is missing is needed where any line depends on it, before or after one that holds", () => {
    const open = (...lines: readonly string[]) => {
      const engine = engineOf(company, agreement(commit("c", "Sales", ...lines)));
      const request = requestOf("discount", monday);
      return [decideCommitment(engine, request)?.verdict, decide(engine, request).needs?.field];
    };
    assert.deepEqual(open("may", "never when rate > 20%"), [undefined, "rate"]);
    assert.deepEqual(open("never when rate > 20%", "may"), [undefined, "rate"]);
    assert.deepEqual(open("may", "may when rate > 20%"), ["may", undefined]);
    assert.deepEqual(open("may", "case big when rate > 20% {\nnever\n}"), [undefined, "rate"]);
  });

  describe("a never", () => {
    const exception = (to: string, ...lines: readonly string[]) =>
      [`exception e to ${to} {`, "effective 2026-08-24..2026-08-25", "may when rate <= 25%", ...lines, "}"].join("\n");
    const two = agreement(commit("c", "Sales", "never when rate > 20%"), commit("d", "Sales", "never when rate > 22%"));
    const approved = "approved by Sato on 2026-08-20";

    it("is lifted by an approved exception to that very clause", () => {
      const lifted = asked(`${two}\n${exception("a.c", approved)}`, "21%");
      assert.deepEqual([lifted?.verdict, lifted?.decidedBy], ["may", "e"]);
    });

    it("is not lifted by an exception to another clause, nor beyond what the exception says", () => {
      assert.equal(asked(`${two}\n${exception("a.c", approved)}`, "23%")?.decidedBy, "a.d.never");
      assert.equal(asked(`${two}\n${exception("a.c", approved)}`, "26%")?.verdict, "never");
    });

    it("is not lifted without an approval", () => {
      assert.equal(asked(`${two}\n${exception("a.c")}`, "21%")?.verdict, "never");
    });
  });

  describe("ask", () => {
    const ask = (line: string) => agreement(commit("c", "Sales", line));

    it("is answered on the hours of the team of who is asked, a lead's on that of the team led", () => {
      const desk =
        "calendar late in Asia/Tokyo {\nopen Mon..Fri 12:00-14:00\n}\nteam Desk {\nlead Kato\nhours late\n}\n";
      const answer = asked(desk + ask("ask lead of Desk within 1 business hour"), "5%");
      // Asked at 10:00; Desk opens at 12:00.
      assert.deepEqual([answer?.asks[0]?.name, deadlineText(answer?.answeredBy)], ["Kato", "2026-08-24T13:00"]);
    });

    it("asks all at once, and the latest answer counts", () => {
      const text = agreement(
        commit("c", "Sales", "ask Support within 4 business hours"),
        commit("d", "Sales", "ask lead of Sales within 1 business day", "may"),
      );
      const answer = asked(text, "5%");
      // Support: 10:00-12:00 and 13:00-15:00. Sales: Tuesday's close.
      assert.deepEqual(
        answer?.asks.map((each) => [each.name, deadlineText(each.answeredBy)]),
        [
          ["Abe", "2026-08-24T15:00"],
          ["Sato", "2026-08-25T18:00"],
        ],
      );
      assert.equal(deadlineText(answer?.answeredBy), "2026-08-25T18:00");
    });

    const named = (text: string, given: Given = {}) =>
      asked(text, "5%", given)?.asks.map((each) => [each.name, deadlineText(each.answeredBy)]);

    it("is told in the order of the lines' names, and the latest answer counts wherever it stands", () => {
      const text = agreement(
        commit("e", "Sales", "ask Support within 1 business hour"),
        commit("c", "Sales", "ask lead of Sales within 2 business hours"),
        commit("d", "Sales", "ask Tanaka within 1 business day", "may"),
      );
      // 10:00-12:00 are two hours; a business day is Tuesday's close.
      const expected = [
        ["Sato", "2026-08-24T12:00"],
        ["Tanaka", "2026-08-25T18:00"],
        ["Abe", "2026-08-24T11:00"],
      ];
      assert.deepEqual(named(text), expected);
      assert.equal(deadlineText(asked(text, "5%")?.answeredBy), "2026-08-25T18:00");
    });

    it("asks nobody where it may be promised, or never", () => {
      const lines = ["ask Support within 1 business hour when rate <= 10%", "may"];
      assert.deepEqual(named(agreement(commit("c", "Sales", ...lines, "never"))), []);
      assert.equal(asked(agreement(commit("c", "Sales", ...lines, "never")), "5%")?.answeredBy, undefined);
      assert.deepEqual(asked(agreement(commit("c", "Sales", ...lines)), "15%")?.asks, []);
    });

    it("without a time has no answer by then, and does not hold up the others", () => {
      assert.deepEqual(named(ask("ask Support")), [["Abe", "none"]]);
      const text = agreement(
        commit("c", "Sales", "ask Support"),
        commit("d", "Sales", "ask Sales within 1 business hour"),
      );
      assert.equal(deadlineText(asked(text, "5%")?.answeredBy), "2026-08-24T11:00");
    });

    it("that is never answered, as who is asked never opens, is never answered at all", () => {
      const idle = "team Idle {\nlead Kato\n}\n";
      const text = agreement(
        commit("c", "Sales", "ask lead of Idle within 1 business hour"),
        commit("d", "Sales", "ask Support within 1 business hour"),
      );
      const answer = asked(idle + text, "5%");
      assert.deepEqual(answer?.answeredBy, { deadline: undefined, breachedAfter: undefined });
      // Each is still asked within the time that its line states.
      assert.deepEqual(
        answer?.asks.map(({ name, within }) => [name, within?.unit]),
        [
          ["Kato", "business hours"],
          ["Abe", "business hours"],
        ],
      );
    });

    it("whom nobody names asks nobody, and who is not known has no name", () => {
      assert.deepEqual(named(ask("ask within 1 business day")), []);
      assert.deepEqual(
        asked(ask("ask owner of customer within 1 business hour"), "5%")?.asks.map(({ name }) => name),
        [""],
      );
      assert.deepEqual(named(ask("ask owner of customer within 1 business hour"), { customer: "Acme" }), [
        ["Mori", "2026-08-24T11:00"],
      ]);
    });

    it("of oneself goes to one's deputy", () => {
      const deputy = company.replace("lead    Sato", "lead    Sato\n  deputy  Tanaka for Sato");
      const text = ask("ask lead of Sales within 1 business day");
      const name = (asker: string) =>
        decideCommitment(engineOf(deputy, text), requestOf("discount", monday, { asker, fields: { rate: "5%" } }))
          ?.asks[0]?.name;
      assert.deepEqual([name("Mori"), name("Sato")], ["Sato", "Tanaka"]);
      const own = company.replace("lead    Sato", "lead    Sato\n  deputy  Sato for Sato");
      const request = requestOf("discount", monday, { asker: "Sato", fields: { rate: "5%" } });
      assert.equal(decideCommitment(engineOf(own, text), request)?.asks[0]?.name, "Sales");
      // Without a deputy nobody is named but the team.
      assert.equal(asked(text, "5%", { asker: "Sato" })?.asks[0]?.name, "Sales");
    });

    // language.md M4: where nobody is left, nobody is named.
    it("of oneself without a deputy goes to the team as long as somebody else of it is there", () => {
      const name = (text: string, asker: string, ...away: readonly string[]) => {
        const lines = away.map((person) => `  away ${person} 2026-08-24..2026-08-28`);
        const staff = `${company}team Absent {\n${lines.join("\n")}\n}\nteam Board {\n  deputy Ito for Mori\n}\n`;
        const request = requestOf("discount", monday, { asker, fields: { rate: "5%" } });
        return decideCommitment(engineOf(staff, ask(text)), request)?.asks[0]?.name;
      };
      const lead = "ask lead of Sales within 1 business day";
      assert.equal(name(lead, "Sato", "Mori"), "Sales");
      assert.equal(name(lead, "Sato", "Mori", "Tanaka"), "");
      // Who asks the team and is the only one of it who is there asks their deputy, too, or nobody.
      const whole = "ask Sales within 1 business day";
      assert.equal(name(whole, "Tanaka", "Sato"), "Sales");
      assert.equal(name(whole, "Tanaka", "Sato", "Mori"), "");
      assert.equal(name(whole, "Mori", "Sato", "Tanaka"), "Ito");
      assert.equal(name("ask all of Sales within 1 business day", "Mori", "Sato", "Tanaka"), "Ito");
      assert.equal(name(whole, "Sales", "Sato", "Mori"), "Sales");
    });

    it("names nobody where the one to ask is away and has no deputy, and nobody where the whole team is", () => {
      const name = (text: string, away: string) =>
        decideCommitment(
          engineOf(company + away, ask(text)),
          requestOf("discount", monday, { asker: "Mori", fields: { rate: "5%" } }),
        )?.asks[0]?.name;
      const august = "2026-08-01..2026-08-31";
      const lead = `team Absent {\n  away Sato ${august}\n}\n`;
      assert.equal(name("ask lead of Sales within 1 business day", lead), "");
      assert.equal(name("ask all of Sales within 1 business day", lead), "Sales");
      const all = ["Sato", "Mori", "Tanaka"].map((person) => `  away ${person} ${august}\n`).join("");
      assert.equal(name("ask all of Sales within 1 business day", `team Absent {\n${all}}\n`), "");
    });

    it("goes to the deputy of one who is away", () => {
      const away = company.replace(
        "lead    Sato",
        "lead    Sato\n  deputy  Tanaka for Sato\n  away    Sato 2026-08-24..2026-08-28",
      );
      const request = requestOf("discount", monday, { asker: "Mori", fields: { rate: "5%" } });
      assert.equal(
        decideCommitment(engineOf(away, ask("ask lead of Sales within 1 business day")), request)?.asks[0]?.name,
        "Tanaka",
      );
    });

    it("lead of asker, for a person in two teams, is the lead of the one that promises", () => {
      const first = "team Aardvarks {\nlead Adams\nmembers Mori\nhours office\n}\n";
      const text = first + agreement(commit("c", "Sales", "ask lead of asker within 1 business day"));
      assert.equal(asked(text, "5%", { asker: "Mori" })?.asks[0]?.name, "Sato");
    });

    it("lead of asker is the lead of the team that asks", () => {
      const text = agreement(commit("c", "Sales", "ask lead of asker within 1 business day"));
      assert.equal(asked(text, "5%", { asker: "Mori" })?.asks[0]?.name, "Sato");
    });
  });

  it("a condition may ask for the channel; no channel is none of them", () => {
    const text = agreement(commit("c", "Sales", "never when channel is phone", "may when channel is not phone"));
    assert.deepEqual(
      [{ channel: "phone" }, { channel: "email" }, {}].map((given) => asked(text, "5%", given)?.verdict),
      ["never", "may", "may"],
    );
  });
});
