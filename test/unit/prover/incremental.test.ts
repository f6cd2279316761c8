import assert from "node:assert/strict";
import { handledIn, spokenOfIn, writtenClaims } from "../../../server/core/prover/claims.ts";
import { type ClauseProof, clauseProofOf } from "../../../server/core/prover/clauseProofs.ts";
import type { KindProof } from "../../../server/core/prover/prove.ts";
import { proofsOf } from "../../../server/core/prover/prove.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import type { Holidays } from "../../../server/core/time/spec.ts";
import { Snapshot } from "../../../server/core/workspace/snapshot.ts";
import { editedClause, filesOf, newClauses, overlappingClauses } from "../../bench/clauses.ts";
import { firstOfApril } from "../../harness/models.ts";
import { random } from "../../harness/random.ts";
import { companyText, randomModel } from "./generate.ts";

const seed = Number(process.env.SEED ?? 20260401);
const context = { today: firstOfApril, holidays: japaneseHolidays };
const plenty = 1_000_000;

describe("proofs after edits", () => {
  it("come to an end where a kind has no clause, but a claim about dates", () => {
    const text = "request incident { severity: normal | urgent }\nprove claim: incident is may when on 2026-04-03";
    const [proof] = proofsOf(snapshotOf(new Map([["a.sla", text]])).model, { ...context, steps: plenty });
    assert.deepEqual(
      proof?.proofs.map(({ result }) => result.kind),
      ["proved"],
    );
  });

  it("begin when an exception opens now, and not when it opened before", () => {
    const text = (day: string) => `
team Support {
  lead Ito
  members Abe
  hours office
  away Abe 2026-04-04
}
agreement support between Sales and Support {
  handle incidents: incident {
    by Support
    respond within 1 business hours
  }
}
exception weekend to support.incidents {
  effective 2026-04-01..2026-04-30
  open 2026-04-${day} 09:00-12:00
  owner Ito
  approved by Ito on 2026-03-01
  reason "a move"
}`;
    const company = `
calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-17:00
}
team Sales {
  lead Sato
  hours office
}
request incident { severity: normal | urgent }`;
    let snapshot = snapshotOf(new Map(Object.entries({ "a.sla": text("04"), "company.sla": company })));
    for (const day of ["04", "05", "04"]) {
      snapshot = snapshot.with("a.sla", text(day));
      compare(snapshot, plenty, day);
      const proofs = proofsOf(snapshot.model, { ...context, steps: plenty });
      const singles = proofs.flatMap(
        (proof) => clauseProofOf(proof, snapshot.model, { ...context, steps: plenty }).singles.found,
      );
      // 2026-04-04 is a Saturday, on which the clock starts only while the exception opens on it.
      assert.deepEqual(
        singles.map(({ person, days }) => [person, days?.map(({ first, last }) => [first, last])]),
        day === "04" ? [["Ito", [[20547, 20547]]]] : [],
      );
    }
  });

  it(`are what proving from nothing gives, in 1,500 edits of random models (SEED=${seed})`, () => {
    for (let round = 0; round < 150; round += 1) {
      const chance = random(seed + round);
      const first = randomModel(seed + round).text;
      let [before, text] = [first, first];
      let snapshot = snapshotOf(companyWith(text));
      compare(snapshot, plenty, text);
      for (let edit = 0; edit < 10; edit += 1) {
        [before, text] = [text, chance.below(4) === 0 ? before : editedText(text, edit, chance)];
        snapshot = snapshot.with("a.sla", text);
        compare(snapshot, plenty, text);
      }
    }
  }).timeout(600_000);

  it(`are so among many clauses that meet, and where steps run out (SEED=${seed})`, () => {
    for (const steps of [plenty, 3000, 300]) {
      const chance = random(seed);
      const clauses = [...newClauses(40), ...overlappingClauses(20)].map((each, at) => ({ ...each, name: `c${at}` }));
      let snapshot = snapshotOf(filesOf(clauses));
      for (let edit = 0; edit < 20; edit += 1) {
        const at = chance.below(clauses.length);
        const clause = clauses[at];
        if (clause && chance.below(5) === 0) clauses.splice(chance.below(clauses.length), 0, ...clauses.splice(at, 1));
        else if (clause) clauses[at] = editedClause(clause, chance);
        for (const [path, text] of filesOf(clauses)) snapshot = snapshot.with(path, text);
        compare(snapshot, steps, `edit ${edit}, ${steps} steps`);
      }
    }
  }).timeout(600_000);
});

/** An agreement's text with that of the company, without which it has no kinds of request. */
function companyWith(text: string): ReadonlyMap<string, string> {
  return new Map([
    ["company.sla", companyText],
    ["a.sla", text],
  ]);
}

function snapshotOf(texts: ReadonlyMap<string, string>): Snapshot {
  return Snapshot.of(texts, context);
}

function compare(snapshot: Snapshot, steps: number, told: string): void {
  const texts = new Map(snapshot.agreementPaths().map((path) => [path, snapshot.text(path) ?? ""]));
  const kept = proofsOf(snapshot.model, { ...context, steps });
  const anewModel = snapshotOf(texts).model;
  // With holidays of its own, or each of both would take the place of the other in what is kept of the company.
  const holidays: Holidays = (region, year) => japaneseHolidays(region, year);
  const anew = proofsOf(anewModel, { ...context, holidays, steps });
  const terms = kept.map((proof) => plainTerms(clauseProofOf(proof, snapshot.model, { ...context, steps })));
  const termsAnew = anew.map((proof) => plainTerms(clauseProofOf(proof, anewModel, { ...context, holidays, steps })));
  assert.notEqual(anew.length, 0, `nothing to compare after ${told}`);
  assert.equal(JSON.stringify(terms), JSON.stringify(termsAnew), `people and terms after ${told}`);
  for (const [index, proof] of kept.entries()) {
    const [one, other] = [proof, anew[index]].map((each) => Object.entries(each ? plain(each) : {}));
    // Told part by part, for a difference of whole proofs takes minutes to print.
    for (const [at, [part, value]] of (one ?? []).entries())
      assert.equal(JSON.stringify(value), JSON.stringify(other?.[at]?.[1]), `${part} after ${told}`);
  }
  assert.equal(kept.length, anew.length, told);
}

/** What is known of people and terms, as data. */
function plainTerms({ singles, yesAndNo, lateAnswers, sunsets, handoverSunsets, creeps }: ClauseProof) {
  return [
    [singles.isDecided, yesAndNo.isDecided, lateAnswers.isDecided, sunsets.isDecided, creeps.isDecided],
    singles.found.map(({ person, task, step, place, customer, regions, days, arrival }) => [
      [person, task, step, place.span, customer, arrival],
      days,
      regions,
    ]),
    yesAndNo.found.map(({ earlier, later, regions }) => [
      [earlier, later].map(({ id, place }) => [id, place.span]),
      regions,
    ]),
    lateAnswers.found.map(({ ask, clause, regions, arrival, end, due }) => [
      ask.id,
      clause.id,
      arrival,
      end,
      due,
      regions,
    ]),
    sunsets.found.map(({ agreement, asker, last, next, regions, box, after }) => [
      [agreement.name, asker, last, next?.agreement.name, next?.first, after],
      [...regions, box],
    ]),
    handoverSunsets.map(({ handover, last, place }) => [handover.name, last, place.span]),
    creeps.found.map(({ clause, share, regions }) => [clause.id, share, regions]),
  ];
}

/** A proof as data: names and places instead of objects that are made anew. */
function plain(proof: KindProof) {
  const { group, gaps, conflicts, unreachable, redundant, outsideBase, silences, slackenings, proofs } = proof;
  const covered = [...handledIn(proof), ...spokenOfIn(proof), ...writtenClaims(proof)];
  return {
    kind: group.kind.name,
    cells: group.space.shape.cells,
    isDecidable: group.isDecidable,
    sizes: covered.map(({ size }) => size),
    gaps: [gaps.isDecided, ...gaps.found.map(({ clause, regions }) => [clause.id, regions])],
    conflicts: [
      conflicts.isDecided,
      ...conflicts.found.map(({ between, earlier, later, property, regions }) => [
        between,
        [earlier, later].map(({ id, place }) => [id, place.span]),
        property,
        regions,
      ]),
    ],
    unreachable: [
      unreachable.isDecided,
      ...unreachable.found.map(({ id, place, because, by, kinds, conditions }) => [
        [id, place.span, because, kinds, conditions.length],
        by.map((each) => [each.id, each.place.span]),
      ]),
    ],
    redundant: [redundant.isDecided, ...redundant.found.map(({ id, place, kinds }) => [id, place.span, kinds])],
    outsideBase: [
      outsideBase.isDecided,
      ...outsideBase.found.map(({ exception, regions }) => [exception.name, regions]),
    ],
    silences: [silences.isDecided, ...silences.found.map(({ rule, regions }) => [rule.clause.id, regions])],
    slackenings: [
      slackenings.isDecided,
      ...slackenings.found.map(({ field, stricter, laxer, before, after }) => [
        field,
        [stricter, laxer].map(({ line }) => [line.verdict.id, line.verdict.place.span]),
        [before, after],
      ]),
    ],
    proofs: proofs.map(({ proof, result }) => [proof.name, result]),
  };
}

const swaps = [
  ["urgent", "normal"],
  ["10%", "20%"],
  ["<=", ">"],
  ["1 clock", "2 clock"],
  ["gold", "silver"],
  ['"a"', '"b"'],
  ["is not", "is"],
  ["and", "or"],
  ["during", "outside"],
  ["may", "never"],
  ["approved", "approve"],
  ["2026-04-03", "2026-04-02"],
] as const;

/** Somebody's next edit: another word, a line more or less, a clause more or less, a fact. */
function editedText(text: string, edit: number, { below, pick }: ReturnType<typeof random>): string {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => line.startsWith("request"));
  const own = at + 1 + below(lines.length - at - 1);
  switch (below(5)) {
    case 0:
      return [...lines.slice(0, own), ...lines.slice(own + 1)].join("\n");
    case 1: {
      const clauses = [...text.matchAll(/^(?:handle|commit) \w+/gm)];
      const clause = clauses.length === 0 ? undefined : pick(clauses);
      if (!clause) return text;
      const whole = clauseAt(text, clause.index);
      const again = `${whole.replace(/^(\w+ )\w+/, `$1again${edit}`)}\n`;
      return text.slice(0, clause.index) + again + text.slice(clause.index);
    }
    case 2:
      return `${text}\nimpossible when severity is ${pick(["normal", "urgent"])} and rate > 20%`;
    default: {
      const [one, other] = pick(swaps);
      const places = [...text.slice(text.indexOf("agreement")).matchAll(new RegExp(`${one}|${other}`, "g"))];
      const place = places.length === 0 ? undefined : pick(places);
      if (!place) return text;
      const start = text.indexOf("agreement") + place.index;
      return text.slice(0, start) + (place[0] === one ? other : one) + text.slice(start + place[0].length);
    }
  }
}

/** A clause from its first word to the brace that closes it. */
function clauseAt(text: string, start: number): string {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}") depth -= 1;
    if (text[at] === "}" && depth === 0) return text.slice(start, at + 1);
  }
  return text.slice(start);
}
