import assert from "node:assert/strict";
import { allChecks } from "../../../server/core/checks/all.ts";
import { messageOf, summaryOf } from "../../../server/core/checks/catalogue.ts";
import type { Check, Finding } from "../../../server/core/checks/define.ts";
import { markdownOf } from "../../../server/core/checks/docs.ts";
import { fixture } from "../../harness/fixture.ts";
import { checkExample, findingsIn, marked, repaired } from "./examples.ts";

describe("the documentation of the checks", () => {
  it("has a code and a name of its own for each check", () => {
    assert.deepEqual(repeated(allChecks.map(({ code }) => code)), []);
    assert.deepEqual(repeated(allChecks.map(({ name }) => name)), []);
    assert.deepEqual(
      allChecks.filter(({ code }) => !/^SLA\d{3}$/.test(code)),
      [],
    );
    assert.deepEqual(
      allChecks.filter(({ name }) => !/^[a-z]+(-[a-z]+)*$/.test(name)),
      [],
    );
  });

  it("has them in the order of their codes", () => {
    const codes = allChecks.map(({ code }) => code);
    assert.deepEqual(codes, codes.toSorted());
  });

  it("has a company without findings for its examples", () => {
    assert.deepEqual(checkExample("").all.map(told), []);
  });

  for (const check of allChecks) describe(`${check.code} ${check.name}`, () => describeCheck(check));
});

function describeCheck(check: Check): void {
  const { bad, good, fixed } = readDocs(check);
  const { en, ja } = check.docs().text;

  it("says what and why in both languages", () => {
    assert.match(en, /\.$/);
    assert.match(ja, /\p{Script=Hiragana}.*。$/u);
    assert.match(summaryOf(check, "ja"), /^[^。]{10,}。$/);
    assert.deepEqual(codesIn(ja), codesIn(en));
  });

  it("marks what is bad", () => {
    assert.equal(marked(plain(bad), own(check, plain(bad))), bad);
  });

  it("is silent, like every other check, where it is good", () => {
    assert.deepEqual(findingsIn(good).map(told), []);
  });

  it("repairs it", () => {
    const [first] = own(check, plain(bad));
    const fix = first?.fixes[0];
    assert.equal(fix && repaired(plain(bad), fix), fixed);
  });

  it("no longer finds what a fix repaired", () => {
    const found = own(check, plain(bad));
    for (const fix of found.flatMap(({ fixes }) => fixes)) {
      const left = own(check, repaired(plain(bad), fix));
      assert.ok(left.length < found.length, `'${fix.title.en}' leaves ${left.map(told).join("; ")}`);
    }
  });

  it("fills every hole of its messages", () => {
    for (const finding of own(check, plain(bad)))
      for (const locale of ["en", "ja"] as const) {
        const holes = [...check.messages[locale].matchAll(/\{(\w+)\}/g)].map((hole) => hole[1] ?? "");
        assert.deepEqual(Object.keys(finding.holes).sort(), [...new Set(holes)].sort());
      }
  });

  it("speaks Japanese", () => {
    for (const finding of own(check, plain(bad))) assert.match(messageOf(finding, "ja"), /\p{Script=Hiragana}/u);
  });
}

/** The sections of a check's documentation; `fixed` undefined: no finding has a fix. */
function readDocs({ docs }: Check) {
  const [, ...sections] = markdownOf(docs(), "en").split(/^### /m);
  const byHeading = new Map(sections.map((section) => [section.slice(0, section.indexOf("\n")), fenceIn(section)]));
  const good = byHeading.get("Good") ?? "";
  const fixed = byHeading.has("Fix") ? byHeading.get("Fix") || good : undefined;
  return { bad: byHeading.get("Bad") ?? "", good, fixed };
}

/** The words of the language that a text names, in whatever order its sentences have them. */
function codesIn(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(/`([^`]+)`/g), ([, code = ""]) => code))].sort();
}

function fenceIn(section: string): string {
  return /^```sla\n([\s\S]*?)^```$/m.exec(section)?.[1] ?? "";
}

function plain(markedText: string): string {
  return fixture(markedText).files.get("test.sla") ?? "";
}

function own(check: Check, text: string): readonly Finding[] {
  return findingsIn(text).filter((finding) => finding.check === check);
}

function told(finding: Finding): string {
  return `${finding.check.code} ${messageOf(finding, "en")}`;
}

function repeated(texts: readonly string[]): readonly string[] {
  return texts.filter((text, index) => texts.indexOf(text) !== index);
}
