import assert from "node:assert/strict";
import { completionsAt } from "../../../server/core/features/completion/completion.ts";
import { definitionAt } from "../../../server/core/features/definition.ts";
import { outlineOf } from "../../../server/core/features/documentSymbols.ts";
import { foldsOf } from "../../../server/core/features/folding.ts";
import { formattingOf } from "../../../server/core/features/formatting.ts";
import { harmlessRepairs } from "../../../server/core/features/harmlessRepairs.ts";
import { hoverAt } from "../../../server/core/features/hover/hover.ts";
import { quickFixesIn } from "../../../server/core/features/quickFixes.ts";
import { highlightsAt } from "../../../server/core/features/references.ts";
import { renameAt } from "../../../server/core/features/rename.ts";
import { selectionsAt } from "../../../server/core/features/selectionRanges.ts";
import { colouredNames } from "../../../server/core/features/semanticTokens.ts";
import { Snapshot } from "../../../server/core/workspace/snapshot.ts";
import { company } from "../../harness/company.ts";
import { oneHoliday, snapshotOf, testDay, testNow } from "../../harness/features.ts";
import { fixture } from "../../harness/fixture.ts";
import { random as randomFrom } from "../../harness/random.ts";

const agreement = `agreement support between Sales and Support {
  effective 2026-01-01..2026-12-31
  handle incidents: incident when tier is gold {
    by       Support
    via      email
    via      phone during office
    respond  within 4 business hours
    escalate after 2 business hours to lead of Support
    say      "Please write to {channel}"
    case urgent when severity is urgent and not (tier is one of standard, gold) {
      respond within 1 business hour
    }
  }
  commit discounts: discount by Sales {
    may when rate <= 10%
    never when rate > 10% because "margin"
  }
}
exception once to support.incidents.urgent when customer is Acme {
  effective 2026-08-22..2026-08-23
  open      2026-08-22 09:00-18:00
  approved  by Ito on 2026-08-18
}
`;

const pieces = [
  "{",
  "}",
  "\n",
  '"',
  "`",
  "(",
  ",",
  ":",
  ".",
  "..",
  "|",
  " is ",
  "when ",
  "by ",
  "team ",
  "request x { a: b | c }\n",
  "営業",
  "１０％",
  "　",
  "\u0000",
  "\ud83d",
  "\r",
  "//",
  "9",
  "%",
  "-> ",
  "case ",
  "zz",
];

describe("every feature on text that is being typed", () => {
  it("answers without failing, whatever stands there", () => {
    const seed = Number(process.env.SEED ?? 20260824);
    const random = randomFrom(seed);
    const start = snapshotOf(fixture(company + agreement));
    let snapshot = start;
    for (let round = 0; round < 250; round++) {
      if (round % 25 === 0) snapshot = start;
      const path = random.pick(snapshot.agreementPaths());
      const text = snapshot.text(path) ?? "";
      const at = random.below(text.length + 1);
      const edited = text.slice(0, at) + random.pick(pieces) + text.slice(at + random.below(4) * random.below(4));
      snapshot = snapshot.with(path, edited);
      assert.doesNotThrow(
        () => askEverything(snapshot, path, Math.min(edited.length, at + random.below(3))),
        `seed ${seed}, round ${round}`,
      );
    }
  }).timeout(120_000);

  it("finds the same after edits as from the beginning", () => {
    const seed = Number(process.env.SEED ?? 7);
    const random = randomFrom(seed);
    let snapshot = snapshotOf(fixture(company + agreement));
    for (let round = 0; round < 60; round++) {
      const path = random.pick(snapshot.agreementPaths());
      const text = snapshot.text(path) ?? "";
      const at = random.below(text.length + 1);
      snapshot = snapshot.with(path, text.slice(0, at) + random.pick(pieces) + text.slice(at + random.below(3)));
      const texts = new Map(snapshot.agreementPaths().map((each) => [each, snapshot.text(each) ?? ""]));
      const anew = Snapshot.of(texts, { today: testDay, holidays: oneHoliday });
      assert.deepEqual(told(snapshot), told(anew), `seed ${seed}, round ${round}`);
    }
  }).timeout(120_000);
});

function told(snapshot: Snapshot): readonly unknown[] {
  return snapshot.findings.all.map(({ check, place, severity }) => {
    const origin = snapshot.model.origin(place.item);
    return [check.code, severity, origin?.path, (origin?.offset ?? 0) + place.span.start];
  });
}

function askEverything(snapshot: Snapshot, path: string, offset: number): void {
  for (const locale of ["en", "ja"] as const) {
    completionsAt(snapshot, path, offset, locale);
    hoverAt(snapshot, path, offset, { now: testNow, locale });
  }
  definitionAt(snapshot, path, offset);
  highlightsAt(snapshot, path, offset);
  renameAt(snapshot, path, offset, "新しい名前");
  outlineOf(snapshot, path);
  foldsOf(snapshot, path);
  selectionsAt(snapshot, path, offset);
  colouredNames(snapshot, path, 0, snapshot.text(path)?.length ?? 0);
  formattingOf(snapshot, path);
  harmlessRepairs(snapshot, [path]);
  quickFixesIn(snapshot, path, 0, snapshot.text(path)?.length ?? 0);
  assert.ok(snapshot.engine);
}
