import assert from "node:assert/strict";
import type { Space } from "../../../server/core/model/model.ts";
import {
  candidatesFor,
  declarationOf,
  referencesAt,
  referencesIn,
  referencesTo,
  renamedTogether,
  unusedOf,
} from "../../../server/core/model/references.ts";
import { symbolOf } from "../../../server/core/model/symbol.ts";
import { childrenOf } from "../../../server/core/syntax/path.ts";
import type { Name, Node } from "../../../server/core/syntax/tree.ts";
import { modelOf } from "../../harness/models.ts";
import { everything } from "./everything.ts";
import { problemLines, problemsOf, textAt } from "./models.ts";

const model = modelOf(...everything);

/** Every symbol that is declared or used. */
const symbols = [
  ...new Set(model.items.flatMap((linked) => referencesIn(linked).flatMap(({ symbol }) => symbol ?? []))),
];

/** The texts after every place that names one of the symbols says `name` instead. */
function renamed(texts: readonly string[], together: readonly string[], name: string): readonly string[] {
  const places = together.flatMap((symbol) => referencesTo(model, symbol)).map((reference) => reference.place);
  return texts.map((text, index) => {
    const spans = places.flatMap(({ item, span }) => {
      const origin = model.origin(item);
      return origin?.path === `${index}.sla`
        ? [{ start: origin.offset + span.start, end: origin.offset + span.end }]
        : [];
    });
    const distinct = [...new Map(spans.map((span) => [span.start, span])).values()].sort((a, b) => b.start - a.start);
    return distinct.reduce((before, { start, end }) => before.slice(0, start) + name + before.slice(end), text);
  });
}

describe("references", () => {
  it("has an example of every construct, without a problem", () => {
    assert.deepEqual(problemLines(model), []);
    assert.deepEqual(
      model.items.flatMap((linked) => linked.item.problems),
      [],
    );
  });

  it("has an example of a name in every space", () => {
    const all: Readonly<Record<Space, true>> = {
      calendar: true,
      channel: true,
      team: true,
      person: true,
      attribute: true,
      request: true,
      field: true,
      value: true,
      agreement: true,
      clause: true,
      exception: true,
      customer: true,
      record: true,
      handover: true,
      step: true,
      proof: true,
    };
    const found = new Set(symbols.map((symbol) => symbol.slice(0, symbol.indexOf(":"))));
    assert.deepEqual([...found].sort(), Object.keys(all).sort());
  });

  it("records every name: what is left over stands for nothing that is declared", () => {
    const recorded = new Set(
      model.items.flatMap((linked) => [...referencesIn(linked)]).map((reference) => reference.place.span),
    );
    const names = model.items.flatMap((linked) => linked.item.declarations.flatMap(namesBelow));
    const left = new Set(names.filter((name) => !recorded.has(name)).map((name) => name.text));
    const zonesAndRegions = ["Asia/Tokyo", "Japan"];
    const papers = ["order_form", "bid", "application_form"];
    const currencies = ["JPY"];
    const verdictLines = ["never"];
    const ofEveryRequest = ["any", "asker", "channel", "customer", "customers"];
    assert.deepEqual(
      [...left].sort(),
      [...zonesAndRegions, ...papers, ...currencies, ...verdictLines, ...ofEveryRequest].sort(),
    );
  });

  for (const symbol of symbols)
    it(`renames ${symbol} without breaking or catching anything`, () => {
      const together = renamedTogether(model, symbol);
      const texts = renamed(everything, together, "`renamed 1.0`");
      const after = modelOf(...texts);
      assert.deepEqual(problemLines(after), []);
      assert.equal(
        after.items.flatMap((linked) => [...referencesIn(linked)]).length,
        model.items.flatMap((linked) => [...referencesIn(linked)]).length,
      );
      assert.equal(symbolsOf(after).size, symbolsOf(model).size);
      assert.ok(!symbolsOf(after).has(symbol));
    });

  it("finds the one declaration of a thing, and each mention that declares a person", () => {
    assert.deepEqual(declarationOf(model, "calendar:office").map(textAt), ["office"]);
    assert.deepEqual(declarationOf(model, "value:incident.severity.urgent").map(textAt), ["urgent"]);
    // Ito leads two teams, Kudo is in two.
    assert.equal(declarationOf(model, "person:Ito").length, 2);
    assert.equal(declarationOf(model, "person:Kudo").length, 2);
    for (const symbol of symbols)
      if (!symbol.startsWith("person:")) assert.equal(declarationOf(model, symbol).length, 1, symbol);
  });

  it("finds the uses in the order of the files, in whatever they stand", () => {
    const lines = referencesTo(model, "clause:product_support.incidents.urgent").map(
      ({ role, place }) => `${role} ${textAt(place)}`,
    );
    assert.deepEqual(lines, ["declaration urgent", "use urgent", "use urgent"]);
    const before = referencesTo(model, "step:ordering.orders.draft").map((reference) => reference.role);
    assert.deepEqual(before, ["declaration", "use"]);
  });

  it("gives a name in a clause of two kinds to the field of each, so that they are renamed together", () => {
    const together = ["field:how_to.severity", "field:incident.severity"];
    assert.deepEqual([...renamedTogether(model, "field:incident.severity")].sort(), together);
    assert.deepEqual([...renamedTogether(model, "field:how_to.severity")].sort(), together);
    assert.deepEqual(renamedTogether(model, "value:how_to.severity.whenever"), ["value:how_to.severity.whenever"]);
    assert.deepEqual(renamedTogether(model, "team:Sales"), ["team:Sales"]);
  });

  it("finds the names at an offset, both ends included", () => {
    const linked = model.items.find((each) => each.item === model.calendars.get("office")?.place.item);
    assert.ok(linked);
    const start = linked.item.text.indexOf("stocktaking");
    const at = (offset: number) => referencesAt(model, linked.item, offset).map((reference) => reference.symbol);
    assert.deepEqual(at(start), ["calendar:stocktaking"]);
    assert.deepEqual(at(start + "stocktaking".length), ["calendar:stocktaking"]);
    assert.deepEqual(at(start - 1), []);
  });

  it("knows what is used: a declaration by itself is no use", () => {
    const used = ["channel:chat", "person:Abe", "value:tier.gold"];
    const unused = ["handover:acme_2026", "value:how_to.severity.whenever", "person:中村・次郎"];
    assert.deepEqual([...unusedOf(model, [...used, ...unused])], unused);
  });

  it("puts a name with a dot in backticks, so that no two things have one key", () => {
    assert.equal(symbolOf("field", "a.b", "c"), "field:`a.b`.c");
    assert.equal(symbolOf("field", "a", "b.c"), "field:a.`b.c`");
  });

  it("knows the name that an unknown one looked up beside", () => {
    const texts = [
      everything[0] ?? "",
      "agreement a between Sales and Support {\n  handle h: incident when sevrity is urgent or severity is urgnt or tier is gld {\n    hours offic\n  }\n}\n",
      "exception e to a.k {\n}\nexception f to a.h.k {\n}\n",
    ];
    const broken = modelOf(...texts);
    const candidates = problemsOf(broken).map((problem) =>
      problem.kind === "unknown name" ? `${problem.name}: ${candidatesFor(broken, problem).join()}` : problem.kind,
    );
    assert.deepEqual(candidates, [
      "sevrity: severity,tier",
      "urgnt: normal,urgent",
      "gld: standard,silver,gold",
      "offic: office,stocktaking",
      "k: h",
      "k: ",
    ]);
  });
});

function symbolsOf(of: typeof model): ReadonlySet<string> {
  return new Set(of.items.flatMap((linked) => referencesIn(linked).flatMap(({ symbol }) => symbol ?? [])));
}

function namesBelow(node: Node): readonly Name[] {
  return isName(node) ? [node] : childrenOf(node).flatMap(namesBelow);
}

function isName(node: Node): node is Name {
  return node.kind === "name";
}
