import assert from "node:assert/strict";
import type { Decision } from "../../../server/core/engine/decision.ts";
import type { Asked } from "../../twin/asked.ts";
import { differences, twinsOf } from "../../twin/compare.ts";
import { dayOfText } from "../../twin/dates.ts";
import { addingNoFlawTo } from "../../twin/flaws.ts";
import { compareSome, type Rounds, smallest } from "../../twin/run.ts";
import { worldFrom } from "../../twin/world.ts";

// Random models and requests through the product and through its twin, which is written from language.md M1 to M8 alone.
describe("decisions and their twin", () => {
  const seed = Number(process.env.SEED ?? 20260822);
  const pairs = Number(process.env.TWIN_PAIRS ?? 20_000);
  const from = Number(process.env.TWIN_FROM ?? 0);

  it(`agree (SEED=${seed})`, function () {
    this.timeout(0);
    let told = 0;
    const tell = ({ last, compared, beyond }: Rounds) => {
      told = compared;
      const models = `models ${from} to ${last}`;
      console.log(
        `      ${models}: ${compared} pairs compared, ${beyond} more reach beyond the weeks that the twin knows`,
      );
    };
    const rounds = compareSome({ seed, from, pairs }, (each) => {
      if (each.compared - told >= 20_000) tell(each);
    });
    tell(rounds);
    assert.equal(rounds.mismatch, undefined);
  });
});

describe("the twin", () => {
  const world = worldFrom(dayOfText("2026-08-10"), new Map());
  const text = `
calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
channel email, phone
team Sales {
  lead    Sato
  hours   office
}
team Support {
  lead    Ito
  members Abe, Kudo
  hours   office
  duty    Abe, Kudo weekly from 2026-08-03
}
request incident { severity: normal | urgent }
agreement a between Sales and Support {
  handle incidents: incident {
    by        Support
    via       email
    respond   within 4 business hours
    resolve   within 2 business days
    escalate  after 1 business hour to lead of Support
    surcharge 10% because "late"
    say       "Please write to {channel}."
    case urgent when severity is urgent {
      respond within 1 business hour
    }
  }
  handle others: incident {
    by Sales
  }
  commit c: incident by Sales {
    ask lead of Support within 2 business hours because "law"
  }
}
exception e to a.incidents {
  effective 2026-08-17..2026-08-24
  approved by Ito on 2026-08-01
  cutoff 12:00
}
exception f to a.incidents {
  effective 2026-08-01..2026-08-02
  approved by Ito on 2026-08-01
  cutoff 13:00
}`;
  // Wednesday 2026-08-19 20:00 in Tokyo.
  const asked: Asked = {
    kind: "incident",
    at: 9 * 1440 + 11 * 60,
    fields: { severity: "urgent" },
    channel: "phone",
    customer: undefined,
    asker: "Sales",
    to: undefined,
    waits: [],
  };
  const lacking: Asked = { ...asked, fields: {} };
  const twins = twinsOf(text, world);
  const wrongly = (change: (decision: Decision) => Decision, request = asked) =>
    differences({ ...twins, decide: (each) => change(twins.decide(each)) }, request);

  it("agrees with a right decision", () => {
    for (const request of [asked, lacking]) assert.deepEqual(differences(twins, request), []);
  });

  const wrong: Readonly<Record<string, (decision: Decision) => Partial<Decision>>> = {
    outcome: () => ({ outcome: "handled" }),
    clause: () => ({ clause: "a.others" }),
    "decided by": () => ({ decidedBy: "a.incidents" }),
    overlays: () => ({ overlays: [] }),
    conflicts: () => ({ conflictsWith: [] }),
    zone: () => ({ zone: "UTC" }),
    team: () => ({ team: "Sales" }),
    person: () => ({ person: "Kudo" }),
    "person because": () => ({ personBecause: "lead" }),
    "instead of": () => ({ insteadOf: "Kudo" }),
    channel: () => ({ channel: "phone" }),
    redirect: () => ({ redirect: ["email", "phone"] }),
    "redirect because": () => ({ redirectBecause: "channel not open now" }),
    provisional: () => ({ provisional: false }),
    closed: () => ({ closed: undefined }),
    "clock start": ({ clockStart = 0 }) => ({ clockStart: clockStart + 60_000 }),
    respond: ({ respond }) => ({ respond: respond && { ...respond, deadline: (respond.deadline ?? 0) + 60_000 } }),
    "respond breached": ({ respond }) => ({ respond: respond && { ...respond, breachedAfter: undefined } }),
    resolve: ({ resolve }) => ({ resolve: resolve && { ...resolve, deadline: (resolve.deadline ?? 0) - 60_000 } }),
    ladder: ({ ladder }) => ({ ladder: ladder.map((rung) => ({ ...rung, people: ["Abe"] })) }),
    surcharge: () => ({ surcharge: undefined }),
    verdict: ({ commitment }) => ({ commitment: commitment && { ...commitment, verdict: "may" } }),
    asks: ({ commitment }) => ({ commitment: commitment && { ...commitment, asks: [] } }),
    "answered by": ({ commitment }) => ({ commitment: commitment && { ...commitment, answeredBy: undefined } }),
    "verdict because": ({ commitment }) => ({ commitment: commitment && { ...commitment, because: undefined } }),
    "verdict decided by": ({ commitment }) => ({ commitment: commitment && { ...commitment, decidedBy: "e" } }),
    exception: () => ({ exception: undefined }),
    aside: () => ({ aside: [] }),
    say: () => ({ say: "Please write to phone." }),
  };
  for (const [part, change] of Object.entries(wrong))
    it(`notices a wrong ${part}`, () => {
      const found = wrongly((decision) => ({ ...decision, ...change(decision) }));
      assert.ok(
        found?.some((line) => line.startsWith(`${part}: `)),
        `${part} is not among ${found?.join("; ")}`,
      );
    });

  it("notices a field that is asked for needlessly, one that is not asked for, and an answer that is lost or wrong", () => {
    const needy = twins.decide(lacking);
    assert.equal(needy.outcome, "needs");
    assert.equal(wrongly(() => needy)?.length, 1);
    assert.equal(wrongly(() => twins.decide(asked), lacking)?.length, 1);
    const answers = needy.needs?.answers ?? [];
    const given = (some: typeof answers): Decision => ({ ...needy, needs: { field: "severity", answers: some } });
    assert.equal(wrongly(() => given(answers.slice(1)), lacking)?.length, 1);
    const turned = answers.map((each, index) => ({ ...each, decision: answers.at(-1 - index)?.decision ?? needy }));
    assert.notEqual(wrongly(() => given(turned), lacking)?.length, 0);
  });

  it("notices wrong steps, and a handover that is left out", () => {
    const steps = `${text.slice(0, text.indexOf("agreement a"))}
customer Acme {
  owner Sato
}
handover acme_2026 of Acme from Sato to Ito {
  effective 2026-08-17..2026-08-24
}
agreement b between Sales and Support {
  handle incidents: incident {
    by owner of customer
    step draft by Sales within 2 business hours
    step check by Support within 1 business hour else back to draft within 1 business hour
    step place by Support at next 15:00
    resolve within 4 business hours
  }
}`;
    const inSteps = twinsOf(steps, world);
    const request: Asked = { ...asked, customer: "Acme" };
    assert.deepEqual(differences(inSteps, request), []);
    const noticed = (change: (decision: Decision) => Partial<Decision>) => {
      const right = inSteps.decide(request);
      return differences({ ...inSteps, decide: () => ({ ...right, ...change(right) }) }, request)?.length !== 0;
    };
    assert.ok(noticed(() => ({ handover: undefined })));
    assert.ok(noticed(() => ({ timeline: undefined })));
    assert.ok(noticed(({ timeline }) => ({ timeline: timeline && { ...timeline, late: !timeline.late } })));
    assert.ok(noticed(({ timeline }) => ({ timeline: timeline && { ...timeline, worst: timeline.plain } })));
    assert.ok(noticed(({ timeline }) => ({ timeline: timeline && { ...timeline, doneBy: request.at } })));
  });

  it("prints the smallest text and request on which they differ", () => {
    const read = (each: string) => {
      const right = twinsOf(each, world);
      return { ...right, decide: (request: Asked) => ({ ...right.decide(request), surcharge: undefined }) };
    };
    const told = smallest(text, world, asked, read);
    assert.match(told, /surcharge 10%/);
    assert.match(told, /^surcharge: twin "10%[^\n]*product nothing$/m);
    assert.ok(told.split("\n").length < text.split("\n").length / 2, told);
    for (const word of ["escalate", "commit", "exception", "case", "phone"]) assert.ok(!told.includes(word), told);
  });

  it("leaves out nothing that another line names", () => {
    const fewer = addingNoFlawTo(text);
    assert.ok(fewer(text.replace('    say       "Please write to {channel}."\n', "")));
    assert.ok(!fewer(text.replace("channel email, phone", "channel phone")));
    assert.ok(!fewer(text.replace(/calendar[^}]*}/, "")));
    assert.ok(!fewer(text.replace("  lead    Ito\n", "")));
  });
});
