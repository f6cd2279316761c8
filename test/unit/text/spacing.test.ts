import assert from "node:assert/strict";
import { joinedInJapanese } from "../../../server/core/text/spacing.ts";

describe("Japanese joined with other words", () => {
  it("has a space between a Latin letter or a digit and Japanese, and none elsewhere", () => {
    assert.equal(joinedInJapanese("priority", "が", "high"), "priority が high");
    assert.equal(joinedInJapanese("20%", "以上", "、", "30%", "未満"), "20% 以上、30% 未満");
    assert.equal(joinedInJapanese("", "東京", "の", "件"), "東京の件");
  });

  // Unicode's own classes, letter by letter: no mark, not even the one that lengthens a vowel, is Japanese by its script.
  it("tells every letter by its script", () => {
    const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
    const latin = /[\p{Script=Latin}\p{Nd}]/u;
    const mistaken: string[] = [];
    for (let code = 1; code <= 0x2ffff; code++) {
      const letter = String.fromCodePoint(code);
      const isSpaced = (...parts: string[]) => joinedInJapanese(...parts).length > parts.join("").length;
      const [isJapanese, isLatin] = [japanese.test(letter), latin.test(letter)];
      const isTold = isSpaced("a", letter) === isJapanese && isSpaced(letter, "a") === isJapanese;
      if (!isTold || isSpaced("あ", letter) !== isLatin) mistaken.push(letter);
    }
    assert.deepEqual(mistaken, []);
  });
});
