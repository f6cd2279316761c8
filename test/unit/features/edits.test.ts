import assert from "node:assert/strict";
import { formattingOf, formattingWithin } from "../../../server/core/features/formatting.ts";
import { quickFixesIn } from "../../../server/core/features/quickFixes.ts";
import { applyEdits, type Edit } from "../../../server/core/text/edit.ts";
import { company } from "../../harness/company.ts";
import { opened, snapshotOf } from "../../harness/features.ts";
import { type Fixture, fixture, outdented } from "../../harness/fixture.ts";

function changed(given: Fixture, path: string, edits: readonly Edit[] | undefined): string {
  return applyEdits(given.files.get(path) ?? "", edits ?? []);
}

describe("quick fixes", () => {
  it("mend the finding under the cursor", () => {
    const { given, snapshot, path, offset } = opened(`${company}team Desk {
  lead    Ono
  members Oda
  hours   off$0ce
}
`);
    const fixes = quickFixesIn(snapshot, path, offset, offset);
    const titles = fixes.map(({ title }) => title.en);
    const index = titles.findIndex((title) => title.includes("office"));
    assert.ok(index >= 0, titles.join("\n"));
    const fixed = changed(given, path, fixes[index]?.edits.get(path));
    assert.match(fixed, /hours {3}office\n/);
  });

  it("lay out what they change in the midst of a file, and nothing beside it", () => {
    const before = outdented(`
      channel email
      team A {
        lead    X
        members Y
      }
      team Untidy {
       lead Z
      }
    `);
    const { given, snapshot, path, offset } = opened(
      `${before.repeat(5)}${outdented(`
      team Desk {
        title "d"
        led$0   Ono
      }

      request late
    `)}${before.repeat(5)}`,
    );
    const [fix] = quickFixesIn(snapshot, path, offset, offset);
    const text = given.files.get(path) ?? "";
    // The word is one letter longer, so both values stand where they stood.
    assert.equal(changed(given, path, fix?.edits.get(path)), text.replace("led   Ono", "lead  Ono"));
  });

  it("leave the layout of a declaration alone that nobody could survey", () => {
    const members = Array.from({ length: 9_000 }, (_, index) => `  away M${index} 2026-08-24\n`).join("");
    const { given, snapshot, path, offset } = opened(`team Desk {\n  led$0 Ono\n${members}}\n`);
    const [fix] = quickFixesIn(snapshot, path, offset, offset);
    assert.match(changed(given, path, fix?.edits.get(path)), /^team Desk \{\n {2}lead Ono\n {2}away M0 2026-08-24\n/);
  });

  it("are none where nothing is found", () => {
    const { snapshot, path, offset } = opened(`${company}\n$0\n`);
    assert.deepEqual(quickFixesIn(snapshot, path, offset, offset), []);
  });
});

describe("formatting", () => {
  const messy = outdented(`
    team A {
    title "a"
       lead    B
    }
    team C {
    lead D
    }
  `);

  it("lays out a whole file", () => {
    const given = fixture(messy);
    const laidOut = changed(given, "test.sla", formattingOf(snapshotOf(given), "test.sla"));
    assert.match(laidOut, /^team A \{\n {2}title "a"\n {2}lead {2}B\n\}/);
    assert.match(laidOut, /team C \{\n {2}lead D\n\}\n$/);
  });

  it("lays out only the stretch that is asked for", () => {
    const given = fixture(messy);
    const end = messy.indexOf("team C");
    const laidOut = changed(given, "test.sla", formattingWithin(snapshotOf(given), "test.sla", 0, end - 1));
    assert.match(laidOut, /lead {2}B/);
    assert.match(laidOut, /team C \{\nlead D\n\}\n$/);
  });

  it("leaves other files alone", () => {
    const snapshot = snapshotOf(fixture("// === torikime.yaml\n  locale:   en\n"));
    assert.deepEqual(formattingOf(snapshot, "torikime.yaml"), []);
    assert.deepEqual(formattingWithin(snapshot, "torikime.yaml", 0, 5), []);
  });
});
