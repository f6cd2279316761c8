import assert from "node:assert/strict";
import { readYaml, type YamlNode } from "../../../server/core/scenarios/yaml.ts";
import { random } from "../../harness/random.ts";
import { shown } from "./desk.ts";

describe("readYaml", () => {
  it("keeps what is written, and where", () => {
    const text = 'a: 1_000 JPY\nb: "１２\\n"\n😀: [x, 012, ~]\n';
    assert.equal(drawn(readYaml(text).documents[0]), "{a: <1_000 JPY>, b: <１２\n>, 😀: [<x>, <012>, nothing]}");
    const [map] = readYaml(text).documents;
    assert.equal(
      map?.kind === "map" && map.entries[2] && text.slice(map.entries[2].key.start, map.entries[2].key.end),
      "😀",
    );
  });

  it("reads JSON, several documents, and a text with a BOM", () => {
    assert.equal(drawn(readYaml('{"kind": "a", "rate": 5.0}').documents[0]), "{kind: <a>, rate: <5.0>}");
    assert.deepEqual(readYaml("a: 1\n---\n- b\n").documents.map(drawn), ["{a: <1>}", "[<b>]"]);
    const text = "\uFEFFa: 1";
    assert.equal(drawn(readYaml(text).documents[0]), "{a: <1>}");
  });

  it("follows aliases, and nothing multiplies", () => {
    assert.equal(drawn(readYaml("a: &x {b: 1}\nc: *x").documents[0]), "{a: {b: <1>}, c: {b: <1>}}");
    const laughs = Array.from({ length: 40 }, (_, row) => `a${row}: &a${row} [*a${row - 1}, *a${row - 1}]`);
    const { documents, problems } = readYaml(["a: &a-1 x", ...laughs].join("\n"));
    assert.equal(documents.length, 1);
    assert.deepEqual(problems, []);
  });

  for (const [text, wanted] of [
    ["a: 1\na: 2", "a | 'a' is given twice in this mapping, so only the first counts. Remove one of them."],
    ["a: *x", "*x | No anchor &x comes before this alias. Write the value itself."],
    ["a: &a [*a]", "*a | No anchor &a comes before this alias. Write the value itself."],
    ["? [a]\n: b", "[a] | A key is a word, not a list or a mapping. Write `key: value`."],
  ] as const) {
    it(`reports ${JSON.stringify(text)}`, () => {
      const { documents, problems } = readYaml(text);
      assert.deepEqual(shown(text, problems), [wanted]);
      assert.equal(documents.length, 1);
    });
  }

  for (const text of ["a: [1, 2", "- a\nb: c", "a: 'x", "%YAML 9\n---\n\ta"]) {
    it(`uses nothing of ${JSON.stringify(text.slice(0, 12))}`, () => {
      const { documents, problems } = readYaml(text);
      assert.deepEqual(documents, []);
      assert.match(problems[0]?.message.en ?? "", /^This is not valid YAML, so nothing of this file is used: /);
      for (const { start, end } of problems) assert.ok(start >= 0 && start <= end && end <= text.length);
    });
  }

  // Brackets that stand inside each other are one slip, as is all that fits no more after a closing one; two far apart are two.
  for (const [text, count] of [
    ["a:\n  - b: { c: { d: e\n    f: g\n  - h: 1\n", 1],
    ["a: [ {b: c\n", 1],
    ['a: { b: "c\nd: e\n', 1],
    ["a: }\nb: 1\n", 1],
    ["a: { b\nc: d\ne: { f\ng: h\n", 2],
  ] as const) {
    it(`tells ${count} in ${JSON.stringify(text)}`, () => {
      assert.equal(readYaml(text).problems.length, count);
    });
  }

  for (const opening of ["[", "{a: ", "- ", "? "]) {
    it(`says so when ${JSON.stringify(opening)} is nested too deeply`, () => {
      const { documents, problems } = readYaml(opening.repeat(10_000));
      assert.deepEqual(documents, []);
      assert.match(problems[0]?.message.en ?? "", /^This YAML is nested too deeply to be read/);
    });
  }

  it("does not read more than eight million characters", () => {
    const { documents, problems } = readYaml("- a\n".repeat(2_000_001));
    assert.deepEqual(documents, []);
    assert.match(problems[0]?.message.en ?? "", /^This file has more than 8 million characters/);
  });

  it("throws at nothing", () => {
    const seed = Date.now() % 1_000_000;
    const { below, pick } = random(seed);
    const pieces = [
      "a",
      ": ",
      "\n",
      "  ",
      "- ",
      "[",
      "]",
      "{",
      "}",
      ",",
      "&a ",
      "*a",
      "'",
      '"',
      "#",
      "|",
      ">",
      "!",
      "%",
      "---",
      "\0",
      "\uFEFF",
      "\ud800",
      "?",
      "~",
    ];
    for (let run = 0; run < 2_000; run++) {
      const text = Array.from({ length: below(14) }, () => pick(pieces)).join("");
      const { problems } = readYaml(text);
      for (const { start, end } of problems)
        assert.ok(start >= 0 && start <= end && end <= text.length, `seed ${seed}: ${JSON.stringify(text)}`);
    }
  });
});

function drawn(node: YamlNode | undefined): string {
  switch (node?.kind) {
    case undefined:
    case "nothing":
      return "nothing";
    case "scalar":
      return `<${node.text}>`;
    case "list":
      return `[${node.items.map(drawn).join(", ")}]`;
    case "map":
      return `{${node.entries.map((entry) => `${entry.key.text}: ${drawn(entry.value)}`).join(", ")}}`;
  }
}
