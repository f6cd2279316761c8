/**
 * The guide is followed as a reader would: its blocks are put together, its commands run. Where a shown time needs arithmetic:
 *
 * The office is open 09:00-12:00 and 13:00-18:00 from Monday to Friday; closed are 09-21 to 09-23, 10-12, 11-03 and 12-29 to 01-03.
 * - 4 business hours: from Mon 09:00, 3 until noon and 13:00-14:00; from Mon 20:00, the same on Tuesday; from Fri 17:30, half an
 *   hour, then Mon 09:00-12:00 and 13:00-13:30; from Fri 09-18 17:00, one hour, then Thu 09-24 09:00-12:00.
 * - 3 business days after Mon 08-24: Tue, Wed, Thu; after Fri 08-21 and Sat 08-22: Mon, Tue, Wed; after Fri 09-18: Thu, Fri, Mon.
 * - Cut-off: Thu 15:00 counts as Fri, 09:00-11:00 are 2 hours, and the next business day is Mon; Saturday counts as Monday.
 * - Berlin, from 23:00 on: 5 hours end at 04:00. On 2026-10-25 the hour from 2 to 3 comes twice: 03:00; on 2027-03-28 it is left
 *   out: 05:00. The first night after Saturday begins on Sunday and ends on Monday at 06:00.
 * - Tue 11:30: 1 hour is 13:30; 4 hours are half an hour, then 13:00-16:30; 30 minutes end at noon, and are breached at 13:00.
 * - Sat 08-22 10:15 under the exception (09:00-18:00, both days): 2 hours are 12:15; the next business day is Sunday.
 *   Sat 08-29: Mon 09:00-11:00; the next business day is Monday. 08-17 is 19 weeks after 04-06: the second turn, Kudo's.
 * - Mon 09-07 10:00: 4 hours are 15:00, 90 minutes 11:30; 22 weeks after 04-06 it is Abe's turn, and Abe is away.
 *   One business day after Thu 09-10 is Fri; after Mon 11-02, Wed 11-04.
 * - Replacement: inspect Mon 10:00-12:00, 13:00-15:00; approve one business day after Mon, Tue 18:00; pack Wed 09:00-11:00; ship Wed
 *   15:00. Sent back on Wed 11:00: mended 11:00-12:00, 13:00-16:00; approved Thu 18:00; packed Fri 09:00-11:00; shipped Fri 15:00.
 * - Waiting Mon 11:00-14:00: 2 hours before it, 14:00-16:00 after it.
 * - Mon 12-28 18:00 is closed: from 01-04 09:00, 4 hours are 14:00, while 5 calendar days after 12-28 end with 01-02.
 * - Tue 08-25 17:00: one hour, then Wed 09:00-12:00; 2 hours are Wed 10:00; 90 minutes Wed 09:30.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { formatText } from "../../../server/core/format/format.ts";
import { type Chapter, chaptersOf, type Piece, type Session, type TimeRow, withPiece } from "../../harness/guide.ts";
import { folderOf, torikime } from "../../harness/terminal.ts";

const pages = { en: "docs/guide.md", ja: "docs/guide.ja.md" };
const guides = { en: chaptersOf(fs.readFileSync(pages.en, "utf8")), ja: chaptersOf(fs.readFileSync(pages.ja, "utf8")) };

describe("the guide", () => {
  for (const locale of ["en", "ja"] as const)
    describe(pages[locale], () => {
      const reader: Reader = { folder: "", locale, lastWords: [] };
      before(() => {
        reader.folder = folderOf({});
      });
      for (const chapter of guides[locale])
        it(`says what is true, and its example has no errors: ${chapter.title}`, async () => {
          for (const block of chapter.contents) await follow(reader, block);
          const { code, out } = await torikime(reader.folder, ["check"]);
          assert.equal(code, 0, out);
        });
    });

  it("has twelve chapters, which begin with six lines", () => {
    assert.equal(guides.en.filter(({ level }) => level === 2).length, 12);
    const first = guides.en[0]?.contents.find(({ kind }) => kind === "piece");
    const lines = first?.kind === "piece" ? first.text.split("\n").filter((line) => line !== "") : [];
    assert.equal(lines.length, 6);
  });

  it("has the same chapters, blocks, commands and times in Japanese, but for texts and comments", () => {
    assert.deepEqual(guides.ja.map(skeleton), guides.en.map(skeleton));
  });
});

describe("whoever follows the guide", () => {
  it("puts new lines after those that are shown before them, and replaces what is shown whole", () => {
    const there = "team A {\n  lead  B\n  hours office\n}\n\nrequest r\n";
    const put = (text: string) => withPiece(there, { kind: "piece", file: "a.sla", text });
    assert.equal(put("team A {\n  lead  B\n  members C\n  …\n}\n"), there.replace("B\n", "B\n  members C\n"));
    assert.equal(put("team A {\n  …\n  members C\n}\n"), there.replace("office\n", "office\n  members C\n"));
    assert.equal(
      put("team A {\n  lead D\n}\nrequest r { n: number }\n"),
      "team A {\n  lead D\n}\n\nrequest r { n: number }\n",
    );
    assert.equal(put("channel c\n"), there + "channel c\n");
  });

  it("notices what is not printed, what is printed in another order, and what is left out without a word", () => {
    const printed = ["a", "b", "c"];
    for (const shown of [
      ["a", "b", "c"],
      ["…", "b", "…"],
      ["a", "…", "c"],
      ["…", "c"],
      ["a", "…"],
    ])
      assertShown(shown, printed, "");
    for (const shown of [["a", "x", "c"], ["…", "c", "…", "b", "…"], ["a", "b"], ["b", "c"], ["a", "c"], []])
      assert.throws(() => assertShown(shown, printed, ""), assert.AssertionError, shown.join());
  });
});

interface Reader {
  folder: string;
  readonly locale: "en" | "ja";
  /** The last command. */
  lastWords: readonly string[];
}

async function follow(reader: Reader, block: Chapter["contents"][number]): Promise<void> {
  switch (block.kind) {
    case "piece":
      return put(reader, block);
    case "session":
      for (const command of block.commands) await typeIn(reader, command);
      return;
    case "times":
      for (const row of block.rows) await compareTimes(reader, row);
  }
}

/** Saves as an editor does that lays out what is saved; a draft stays as it was typed. */
function put({ folder }: Reader, piece: Piece): void {
  assert.notEqual(piece.file, "", `no file is named: ${piece.text}`);
  const file = path.join(folder, piece.file);
  const grown = withPiece(fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "", piece);
  const isLaidOut = piece.file.endsWith(".sla") && piece.file !== "draft.sla";
  fs.writeFileSync(file, isLaidOut ? formatText(grown) : grown);
  const lines = new Set(fs.readFileSync(file, "utf8").split("\n"));
  const shown = piece.text.split("\n").filter((line) => line.trim() !== "…");
  assert.deepEqual(
    shown.filter((line) => !lines.has(line)),
    [],
    "shown otherwise than it is laid out",
  );
}

async function typeIn(reader: Reader, { typed, shown }: Session["commands"][number]): Promise<void> {
  const [program, ...words] = wordsOf(typed);
  switch (program) {
    case "git":
      git(reader.folder, words);
      return assert.deepEqual(shown, []);
    case "rm":
      for (const name of words) fs.rmSync(path.join(reader.folder, name));
      return assert.deepEqual(shown, []);
    case "torikime": {
      reader.lastWords = words;
      const { out, errors } = await torikime(reader.folder, words, { locale: reader.locale });
      return assertShown(shown, (out + errors).trimEnd().split("\n"), typed);
    }
    default:
      assert.fail(`not a command of the guide: ${typed}`);
  }
}

function wordsOf(typed: string): readonly string[] {
  return [...typed.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

function git(folder: string, words: readonly string[]): void {
  const author = ["-c", "user.name=Mori", "-c", "user.email=mori@example.co.jp", "-c", "commit.gpgsign=false"];
  execFileSync("git", [...author, ...words], { cwd: folder, stdio: "pipe" });
}

/** What is shown is all that is printed, in order, but for what `…` on a line of its own stands for. */
function assertShown(shown: readonly string[], printed: readonly string[], typed: string): void {
  const runs = shown.join("\n").split(/^…$\n?/m);
  let rest = printed.join("\n") + "\n";
  runs.forEach((run, index) => {
    const text = run === "" || run.endsWith("\n") ? run : `${run}\n`;
    const at = index === 0 ? 0 : rest.indexOf(text);
    assert.ok(at >= 0 && rest.startsWith(text, at), `${typed} prints\n${printed.join("\n")}\nand not\n${text}`);
    rest = rest.slice(at + text.length);
  });
  const isCut = shown.at(-1) === "…";
  assert.ok(isCut || rest === "", `${typed} prints more:\n${rest}`);
}

/** A row is about the last command, received at another time: deadlines of the answer and the solution. */
async function compareTimes(reader: Reader, [at = "", ...deadlines]: TimeRow): Promise<void> {
  const words = reader.lastWords.map((word, index) => (reader.lastWords[index - 1] === "--at" ? at : word));
  const { out } = await torikime(reader.folder, [...words, "--format", "json"]);
  const found = [...out.matchAll(/"deadline": ?"(\d{4}-\d\d-\d\dT\d\d:\d\d)/g)].map(([, deadline]) => deadline);
  assert.deepEqual(found, deadlines, `${words.join(" ")}\n${out}`);
}

/** What both languages have alike. */
function skeleton({ level, contents }: Chapter): unknown {
  return { level, contents: contents.map(bare) };
}

function bare(block: Chapter["contents"][number]): unknown {
  switch (block.kind) {
    case "piece":
      return [block.file, withoutTexts(block.text)];
    case "session":
      return block.commands.map(({ typed }) => typed.replace(/-m .*/, "-m …"));
    case "times":
      return block.rows;
  }
}

function withoutTexts(text: string): string {
  return text
    .replace(/^\s*\/\/.*\n/gm, "")
    .replace(/"[^"]*"/g, "…")
    .replace(/(- name:) .*/g, "$1 …");
}
