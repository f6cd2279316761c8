/** grammar/README.md is the reference: its examples parse, and its productions say what the parser's rules say. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import type { ISerializedGast, Rule } from "chevrotain";
import { serializeGrammar } from "chevrotain";
import { AnalysedParser } from "../../../grammar/analysedParser.ts";
import { lex } from "../../../grammar/lexer.ts";
import { reservedWords, vocabulary } from "../../../grammar/tokens.ts";
import { formatFile } from "../../../server/core/format/format.ts";
import { parse } from "../../../server/core/syntax/parse.ts";

const readme = fs.readFileSync("grammar/README.md", "utf8");
const production = /(\w+)\s*=\s*((?:"[^"]*"|[^";])*);/g;
const examples = fenced("sla");
const productions = new Map(
  fenced("ebnf").flatMap(({ text }) => [...text.matchAll(production)].map(partsOfProduction)),
);

describe("the reference of the grammar", () => {
  for (const { text, line } of examples) {
    it(`has an example at line ${line} that is read without a problem or a slip, and laid out as the formatter does`, () => {
      const file = parse(text);
      assert.deepEqual(
        file.items.flatMap(({ problems, slips }) => [...problems, ...slips]),
        [],
      );
      assert.deepEqual(formatFile(file), []);
    });
  }

  const rules = rulesOfParser();

  it("has a production for every rule of the parser", () => {
    assert.deepEqual(
      [...rules.keys()].filter((name) => !productions.has(name)),
      [],
    );
  });

  it("has no other production but those that some rule is made of", () => {
    const mentioned = new Set([...productions.values()].flat());
    assert.deepEqual(
      [...productions.keys()].filter((name) => !rules.has(name) && !mentioned.has(name)),
      [],
    );
  });

  for (const [name, parts] of rules) {
    it(`says what ${name} is made of`, () => assert.deepEqual(spelledOut(name, rules), parts));
  }

  it("reaches every rule with some example", () => {
    const reached = new Set(examples.flatMap(({ text }) => rulesReachedBy(text)));
    assert.deepEqual(
      [...rules.keys()].filter((name) => !reached.has(name)),
      [],
    );
  });

  it("names every reserved word", () => {
    const told = /reserved\*\*: `([^`]*)`/.exec(readme)?.[1] ?? "";
    assert.deepEqual(told.split(/\s+/).sort(), [...reservedWords].sort());
  });

  it("notices a production that lacks a part, and a rule that no example reaches", () => {
    const [[name, parts] = []] = [...'a = "b" { C | d } ;'.matchAll(production)].map(partsOfProduction);
    assert.deepEqual([name, parts], ["a", ['"b"', "C", "d"]]);
    assert.ok(!rulesReachedBy("channel email").includes("team"));
    assert.ok(rulesReachedBy("channel email").includes("channel"));
  });
});

interface Fence {
  readonly text: string;
  readonly line: number;
}

function fenced(language: string): readonly Fence[] {
  const blocks = readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"));
  return [...blocks].map((block) => ({
    text: block[1] ?? "",
    line: readme.slice(0, block.index).split("\n").length + 1,
  }));
}

/** The words, signs, tokens and productions that a production mentions, each once, sorted. */
function partsOfProduction([, name = "", right = ""]: RegExpMatchArray): [string, string[]] {
  return [name, distinct(right.match(/"[^"]*"|\w+/g) ?? [])];
}

/** The parts of a production; one in it that is no rule of the parser, but read in place, is replaced by its own parts. */
function spelledOut(name: string, rules: ReadonlyMap<string, string[]>): string[] {
  const parts = productions.get(name) ?? [];
  return distinct(
    parts.flatMap((part) => (productions.has(part) && !rules.has(part) ? spelledOut(part, rules) : [part])),
  );
}

/** The same of the parser's rules, as chevrotain has recorded them. */
function rulesOfParser(): ReadonlyMap<string, string[]> {
  const recorded: readonly Rule[] = Object.values(new AnalysedParser("trusted").getGAstProductions());
  return new Map(serializeGrammar([...recorded]).map((rule) => [nameOfRule(rule), distinct(partsOf(rule))]));
}

function nameOfRule(rule: ISerializedGast): string {
  return "name" in rule ? String(rule.name) : "";
}

function partsOf(part: ISerializedGast): string[] {
  if (part.type === "Terminal" && "name" in part) return wordsOf(String(part.name)).map(tokenInReadme);
  if (part.type === "NonTerminal") return [nameOfRule(part)];
  return (part.definition ?? []).flatMap(partsOf);
}

/** A category of words is spelt out; names are a category of the free ones, and stay. */
function wordsOf(name: string): readonly string[] {
  const category = name.endsWith("Name") ? undefined : vocabulary.find((type) => type.name === name);
  const words = vocabulary.filter((type) => category && type.CATEGORIES?.includes(category)).map((type) => type.name);
  return words.length > 0 ? words : [name];
}

/** "line by" and "word by" are `"by"`, Name is NAME. */
function tokenInReadme(name: string): string {
  return /^[A-Z]\w+$/.test(name) ? name.toUpperCase() : `"${name.replace(/^(?:line|word) /, "")}"`;
}

function distinct(parts: readonly string[]): string[] {
  return [...new Set(parts)].sort();
}

/** The rules that chevrotain enters for a text; the method is the one it calls at the start of every rule. */
function rulesReachedBy(text: string): readonly string[] {
  const parser = new AnalysedParser("trusted");
  const watched = parser as unknown as {
    ruleInvocationStateUpdate: (key: number, name: string, index: number) => void;
  };
  const enter = watched.ruleInvocationStateUpdate;
  const reached: string[] = [];
  watched.ruleInvocationStateUpdate = (key, name, index) => {
    reached.push(name);
    enter.call(parser, key, name, index);
  };
  for (const item of parse(text).items) parser.read(lex(item.text).tokens);
  return reached;
}
