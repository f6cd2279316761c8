import { spelling, synopsisOf, usage } from "../../server/cli/help.ts";
import { type CommandRow, commands, type OptionRow } from "../../server/cli/usage.ts";
import type { Localized } from "../../server/core/text/localized.ts";

/** The reference of the command line as a Markdown page: what `--help` shows, then each command with its options. */
export function commandLineReference(language: keyof Localized): string {
  const sections = commands.map((command) => section(command, language));
  return [heading[language], fenced(usage(language, 124)), ...sections].join("\n\n");
}

const heading: Localized = {
  en: "# The command line\n\n[日本語](command-line.ja.md)",
  ja: "# コマンドライン\n\n[English](command-line.md)",
};

const columns: Localized = { en: "| Option | What it does |", ja: "| オプション | 内容 |" };

function section(command: CommandRow, language: keyof Localized): string {
  const rows = command.options.map(
    (option) => `| ${cell(`\`${spelling(option, language)}\``)} | ${cell(meaning(option, language))} |`,
  );
  return [
    `## torikime ${command.name}`,
    sentence(command.help[language], language),
    fenced(synopsisOf(command, language)),
    [columns[language], "| --- | --- |", ...rows].join("\n"),
    ...(command.exits ? [command.exits[language]] : []),
  ].join("\n\n");
}

function meaning({ help, repeats }: OptionRow, language: keyof Localized): string {
  return sentence(help[language], language) + (repeats ? severalTimes[language] : "");
}

const severalTimes: Localized = { en: " May be given several times.", ja: "繰り返し書ける。" };

function sentence(text: string, language: keyof Localized): string {
  return text.charAt(0).toUpperCase() + text.slice(1) + { en: ".", ja: "。" }[language];
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function fenced(text: string): string {
  return "```text\n" + text.trimEnd() + "\n```";
}
