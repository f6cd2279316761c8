import { type Locale, phrase } from "../../core/checks/message.ts";
import { compile } from "../../core/engine/compile.ts";
import { type AgendaDays, agendaOf } from "../../core/questions/agenda.ts";
import type { Agreed } from "../../core/questions/asked.ts";
import { supposing } from "../../core/questions/whatIf.ts";
import type { Localized } from "../../core/text/localized.ts";
import { formatDate } from "../../core/time/date.ts";
import type { Day } from "../../core/time/spec.ts";
import type { Snapshot } from "../../core/workspace/snapshot.ts";
import { type Arguments, localeOption, oneOf } from "../arguments.ts";
import { dayOption } from "../dayOption.ts";
import { dayAt, localeSetting, modelsNamed, type Project, readAgreements } from "../project.ts";
import type { Listed } from "../reports/agendaReport.ts";
import { anyOfModel } from "../sought.ts";
import { chosenLocale, type ExitCode, exitCodes, type Terminal } from "../terminal.ts";
import { complainOf, complainOfErrors, shownTroubles } from "../trouble.ts";
import { UsageError } from "../usageError.ts";
import { suppositionsIn } from "../whatIf.ts";

/** `torikime agenda`: what is due from a day until a day, as text, JSON or a calendar. */
export async function agendaCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const format = oneOf(given, "format", formats) ?? "pretty";
  const localeAsked = localeOption(given);
  const [from, until] = [dayOption(given, "from"), dayOption(given, "until")];
  if (until === undefined) throw new UsageError(noEnd());
  const project = await readAgreements(given.operands, anyOfModel, terminal, undefined);
  const locale = chosenLocale(localeAsked, localeSetting(project), terminal);
  complainOf(project, terminal, locale);
  const models = modelsNamed(project).filter((snapshot) => snapshot.agreementPaths().length > 0);
  complainOfErrors(models, terminal, locale, (file) => file);
  const days: AgendaDays = { first: from ?? todayOf(project, terminal), last: until };
  if (days.last < days.first) throw new UsageError(endsTooSoon(days));
  if (days.last - days.first > mostDays) throw new UsageError(tooLong());
  const listed = listedIn(project, models, days, given);
  terminal.write(await reportOf(listed, days, format, project, { terminal, locale }));
  return project.troubles.length > 0 ? exitCodes.unusable : exitCodes.clean;
}

/** What is due in several models, in the order of time. */
function listedIn(
  { workspace }: Project,
  models: readonly Snapshot[],
  days: AgendaDays,
  given: Arguments,
): readonly Listed[] {
  const roots = new Map([...workspace.models].map(([root, snapshot]) => [snapshot, root]));
  const listed = models.flatMap((snapshot) =>
    agendaOf(supposedOf(snapshot, given), days).map(
      (entry): Listed => ({ snapshot, root: roots.get(snapshot) ?? "", entry }),
    ),
  );
  return listed.sort((one, other) => one.entry.day - other.entry.day || (one.entry.at ?? 0) - (other.entry.at ?? 0));
}

/** Each report is loaded where it is asked for. */
async function reportOf(
  listed: readonly Listed[],
  days: AgendaDays,
  format: (typeof formats)[number],
  { troubles }: Project,
  showing: { readonly terminal: Terminal; readonly locale: Locale },
): Promise<string> {
  switch (format) {
    case "pretty":
      return (await import("../reports/agendaPretty.ts")).prettyAgenda(listed, days, showing);
    case "json": {
      const { jsonAgenda } = await import("../reports/agendaJson.ts");
      return jsonAgenda(listed, days, showing.locale, shownTroubles(troubles, showing.locale));
    }
    case "ical":
      return (await import("../reports/agendaIcal.ts")).icalAgenda(listed, showing);
    default:
      return format satisfies never;
  }
}

const formats = ["pretty", "json", "ical"] as const;

/** What the settings say, also where no agreement could be read; else the terminal's day. */
function todayOf(project: Project, { now }: Terminal): Day {
  const known = modelsNamed(project)[0] ?? [...project.workspace.models.values()][0];
  return known?.today ?? dayAt(now);
}

/** The agreements as they are, or as the options suppose. */
function supposedOf(snapshot: Snapshot, given: Arguments): Agreed {
  const suppositions = suppositionsIn(given, snapshot.model);
  if (suppositions.length === 0) return snapshot;
  const model = supposing(snapshot.model, suppositions);
  return { model, engine: compile(model, snapshot.holidays) };
}

// Ten years, which is as far as deadlines are looked for.
const mostDays = 3653;

function noEnd(): Localized {
  return phrase(
    "Say until when: --until DATE, such as --until 2026-12-31.",
    "いつまでの予定かが要ります。--until 2026-12-31 のように書いてください。",
    {},
  );
}

function endsTooSoon({ first, last }: AgendaDays): Localized {
  return phrase(
    "The agenda would end on {last}, before it begins on {first}. Give --from DATE, or a later --until DATE.",
    "予定の終わり {last} が始まり {first} より前です。--from 日付を指定するか、--until をより後の日付にしてください。",
    { first: formatDate(first), last: formatDate(last) },
  );
}

function tooLong(): Localized {
  return phrase(
    "An agenda of more than ten years is not worked out. Choose an earlier --until DATE.",
    "十年を超える予定は作れません。--until をより前の日付にしてください。",
    {},
  );
}
