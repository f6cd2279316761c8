import assert from "node:assert/strict";
import { ordinaryRequests } from "../../../server/core/prover/clauses/handling.ts";
import { type KindProof, proofsOf } from "../../../server/core/prover/prove.ts";
import { fullBox } from "../../../server/core/prover/space/box.ts";
import { witnessIn } from "../../../server/core/prover/space/witness.ts";
import { regionInWords, witnessInWords } from "../../../server/core/prover/space/words.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import { firstOfApril, modelOf } from "../../harness/models.ts";

describe("regions in words", () => {
  it("names values, ranges and calendars as they are written", () => {
    // 2026-04-07 is the first Tuesday on which the agreement is in force.
    const gaps = gapsOf(`
  handle first: outage when severity is urgent { by Support }
  handle second: outage when cost <= 1_000 JPY or cost > 50_000 JPY { by Support }
  handle third: outage when during office and tier is not gold { by Support }
`);
    assert.deepEqual(gaps, [
      "severity low or normal, cost above 1,000 JPY up to 50,000 JPY, outside office",
      "severity low or normal, cost above 1,000 JPY up to 50,000 JPY, tier gold",
    ]);
  });

  it("names weekdays and dates", () => {
    assert.deepEqual(gapsOf("\n  handle first: outage when on Mon..Fri { by Support }\n"), ["on Sat, Sun"]);
    assert.deepEqual(gapsOf("\n  handle first: outage when not on 2026-08-10..2026-08-16 { by Support }\n"), [
      "on 2026-08-10..2026-08-16",
    ]);
  });

  it("puts dates together that several conditions leave", () => {
    const left = (some: string) =>
      gapsOf(
        `\n  handle first: outage when not on 2026-08-10..2026-08-20 { by Support }\n  handle second: outage when on ${some} { by Support }\n`,
      );
    assert.deepEqual(left("2026-08-15..2026-08-25"), ["on 2026-08-10..2026-08-14"]);
    assert.deepEqual(left("2026-08-11..2026-08-20"), ["on 2026-08-10"]);
    assert.deepEqual(left("2026-08-12..2026-08-14"), ["on 2026-08-10..2026-08-11 or 2026-08-15..2026-08-20"]);
  });

  it("puts dates together that several conditions leave out", () => {
    const left = (days: string) =>
      gapsOf(
        `\n  handle first: outage when on 2026-08-10..2026-08-12 { by Support }\n  handle second: outage when on ${days} { by Support }\n`,
      );
    assert.deepEqual(left("2026-08-12..2026-08-20"), ["not on 2026-08-10..2026-08-20"]);
    assert.deepEqual(left("2026-08-13"), ["not on 2026-08-10..2026-08-13"]);
    assert.deepEqual(left("2026-08-20"), ["not on 2026-08-10..2026-08-12 or 2026-08-20"]);
  });

  it("names times of which one of a few conditions holds, and weekdays in a row", () => {
    // What is left of "during office, on a weekday" is whatever is outside it or at a weekend; within dates these stay.
    const left = (when: string) => gapsOf(`\n  handle first: outage when ${when} { by Support }\n`);
    assert.deepEqual(left("during office and not on 2026-08-12"), ["on 2026-08-12 or outside office"]);
    assert.deepEqual(left("during office and not on 2026-08-12 or not on 2026-08-10..2026-08-16"), [
      "on 2026-08-10..2026-08-16, on 2026-08-12 or outside office",
    ]);
    assert.deepEqual(left("on Sat..Sun"), ["on Mon..Fri"]);
    assert.deepEqual(left("on Tue or on Thu..Sun"), ["on Mon, Wed"]);
    const { proof, model } = proofOf(
      "\n  handle first: outage when during office and not on Mon..Wed { by Support }\n",
    );
    const { space, kind } = proof.group;
    const region = proof.gaps.found[0]?.regions[0] ?? fullBox(space.shape);
    const words = regionInWords(space, region, domainOf(proof), { kind, attributes: model.attributes });
    assert.equal(words.ja, "月〜水曜か office の時間外");
  });

  it("is empty where it is everything", () => {
    assert.deepEqual(gapsOf("\n  handle first: outage when severity is low and severity is normal { by Support }\n"), [
      "",
    ]);
  });

  it("shows an ordinary request: a customer that exists, round amounts, Tuesday at ten", () => {
    const { proof, model } = proofOf(
      "\n  handle first: outage when cost > 20_000 JPY or tier is silver { by Support }\n",
    );
    const { space, kind } = proof.group;
    const [gap] = proof.gaps.found;
    const witness = witnessIn(proof.group, gap?.regions ?? [], model.customers, { left: 1000 });
    assert.ok(witness);
    const words = witnessInWords(space, witness, { kind, attributes: model.attributes });
    assert.equal(words.en, "outage, cost 10,000 JPY, Acme, Sales, 2026-04-07 10:00");
  });

  it("speaks Japanese as well", () => {
    const { proof, model } = proofOf(
      "\n  handle first: outage when severity is urgent or cost < 10 JPY { by Support }\n",
    );
    const { space, kind } = proof.group;
    const naming = { kind, attributes: model.attributes };
    const region = proof.gaps.found[0]?.regions[0] ?? fullBox(space.shape);
    assert.equal(
      regionInWords(space, region, domainOf(proof), naming).ja,
      "severity が low か normal、cost が 10 JPY 以上",
    );
  });
});

function gapsOf(clauses: string): readonly string[] {
  const { proof, model } = proofOf(clauses);
  const { space, kind } = proof.group;
  const naming = { kind, attributes: model.attributes };
  const regions = proof.gaps.found.flatMap((gap) => gap.regions);
  return regions.map((region) => regionInWords(space, region, domainOf(proof), naming).en).sort();
}

function domainOf({ group }: KindProof) {
  const [scope] = group.scopes.values();
  const [domain] = scope ? ordinaryRequests(group, scope) : [];
  return domain ?? fullBox(group.space.shape);
}

function proofOf(clauses: string) {
  const text =
    company +
    `agreement outages between Sales and Support {\n  effective 2026-04-01..2027-03-31\n${clauses.replaceAll("{ by", "{\n by").replaceAll(" }", "\n}")}}\n`;
  const model = modelOf(text);
  const [proof] = proofsOf(model, { today: firstOfApril, holidays: japaneseHolidays, steps: 10_000 });
  assert.ok(proof);
  return { proof, model };
}

const company = `
calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
team Sales {
  lead  Sato
  hours office
}
team Support {
  lead  Ito
  hours office
}
attribute tier of customer: silver | gold
customer Acme {
  tier is gold
}
request outage { severity: low | normal | urgent, cost: JPY }
`;
