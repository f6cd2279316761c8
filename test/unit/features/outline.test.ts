import assert from "node:assert/strict";
import { type OutlineEntry, outlineOf } from "../../../server/core/features/documentSymbols.ts";
import { foldsOf } from "../../../server/core/features/folding.ts";
import { selectionsAt } from "../../../server/core/features/selectionRanges.ts";
import { colouredNames } from "../../../server/core/features/semanticTokens.ts";
import { symbolsFor } from "../../../server/core/features/workspaceSymbols.ts";
import { opened, snapshotOf } from "../../harness/features.ts";
import { drawn, fixture, outdented } from "../../harness/fixture.ts";

const text = `
  // What the two have
  // agreed on.
  channel email, 電話
  agreement support between Sales and Support {
    title "サポート"
    handle incidents: incident {
      by Support
      case urgent when severity is urgent {
      }
    }
    commit discounts: discount by Sales {
    }
    owe forms: Sales to Support "a form" with every incident
  }
  exception once to support.incidents {
  }
  impossible when tier is gold
`;

function outlineText(entries: readonly OutlineEntry[], indent = ""): string {
  return entries
    .map(({ kind, name, detail, children }) => {
      const line = `${indent}${kind} ${name}${detail ? ` (${detail})` : ""}\n`;
      return line + outlineText(children, `${indent}  `);
    })
    .join("");
}

describe("outline", () => {
  it("lists declarations, clauses and cases", () => {
    assert.equal(
      outlineText(outlineOf(snapshotOf(fixture(text)), "test.sla")),
      outdented(`
        channel email
        channel 電話
        agreement support (サポート)
          clause incidents (incident)
            case urgent
          clause discounts (discount)
          clause forms (owe)
        exception once (support.incidents)
        fact impossible
      `),
    );
  });

  it("lists steps, and what is known of customers", () => {
    const lines = `
      agreement orders between Sales and Support {
        handle orders: order {
          step draft by Sales within 4 business hours
          case urgent {
            step draft by Sales within 1 business hour
          }
        }
        guarantee fast: order to customers {
        }
      }
      exception quick to orders.orders {
        step draft by Sales at next 11:00
      }
      customer Beta {
        title "ベータ"
        records contracts at "cabinet 1", bids at "cabinet 2"
        due bid on 08-31 by Mori
      }
      handover passing of Beta from Mori to Tanaka {
      }
    `;
    assert.equal(
      outlineText(outlineOf(snapshotOf(fixture(lines)), "test.sla")),
      outdented(`
        agreement orders
          clause orders (order)
            step draft
            case urgent
              step draft
          clause fast (guarantee)
        exception quick (orders.orders)
          step draft
        customer Beta (ベータ)
          record contracts (cabinet 1)
          record bids (cabinet 2)
          date bid
        handover passing (Beta)
      `),
    );
  });

  it("has every name inside its entry, and leaves half-written declarations without a name out", () => {
    const entries = outlineOf(snapshotOf(fixture(`${text}\nteam {\n}\nteam`)), "test.sla");
    const check = (entry: OutlineEntry) => {
      assert.ok(entry.start <= entry.nameStart && entry.nameEnd <= entry.end, entry.name);
      entry.children.forEach(check);
    };
    entries.forEach(check);
    assert.equal(entries.filter(({ kind }) => kind === "team").length, 0);
  });

  it("is searched by letters in their order, over all files, titles included", () => {
    const snapshot = snapshotOf(
      fixture('// === a.sla\nteam Support {\n  title "システム部"\n}\n// === b.sla\nteam Sales {\n}\n'),
    );
    const names = (query: string) => symbolsFor(snapshot, query).map(({ path, name }) => `${path}:${name}`);
    assert.deepEqual(names("spp"), ["a.sla:Support"]);
    assert.deepEqual(names("システム"), ["a.sla:Support"]);
    assert.deepEqual(names("ｓａｌｅｓ"), ["b.sla:Sales"]);
    assert.deepEqual(names(""), ["a.sla:Support", "b.sla:Sales"]);
    assert.deepEqual(names("x"), []);
  });
});

describe("folding", () => {
  it("finds bodies and comments that stand together", () => {
    const given = fixture("// one\n// two\n\n// three\nteam A { // not alone\n  lead B\n}\nteam C {\n");
    const folds = foldsOf(snapshotOf(given), "test.sla");
    const source = given.files.get("test.sla") ?? "";
    assert.deepEqual(
      folds.map(({ kind, start, end }) => `${kind}: ${source.slice(start, end).replaceAll("\n", "/")}`),
      ["comment: // one/// two", "comment: // three", "body: { // not alone/  lead B/}", "body: {"],
    );
  });
});

describe("folding of work", () => {
  it("finds tables, guarantees, customers and handovers", () => {
    const given = fixture(`
      agreement a between S and T {
        handle h: r {
          table tier -> respond
            gold     -> 1 business hour
            silver   -> 2 business hours
          by S
        }
        guarantee g: r to customers {
        }
      }
      handover x of y from z to w {
        covers v
      }
    `);
    const source = given.files.get("test.sla") ?? "";
    const starts = foldsOf(snapshotOf(given), "test.sla").map(
      ({ start, end }) => `${source.slice(0, start).split("\n").length}-${source.slice(0, end).split("\n").length}`,
    );
    // the agreement, the clause, its table without the line after it, the guarantee, the handover
    assert.deepEqual(starts, ["1-10", "2-7", "3-5", "8-9", "11-13"]);
  });
});

describe("selection", () => {
  it("grows from a word to its line, its body and the file", () => {
    const { given, snapshot, path, offset } = opened('team A {\n  title "a $0b"\n}\n');
    const source = given.files.get(path) ?? "";
    assert.deepEqual(
      selectionsAt(snapshot, path, offset).map(({ start, end }) => source.slice(start, end)),
      ["a b", '"a b"', 'title "a b"', 'team A {\n  title "a b"\n}', source],
    );
  });

  it("is the whole file where there is nothing else", () => {
    const { snapshot, path, offset } = opened("$0\n\nteam A {\n}\n");
    assert.deepEqual(selectionsAt(snapshot, path, offset).at(-1), { start: 0, end: 13 });
  });
});

describe("semantic colours", () => {
  const marked = `
    calendar office in UTC {
             ^^^^^^ calendar declaration
    }
    request incident { severity: normal | urgent }
            ^^^^^^^^ request declaration
                       ^^^^^^^^ field declaration
                                 ^^^^^^ value declaration
                                          ^^^^^^ value declaration
    team 営業部 {
         ^^^ team declaration
      lead 佐藤
           ^^ person declaration
      hours office
            ^^^^^^ calendar
      deputy 佐藤 for unknown
             ^^ person
    }
  `;

  it("tell what each known name stands for", () => {
    const given = fixture(marked);
    const names = colouredNames(snapshotOf(given), "test.sla", 0, 10_000);
    const marks = names.map(({ start, end, kind, isDeclaration }) => ({
      path: "test.sla",
      start,
      end,
      label: isDeclaration ? `${kind} declaration` : kind,
    }));
    assert.equal(drawn(given.files, marks), outdented(marked));
  });

  it("tell steps, records and handovers from each other", () => {
    const work = `
      agreement orders between Sales and Support {
                ^^^^^^ agreement declaration
        handle orders: order {
               ^^^^^^ clause declaration
          step draft by Sales within 4 business hours
               ^^^^^ step declaration
          step check by Support within 1 business hour else back to draft within 1 business hour
               ^^^^^ step declaration                               ^^^^^ step
        }
      }
      customer Beta {
               ^^^^ customer declaration
        records contracts at "cabinet 1"
                ^^^^^^^^^ record declaration
      }
      handover passing of Beta from Mori to Tanaka {
               ^^^^^^^ handover declaration
                          ^^^^ customer
        covers contracts
               ^^^^^^^^^ record
      }
    `;
    const given = fixture(work);
    const names = colouredNames(snapshotOf(given), "test.sla", 0, 10_000);
    const found = names.map(({ start, kind }) => `${start} ${kind}`);
    const wanted = given.marks.map(({ start, label }) => `${start} ${label.split(" ")[0]}`);
    assert.deepEqual(found, wanted);
  });

  it("are those of a stretch when only that is asked for", () => {
    const given = fixture(marked);
    const from = (given.files.get("test.sla") ?? "").indexOf("hours");
    const names = colouredNames(snapshotOf(given), "test.sla", from, from + 12);
    assert.deepEqual(
      names.map(({ kind }) => kind),
      ["calendar"],
    );
  });
});
