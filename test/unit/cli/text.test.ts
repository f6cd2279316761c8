import assert from "node:assert/strict";
import { complaint } from "../../../server/cli/complaint.ts";
import { harmless } from "../../../server/cli/harmless.ts";
import { isoText } from "../../../server/cli/isoText.ts";
import { wrapped } from "../../../server/cli/wrapped.ts";
import { displayWidth } from "../../../server/core/format/width.ts";
import { utc, zoneOf } from "../../../server/core/time/zone.ts";

describe("lines of text", () => {
  it("break at spaces, and never within a word", () => {
    assert.deepEqual(wrapped("one two three four five six seven eight", 30), [
      "one two three four five six",
      "seven eight",
    ]);
    const word = "x".repeat(50);
    assert.deepEqual(wrapped(`a ${word} b`, 30), ["a", word, "b"]);
  });

  it("break Japanese between characters, but not before a full stop or after an opening bracket", () => {
    const text = "営業時間外のため、次の営業開始から数えます。（月曜日の九時からです。）";
    const lines = wrapped(text, 30);
    assert.equal(lines.join(""), text);
    for (const line of lines) {
      assert.ok(displayWidth(line) <= 32, line);
      assert.doesNotMatch(line, /^[、。）」]|[（「]$/);
    }
  });

  it("keep dates, amounts, short brackets and words of Japanese whole", () => {
    const text =
      "取り決めより遅い：営業課の手順は2026年9月11日（水）10:00 までに終わらず、4 営業時間以内の例外（水曜日のみ）がSupportに適用されます。";
    const whole = /2026年9月11日（水）10:00|4 営業時間|（水曜日のみ）|Support|営業課|取り決め/g;
    for (let width = 30; width < 80; width += 1) {
      const lines = wrapped(text, width);
      assert.deepEqual(lines.join(" ").match(whole)?.length, text.match(whole)?.length, lines.join("\n"));
      for (const line of lines) assert.ok(displayWidth(line) <= width, line);
    }
  });

  it("begin no line with a mark or the particle of what is in brackets, and end none with an honorific", () => {
    const text =
      "必要なもの：注文書。ここに書けるもの：「通常」にしかならない値〜至急。確認（二度）が済めば、至急ご連絡ください。8月25日（火）17:00〜8月26日（水）10:30 です。";
    for (let width = 30; width < 80; width += 1) {
      const lines = wrapped(text, width);
      assert.equal(lines.join("").replaceAll(" ", ""), text.replaceAll(" ", ""));
      for (const line of lines) {
        assert.doesNotMatch(line, /^[：〜、。）」]|^(?:に|が)|[ごお]$/, lines.join("\n"));
        if (width >= 36) assert.doesNotMatch(line, /^（[水火]|^10:30/, lines.join("\n"));
      }
    }
  });

  it("begin no line with a comma of an English sentence that names Japanese things", () => {
    const text =
      "On some 値引き (率 10%) no line says what 営業部 may promise; for example: 値引き, 率 10%, 営業部: 見積もり.";
    for (let width = 30; width < 90; width += 1)
      for (const line of wrapped(text, width)) assert.doesNotMatch(line, /^[,.:;)]/, line);
  });

  it("break what is wider than a line wherever they have to", () => {
    const lines = wrapped("営".repeat(40), 30);
    assert.deepEqual(
      lines.map(({ length }) => length),
      [15, 15, 10],
    );
  });

  it("keep an empty text as one line", () => {
    assert.deepEqual(wrapped("", 80), [""]);
  });
});

describe("complaints", () => {
  const text = "torikime: There is no command 'chekc'. Did you mean 'check'? 'torikime --help' lists them.\nb: c\n";

  it("are wrapped where there is a screen, and what goes on is indented", () => {
    assert.equal(
      complaint(text, 40),
      "torikime: There is no command 'chekc'.\n  Did you mean 'check'? 'torikime\n  --help' lists them.\nb: c\n",
    );
    const japanese =
      "torikime: missing.yaml: そのファイルがないため、依頼の内容が分かりません。綴りを確かめてください。";
    for (const line of complaint(japanese, 40).split("\n")) assert.ok(displayWidth(line) <= 40, line);
    assert.equal(complaint(japanese, 40).replaceAll(/\n {2}/g, ""), japanese);
  });

  it("stay a line each where there is none", () => {
    assert.equal(complaint(text, undefined), text);
  });
});

describe("text for the screen", () => {
  it("keeps line ends, tabs, colours and every script", () => {
    const text = "one\n\ttwo \u001b[31mred\u001b[39m 夜勤 é";
    assert.equal(harmless(text), text);
  });

  it("has no other control character: nothing in an agreement clears the screen or renames the window", () => {
    // A calendar's lines end with both.
    assert.equal(harmless("a\r\nb\r"), "a\r\nb\ufffd");
    assert.equal(harmless("a\u001b[2Jb\u001b]0;c\u0007d\u009be\rf"), "a\ufffd[2Jb\ufffd]0;c\ufffdd\ufffde\ufffdf");
  });
});

describe("instants in ISO 8601", () => {
  const at = Date.UTC(2026, 7, 22, 5, 15);

  it("have the zone's offset at that time", () => {
    assert.equal(isoText(zoneOf("Asia/Tokyo") ?? utc, at), "2026-08-22T14:15:00+09:00");
    // Daylight saving time in New York: four hours behind UTC in August, five in December.
    assert.equal(isoText(zoneOf("America/New_York") ?? utc, at), "2026-08-22T01:15:00-04:00");
    assert.equal(
      isoText(zoneOf("America/New_York") ?? utc, Date.UTC(2026, 11, 22, 5, 15)),
      "2026-12-22T00:15:00-05:00",
    );
    assert.equal(isoText(zoneOf("Asia/Kolkata") ?? utc, at), "2026-08-22T10:45:00+05:30");
    assert.equal(isoText(utc, at), "2026-08-22T05:15:00+00:00");
  });

  it("are read back by Date as the same instant, also with seconds and before the year 0", () => {
    for (const instant of [at + 7_000, -1, Date.UTC(-1, 0, 1), Date.UTC(1880, 0, 1)])
      for (const zone of ["Asia/Tokyo", "Europe/Berlin", "UTC"])
        assert.equal(
          Date.parse(isoText(zoneOf(zone) ?? utc, instant)),
          Math.floor(instant / 1000) * 1000,
          `${zone} ${instant}`,
        );
  });
});
