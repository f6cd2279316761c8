import assert from "node:assert/strict";
import * as fs from "node:fs";
import { filesIn, places, type SourceFile } from "./source.ts";

const binary = /\.(?:png|vsix|ico|woff2?)$/;

// Written in pieces, so that this file does not hold what it looks for.
const registries = [
  "registry.npm" + "js",
  "registry.yarn" + "pkg",
  "npm" + "mirror",
  "npm.pkg." + "github",
  "unp" + "kg.com",
];
const folders = ["work", "tmp", "home", "root", "Users"];
const registry = new RegExp(registries.map((host) => host.replaceAll(".", "\\.")).join("|"), "g");
const machinePath = new RegExp(`(?<![\\w.~:/*$}-])/(?:${folders.join("|")})/[\\w.-]+`, "g");
const resolved = /"resolved":\s*"[^"]*"/g;

describe("words that no file may have", () => {
  const files = filesIn(".").flatMap(textOf);

  it("finds the files", () => assert.ok(files.length > 300, `${files.length} files`));

  it("has no host of a package registry", () => {
    assert.deepEqual(
      files.flatMap((file) => places(file, file.text, registry)),
      [],
    );
  });

  it("has no path of anybody's machine", () => {
    assert.deepEqual(
      files.flatMap((file) => places(file, file.text, machinePath)),
      [],
    );
  });

  it("has lock files that name no place to download from", () => {
    const locks = files.filter((file) => /(?:^|\/)package-lock\.json$/.test(file.path));
    assert.deepEqual(
      locks.map((lock) => lock.path),
      [
        "package-lock.json",
        "test/bench/toolkit/package-lock.json",
        "test/mutation/package-lock.json",
        "test/vscode/package-lock.json",
        "test/vscode/server/package-lock.json",
      ],
    );
    const fromElsewhere = locks.flatMap((file) => places(file, file.text, resolved));
    assert.deepEqual(
      fromElsewhere.filter((place) => !/"(?:file:)?stubs\//.test(place)),
      [],
    );
  });

  it("notices each of them", () => {
    const text = `see https://${registries[0]}.org, in /${folders[0]}/main, and "resolved": "https://x"`;
    for (const pattern of [registry, machinePath, resolved])
      assert.equal(places({ path: "a", text }, text, pattern).length, 1, String(pattern));
    const fine = `https://example.com/${folders[0]}/x and ./${folders[0]}/x`;
    assert.deepEqual(places({ path: "a", text: fine }, fine, machinePath), []);
  });
});

function textOf(path: string): readonly SourceFile[] {
  return binary.test(path) ? [] : [{ path, text: fs.readFileSync(path, "utf8") }];
}
