import assert from "node:assert/strict";
import { type About, candidates, choiceOf, type Need } from "../../../server/core/engine/choice.ts";
import { situationOf } from "../../../server/core/engine/decide.ts";
import { company } from "./agreement.ts";
import { engineOf, type Given, requestOf } from "./fixtures.ts";

const base = `${company}
request order { size: a | b | c | d | e | f, lane: p | q | r | s, count: number }
customer Blue {
  tier is silver
}
customer Plain {
  title "x"
}
team Desk {
  members Mori
}
`;

/** The names of the clauses that a request meets, of those with such conditions. */
function met(conditions: Readonly<Record<string, string>>, given: Given = {}, more = ""): string {
  const clauses = Object.entries(conditions).map(
    ([name, when]) => `handle ${name}: order${when === "" ? "" : ` when ${when}`} {\nby Support\n}\n`,
  );
  const engine = engineOf(base, `agreement a between Sales and Support {\n${clauses.join("")}}\n${more}`);
  const kind = engine.kinds.get("order");
  assert.ok(kind);
  const situation = situationOf(engine, kind, requestOf("order", "2026-08-24T10:00", given));
  return candidates(kind.handles, situation)
    .map(({ id }) => id.replace(/^a\./, ""))
    .join(" ");
}

/** Items that each need one of some names of one thing; "" needs nothing. */
function items(...names: readonly string[]): readonly { readonly name: string; readonly needs: readonly Need[] }[] {
  return names.map((name) => ({ name, needs: name === "" ? [] : [need("size", name)] }));
}

function need(field: string, ...names: readonly string[]): Need {
  return { about: { kind: "field", name: field }, names: new Set(names) };
}

const letters = ["a", "b", "c", "d", "e", "f"];

describe("the clauses that a request meets", () => {
  const bySize = {
    ...Object.fromEntries(letters.map((name) => [`h${name}`, `size is ${name}`])),
    free: "",
    big: "count > 5",
  };

  it("are those that ask for the name of its field, and those that do not ask, in the order of the text", () => {
    assert.equal(met(bySize, { fields: { size: "b" } }), "hb free big");
    assert.equal(met({ first: "", ...bySize }, { fields: { size: "f" } }), "first hf free big");
  });

  it("are all where it lacks the field, and those that do not ask where its value is no name or another", () => {
    assert.equal(met(bySize), "ha hb hc hd he hf free big");
    assert.equal(met(bySize, { fields: { size: "5" } }), "free big");
    assert.equal(met(bySize, { fields: { size: "z" } }), "free big");
  });

  it("are found by an attribute of the customer; without a customer or a value it has none", () => {
    const byTier = { g: "tier is gold", s: "tier is silver", x: "tier is gold", y: "tier is silver", free: "" };
    assert.equal(met(byTier, { customer: "Acme" }), "g x free");
    assert.equal(met(byTier, { customer: "Blue" }), "s y free");
    assert.equal(met(byTier, { customer: "Plain" }), "free");
    assert.equal(met(byTier), "free");
  });

  it("are found by the customer", () => {
    const byName = { a1: "customer is Acme", a2: "customer is Acme", b: "customer is Blue", p: "customer is Plain" };
    assert.equal(met(byName, { customer: "Acme" }), "a1 a2");
    assert.equal(met(byName, { customer: "Plain" }), "p");
    assert.equal(met(byName), "");
  });

  it("are all of those that ask for numbers, or for who asks", () => {
    const byCount = Object.fromEntries(letters.map((name, index) => [`h${name}`, `count is ${index}`]));
    assert.equal(met(byCount, { fields: { count: "3" } }), "ha hb hc hd he hf");
    const byAsker = Object.fromEntries(
      letters.map((name, index) => [`h${name}`, `asker is ${index % 2 === 0 ? "Sales" : "Support"}`]),
    );
    assert.equal(met(byAsker, { asker: "Sales" }), "ha hb hc hd he hf");
  });

  it("are found by every name that they take, and not by what they refuse or only might ask for", () => {
    const some = {
      ab: "size is one of a, b",
      ac: "size is one of a, c",
      no: "size is not a",
      either: "size is a or size is b",
      d: "size is d",
      e: "size is e",
      f: "size is f",
    };
    assert.equal(met(some, { fields: { size: "a" } }), "ab ac no either");
    assert.equal(met(some, { fields: { size: "c" } }), "ac no either");
    assert.equal(met(some, { fields: { size: "e" } }), "no either e");
  });

  it("are none of those that ask for two names at once", () => {
    const some = {
      never: "size is one of a, b and size is one of b, c",
      d: "size is d",
      e: "size is e",
      f: "size is f",
    };
    assert.deepEqual(
      ["a", "b", "c"].map((size) => met(some, { fields: { size } })),
      ["", "never", ""],
    );
  });

  it("are sorted by one thing after the other", () => {
    const both = Object.fromEntries(
      letters.flatMap((size) =>
        ["p", "q", "r", "s"].map((lane) => [`${size}${lane}`, `size is ${size} and lane is ${lane}`]),
      ),
    );
    assert.equal(met(both, { fields: { size: "c", lane: "q" } }), "cq");
    assert.equal(met(both, { fields: { size: "c" } }), "cp cq cr cs");
    assert.equal(met(both, { fields: { size: "c", lane: "5" } }), "");
    // Sorted by size first, which leaves 24 in seven groups rather than in five, so that without a size all are left.
    assert.equal(met(both, { fields: { lane: "q" } }).split(" ").length, 24);
  });

  it("are those of the asking team's agreements; of one who is in two teams, or of nobody, all", () => {
    const pairs = ["Abc", "Bcd", "Cde", "Def"].map(
      (team) =>
        `team ${team} {\nmembers P${team}\n}\nagreement x${team} between ${team} and Support {\nhandle h: order {\nby Support\n}\n}\n`,
    );
    const asked = (asker: string | undefined) => met({}, asker === undefined ? {} : { asker }, pairs.join(""));
    assert.equal(asked("Bcd"), "xBcd.h");
    assert.equal(asked("PDef"), "xDef.h");
    assert.equal(asked("Support"), "xAbc.h xBcd.h xCde.h xDef.h");
    // Mori is in Sales and in Desk.
    assert.equal(asked("Mori"), "xAbc.h xBcd.h xCde.h xDef.h");
    assert.equal(asked(undefined), "xAbc.h xBcd.h xCde.h xDef.h");
    assert.equal(asked("Sales"), "");
  });
});

describe("the promises that a request meets", () => {
  it("are those of the asking team, and of conditions that may hold", () => {
    const teams = ["Abc", "Bcd", "Cde", "Def"];
    const text = `${teams.map((team) => `team ${team} {\n}\n`).join("")}agreement a between ${teams.join(", ").replace(",", " and")} {\n${[
      ...teams.map((team) => `commit c${team}: order by ${team} {\nmay\n}\n`),
      ...letters.map((size) => `commit d${size}: order by Abc when size is ${size} {\nmay\n}\n`),
    ].join("")}}\n`;
    const engine = engineOf(base, text);
    const kind = engine.kinds.get("order");
    assert.ok(kind);
    const asked = (given: Given) => {
      const situation = situationOf(engine, kind, requestOf("order", "2026-08-24T10:00", given));
      return candidates(kind.commits, situation)
        .map(({ id }) => id.replace("a.", ""))
        .join(" ");
    };
    assert.equal(asked({ asker: "Bcd", fields: { size: "b" } }), "cBcd");
    assert.equal(asked({ asker: "Abc", fields: { size: "b" } }), "cAbc db");
    assert.equal(asked({ fields: { size: "b" } }).split(" ").length >= 5, true);
  });
});

describe("sorting clauses", () => {
  const choice = (given: ReturnType<typeof items>) => choiceOf(given, ({ needs }) => needs);
  const about = (field: string): About => ({ kind: "field", name: field });

  it("is not worth it for three, and is for four", () => {
    assert.equal(choice(items("a", "b", "c")).kind, "leaf");
    assert.equal(choice(items("a", "b", "c", "d")).kind, "branch");
  });

  it("is not worth it where more than half would be left on average", () => {
    // Groups of a, of b and of neither: 3 + 3 + 2 in three groups are 2.67 of four. With e: 1 + 1 + 1 + 0 in four are one.
    assert.equal(choice(items("a", "b", "", "")).kind, "leaf");
    // 2 + 2 + 0 in three groups are 1.33 of four.
    assert.equal(choice(items("a", "b", "a", "b")).kind, "branch");
    // 4 and 0 in two groups are half of four.
    assert.equal(choice(items("a", "a", "a", "a")).kind, "branch");
  });

  it("does not copy those that ask for nothing more than eight times as often as there are clauses", () => {
    const named = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`);
    const free = Array.from({ length: 10 }, () => "");
    // 40 names times 10 free ones are eight times 50 clauses; 41 times 10 are more than eight times 51.
    assert.equal(choice(items(...named(40), ...free)).kind, "branch");
    assert.equal(choice(items(...named(41), ...free)).kind, "leaf");
  });

  it("takes what leaves the fewest, the first where two leave as many", () => {
    const rows = ["a", "b", "c", "d"].map((name, index) => ({
      name,
      needs: [need("half", index < 2 ? "one" : "two"), need("each", name), need("same", name)],
    }));
    const best = choice(rows);
    assert.ok(best.kind === "branch");
    // By half 2 + 2 + 0 in three groups; by each 4 in five.
    assert.deepEqual(best.about, about("each"));
    assert.deepEqual([...best.byName.keys()], ["a", "b", "c", "d"]);
    assert.deepEqual(
      [...best.byName.values(), best.other].map(({ kind, all }) => [kind, all.map(({ name }) => name).join("")]),
      [
        ["leaf", "a"],
        ["leaf", "b"],
        ["leaf", "c"],
        ["leaf", "d"],
        ["leaf", ""],
      ],
    );
  });
});
