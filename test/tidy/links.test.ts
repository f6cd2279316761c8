import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { filesIn } from "./source.ts";

describe("links between pages", () => {
  const pages = filesIn(".").filter((each) => each.endsWith(".md"));

  it("lead to a file, and to a heading of it", () => {
    const links = pages.flatMap((page) => linksOf(page, fs.readFileSync(page, "utf8")));
    assert.ok(links.length > 100, `${links.length} links`);
    assert.deepEqual(links.flatMap(faults), []);
  });

  it("are told where they lead nowhere", () => {
    const text =
      "[a](README.md) [b](nowhere.md) [c](#there) [d](README.md#try-it) [e](README.md#gone) `[f](g)`\n# There\n";
    const found = linksOf("page.md", text).flatMap(faults);
    assert.deepEqual(found, ["page.md: nowhere.md is no file", "page.md: README.md has no heading 'gone'"]);
  });
});

interface Link {
  readonly page: string;
  readonly target: string;
  /** The page's own text. */
  readonly from: string;
}

function linksOf(page: string, text: string): readonly Link[] {
  const prose = text.replace(/^```.*?^```$/gms, "").replace(/`[^`\n]*`(?!\])/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => ({ page, target, from: text }))
    .filter(({ target }) => !/^[a-z]+:/.test(target));
}

function faults({ page, target, from }: Link): readonly string[] {
  const [file = "", anchor] = target.split("#");
  const there = path.join(path.dirname(page), file);
  if (file !== "" && !fs.existsSync(there)) return [`${page}: ${file} is no file`];
  if (anchor === undefined) return [];
  const text = file === "" ? from : fs.readFileSync(there, "utf8");
  return anchorsOf(text).has(anchor) ? [] : [`${page}: ${file} has no heading '${anchor}'`];
}

/** How hosts of repositories name a heading in a link: in small letters, without marks, with hyphens for blanks. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = [...text.replace(/^```.*?^```$/gms, "").matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}_ -]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}
