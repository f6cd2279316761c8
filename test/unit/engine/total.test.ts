import assert from "node:assert/strict";
import fc from "fast-check";
import { candidates } from "../../../server/core/engine/choice.ts";
import { speaksFor } from "../../../server/core/engine/commit.ts";
import type { Engine } from "../../../server/core/engine/compile.ts";
import { no } from "../../../server/core/engine/condition.ts";
import { applies, decide, relatedCommitments, situationOf } from "../../../server/core/engine/decide.ts";
import type { Decision, Request } from "../../../server/core/engine/decision.ts";
import { traceOf } from "../../../server/core/engine/trace.ts";
import type { Constant } from "../../../server/core/model/model.ts";
import { sampleTexts } from "../../harness/samples.ts";
import { company, support } from "./agreement.ts";
import { engineOf, instantOf } from "./fixtures.ts";

const seed = 20260822;
const settings = { seed, numRuns: 1000 };

/** Clauses that overlap in every way, so that most requests meet cases, conflicts, exceptions and missing fields. */
const tangle = `
  request order { size: small | large, rate: percent, start: date, note: text, lead: business days }
  team Night {
    lead    Oda
    members Ueno, Mori
    duty    Ueno, Mori daily from 2026-01-01
    away    Ueno 2026-06-01..2026-12-31
  }
  agreement tangle between Sales and Support, Night {
    handle plain: order, incident {
      by Support
      via email, phone during office
      respond within 2 business hours
      surcharge premium of Japan
      case large: order when size is large {
        respond within 1 clock hour
        case early when start < 2026-09-01 or start on Sat..Sun {
          hours nowhere
        }
      }
      case gold when tier is gold {
        by owner of customer
        respond within 3 business hours
      }
    }
    handle night: order when outside office {
      by Night
      cutoff 15:00
      resolve within 2 business days before 12:00
      escalate after 1 business hour to all of Night
      escalate after 1 clock hour to lead of asker
    }
    handle chain: order when size is small {
      by Night
      step draft by Support within 4 business hours else back to draft
      step check by owner of customer at next Thu 15:00 when rate > 20% else back to draft within 30 clock minutes
      step close by all of Night within 1 business day
      resolve within 3 business days
      case noted when note is "yes" {
        step check by lead of asker within 1 business hour else back to close
        step file by Night at next 24:00
      }
    }
    handle refusal: order when note is "no" or rate > 50% {
      decline because "no"
    }
    commit c: order by Sales {
      may when rate <= 10%
      ask lead of asker within 1 business day when rate > 5% and lead < 3 business days
      case gold when tier is gold {
        never when size is large
      }
    }
    commit d: order by Night {
      ask Night within 2 business hours
    }
  }
  handover h of Acme from Tanaka to Mori {
    effective 2026-08-01..2026-08-31
  }
  exception e to tangle.plain when customer is Acme {
    effective 2026-08-01..2026-08-31
    open      2026-08-22..2026-08-23 09:00-18:00
    approved  by Ito on 2026-07-01
    via       portal
  }
  exception f to tangle.plain.gold {
    effective 2026-08-15..2026-09-15
    approved  by Ito on 2026-07-01
    respond   within 10 calendar days
  }
  exception g to tangle.c {
    effective 2026-08-15..2026-09-15
    approved  by Ito on 2026-07-01
    may when rate <= 30%
  }
`;

const names = fc.constantFrom(
  "Sales",
  "Support",
  "Night",
  "Mori",
  "Abe",
  "Oda",
  "Acme",
  "nobody",
  "constructor",
  "__proto__",
  "",
);
const orNothing = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const constants: fc.Arbitrary<Constant> = fc.oneof(
  fc.constantFrom("small", "large", "normal", "urgent", "toString").map((name): Constant => ({ kind: "name", name })),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat(30))
    .map(([unscaled, scale]): Constant => ({ kind: "decimal", value: { unscaled, scale } })),
  fc
    .integer({ min: 0, max: 100 })
    .map((percent): Constant => ({ kind: "decimal", value: { unscaled: BigInt(percent), scale: 0 } })),
  fc.integer({ min: -1e6, max: 1e6 }).map((day): Constant => ({ kind: "day", day })),
  fc.integer({ min: 20_600, max: 20_800 }).map((day): Constant => ({ kind: "day", day })),
  fc.nat(1440).map((minute): Constant => ({ kind: "time", minute })),
  fc.constantFrom("no", "yes", "…").map((text): Constant => ({ kind: "text", text })),
);

const times = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: instantOf("2026-07-01T00:00"), max: instantOf("2026-10-01T00:00") }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.constantFrom(0, 8.64e15, -8.64e15, 9e15, Number.POSITIVE_INFINITY, Number.NaN) },
);

const unwaiting: fc.Arbitrary<Request> = fc.record({
  kind: fc.constantFrom("order", "incident", "how_to", "discount", "phone_cover", "refund", "", "constructor"),
  at: times,
  fields: fc.dictionary(
    fc.constantFrom("size", "rate", "start", "note", "lead", "severity", "__proto__", "toString"),
    constants,
  ),
  channel: orNothing(fc.constantFrom("email", "portal", "phone", "chat", "fax", "toString")),
  customer: orNothing(fc.constantFrom("Acme", "Other", "constructor")),
  asker: orNothing(names),
  to: orNothing(names),
});

const waiting: fc.Arbitrary<NonNullable<Request["waiting"]>> = fc.array(
  fc.record({ from: times, to: orNothing(times) }),
  { maxLength: 4 },
);

const requests: fc.Arbitrary<Request> = fc
  .tuple(unwaiting, fc.option(waiting, { nil: undefined, freq: 3 }))
  .map(([request, waits]) => (waits ? { ...request, waiting: waits } : request));

describe("deciding", () => {
  before(() => console.log(`      seed ${seed}`));
  const engine = engineOf(company, support, tangle);

  it("is total, and what it says hangs together", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const decision = decide(engine, request);
        assertCoherent(decision, request);
        traceOf(engine, decision);
        relatedCommitments(engine, request);
      }),
      settings,
    );
  });

  it("is pure: what was asked before makes no difference", () => {
    fc.assert(
      fc.property(requests, fc.array(requests, { maxLength: 5 }), (request, others) => {
        const fresh = engineOf(company, support, tangle);
        for (const other of others) decide(fresh, other);
        assert.deepEqual(withoutPlaces(decide(fresh, request)), withoutPlaces(decide(engine, request)));
      }),
      { seed, numRuns: 150 },
    );
  });

  it("does not depend on the order in which anything is written", () => {
    const turned = engineOf(tangleReversed(), support, company);
    fc.assert(
      fc.property(requests, (request) => {
        assert.deepEqual(withoutPlaces(decide(turned, request)), withoutPlaces(decide(engine, request)));
      }),
      settings,
    );
  });

  it("finds by its index every clause that applies", () => {
    const wide = engineOf(company, manyClauses());
    fc.assert(
      fc.property(requests, (request) => {
        assertIndexed(wide, request);
        assertIndexed(engine, request);
      }),
      settings,
    );
    assert.equal(wide.kinds.get("incident")?.handles.kind, "branch");
  });

  it("reads the samples", () => {
    for (const text of sampleTexts()) {
      const some = engineOf(text);
      fc.assert(
        fc.property(requests, fc.constantFrom(...some.kinds.keys(), "none"), (request, kind) => {
          const asked = { ...request, kind };
          assertCoherent(decide(some, asked), asked);
        }),
        { seed, numRuns: 200 },
      );
    }
  });
});

function assertCoherent(decision: Decision, request: Request): void {
  assert.equal(decision.request, request);
  assert.equal(decision.outcome === "needs", decision.needs !== undefined);
  assert.equal(decision.outcome === "redirect", decision.provisional);
  assert.equal(decision.outcome === "redirect", decision.redirectBecause !== undefined);
  if (decision.outcome !== "redirect") assert.deepEqual(decision.redirect, []);
  if (decision.outcome === "unhandled" || decision.outcome === "question") assert.equal(decision.clause, undefined);
  if (decision.outcome === "question") assert.notEqual(decision.commitment, undefined);
  if (decision.person !== undefined) assert.notEqual(decision.personBecause, undefined);
  if (decision.insteadOf !== undefined) assert.notEqual(decision.insteadOf, decision.person);
  for (const times of [decision.respond, decision.resolve])
    if (times?.deadline !== undefined && times.breachedAfter !== undefined)
      assert.ok(times.breachedAfter >= times.deadline);
  for (const { decision: answer } of decision.needs?.answers ?? [])
    assert.ok(decision.needs && decision.needs.field in answer.request.fields);
}

function assertIndexed(engine: Engine, request: Request): void {
  const kind = engine.kinds.get(request.kind);
  if (!kind) return;
  const situation = situationOf(engine, kind, request);
  const [handles, commits] = [candidates(kind.handles, situation), candidates(kind.commits, situation)];
  for (const plan of kind.handles.all) if (applies(plan, situation) !== no) assert.ok(handles.includes(plan));
  for (const plan of kind.commits.all)
    if (speaksFor(plan, situation) && plan.test?.(situation) !== no) assert.ok(commits.includes(plan));
}

/** Clauses that a customer, a severity, a tier or a party tells apart. */
function manyClauses(): string {
  const clauses = ["Acme", "Other", "Third", "Fourth"].flatMap((customer) =>
    ["normal", "urgent"].map(
      (severity) =>
        `handle ${customer}_${severity}: incident when severity is ${severity} and customer is ${customer} {\nby Support\n}\n` +
        `commit c_${customer}_${severity}: incident by Sales when customer is one of Acme, ${customer} and tier is gold {\nmay\n}`,
    ),
  );
  const customers = ["Other", "Third", "Fourth"].map((name) => `customer ${name} {\n}`);
  return [
    ...customers,
    "agreement a between Sales and Support {",
    ...clauses,
    "handle rest: incident {\nby Support\n}",
    "}",
  ].join("\n");
}

/** The tangle with its declarations, clauses and cases the other way round; lines of one property keep their order. */
function tangleReversed(): string {
  return reversedBlocks(tangle.split("\n").filter((line) => line.trim())).join("\n");
}

function reversedBlocks(lines: readonly string[]): readonly string[] {
  const blocks: string[][] = [];
  let depth = 0;
  for (const line of lines) {
    if (depth === 0) blocks.push([]);
    blocks.at(-1)?.push(line);
    depth += (line.match(/\{/g) ?? []).length - (line.match(/\}/g) ?? []).length;
  }
  const turned = blocks.map((block) =>
    block.length > 2 ? [block[0] ?? "", ...reversedBlocks(block.slice(1, -1)), block.at(-1) ?? ""] : block,
  );
  const properties = turned.filter((block) => block.length === 1);
  return [...turned.filter((block) => block.length > 1).reverse(), ...properties].flat();
}

/** Where lines are written differs between two texts that say the same. */
function withoutPlaces(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutPlaces);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      key === "place" || key === "request" ? [] : [[key, withoutPlaces(inner)]],
    ),
  );
}
