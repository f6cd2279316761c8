import { usage } from "../../server/cli/help.ts";
import { type CommandRow, commands, type OptionRow } from "../../server/cli/usage.ts";

/** The reference of the command line as a Markdown page: what `--help` shows, then each command with its options. */
export function commandLineReference(): string {
  return ["# The command line", fenced(usage("en", 124)), ...commands.map(section)].join("\n\n");
}

function section({ name, operands, help, options, exits }: CommandRow): string {
  const rows = options.map((option) => `| ${cell(`\`${spelling(option)}\``)} | ${cell(meaning(option))} |`);
  return [
    `## torikime ${name}`,
    sentence(help.en),
    fenced(`torikime ${name} [OPTION…] ${operands}`),
    ["| Option | What it does |", "| --- | --- |", ...rows].join("\n"),
    ...(exits ? [exits.en] : []),
  ].join("\n\n");
}

function spelling({ name, short, value }: OptionRow): string {
  const long = value === undefined ? `--${name}` : `--${name} ${value}`;
  return short === undefined ? long : `-${short}, ${long}`;
}

function meaning({ help, repeats }: OptionRow): string {
  return repeats ? `${sentence(help.en)} May be given several times.` : sentence(help.en);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1) + ".";
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function fenced(text: string): string {
  return "```text\n" + text.trimEnd() + "\n```";
}
