import * as path from "node:path";
import { type Locale, phrase } from "../../core/checks/message.ts";
import { decide } from "../../core/engine/decide.ts";
import type { Decision } from "../../core/engine/decision.ts";
import type { Localized } from "../../core/text/localized.ts";
import type { Snapshot } from "../../core/workspace/snapshot.ts";
import { type Arguments, localeOption, oneOf } from "../arguments.ts";
import { decode, readInput } from "../files.ts";
import { localeSetting, modelsNamed, type Project, readAgreements, type Trouble } from "../project.ts";
import { reasonNotRead } from "../reasons.ts";
import { prettyDecisions, type Showing } from "../reports/decisionPretty.ts";
import { type Asked, otherwiseAsked, type ReadAsked, readAsked, recordOf } from "../requests.ts";
import { anyOfModel } from "../sought.ts";
import { chosenLocale, type ExitCode, exitCodes, type Terminal } from "../terminal.ts";
import { complainOf, complainOfErrors, sentenceOf, shownTroubles, type Unread } from "../trouble.ts";
import { UsageError } from "../usageError.ts";
import { type Comparison, comparisonIn, supposesAnything } from "../whatIf.ts";

/**
 * `torikime simulate`: exit code 0 where every request has an answer, 1 where nobody handles one, nobody is there to do it
 * or agreements contradict each other, 2 where a request or a file cannot be read.
 */
export async function simulateCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const format = oneOf(given, "format", ["pretty", "json"]) ?? "pretty";
  const localeAsked = localeOption(given);
  const asked = await askedIn(given, terminal);
  if (isTrouble(asked)) return tellUnreadRequests(asked, given, format, terminal);
  const project = await readAgreements(given.operands, anyOfModel, terminal, undefined);
  const locale = chosenLocale(localeAsked, localeSetting(project), terminal);
  complainOf(project, terminal, locale);
  const { snapshot, read } = modelFor(asked, project);
  complainOfErrors([snapshot], terminal, locale, (file) => file);
  for (const { where, message } of read.problems) terminal.complain(`${where}: ${message[locale]}\n`);
  const decisions = read.requests.map(({ request }) => decide(snapshot.engine, request));
  const comparison = comparisonIn(given, snapshot, decisions);
  const showing = { terminal, locale, whole: given.flags.has("why") };
  const unread = unreadIn(read, project, locale);
  terminal.write(await report(format, snapshot, comparison ?? decisions, { ...showing, unread }));
  return exitCodeFor(comparison ? comparison.compared.map(({ whatIf }) => whatIf) : decisions, read, project);
}

/** Reports of what is rarer than decisions for people are loaded when they are asked for. */
async function report(
  format: "pretty" | "json",
  snapshot: Snapshot,
  answers: readonly Decision[] | Comparison,
  showing: Showing & { readonly unread: Unread },
): Promise<string> {
  const isJson = format === "json";
  if ("compared" in answers)
    return isJson
      ? (await import("../reports/whatIfJson.ts")).jsonComparison(snapshot, answers, showing, showing.unread)
      : (await import("../reports/whatIfPretty.ts")).prettyComparison(snapshot, answers, showing);
  return isJson
    ? (await import("../reports/decisionJson.ts")).jsonDecisions(snapshot, answers, showing, showing.unread)
    : prettyDecisions(snapshot, answers, showing);
}

function unreadIn({ problems }: ReadAsked, { troubles }: Project, locale: Locale): Unread {
  return {
    problems: problems.map(({ key, where, message }) => ({ key: key ?? null, where, message: message[locale] })),
    troubles: shownTroubles(troubles, locale),
  };
}

/** The request of the options, and the text that `--request` names; else why that cannot be read. */
async function askedIn(given: Arguments, terminal: Terminal): Promise<Asked | Trouble> {
  const record = recordOf(given);
  const otherwise = otherwiseAsked(terminal);
  const file = given.options.get("request");
  if (file !== undefined) {
    const written = await textOf(file, given, terminal);
    return isTrouble(written) ? written : { record, otherwise, written };
  }
  if (given.options.has("kind")) return { record, otherwise, written: undefined };
  throw new UsageError(
    phrase(
      "Say what is asked: --kind KIND, or --request FILE with requests in YAML or JSON.",
      "依頼の内容が要ります。--kind 種類、または YAML か JSON の依頼を --request ファイル で渡してください。",
      {},
    ),
  );
}

const inputNames = { en: "(standard input)", ja: "（標準入力）" } as const;

async function textOf(
  file: string,
  given: Arguments,
  terminal: Terminal,
): Promise<NonNullable<Asked["written"]> | Trouble> {
  const isInput = file === "-";
  const name = isInput ? inputNames[chosenLocale(localeOption(given), undefined, terminal)] : file;
  const read = isInput ? decode(await terminal.readStandardInput()) : readInput(path.resolve(terminal.folder, file));
  return "text" in read ? { name, text: read.text } : { path: name, ...read };
}

function isTrouble(read: Asked | NonNullable<Asked["written"]> | Trouble): read is Trouble {
  return "trouble" in read;
}

/** Without requests there is nothing to decide; a report that programs read says so, too. */
async function tellUnreadRequests(
  trouble: Trouble,
  given: Arguments,
  format: "pretty" | "json",
  terminal: Terminal,
): Promise<ExitCode> {
  const locale = chosenLocale(localeOption(given), undefined, terminal);
  const sentence = trouble.trouble === "unreadable" ? unreadable(trouble) : sentenceOf(trouble);
  const told = { file: trouble.path, trouble: trouble.trouble, detail: trouble.detail, message: sentence[locale] };
  const unread = { problems: [], troubles: [told] };
  if (format === "json") {
    const { jsonNoComparison } = await import("../reports/whatIfJson.ts");
    const { jsonNoDecisions } = await import("../reports/decisionJson.ts");
    terminal.write(supposesAnything(given) ? jsonNoComparison(unread) : jsonNoDecisions(unread));
  }
  terminal.complain(`torikime: ${sentence[locale]}\n`);
  return exitCodes.unusable;
}

function unreadable({ path: name, detail }: Trouble): Localized {
  return phrase(
    "{name}: {why}, so it is not known what is asked. {advice}",
    "{name}: {why}ため、依頼の内容が分かりません。{advice}",
    { name, ...reasonNotRead(detail) },
  );
}

interface Choice {
  readonly snapshot: Snapshot;
  readonly read: ReadAsked;
}

/** The model that is asked: the only one under the paths, or the only one that knows the kinds asked for. */
function modelFor(asked: Asked, project: Project): Choice {
  const choices = modelsNamed(project)
    .filter((snapshot) => snapshot.agreementPaths().length > 0)
    .map((snapshot) => ({ snapshot, read: readAsked(asked, snapshot.model) }));
  const [first] = choices;
  if (!first) throw noAgreements();
  if (choices.length === 1) return first;
  const knowing = choices.filter(({ read }) => read.problems.every(({ key }) => key !== "kind"));
  const mentioning = knowing.filter(mentionsAll);
  const [only, ...others] = mentioning.length > 0 ? mentioning : knowing;
  if (only && others.length === 0) return only;
  throw severalModels(only ? [only, ...others] : choices, project);
}

/** Whether the clauses of the model are about every kind asked for. */
function mentionsAll({ snapshot, read }: Choice): boolean {
  const mentioned = new Set([...snapshot.model.clauses.values()].flatMap(({ kinds }) => kinds));
  return read.requests.every(({ request }) => mentioned.has(request.kind));
}

function noAgreements(): UsageError {
  return new UsageError(
    phrase(
      "There are no agreements here to ask. Name a folder that has .sla files.",
      "ここには取り決めがありません。.sla ファイルのあるフォルダーを指定してください。",
      {},
    ),
  );
}

function severalModels(choices: readonly Choice[], { workspace }: Project): UsageError {
  const models = new Map([...workspace.models].map(([root, snapshot]) => [snapshot, root || "."]));
  const folders = choices.map(({ snapshot }) => models.get(snapshot) ?? "").join(", ");
  return new UsageError(
    phrase(
      "Several sets of agreements are meant by these paths, and this kind of request does not tell which: {folders}. Name one of them.",
      "指定されたパスには取り決めのまとまりが複数あり、この種類の依頼だけではどれか決まりません（{folders}）。どれか一つを指定してください。",
      { folders },
    ),
  );
}

function exitCodeFor(decisions: readonly Decision[], read: ReadAsked, project: Project): ExitCode {
  if (read.problems.length > 0 || project.troubles.length > 0) return exitCodes.unusable;
  return decisions.some(isOpen) ? exitCodes.found : exitCodes.clean;
}

/** Whether people have to act on the agreements before the request has an answer; for a missing field, whatever its value. */
function isOpen({ outcome, conflictsWith, needs, timeline }: Decision): boolean {
  if (needs) return needs.answers.every(({ decision }) => isOpen(decision));
  if (outcome === "unhandled" || outcome === "unstaffed") return true;
  return conflictsWith.length > 0 || timeline?.unstaffedAt !== undefined;
}
