import assert from "node:assert/strict";
import { compile } from "../../../server/core/engine/compile.ts";
import { decide } from "../../../server/core/engine/decide.ts";
import { dayOf } from "../../../server/core/time/date.ts";
import { deadlineOf } from "../../../server/core/time/deadline.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import { formatInstant, toInstant, zoneOf } from "../../../server/core/time/zone.ts";
import { random } from "../../harness/random.ts";
import { calendarOf } from "../time/written.ts";
import { endOf, timed } from "./timedModels.ts";

const tokyo = zoneOf("Asia/Tokyo");
assert.ok(tokyo);

const company = `
calendar office in Asia/Tokyo {
  open   Mon..Fri 09:00-18:00
  closed holidays of Japan
}
calendar desk in Asia/Tokyo {
  open   Mon..Fri 10:00-16:00
}
team Sales {
  lead    Sato
  members Mori
  hours   office
}
team Support {
  lead  Ito
  hours office
}
team Desk {
  lead  Abe
  hours desk
}
team Nowhere {
  lead Kudo
}
attribute tier of customer: silver | gold
customer Acme {
  tier  is gold
  owner Mori
}
customer Other {
  tier  is silver
  owner Sato
}
request parcel { size: small | large }
`;

/** One line for each target: "proved", "not decided: why", or the worst case, replayed through `decide`. */
function told(clauses: string, effective = "2026-04-01..2027-03-31"): readonly string[] {
  const { proofs, replayed } = timed(
    `${company}agreement parcels between Sales and Support, Desk, Nowhere in Asia/Tokyo {\n  effective ${effective}\n${clauses}}\n`,
  );
  return proofs.flatMap(({ group, guarantees }) =>
    guarantees.map(({ what, kept: { worst, undecided } }) => {
      if (!worst)
        return undecided.length === 0 ? "proved" : `not decided: ${undecided.map(({ because }) => because).join(", ")}`;
      const decision = replayed(group, worst.box, worst.arrival);
      assert.equal(endOf(decision, what), worst.end, "the end by `decide`");
      assert.equal(decision.clause, worst.terms.rule.clause.id);
      assert.ok(worst.end > worst.due);
      return [worst.arrival, worst.end, worst.due]
        .map((at) => (at === Number.POSITIVE_INFINITY ? "never" : formatInstant(tokyo ?? group.space.zone, at)))
        .join(" → ");
    }),
  );
}

const handled = (lines: string, condition = "") =>
  `  handle lost${condition === "" ? "" : "_some"}: parcel ${condition}{\n${lines}\n  }\n`;
const promise = (line: string, head = "") => `  guarantee found: parcel to customers ${head}{\n    ${line}\n  }\n`;

describe("guarantees against the clauses that keep them", () => {
  it("are kept or not by the worst arrival of all dates in force", () => {
    // Golden week: 2026-05-02 is a Saturday, and 05-04 to 05-06 are holidays. What comes on Friday 05-01 at 18:00, when the office closes, is
    // answered by Thursday 05-07 13:00, four hours after the opening: within six calendar days, the end of 05-07, but not within five.
    const clause = handled("    by Support\n    respond within 4 business hours");
    assert.deepEqual(told(clause + promise("respond within 6 calendar days")), ["proved"]);
    assert.deepEqual(told(clause + promise("respond within 5 calendar days")), [
      "2026-05-01T18:00 → 2026-05-07T13:00 → 2026-05-07T00:00",
    ]);
  });

  it("count steps with each form returned once, on the calendar of each team", () => {
    const steps = handled(
      "    step draft by Support within 1 business hour\n    step check by Desk within 1 business hour else back to draft",
    );
    // What comes on Thursday 2026-04-09 at 12:01 is drafted by 13:01, checked by 14:01, drafted again by 15:01, and has 59 minutes left at the
    // desk, which opens again at 10:00: checked by 10:01 on Friday, after exactly 22 hours. What comes later ends later by as much.
    assert.deepEqual(told(steps + promise("resolve within 22 clock hours"), "2026-04-09..2026-04-09"), ["proved"]);
    assert.deepEqual(told(steps + promise("resolve within 21 clock hours"), "2026-04-09..2026-04-09"), [
      "2026-04-09T12:01 → 2026-04-10T10:01 → 2026-04-10T09:01",
    ]);
  });

  it("look at every region by itself, and at what is laid over the clause", () => {
    const clause = handled(
      "    by Support\n    respond within 2 business days\n    case gold: parcel when tier is gold {\n      respond within 1 business hour\n    }",
    );
    assert.deepEqual(told(clause + promise("respond within 2 business hours", "when tier is gold ")), ["proved"]);
    // A request of Wednesday 2026-04-01 00:00 may wait until the close of Friday 18:00; two business hours from 09:00 on end at 11:00.
    const [worst] = told(
      clause + promise("respond within 2 business hours", "when tier is silver "),
      "2026-04-01..2026-04-01",
    );
    assert.equal(worst, "2026-04-01T00:00 → 2026-04-03T18:00 → 2026-04-01T11:00");
  });

  it("count a cut-off of the clause, which the guarantee has not", () => {
    // At 15:00 it counts as received on Thursday 2026-04-02 at 09:00, and is answered by 10:00; an hour of the guarantee ends at 16:00.
    assert.deepEqual(
      told(
        handled("    by Support\n    cutoff 15:00\n    respond within 1 business hour") +
          promise("respond within 1 business hour"),
        "2026-04-01..2026-04-01",
      ),
      ["2026-04-01T15:00 → 2026-04-02T10:00 → 2026-04-01T16:00"],
    );
  });

  it("say what they are not held against, and why", () => {
    assert.deepEqual(told(handled("    by Support") + promise("resolve within 2 calendar days")), [
      "not decided: no target",
    ]);
    assert.deepEqual(
      told(handled("    by Nowhere\n    resolve within 2 business days") + promise("resolve within 9 calendar days")),
      ["not decided: no hours"],
    );
    assert.deepEqual(told(promise("resolve within 2 calendar days")), ["not decided: unhandled"]);
    assert.deepEqual(told(handled('    decline because "no"') + promise("resolve within 2 calendar days")), [
      "not decided: declined",
    ]);
    assert.deepEqual(
      told(
        handled("    by Support\n    resolve within 1 business day", "when size is small ") +
          promise("resolve within 20 calendar days"),
      ),
      ["not decided: unhandled"],
    );
  });

  it("need no person where all who may be meant have the same hours", () => {
    const clause = handled("    by owner of customer\n    respond within 1 business hour");
    assert.deepEqual(told(clause + promise("respond within 14 calendar days")), ["proved"]);
  });

  it("are not kept by what never ends", () => {
    const closed = "calendar shut in Asia/Tokyo {\n  closed Mon..Sun\n}\n";
    const { proofs } = timed(
      `${company}${closed}agreement parcels between Sales and Support {\n  effective 2026-04-01..2026-04-01\n${handled("    by Support\n    hours shut\n    resolve within 1 business hour")}${promise("resolve within 9 calendar days")}}\n`,
    );
    assert.equal(proofs[0]?.guarantees[0]?.kept.worst?.end, Number.POSITIVE_INFINITY);
  });
});

// random agreements ---------------------------------------------------------------------------------------------------

const seed = Number(process.env.SEED ?? 20260403);
const rounds = 120;
const minute = 60_000;

describe("guarantees of random agreements", () => {
  it(`agree with a decision at every minute in ${rounds} agreements (SEED=${seed})`, () => {
    for (let round = 0; round < rounds; round += 1) compareOnce(seed + round);
  }).timeout(600_000);
});

function compareOnce(number: number): void {
  const { below, pick } = random(number);
  const targets = [
    "1 business hour",
    "6 business hours",
    "1 business day",
    "2 business days",
    "3 clock hours",
    "1 calendar day",
    "2 business days before 12:00",
  ];
  const steps = () =>
    [
      "    step first by Support within 2 business hours",
      `    step second by Desk within 90 business minutes${pick(["", " when size is large", " else back to first", " else back to first within 30 business minutes"])}`,
      `    step third by ${pick(["Sales", "Desk"])} ${pick(["at next 15:00", "at next Thu 10:00", "within 1 business day"])}`,
    ]
      .slice(0, 1 + below(3))
      .join("\n");
  const body = () =>
    below(3) === 0
      ? `${steps()}${below(2) === 0 ? `\n    resolve within ${pick(targets)}` : ""}`
      : `    resolve within ${pick(targets)}`;
  const inner =
    below(2) === 0
      ? `    case special: parcel when ${pick(["size is large", "tier is gold", "during desk", "on Fri"])} {\n      resolve within ${pick(targets)}\n    }\n`
      : "";
  const clauses = `  handle lost: parcel {\n    by ${pick(["Support", "Desk", "owner of customer"])}\n${below(4) === 0 ? `    cutoff ${pick(["15:00", "09:30"])}\n` : ""}${body()}\n${inner}  }\n`;
  const days = pick(["2026-04-02..2026-04-03", "2026-05-01..2026-05-02", "2026-05-05..2026-05-06"]);
  const amount = pick(["20 clock hours", "1 calendar day", "3 calendar days", "2 business days", "8 business hours"]);
  const text = `${company}agreement parcels between Sales and Support, Desk in Asia/Tokyo {\n  effective ${days}\n${clauses}${promise(`resolve within ${amount}\n    hours   office`)}}\nexception soon to parcels.lost when tier is gold {\n  effective 2026-04-03..2026-05-01\n  ${pick(["resolve within 1 business hour", "open 2026-05-01 00:00-20:00"])}\n  owner Mori\n  approved by Ito on 2026-04-01\n  reason "a fair"\n}\n`;
  const { model, proofs, replayed } = timed(text);
  const [proof] = proofs;
  const [result] = proof?.guarantees ?? [];
  assert.ok(proof && result && tokyo, text);
  assert.deepEqual(result.kept.undecided, [], text);
  const engine = compile(model, japaneseHolidays);
  const [first = "", last = ""] = days.split("..");
  const dayFrom = (date: string) => dayOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)));
  const [from, to] = [toInstant(tokyo, dayFrom(first), 0), toInstant(tokyo, dayFrom(last) + 1, 0)];
  const [value = "0", clock = "", unit = ""] = amount.split(" ");
  const wanted = { amount: Number(value), unit: `${clock} ${unit.replace(/s?$/, "s")}`, before: undefined };
  const office = calendarOf("Asia/Tokyo", "open Mon..Fri 09:00-18:00", "closed holidays of Japan");
  let most = 0;
  for (let at = from; at < to; at += minute)
    for (const customer of ["Acme", "Other"])
      for (const size of ["small", "large"]) {
        const request = {
          kind: "parcel",
          at,
          fields: { size: { kind: "name", name: size } },
          channel: undefined,
          customer,
          asker: "Sales",
          to: undefined,
        } as const;
        const end = endOf(decide(engine, request), "resolve");
        const due = deadlineOf(office, targetOf(wanted), at, undefined).breachedAfter ?? Number.POSITIVE_INFINITY;
        most = Math.max(most, end - due);
      }
  const { worst } = result.kept;
  assert.equal(worst ? worst.end - worst.due : 0, most, text);
  if (worst) assert.equal(endOf(replayed(proof.group, worst.box, worst.arrival), "resolve"), worst.end, text);
}

function targetOf({ amount, unit }: { readonly amount: number; readonly unit: string }) {
  for (const each of ["clock hours", "calendar days", "business days", "business hours"] as const)
    if (each === unit) return { amount, unit: each, before: undefined };
  throw new Error(`no unit ${unit}`);
}
