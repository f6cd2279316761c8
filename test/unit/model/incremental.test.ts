import assert from "node:assert/strict";
import { link } from "../../../server/core/model/link.ts";
import type { Model, Place, SourceFile } from "../../../server/core/model/model.ts";
import { parse } from "../../../server/core/syntax/parse.ts";
import { random } from "../../harness/random.ts";
import { sampleTexts } from "../../harness/samples.ts";
import { everything } from "./everything.ts";
import { isPlace, problemLines } from "./models.ts";

type Random = ReturnType<typeof random>;

/** Parses and links the texts anew, keeping what did not change. */
function edited(before: Model, texts: readonly string[]): Model {
  const files = texts.map((text, index): SourceFile => {
    const path = `${index}.sla`;
    const old = before.files.find((file) => file.path === path);
    return old?.syntax.text === text ? old : { path, syntax: parse(text, old?.syntax) };
  });
  return link(files, before);
}

function fresh(texts: readonly string[]): Model {
  return link(texts.map((text, index) => ({ path: `${index}.sla`, syntax: parse(text) })));
}

/** The items that were linked again although they were not parsed again, by their first line that is no comment. */
function relinked(before: Model, after: Model): readonly string[] {
  const again = after.items.filter((linked) => ![undefined, linked].includes(before.linked(linked.item)));
  return again.map((linked) => linked.item.text.split("\n").find((line) => line && !line.startsWith("/")) ?? "");
}

/** Everything in a model as plain data: Maps as lists, places as path and absolute offsets, functions left out. */
function dump(model: Model): unknown {
  const shown = (value: unknown): unknown => {
    if (typeof value === "bigint") return `${value}n`;
    if (Array.isArray(value)) return value.map(shown);
    if (value instanceof Map) return [...value].map(shown);
    if (value instanceof Set) return [...value].map(shown);
    if (typeof value !== "object" || value === null) return value;
    if (isPlace(value)) return at(value);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shown(each)]));
  };
  const at = ({ item, span }: Place): string => {
    const origin = model.origin(item);
    return origin ? `${origin.path} ${origin.offset + span.start}..${origin.offset + span.end}` : "nowhere";
  };
  const { files: _files, items, linked: _linked, origin: _origin, ...maps } = model;
  return {
    ...Object.fromEntries(Object.entries(maps).map(([key, value]) => [key, shown(value)])),
    items: items.map(({ declared, meanings, problems, written, asked }) =>
      [declared, meanings, problems, written, asked].map(shown),
    ),
  };
}

describe("linking after an edit", () => {
  const texts = everything;
  const first = fresh(texts);
  const change = (from: string, to: string): readonly string[] => {
    assert.ok(
      texts.some((text) => text.includes(from)),
      from,
    );
    return texts.map((text) => text.replace(from, to));
  };

  it("keeps every item where nothing changed", () => {
    const again = edited(first, texts);
    assert.deepEqual(relinked(first, again), []);
    assert.equal(again.names, first.names);
  });

  it("links nothing else again when a line in a clause changes", () => {
    const after = edited(first, change("hours    office\n    cutoff", "hours    stocktaking\n    cutoff"));
    assert.deepEqual(relinked(first, after), []);
    assert.equal(after.names, first.names);
  });

  it("moves what it keeps to where it is now", () => {
    const after = edited(first, change("/// Opening hours of the Tokyo office.\n", ""));
    assert.equal(after.teams.get("Support"), first.teams.get("Support"));
    const place = after.teams.get("Support")?.place;
    assert.ok(place);
    const offset = (after.origin(place.item)?.offset ?? 0) + place.span.start;
    assert.equal(after.files[0]?.syntax.text.slice(offset, place.span.end - place.span.start + offset), "Support");
  });

  it("links again the exceptions, which alone point at clauses, when a clause has another name", () => {
    const after = edited(first, change("handle orders:", "handle order_handling:"));
    assert.deepEqual(relinked(first, after), [
      "exception acme_cutover to product_support.incidents.urgent when customer is Acme and severity is urgent {",
      "exception acme_again to product_support.incidents.urgent when customer is Acme {",
      "exception acme_discount to product_support.discounts.never when customer is Acme {",
    ]);
    assert.notEqual(after.names, first.names);
    assert.equal(after.names.kinds, first.names.kinds);
  });

  it("links exceptions again when a clause gets another step, not when a step takes longer", () => {
    const slower = edited(
      first,
      change("approve by lead of Sales within 1 business day", "approve by lead of Sales within 2 business days"),
    );
    assert.equal(slower.names, first.names);
    assert.deepEqual(relinked(first, slower), []);
    const renamed = edited(first, change("step    approve by", "step    sign by"));
    assert.equal(relinked(first, renamed).length, 3);
    assert.ok(relinked(first, renamed).every((line) => line.startsWith("exception ")));
  });

  it("links a handover again when its customer gets another record, not when one is kept elsewhere", () => {
    const more = edited(first, change("records contracts at", 'records papers at "cabinet 1", contracts at'));
    assert.deepEqual(
      relinked(first, more).filter((line) => line.startsWith("handover")),
      ["handover acme_2026 of Acme from Tanaka to Mori {"],
    );
    const elsewhere = edited(first, change('"crm://acme/contracts"', '"cabinet 2"'));
    assert.deepEqual(relinked(first, elsewhere), []);
  });

  it("finds an unknown name as soon as another file declares it, and misses it when it is gone", () => {
    const without = edited(first, change("channel email, portal, phone, chat", "channel email, portal, phone"));
    assert.deepEqual(problemLines(without), ["unknown name @chat: name=chat spaces=[channel] within=[]"]);
    const elsewhere = edited(without, [
      ...change("channel email, portal, phone, chat", "channel email, portal, phone"),
      "channel chat\n",
    ]);
    assert.deepEqual(problemLines(elsewhere), []);
    // Others name channels, too, but not this one.
    const naming = "agreement product_support between Sales and Support, BackOffice in Asia/Tokyo {";
    assert.deepEqual(relinked(without, elsewhere), [naming]);
  });

  it("notices a change of a field's type in what compares it", () => {
    const after = edited(first, change("rate: percent", "rate: number"));
    assert.deepEqual(new Set(problemLines(after).map((line) => line.split(" @")[0])), new Set(["wrong type"]));
  });

  it("gives what linking from nothing gives, after any edits", () => {
    const seed = Number(process.env.TORIKIME_SEED ?? 20260822);
    console.log(`      seed ${seed}`);
    const dice = random(seed);
    let texts = [...everything, ...sampleTexts()];
    let model = fresh(texts);
    for (let round = 0; round < 120; round += 1) {
      texts = texts.map((text, index) =>
        index === dice.below(texts.length) || round % 10 === index ? mutated(text, dice, texts) : text,
      );
      model = edited(model, texts);
      assert.deepEqual(dump(model), dump(fresh(texts)), `after round ${round}`);
      if (round % 20 === 19) texts = [...everything, ...sampleTexts()];
    }
  }).timeout(120_000);
});

/** One edit of a text, as people make them: a word, a character, a line or a declaration, changed, gone, twice or moved. */
function mutated(text: string, { below, pick }: Random, texts: readonly string[]): string {
  const lines = text.split("\n");
  const line = below(lines.length);
  switch (below(7)) {
    case 0: {
      const at = below(text.length);
      return text.slice(0, at) + text.slice(at + below(40));
    }
    case 1:
      return lines.toSpliced(line, 1).join("\n");
    case 2:
      return lines.toSpliced(line, 0, pick(pick(texts).split("\n"))).join("\n");
    case 3: {
      const at = below(text.length);
      return text.slice(0, at) + pick([...' {}"`x,.:|']) + text.slice(at);
    }
    case 4: {
      const words = text.match(/[\p{L}\d_]+/gu) ?? [""];
      return text.replace(pick(words), pick(words));
    }
    case 5: {
      const blocks = text.split("\n\n");
      return blocks.toSpliced(below(blocks.length), 0, pick(blocks)).join("\n\n");
    }
    default: {
      const words = text.match(/[\p{L}\d_]+/gu) ?? [""];
      const word = pick(words);
      return text.replaceAll(new RegExp(`\\b${word}\\b`, "gu"), `${word}x`);
    }
  }
}
