/**
 * The TextMate grammar, made from the table of words: what an editor colours before the server has answered, and what
 * web pages colour without one. Words that mean something only in their places are coloured only there, as far as
 * regular expressions can tell. Every pattern means the same in Oniguruma and in JavaScript's `u` mode.
 */
import { type WordRow, words } from "./tokens.ts";

/** A rule of a TextMate grammar. */
export interface TextmateRule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly include?: string;
  readonly captures?: TextmateCaptures;
  readonly beginCaptures?: TextmateCaptures;
  readonly endCaptures?: TextmateCaptures;
  readonly patterns?: readonly TextmateRule[];
}

/** The scopes of the groups of a pattern, by number. */
export type TextmateCaptures = Readonly<Record<string, { readonly name: string }>>;

/** A whole TextMate grammar, as it is written to sla.tmLanguage.json. */
export interface TextmateGrammar {
  readonly $schema: string;
  readonly name: string;
  readonly scopeName: string;
  readonly patterns: readonly TextmateRule[];
  readonly repository: Readonly<Record<string, { readonly patterns: readonly TextmateRule[] }>>;
}

const inName = "[\\p{L}\\p{M}\\p{N}_・]";
const name = "(?:[\\p{L}_][\\p{L}\\p{M}\\p{N}_・]*|`[^`]*`)";
const number = "\\d[\\d_]*(?:\\.\\d+)?";
const starts = `(?<!${inName})`;
const ends = `(?!${inName})`;
/** A word that begins a line or a body; `:` or `is` after it would make it a name. */
const lineStart = "(?:^|(?<=[{}]))\\s*";
const notNamed = `(?!\\s*(?:[:：]|is${ends}))`;

/** Reserved words are never names, not even before `:`. */
const notReserved = `(?!(?:${reserved().join("|")})${ends})`;

const typeName = "entity.name.type.sla";
const clauseName = "entity.name.function.sla";
const fieldName = "variable.other.property.sla";
const valueName = "variable.other.enummember.sla";
const plainName = "variable.other.sla";
const connective = scopeOf("when");
const unit = scopeOf("business");
const type = scopeOf("percent");
const constant = scopeOf("holidays");
const operator = "keyword.operator.sla";

/** The grammar for `.sla` files. */
export function textmateGrammar(): TextmateGrammar {
  return {
    $schema: "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
    name: "Torikime SLA",
    scopeName: "source.sla",
    patterns: [
      ...["comments", "fields", "lines", "phrases", "literals", "connectives", "signs", "names"].map(included),
    ],
    repository: {
      comments: { patterns: comments },
      fields: { patterns: fields },
      lines: { patterns: [say, channels, table, proof, ...declarations(), ...clauses(), ...properties()] },
      phrases: { patterns: phrases() },
      literals: { patterns: [text('"', '"', []), text("「", "」", []), text("“", "”", []), ...literals] },
      connectives: { patterns: [{ match: oneOf(reserved()), name: connective }] },
      signs: { patterns: signs },
      names: { patterns: [{ match: name, name: plainName }] },
    },
  };
}

function included(part: string): TextmateRule {
  return { include: `#${part}` };
}

// Words ---------------------------------------------------------------------------------------------------------------

/** The scope of a word's row; throws at start-up for a word that has none, so that no place outlives its word. */
function scopeOf(word: string): string {
  const row = words.find((one) => one.word === word);
  if (!row) throw new Error(`grammar/tokens.ts has no row for ${word}`);
  return row.scope;
}

function headsWith(scope: string): string[] {
  return words.filter((row) => isHead(row) && row.scope === scope).map(({ word }) => word);
}

function isHead({ roles }: WordRow): boolean {
  return roles.includes("head");
}

function reserved(): string[] {
  return words.filter(({ roles }) => roles.includes("reserved")).map(({ word }) => word);
}

/** Contextual words of the table, separated by spaces, as alternatives. */
function contextual(list: string): string {
  for (const word of list.split(" ")) scopeOf(word);
  return list.replaceAll(" ", "|");
}

function oneOf(list: readonly string[]): string {
  return `${starts}(?:${list.join("|")})${ends}`;
}

function captured(...scopes: readonly string[]): TextmateCaptures {
  return Object.fromEntries(scopes.map((scope, index) => [String(index + 1), { name: scope }]));
}

// Lines ---------------------------------------------------------------------------------------------------------------

const comments: readonly TextmateRule[] = [
  { match: "///(?!/).*$", name: "comment.line.documentation.sla" },
  { match: "//.*$", name: "comment.line.double-slash.sla" },
];

const typeWords = contextual("percent number date time text");
const clockWords = contextual("business clock calendar");
const unitWords = contextual("minutes minute hours hour days day months month");

/** `severity: normal | urgent` of a request, and `tier is gold` of a customer: names even where the word begins lines elsewhere. */
const fields: readonly TextmateRule[] = [
  {
    match: `${starts}${notReserved}(${name})\\s*([:：])\\s*(?:(${typeWords})${ends}(?!\\s*\\|)|([A-Z]{3})${ends}(?!\\s*\\|))?`,
    captures: captured(fieldName, operator, type, type),
  },
  { match: `${lineStart}${notReserved}(${name})\\s+(is)${ends}`, captures: captured(fieldName, connective) },
  { match: `(${name})(?=\\s*[|｜])`, name: valueName },
  { match: `([|｜])\\s*(${name})`, captures: captured(operator, valueName) },
];

const placeholder: TextmateRule = { match: "\\{[\\p{L}\\p{N}_]+\\}", name: "constant.other.placeholder.sla" };

/** Placeholders mean something in the sentence to say only. */
const say: TextmateRule = {
  begin: `${lineStart}(say)${ends}${notNamed}`,
  end: "$",
  beginCaptures: captured(scopeOf("say")),
  patterns: [included("comments"), text('"', '"', [placeholder]), text("「", "」", [placeholder]), included("names")],
};

/** The list of channels declares each; it goes on in the next line after a comma. VS Code appends a line break. */
const channels: TextmateRule = {
  begin: `${lineStart}(channel)${ends}${notNamed}`,
  end: "(?<![,、\\n])$",
  beginCaptures: captured(scopeOf("channel")),
  patterns: [included("comments"), { match: name, name: typeName }, included("signs")],
};

const table: TextmateRule = {
  begin: `${lineStart}(table)${ends}${notNamed}`,
  end: "$",
  beginCaptures: captured(scopeOf("table")),
  patterns: [
    included("comments"),
    { match: `${starts}(?:${contextual("respond resolve")})${ends}`, name: scopeOf("respond") },
    { match: name, name: fieldName },
    included("signs"),
  ],
};

/** `prove NAME: TOPIC is [not] CLAIM`; a claim's words are free as names elsewhere. */
const proof: TextmateRule = {
  match:
    `${lineStart}(prove)\\s+(${name})\\s*([:：])\\s*(${name})\\s+(is)(?:\\s+(not))?\\s+` +
    `(${contextual("may ask never silent handled")})${ends}`,
  captures: captured(scopeOf("prove"), clauseName, operator, plainName, connective, connective, scopeOf("silent")),
};

function declarations(): TextmateRule[] {
  const scope = scopeOf("team");
  const heads = headsWith(scope);
  const named = heads.filter((word) => word !== "channel" && word !== "impossible");
  const exceptionTo = `${lineStart}(exception)\\s+(${name})\\s+(to)\\s+(${name})((?:\\s*\\.\\s*${name})*)`;
  return [
    { match: exceptionTo, captures: captured(scope, typeName, connective, plainName, clauseName) },
    headNamed(named, scope, typeName),
    head(heads, scope),
  ];
}

/** Clauses, and the steps in them, are named; `table` has a rule of its own. */
function clauses(): TextmateRule[] {
  const scope = scopeOf("handle");
  const heads = headsWith(scope);
  return [
    headNamed(heads, scope, clauseName),
    headNamed(["step"], scopeOf("step"), clauseName),
    head(heads, scope),
    head(headsWith(scopeOf("may")), scopeOf("may")),
  ];
}

function properties(): TextmateRule[] {
  const scope = scopeOf("title");
  return [head(headsWith(scope), scope)];
}

function head(list: readonly string[], scope: string): TextmateRule {
  return { match: `${lineStart}(${list.join("|")})${ends}${notNamed}`, captures: captured(scope) };
}

/** A head with the name that it gives; the colon of a clause is taken along, so that no kind after it looks like a type. */
function headNamed(list: readonly string[], scope: string, nameScope: string): TextmateRule {
  return {
    match: `${lineStart}(${list.join("|")})\\s+${notReserved}(${name})(?:\\s*([:：]))?`,
    captures: captured(scope, nameScope, operator),
  };
}

// Inside lines --------------------------------------------------------------------------------------------------------

/** Words that mean something beside certain others only. */
function phrases(): TextmateRule[] {
  const nextIsName = `(?=\\s+${notReserved}${name})`;
  const phrase = (match: string, ...scopes: readonly string[]) => ({
    match: `${starts}${match}${ends}`,
    captures: captured(...scopes),
  });
  return [
    phrase(`(${number})\\s+(?:(${clockWords})\\s+)?(${unitWords})`, "constant.numeric.sla", unit, unit),
    phrase(`(${clockWords})\\s+(${unitWords})`, unit, unit),
    phrase(`(${number})\\s*([A-Z]{3})`, "constant.numeric.sla", unit),
    phrase(`(${contextual("holidays all lead owner premium")})${ends}(?=\\s+of${ends})`, constant),
    phrase(`(of)\\s+(customer)(?:\\s*([:：])(?:\\s*(${typeWords}))?)?`, connective, constant, operator, type),
    phrase(`(in)\\s+(UTC)`, connective, "constant.language.zone.sla"),
    phrase("(at)\\s+(next)", connective, scopeOf("next")),
    phrase("(else)\\s+(back)", connective, scopeOf("back")),
    phrase(`(${contextual("daily weekly monthly")})${ends}(?=\\s+from${ends}|\\s*$)`, constant),
    phrase(`(${contextual("needs checks")})${ends}${nextIsName}`, scopeOf("needs")),
    phrase(`(twice)${ends}(?=\\s*(?:else${ends}|within${ends}|//|$))`, scopeOf("twice")),
    phrase(`(${contextual("Mon Tue Wed Thu Fri Sat Sun")})`, constant),
  ];
}

/** A text ends with its line, as in the lexer: an unclosed one must not colour the rest of the file. */
function text(open: string, close: string, patterns: readonly TextmateRule[]): TextmateRule {
  return {
    name: "string.quoted.double.sla",
    begin: open,
    end: `${close}|$`,
    beginCaptures: { 0: { name: "punctuation.definition.string.begin.sla" } },
    endCaptures: { 0: { name: "punctuation.definition.string.end.sla" } },
    patterns: [{ match: '\\\\["\\\\]', name: "constant.character.escape.sla" }, ...patterns],
  };
}

const literals: readonly TextmateRule[] = [
  { match: `${starts}[A-Za-z_]+(?:/[A-Za-z0-9_+-]+)+`, name: "constant.language.zone.sla" },
  { match: `${starts}\\d{4}-\\d{2}-\\d{2}${ends}`, name: "constant.numeric.date.sla" },
  { match: `${starts}\\d{2}-\\d{2}${ends}(?!-)`, name: "constant.numeric.date.sla" },
  { match: `${starts}\\d{1,2}:\\d{2}${ends}`, name: "constant.numeric.time.sla" },
  { match: `${starts}${number}\\s*%`, name: "constant.numeric.percent.sla" },
  { match: `${starts}${number}`, name: "constant.numeric.sla" },
];

const signs: readonly TextmateRule[] = [
  { match: "->|\\.\\.|<=|>=|[<>|:.-]", name: operator },
  { match: "[,、]", name: "punctuation.separator.sla" },
  { match: "[{}]", name: "punctuation.section.block.sla" },
  { match: "[()]", name: "punctuation.section.parens.sla" },
];
