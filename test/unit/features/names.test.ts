import assert from "node:assert/strict";
import { definitionAt } from "../../../server/core/features/definition.ts";
import { highlightsAt, referencesAt } from "../../../server/core/features/references.ts";
import { renamableAt, renameAt } from "../../../server/core/features/rename.ts";
import { applyEdits } from "../../../server/core/text/edit.ts";
import { company } from "../../harness/company.ts";
import { opened } from "../../harness/features.ts";
import { drawn, outdented } from "../../harness/fixture.ts";

const agreement = `agreement support between Sales and Support {
  effective 2026-01-01..2026-12-31
  handle incidents: incident {
    by  Sup$0port
    via email
    case urgent when severity is urgent {
      by Kudo
    }
  }
}
`;

function checkDefinition(marked: string, expected: string): void {
  const { given, snapshot, path, offset } = opened(marked);
  const marks = definitionAt(snapshot, path, offset).map((place) => ({ ...place, label: "" }));
  const files = new Map([...given.files].filter(([each]) => marks.some((mark) => mark.path === each)));
  const lines = drawn(files, marks).split("\n");
  const shown = lines.flatMap((line, index) => (/^ *\^+$/.test(line) ? [lines[index - 1] ?? "", line] : []));
  assert.equal(outdented(shown.join("\n")), outdented(expected).trimEnd());
}

describe("definition", () => {
  it("goes to the declaration in another file", () => {
    checkDefinition(
      company + agreement,
      `
      team Support {
           ^^^^^^^
      `,
    );
  });

  it("goes to the field's value", () => {
    checkDefinition(
      (company + agreement).replace("Sup$0port", "Support").replace("is urgent", "is urg$0ent"),
      `
      request incident { severity: normal | urgent }
                                            ^^^^^^
      `,
    );
  });

  it("goes to a person's team line, and to names in Japanese and in backticks", () => {
    checkDefinition(
      "team 営業部 {\n  lead 佐藤\n  deputy 佐$0藤 for 佐藤\n}\n",
      `
      lead 佐藤
           ^^
      `,
    );
    checkDefinition(
      "calendar `夜 間` in UTC {\n}\nteam A {\n  hours `夜$0 間`\n}\n",
      `
      calendar \`夜 間\` in UTC {
               ^^^^^
      `,
    );
  });

  it("goes nowhere from unknown names, words and files that are not there", () => {
    checkDefinition("team A {\n  hours no$0where\n}\n", "");
    checkDefinition("te$0am A {\n}\n", "");
    const { snapshot } = opened("$0");
    assert.deepEqual(definitionAt(snapshot, "other.sla", 0), []);
  });
});

const work = `agreement support between Sales and Support {
  effective 2026-01-01..2026-12-31
  handle orders: incident {
    by   Support
    via  email
    step draft by Sales within 4 business hours
    step verify by Support within 1 business day checks severity else back to draft within 1 business hour
    case urgent when severity is urgent {
      step draft by Sales within 1 business hour
    }
  }
}
exception quick to support.orders {
  step draft by Sales within 30 business minutes
}
customer Beta {
  records contracts at "cabinet 1", bids at "cabinet 2"
}
customer Gamma {
  records contracts at "cabinet 3"
}
handover h of Beta from Mori to Tanaka {
  covers contracts, bids
}
`;

/** The company and its work, with the cursor at the start of the nth occurrence of a text, counted from 0. */
function atWork(text: string, nth = 0): string {
  const parts = work.split(text);
  return `${company}${parts.slice(0, nth + 1).join(text)}$0${text}${parts.slice(nth + 1).join(text)}`;
}

/** The lines that name the same as the cursor. */
function linesNaming(marked: string): readonly string[] {
  const { given, snapshot, path, offset } = opened(marked);
  return referencesAt(snapshot, path, offset).map(({ path: file, start, role }) => {
    const text = given.files.get(file) ?? "";
    const line = text.slice(text.lastIndexOf("\n", start) + 1, `${text}\n`.indexOf("\n", start)).trim();
    return `${role}: ${line}`;
  });
}

describe("steps and records", () => {
  it("lead to where they are declared", () => {
    for (const nth of [1, 2, 3])
      checkDefinition(
        atWork("draft", nth),
        `
        step draft by Sales within 4 business hours
             ^^^^^
        `,
      );
    checkDefinition(
      atWork("contracts", 2),
      `
      records contracts at "cabinet 1", bids at "cabinet 2"
              ^^^^^^^^^
      `,
    );
  });

  it("are found in cases, exceptions and handovers, of one customer only", () => {
    assert.deepEqual(linesNaming(atWork("draft")), [
      "declaration: step draft by Sales within 4 business hours",
      "use: step verify by Support within 1 business day checks severity else back to draft within 1 business hour",
      "use: step draft by Sales within 1 business hour",
      "use: step draft by Sales within 30 business minutes",
    ]);
    assert.deepEqual(linesNaming(atWork("contracts")), [
      'declaration: records contracts at "cabinet 1", bids at "cabinet 2"',
      "use: covers contracts, bids",
    ]);
  });

  it("are renamed everywhere together", () => {
    const renamed = (marked: string, name: string): string => {
      const { given, snapshot, path, offset } = opened(marked);
      const result = renameAt(snapshot, path, offset, name);
      assert.ok("edits" in result);
      return applyEdits(given.files.get(path) ?? "", result.edits.get(path) ?? []);
    };
    assert.equal(renamed(atWork("draft", 2), "起票"), work.replaceAll("draft", "起票"));
    assert.equal(
      renamed(atWork("contracts", 2), "papers"),
      work
        .replace('records contracts at "cabinet 1', 'records papers at "cabinet 1')
        .replace("covers contracts", "covers papers"),
    );
    checkRename(
      atWork("contracts", 2),
      "bids",
      "'bids' is already declared, so the two could not be told apart. Choose another name.",
    );
  });
});

describe("references", () => {
  it("are found in all files, the declaration among them", () => {
    const { given, snapshot, path, offset } = opened(company + agreement);
    const found = referencesAt(snapshot, path, offset);
    const lines = found.map(({ path: file, start, role }) => {
      const text = given.files.get(file) ?? "";
      const line = text.slice(text.lastIndexOf("\n", start) + 1, (text + "\n").indexOf("\n", start)).trim();
      return `${role} ${file}: ${line}`;
    });
    assert.deepEqual(lines, [
      "declaration company.sla: team Support {",
      "use support.sla: agreement support between Sales and Support {",
      "use support.sla: by  Support",
    ]);
    assert.equal(highlightsAt(snapshot, path, offset).length, 2);
  });
});

function checkRename(marked: string, newName: string, expected: string): void {
  const { given, snapshot, path, offset } = opened(marked);
  const renamed = renameAt(snapshot, path, offset, newName);
  if ("refusal" in renamed) {
    assert.equal(renamed.refusal.en, expected);
    assert.notEqual(renamed.refusal.ja, "");
    return;
  }
  const texts = [...given.files].map(([file, text]) => applyEdits(text, renamed.edits.get(file) ?? []));
  assert.equal(texts.join("---\n"), outdented(expected));
}

describe("rename", () => {
  const small = `
    // === a.sla
    calendar office in UTC {
    }
    // === b.sla
    team A {
      hours off$0ice
    }
    `;

  it("changes the name in all files", () => {
    checkRename(small, "営業時間", "\ncalendar 営業時間 in UTC {\n}\n---\nteam A {\n  hours 営業時間\n}\n");
  });

  it("adds backticks where the name needs them, and drops those that it does not", () => {
    checkRename(
      small,
      "office hours",
      "\ncalendar `office hours` in UTC {\n}\n---\nteam A {\n  hours `office hours`\n}\n",
    );
    checkRename(small, "hours", "\ncalendar `hours` in UTC {\n}\n---\nteam A {\n  hours `hours`\n}\n");
    checkRename(
      small.replaceAll("office", "`my office`").replace("off$0ice", "`my$0 office`"),
      "desk",
      "\ncalendar desk in UTC {\n}\n---\nteam A {\n  hours desk\n}\n",
    );
  });

  it("changes a person, who is declared in several places", () => {
    checkRename(
      "team A {\n  lead Ab$0e\n  deputy Kudo for Abe\n  members Kudo\n}\n",
      "阿部",
      "\nteam A {\n  lead 阿部\n  deputy Kudo for 阿部\n  members Kudo\n}\n",
    );
  });

  it("changes a field that the kinds of one clause share in all of them", () => {
    checkRename(
      "request a { level: low | high }\nrequest b { level: low | high }\nagreement x between S and T {\n  handle h: a, b when lev$0el is low {\n  }\n}\n",
      "grade",
      "\nrequest a { grade: low | high }\nrequest b { grade: low | high }\nagreement x between S and T {\n  handle h: a, b when grade is low {\n  }\n}\n",
    );
  });

  it("refuses words of the language, what is no name, and names that are taken", () => {
    const reserved =
      "'when' is a word of the language, so lines would be read differently. Choose another name, or write it in backticks.";
    const empty =
      "A name needs at least one character, and can hold neither backticks nor line breaks. Write another one.";
    checkRename(small, "when", reserved);
    checkRename(small, "  ", empty);
    checkRename(small, "a`b", empty);
    checkRename(
      "calendar office in UTC {\n}\ncalendar desk in UTC {\n}\nteam A {\n  hours off$0ice\n}\n",
      "desk",
      "'desk' is already declared, so the two could not be told apart. Choose another name.",
    );
    checkRename(
      "team A {\n  hours no$0where\n}\n",
      "x",
      "'nowhere' is not declared, so its other places cannot be found. Declare it first.",
    );
    checkRename("te$0am A {\n}\n", "x", "There is no name here to rename. Put the cursor on a name.");
  });

  it("shows the name that would change", () => {
    const { snapshot, path, offset } = opened(small);
    // "team A {\n  hours " has 9 + 8 = 17 characters
    assert.deepEqual(renamableAt(snapshot, path, offset), { start: 17, end: 23, name: "office" });
  });
});
