import assert from "node:assert/strict";
import { compile } from "../../../server/core/engine/compile.ts";
import { decide } from "../../../server/core/engine/decide.ts";
import { formatFile } from "../../../server/core/format/format.ts";
import { link } from "../../../server/core/model/link.ts";
import { parse } from "../../../server/core/syntax/parse.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import { generate } from "../../bench/generate.ts";
import { requestsFor } from "../../bench/requests.ts";

describe("generate", () => {
  for (const [size, lines, clauses] of [
    [{}, 12_600, 2_000],
    [{ clauses: 200 }, 1_260, 200],
    [{ clauses: 200, lines: 3_000, seed: 7 }, 3_000, 200],
  ] as const) {
    it(`makes ${lines} lines and ${clauses} clauses, without errors`, () => {
      const text = generate(size);
      assert.equal(text.match(/\n/g)?.length, lines);
      const syntax = parse(text);
      assert.deepEqual(
        syntax.items.flatMap((item) => [...item.problems, ...item.slips]),
        [],
      );
      const model = link([{ path: "all.sla", syntax }]);
      assert.equal(model.clauses.size, clauses);
      assert.deepEqual(model.items.flatMap((linked) => linked.problems).concat(model.problems), []);
      assert.deepEqual(formatFile(syntax), []);
    });
  }

  it("is ten times as large when asked for ten times the lines", () => {
    const text = generate({ lines: 126_000 });
    assert.equal(text.match(/\n/g)?.length, 126_000);
    assert.equal(text.match(/^ *(handle|commit|case) /gm)?.length, 20_000);
  });

  it("is the same for the same seed, and another for another", () => {
    assert.equal(generate({ clauses: 80, seed: 3 }), generate({ clauses: 80, seed: 3 }));
    assert.notEqual(generate({ clauses: 80, seed: 3 }), generate({ clauses: 80, seed: 4 }));
  });
});

describe("requestsFor", () => {
  it("asks the generated company questions of every sort, and all are answered without conflict", () => {
    const size = { clauses: 200 };
    const engine = compile(link([{ path: "all.sla", syntax: parse(generate(size)) }]), japaneseHolidays);
    const decisions = requestsFor(1, 2_000, size).map((request) => decide(engine, request));
    assert.deepEqual([...new Set(decisions.map((decision) => decision.outcome))].sort(), [
      "handled",
      "question",
      "redirect",
    ]);
    assert.deepEqual(
      decisions.flatMap((decision) => decision.conflictsWith),
      [],
    );
    assert.ok(decisions.some((decision) => decision.exception !== undefined));
    assert.ok(decisions.some((decision) => decision.overlays.length > 0));
  });

  it("is the same for the same seed", () => assert.deepEqual(requestsFor(5, 10), requestsFor(5, 10)));
});
