import assert from "node:assert/strict";
import { messageOf } from "../../../server/core/checks/catalogue.ts";
import { check } from "../../../server/core/checks/check.ts";
import type { Finding } from "../../../server/core/checks/define.ts";
import { exampleCompany } from "../../../server/core/checks/docs.ts";
import type { Findings } from "../../../server/core/checks/findings.ts";
import { link } from "../../../server/core/model/link.ts";
import type { Model, Place } from "../../../server/core/model/model.ts";
import { parse } from "../../../server/core/syntax/parse.ts";
import { after, keystrokes } from "../../bench/typing.ts";
import { sampleTexts } from "../../harness/samples.ts";
import { exampleContext } from "./examples.ts";

/** Printed with every failure; change it to try other edits. */
const seed = Number(process.env.TORIKIME_SEED ?? 20260824);

describe(`checking again after an edit, seed ${seed}`, () => {
  it("finds what checking from nothing finds, whichever file is edited", () => {
    for (const file of sampleTexts().keys()) typeInto(file, 30);
  });

  it("keeps the findings of items that mean the same", () => {
    const rest = "\nchannel email\ncalendar desk in Tokyo { open Mon 09:00-17:00 }\n";
    const one = parse("request refund" + rest);
    const model = link([{ path: "a.sla", syntax: one }]);
    const before = check(model, exampleContext);
    const two = parse("request refunds" + rest, one);
    const now = check(link([{ path: "a.sla", syntax: two }], model), exampleContext, before);
    assert.ok(zoneFinding(now) !== undefined && zoneFinding(now) === zoneFinding(before));
  });

  it("checks an exception again when the clause that it bends changes in another file", () => {
    const exception = parse(`exception rush to support.outages {
  effective 2026-08-24..2026-09-04
  via       phone
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "moving"
}
`);
    const agreement = (team: string) =>
      parse(`${exampleCompany}request outage
agreement support between Sales and Support {
  handle outages: outage {
    by  ${team}
    via email
  }
}
`);
    const files = (team: string) => [
      { path: "a.sla", syntax: exception },
      { path: "b.sla", syntax: agreement(team) },
    ];
    const model = link(files("Support"));
    const before = check(model, exampleContext);
    const now = check(link(files("Sales"), model), exampleContext, before);
    const codes = (findings: Findings) => findings.byPath.get("a.sla")?.map((finding) => finding.check.code);
    // Support can be reached by phone, Sales cannot.
    assert.deepEqual([codes(before), codes(now)], [[], ["SLA407"]]);
  });

  it("checks everything again when the day changes", () => {
    const model = link([{ path: "a.sla", syntax: parse("calendar desk in Tokyo { open Mon 09:00-17:00 }\n") }]);
    const before = check(model, exampleContext);
    const now = check(model, { ...exampleContext, today: exampleContext.today + 1 }, before);
    assert.ok(zoneFinding(now) !== zoneFinding(before));
  });
});

/** Of repairs that are tried first nothing is kept, and trying them all takes long. */
const contextOfTyping = { ...exampleContext, trials: 0 };

/** Types into one of the samples, which together are one model full of names declared twice, and undoes each word again. */
function typeInto(file: number, count: number): void {
  const texts = sampleTexts();
  const files = texts.map((text, index) => ({ path: `${index}.sla`, syntax: parse(text) }));
  let model = link(files);
  let findings = check(model, contextOfTyping);
  for (const stroke of keystrokes(texts[file] ?? "", count, seed + file)) {
    const text = after(files[file]?.syntax.text ?? "", stroke);
    files[file] = { path: `${file}.sla`, syntax: parse(text, files[file]?.syntax) };
    model = link(files, model);
    findings = check(model, contextOfTyping, findings);
    assert.deepEqual(
      described(model, findings),
      described(model, check(model, contextOfTyping)),
      JSON.stringify(stroke),
    );
  }
}

function described(model: Model, findings: Findings): readonly string[] {
  return findings.all.map((finding) => {
    const related = finding.related.map(({ place, note }) => `${at(model, place)} ${note.ja}`);
    return [
      at(model, finding.place),
      finding.severity,
      finding.check.code,
      ...texts(finding),
      ...related,
      ...fixes(model, finding),
    ].join("|");
  });
}

function texts(finding: Finding): readonly string[] {
  return [messageOf(finding, "en"), messageOf(finding, "ja")];
}

function fixes(model: Model, finding: Finding): readonly string[] {
  return finding.fixes.map((fix) => {
    const edits = fix.edits().map(({ place, newText }) => `${at(model, place)} ${newText}`);
    return [fix.title.en, ...edits].join(" ");
  });
}

/** Where a place is now; fails for a place that is no longer in the files. */
function at(model: Model, { item, span }: Place): string {
  const origin = model.origin(item);
  assert.ok(origin, `a place in '${item.text.slice(0, 40)}…' is in no file`);
  return `${origin.path}:${origin.offset + span.start}..${origin.offset + span.end}`;
}

function zoneFinding({ all }: Findings): Finding | undefined {
  return all.find(({ check: { name } }) => name === "unknown-zone");
}
