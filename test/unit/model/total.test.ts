import assert from "node:assert/strict";
import { link } from "../../../server/core/model/link.ts";
import { declarationOf, referencesIn, renamedTogether, unusedOf } from "../../../server/core/model/references.ts";
import { calendarSpecOf, zoneOfAgreement } from "../../../server/core/model/zones.ts";
import { parse } from "../../../server/core/syntax/parse.ts";
import type { Declaration, Item } from "../../../server/core/syntax/tree.ts";
import { modelOf } from "../../harness/models.ts";
import { random } from "../../harness/random.ts";
import { everything } from "./everything.ts";
import { textAt } from "./models.ts";

/** Links and asks everything that can be asked; every place has to lie in its item. */
function exercise(model: ReturnType<typeof modelOf>): void {
  for (const linked of model.items) {
    for (const { place, written } of referencesIn(linked)) assert.equal(typeof written, typeof textAt(place));
    for (const { place } of linked.problems)
      assert.ok(
        0 <= place.span.start && place.span.start <= place.span.end && place.span.end <= linked.item.text.length,
      );
  }
  for (const name of model.calendars.keys()) assert.ok(calendarSpecOf(model, name));
  for (const agreement of model.agreements.values()) zoneOfAgreement(model, agreement);
  const symbols = model.items.flatMap((linked) => referencesIn(linked).flatMap((each) => each.symbol ?? []));
  const [symbol = ""] = symbols;
  assert.ok(unusedOf(model, symbols).size <= symbols.length);
  declarationOf(model, symbol);
  renamedTogether(model, symbol);
}

/** The item with parts of its tree taken away, as recovery may lose them: what is optional, and elements of lists. */
function withHoles(item: Item, random: () => number): Item {
  const pierced = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.filter(() => random() > 0.1).map((each) => pierced(each, ""));
    if (typeof value !== "object" || value === null) return value;
    if (optional.has(key) && random() < 0.2) return undefined;
    const isTimeRange = "kind" in value && value.kind === "time range";
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.map(([name, each]) => [name, pierced(each, isTimeRange && name === "from" ? "" : name)]),
    );
  };
  return { ...item, declarations: item.declarations.map((each) => pierced(each, "") as Declaration) };
}

/** Properties of the tree that may be undefined wherever they stand, but for the start of a range of times. */
const optional: ReadonlySet<string> = new Set([
  ...["zone", "type", "when", "customer", "from", "to", "topic", "claim", "by", "of", "team", "calendar", "days"],
  ...["last", "because", "person", "channel", "address", "turn", "dates", "months", "who", "during", "time", "within"],
  ...[
    "before",
    "after",
    "text",
    "rate",
    "region",
    "atNext",
    "backTo",
    "backWithin",
    "on",
    "exception",
    "rhythm",
    "request",
  ],
]);

describe("linking anything", () => {
  const seed = 7;

  it("of nothing at all", () => {
    exercise(modelOf());
    exercise(modelOf("", "\n\n// nothing\n"));
  });

  it("of every beginning of the agreements", () => {
    const text = everything.join("");
    for (let end = 0; end < text.length; end += 17) exercise(modelOf(text.slice(0, end)));
  });

  it("of words in any order", () => {
    console.log(`      seed ${seed}`);
    const { below, pick } = random(seed);
    const words = everything.join("").match(/[\p{L}\d_]+|\.\.|->|[^\s]/gu) ?? [];
    for (let round = 0; round < 200; round += 1) {
      const text = Array.from({ length: 150 }, () => pick(words) + pick([" ", " ", " ", "\n", "\n  "])).join("");
      exercise(modelOf(text, everything[below(3)] ?? ""));
    }
  }).timeout(60_000);

  it("of trees with parts missing", () => {
    console.log(`      seed ${seed}`);
    const { unit } = random(seed);
    const files = everything.map((text, index) => ({ path: `${index}.sla`, syntax: parse(text) }));
    for (let round = 0; round < 100; round += 1) {
      const holed = files.map(({ path, syntax }) => ({
        path,
        syntax: { ...syntax, items: syntax.items.map((item) => withHoles(item, unit)) },
      }));
      exercise(link(holed));
    }
  }).timeout(60_000);

  it("of names that are words of the language, or of the machine", () => {
    for (const name of [
      "constructor",
      "__proto__",
      "toString",
      "hasOwnProperty",
      "customer",
      "any",
      "may",
      "`a.b`",
      "`  `",
    ])
      for (const text of everything)
        exercise(modelOf(text.replaceAll(/\b(office|Support|incident|urgent|tier)\b/g, name)));
  });

  it("of very long lists", () => {
    const many = (count: number, make: (n: number) => string, between = ", ") =>
      Array.from({ length: count }, (_, n) => make(n)).join(between);
    const n = 5_000;
    exercise(modelOf(`channel ${many(n, (i) => `c${i}`)}\n`));
    exercise(modelOf(`request k { e: ${many(n, (i) => `v${i}`, " | ")} }\n`));
    exercise(modelOf(`agreement a between A and B {\n handle h: k {\n${many(n, () => "  by A", "\n")}\n }\n}\n`));
    exercise(
      modelOf(
        `agreement a between A and B {\n handle h: k {\n table x, y -> respond\n${many(n, (i) => `  v${i % 9}, any -> 1 business hour`, "\n")}\n }\n}\n`,
      ),
    );
    exercise(
      modelOf(
        `agreement a between A and B {\n handle h: ${many(n, (i) => `k${i}`)} {\n case c: ${many(n, (i) => `k${i}`)} {\n }\n }\n}\n`,
      ),
    );
    exercise(modelOf(`team T {\n${many(n, () => "  lead 15%", "\n")}\n}\n`));
    exercise(modelOf(`calendar a in UTC {\n open during ${many(n, () => "a")}\n}\n`));
    exercise(modelOf(many(2_000, (i) => `calendar c${i} in UTC {\n open during c${i + 1}, c0\n}\n`, "")));
    exercise(modelOf(many(n, (i) => `exception e${i} to a.b {\n renews e${(i + 1) % n}\n}\n`, "")));
    exercise(modelOf(`exception e to ${many(n, (i) => `n${i}`, ".")} {\n}\n`));
  }).timeout(60_000);
});
