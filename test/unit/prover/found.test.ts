import assert from "node:assert/strict";
import { type KindProof, proofsOf } from "../../../server/core/prover/prove.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import { firstOfApril, flawlessModelOf } from "../../harness/models.ts";
import { companyText } from "./generate.ts";

// Where prover and twin once differed, as small as it gets.
describe("what the prover once got wrong", () => {
  it("knows dates from long before the agreement, on all weekdays", () => {
    const { gaps } = proofOf(`
  handle late: incident when due >= 2026-04-03 {
    by Support
  }
  handle early: incident when due on Mon..Fri {
    by Support
  }`);
    // 2026-03-29 is a Sunday; the agreement begins on Wednesday, 2026-04-01.
    assert.equal(gaps.found.length, 1);
  });

  it("knows each day of the year on each weekday, however far away that is", () => {
    const gapsBut = (dates: string) =>
      proofOf(`\n  handle h: incident when not (${dates}) {\n    by Support\n  }`).gaps.found;
    // The next 29th of February on a Monday is that of 2044; no 30th of April 2026 or later is both a Monday and a Tuesday.
    assert.equal(gapsBut("due on 02-29 and due on Mon").length, 1);
    assert.equal(gapsBut("due on 02-29 and due during office and due on Mon").length, 1);
    assert.equal(gapsBut("due on 04-30 and due on Mon and due on Tue").length, 0);
  });

  it("tells a claim about a kind that no clause is about, at any date", () => {
    const [proof] = proofsIn("prove never_early: incident is never when due on 2026-04-03..2026-04-04");
    assert.deepEqual(
      proof?.proofs.map(({ result }) => result.kind),
      ["proved"],
    );
  });

  it("finds no conflict in what is not told of a declined request", () => {
    const declined = (name: string, because: string, hours: number) => `
  handle ${name}: incident {
    by      Support
    decline because "${because}"
    respond within ${hours} clock hours
  }`;
    assert.deepEqual(proofOf(declined("east", "no", 1) + declined("west", "no", 2)).conflicts.found, []);
    assert.equal(proofOf(declined("east", "no", 1) + declined("west", "not us", 1)).conflicts.found.length, 1);
  });

  it("finds no conflict of two cases under an exception that declines", () => {
    const clause = `
  handle all: incident {
    by Support
    case east {
      respond within 1 clock hour
    }
    case west {
      respond within 2 clock hours
    }
  }`;
    assert.equal(proofOf(clause).conflicts.found.length, 1);
    const declining = `
exception closing to first.all {
  effective 2026-04-01..2026-04-05
  decline  because "moving"
  owner    Mori
  approved by Ito on 2026-03-01
  reason   "r"
}`;
    assert.deepEqual(proofOf(clause, declining).conflicts.found, []);
  });

  it("lets lines of exceptions to different cases count side by side, however deep the cases lie", () => {
    const clause = `
  commit all: incident by Sales {
    may
    case east {
      may
    }
    case west {
      may
      case inner {
        may
      }
    }
  }`;
    const exception = (name: string, base: string, says: string) => `
exception ${name} to first.all.${base} {
  effective 2026-04-01..2026-04-05
  ${says}
  owner    Mori
  approved by Ito on 2026-03-01
  reason   "r"
}`;
    const exceptions = exception("strict", "east", 'never because "law"') + exception("lax", "west.inner", "may");
    const { unreachable } = proofOf(clause, exceptions);
    const dead = unreachable.found.map(({ id }) => id);
    assert.ok(!dead.includes("strict.never"), `${dead}`);
    assert.ok(dead.includes("lax.may"), `${dead}`);
  });

  it("knows the last hours of an agreement whose dates are read in a zone behind", () => {
    // 2026-04-05 24:00 in Berlin is Monday, 2026-04-06 07:00 in Tokyo, where the first agreement is over.
    const [proof] = proofsIn(`
calendar night in Asia/Tokyo {
  open Mon 00:00-07:00
}
agreement first between Sales and Support {
  effective 2026-04-01..2026-04-05
  handle all: incident {
    by Support
  }
}
agreement second between Desk and Support in Europe/Berlin {
  effective 2026-04-01..2026-04-05
  handle days: incident when outside night {
    by Support
  }
}
`);
    assert.equal(proof?.gaps.found.length, 1);
  });

  it("holds an exception against its base on its own dates alone", () => {
    const clause = `
  handle early: incident when on 2026-04-03..2026-04-05 {
    by Support
  }`;
    const exception = `
exception open to first.early when during office {
  effective 2026-04-03..2026-04-04
  by       Desk
  owner    Mori
  approved by Ito on 2026-03-01
  reason   "r"
}`;
    assert.deepEqual(proofOf(clause, exception).outsideBase.found, []);
    const longer = exception.replace("04-04", "04-06").replace("04-03..", "04-02..");
    assert.equal(proofOf(clause, longer).outsideBase.found.length, 1);
  });

  it("can do without an exception that says again who handles it, also where cases contradict each other", () => {
    const clause = `
  handle all: incident {
    by Support
    case large when size > 1 {
      by Support
    }
    case any_size {
      by Desk
    }
  }`;
    const exception = `
exception again to first.all.any_size when size <= 1 {
  effective 2026-04-01..2026-04-05
  by       Desk
  owner    Mori
  approved by Ito on 2026-03-01
  reason   "r"
}`;
    assert.ok(proofOf(clause, exception).redundant.found.some(({ id }) => id === "again"));
  });
});

function proofOf(clauses: string, rest = ""): KindProof {
  const agreement = `agreement first between Sales and Support {\n  effective 2026-04-01..2026-04-05${clauses}\n}`;
  const [proof] = proofsIn(`${agreement}${rest}\n`);
  assert.ok(proof);
  return proof;
}

function proofsIn(text: string): readonly KindProof[] {
  const model = flawlessModelOf(companyText, text);
  return proofsOf(model, { today: firstOfApril, holidays: japaneseHolidays, steps: 100_000 });
}
