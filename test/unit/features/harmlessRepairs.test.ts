import assert from "node:assert/strict";
import { allChecks } from "../../../server/core/checks/all.ts";
import type { Check } from "../../../server/core/checks/define.ts";
import { exampleCompany, withoutMarks } from "../../../server/core/checks/docs.ts";
import { harmlessRepairs } from "../../../server/core/features/harmlessRepairs.ts";
import { applyEdits } from "../../../server/core/text/edit.ts";
import { Snapshot } from "../../../server/core/workspace/snapshot.ts";
import { oneHoliday, testDay } from "../../harness/features.ts";
import { outdented } from "../../harness/fixture.ts";
import { random } from "../../harness/random.ts";
import { plain } from "../model/models.ts";

const path = "example.sla";

describe("harmless repairs", () => {
  for (const check of allChecks.filter(({ fixing }) => fixing === "harmless"))
    it(`of ${check.name} change nothing of what its bad example means`, () => {
      const before = snapshotOf(`${withoutMarks(check.docs().examples.bad)}\n`);
      const after = repaired(before);
      assert.ok(foundBy(check, before) > 0);
      assert.equal(foundBy(check, after), 0);
      assert.deepEqual(meaningOf(after), meaningOf(before));
    });

  it("mend everything in a file that was understood, and leave its layout", () => {
    const { text, count } = repairedText(`
      calendar office in Asia/Tokyo {
        open Mon-Fri ９:00-12：00、13:00〜18:00;  # as on the door
        closed 2026年8月13日〜2026/8/15 because 「盆休み」
        closed 2026年12月28日から2026年12月30日
      }
      request refund {
        amount: 円
      }
    `);
    assert.equal(
      text,
      outdented(`
        calendar office in Asia/Tokyo {
          open Mon..Fri 09:00-12:00,13:00-18:00  // as on the door
          closed 2026-08-13..2026-08-15 because "盆休み"
          closed 2026-12-28..2026-12-30
        }
        request refund {
          amount: JPY
        }
      `),
    );
    // `-`, ９:00, 12：00, 、, 〜, ; and # in the first line, two dates, 〜 and the quotes in the second, three in the third, and 円.
    assert.equal(count, 15);
  });

  it("keep words apart that have a space only then", () => {
    const rule = (condition: string, comment: string) =>
      `impossible when ${condition}${comment}\nattribute days of customer: number\nattribute fee of customer: JPY\nattribute vip of customer: yes | no\n`;
    const { text } = repairedText(rule("days!=5&&vip≠yes and fee is¥5", "#/ never"));
    assert.equal(text, rule("days is not 5 and vip is not yes and fee is 5 JPY", "// / never"));
  });

  it("keep what was laid out laid out", () => {
    const { text } = repairedText(`
      request refund { amount: 円, since: date } // of a refund
    `);
    assert.equal(text, "request refund { amount: JPY, since: date } // of a refund\n");
  });

  it("are none where nothing is found, and none of a file that is not there", () => {
    assert.deepEqual([...harmlessRepairs(snapshotOf("team Desk {\n}\n"), [path, "other.sla"])], []);
  });

  it("leave a day to a person that is another one elsewhere", () => {
    const closed = (days: string) => `calendar office in UTC {\n  closed ${days}\n}\n`;
    assert.equal(repairedText(closed("3/4")).text, closed("3/4"));
    assert.equal(repairedText(closed("12/29")).text, closed("12-29"));
    assert.equal(repairedText(closed("3/3")).text, closed("03-03"));
    assert.equal(repairedText(closed("2026/3/4")).text, closed("2026-03-04"));
  });

  it("leave to a person where a text ends, and what means nothing", () => {
    const text = 'team Desk {\n  title "the desk // by the door\n  lead Ono @\n}\n';
    assert.equal(repairedText(text).text, text);
  });

  it("leave out what would mean something else without a repair that the settings leave out", () => {
    // `12-29-1/3`, with the sign between the days left as it is, would be no days any more.
    const text = "calendar office in UTC {\n  closed 12/29-1/31\n}\nteam Desk {\n  title 「机」\n}\n";
    const settings = "checks: { slip-of-the-pen: off }\n";
    const before = snapshotOf(text, settings);
    const after = repaired(before);
    assert.deepEqual(meaningOf(after), meaningOf(before));
    assert.equal(after.text(path), text.replace("「机」", '"机"'));
  });

  it("keep the meaning of random texts, and leave nothing that they can mend", () => {
    const seed = 20_260_824;
    const { pick } = random(seed);
    for (let round = 0; round < 150; round++) {
      const before = snapshotOf(randomText(pick));
      let after = repaired(before);
      for (let more = 0; more < 4; more++) after = repaired(after);
      const told = `seed ${seed}, round ${round}:\n${before.text(path)}\n${after.text(path)}`;
      assert.deepEqual(meaningOf(after), meaningOf(before), told);
      assert.equal(harmlessRepairs(after, [path]).size, 0, told);
    }
  });
});

function snapshotOf(text: string, settings = ""): Snapshot {
  const files = new Map([
    ["company.sla", exampleCompany],
    [path, text],
    ["torikime.yaml", settings],
  ]);
  return Snapshot.of(files, { today: testDay, holidays: oneHoliday });
}

function repaired(snapshot: Snapshot): Snapshot {
  const edits = harmlessRepairs(snapshot, [path]).get(path)?.edits ?? [];
  return snapshot.with(path, applyEdits(snapshot.text(path) ?? "", edits));
}

function repairedText(text: string) {
  const snapshot = snapshotOf(outdented(text));
  return { text: repaired(snapshot).text(path), count: harmlessRepairs(snapshot, [path]).get(path)?.count ?? 0 };
}

function foundBy(check: Check, { findings }: Snapshot): number {
  return findings.byPath.get(path)?.filter((finding) => finding.check === check).length ?? 0;
}

function meaningOf({ model }: Snapshot): unknown {
  return model.items.flatMap(({ meanings }) => meanings.map(plain));
}

/** Declarations in which each value is written in one of its ways, and some strange thing may stand between two parts of a line. */
function randomText(pick: <T>(from: readonly T[]) => T): string {
  const any = (...ways: readonly string[]) => pick(ways);
  const strange = () => (any("", "", "", "yes") === "" ? "" : pick(fragments));
  const date = () => any("2026-08-13", "2026/8/13", "２０２６-8-13", "2026年8月13日", "12/29", "3/4", "12-29");
  const time = () => any("09:00", "9:00", "９:00", "9時半", "9：00", "24:00");
  const range = (from: string, to: string) => from + any("..", "-", "〜", "～", "から", " - ", "…", "–") + to;
  const amount = () =>
    any("10_000 JPY", "10,000 JPY", "１０，０００ JPY", "1万円", "5,000円", "¥300,000", "30 万円", "5_000JPY");
  const operator = () => any(" <= ", "<=", "≦", "=<", " ＜ ", ">", "=", "＝", "≠", "!=", "==", " is ");
  const and = () => any(" and ", "&&", " && ", "||", " or ");
  const quoted = (text: string) => any(`"${text}"`, `“${text}”`, `「${text}」`, `『${text}』`);
  const type = () => any("JPY", "円", "yen", "¥", "％", "%", "percent", "string", "営業日", "low | high", "円 | ドル");
  const ends = () => any("", "", ";", "；", "。", " # why", "#", " // why", "#/ why");
  return [
    `request refund${any("", "-", "_")}money {${any(" ", "")}amount${any(": ", "：", ":")}${type()}${strange()}${any(" ", "")}}`,
    "calendar door in Asia/Tokyo {",
    `  open ${any("Mon-Fri", "Mon..Fri", "Mon〜Fri")} ${range(time(), time())}${any(", ", "、", "，")}${range(time(), time())}${ends()}`,
    `  closed ${strange()}${range(date(), date())}${strange()}${any("", ` because ${quoted("盆")}`)}${ends()}`,
    any("}", "｝"),
    any("agreement a between Sales and Support {", "ａｇｒｅｅｍｅｎｔ a between Sales、Support｛"),
    `  commit c${any(": ", "：")}refund${any("", "-", "_")}money by Sales {`,
    `    may when amount${operator()}${amount()}${and()}${strange()}${any("tier", "tier ")}${operator()}gold${ends()}`,
    `    never when ${any("!", "not ", "! ")}(amount${operator()}${amount()}${any(")", "）")}${strange()}${ends()}`,
    "  }",
    "}",
    "",
  ].join("\n");
}

const fragments = [
  "12-29",
  "12/29",
  "-",
  "1,000",
  "９",
  "：",
  "、",
  "Mon-Fri",
  "a-b",
  ";",
  "円",
  "「",
  "」",
  '"',
  "=",
  "&&",
  "#",
  "/",
  ".",
  "％",
  "%",
  " ",
];
