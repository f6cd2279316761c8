import { parseArgs } from "node:util";
import { type Locale, phrase } from "../core/checks/message.ts";
import { nearest } from "../core/text/nearest.ts";
import { type CommandRow, commands, type OptionRow } from "./usage.ts";
import { UsageError } from "./usageError.ts";

/** The words after `torikime`, understood. Options are by name; those that repeat are lists. */
export interface Arguments {
  readonly command: CommandRow | undefined;
  readonly operands: readonly string[];
  readonly options: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** Options without a value that were given, `help` and `version` among them. */
  readonly flags: ReadonlySet<string>;
}

/** Reads the words after `torikime`; what is not understood is a `UsageError`. */
export function readArguments(words: readonly string[]): Arguments {
  const [first, ...rest] = words;
  const command = commands.find(({ name }) => name === first);
  if (first !== undefined && !first.startsWith("-") && !command) throw unknownCommand(first);
  const parsed = parse(command ? rest : words, command);
  const options = new Map<string, string>();
  const lists = new Map<string, readonly string[]>();
  const flags = new Set<string>();
  for (const [name, value] of Object.entries(parsed.values)) {
    if (typeof value === "string") options.set(name, value);
    else if (Array.isArray(value))
      lists.set(
        name,
        value.filter((one) => typeof one === "string"),
      );
    else if (value) flags.add(name);
  }
  return { command, operands: parsed.positionals, options, lists, flags };
}

/** The option's value where it is one of some words; another one is a `UsageError`. */
export function oneOf<T extends string>({ options }: Arguments, name: string, words: readonly T[]): T | undefined {
  const given = options.get(name);
  if (given === undefined) return undefined;
  const word = words.find((one) => one === given);
  if (word) return word;
  throw new UsageError(
    phrase(
      "--{name} cannot be '{given}'. It is one of {words}.",
      "--{name} に「{given}」は使えません。{words} のいずれかです。",
      {
        name,
        given,
        words: { en: words.join(", "), ja: words.join("、") },
      },
    ),
  );
}

/** The language asked for with `--locale`. */
export function localeOption(given: Arguments): Locale | undefined {
  return oneOf(given, "locale", ["en", "ja"]);
}

function parse(
  words: readonly string[],
  command: CommandRow | undefined,
): Pick<ReturnType<typeof parseArgs>, "values" | "positionals"> {
  // Node loads its reader of options at the first call, which takes longer than reading a file; without an option all are operands.
  if (!words.some((word) => word.startsWith("-"))) return { values: {}, positionals: [...words] };
  const known = Object.fromEntries(
    (command?.options ?? []).map(({ name, short, value, repeats }) => [
      name,
      {
        type: value ? ("string" as const) : ("boolean" as const),
        multiple: repeats ?? false,
        ...(short ? { short } : {}),
      },
    ]),
  );
  const taken = {
    ...known,
    ...(command ? {} : { locale: { type: "string" as const } }),
    help: { type: "boolean", short: "h" },
    version: { type: "boolean", short: "v" },
  } as const;
  try {
    const parsed = parseArgs({
      args: withNegatives(words, command),
      options: taken,
      allowPositionals: true,
      strict: true,
      tokens: true,
    });
    const given = parsed.tokens.flatMap((token) => (token.kind === "option" ? [token] : []));
    const once = given.filter(({ name, value }) => value !== undefined && !isRepeatable(name, command));
    const twice = once.find(({ name }, index) => once.findIndex((each) => each.name === name) < index);
    if (twice) throw givenTwice(twice.name);
    return parsed;
  } catch (error) {
    throw error instanceof UsageError ? error : unknownOption(error, Object.keys(taken), command);
  }
}

/** A negative number after an option that has a value is that value, however wrong, and no option of its own. */
function withNegatives(words: readonly string[], command: CommandRow | undefined): string[] {
  const valued = new Set(command?.options.flatMap(({ name, value }) => (value === undefined ? [] : [`--${name}`])));
  return words.flatMap((word, index) => {
    const [before = "", after = ""] = [words[index - 1], words[index + 1]];
    if (valued.has(word) && negative.test(after)) return [`${word}=${after}`];
    return valued.has(before) && negative.test(word) ? [] : [word];
  });
}

const negative = /^-\d/;

function isRepeatable(name: string, command: CommandRow | undefined): boolean {
  return command?.options.some((option) => option.name === name && option.repeats === true) ?? false;
}

function givenTwice(name: string): UsageError {
  return new UsageError(
    phrase(
      "--{name} is given twice, and it has one value. Leave one of them out.",
      "--{name} が二度指定されていますが、値は一つだけです。どちらかを除いてください。",
      { name },
    ),
  );
}

function unknownCommand(written: string): UsageError {
  const guess = nearest(
    written,
    commands.map(({ name }) => name),
  );
  const meant = guess ? { en: ` Did you mean '${guess}'?`, ja: `「${guess}」のことですか。` } : "";
  return new UsageError(
    phrase(
      "There is no command '{written}'.{meant} 'torikime --help' lists them.",
      "「{written}」というコマンドはありません。{meant}「torikime --help」で一覧を表示します。",
      { written, meant },
    ),
  );
}

/** parseArgs says what is wrong in English; its code tells an unknown option from a missing value. */
function unknownOption(error: unknown, names: readonly string[], command: CommandRow | undefined): UsageError {
  const text = error instanceof Error ? error.message : String(error);
  const [, dashes = "--", written = ""] = /'(?:-\w, )?(--?)([^' =]+)/.exec(text) ?? [];
  if (names.includes(written))
    return usedWrongly(
      written,
      command?.options.find(({ name }) => name === written),
    );
  const guess = nearest(written, names);
  const meant = guess ? { en: ` Did you mean --${guess}?`, ja: `--${guess} のことですか。` } : "";
  return new UsageError(
    phrase("There is no option {written}.{meant}", "{written} というオプションはありません。{meant}", {
      written: dashes + written,
      meant,
    }),
  );
}

function usedWrongly(written: string, option: OptionRow | undefined): UsageError {
  const value = option?.value;
  return new UsageError(
    value === undefined
      ? phrase("--{written} takes no value.", "--{written} は値を取りません。", { written })
      : phrase("--{written} needs a value: --{written} {value}.", "--{written} には値が要ります：--{written} {value}", {
          written,
          value,
        }),
  );
}
