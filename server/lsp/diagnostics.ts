import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from "vscode-languageserver";
import { messageOf } from "../core/checks/catalogue.ts";
import type { Finding } from "../core/checks/define.ts";
import { type Locale, phrase } from "../core/checks/message.ts";
import { filePlaceOf } from "../core/features/spot.ts";
import type { Problem } from "../core/scenarios/problem.ts";
import { type Lines, linesOf } from "../core/text/lines.ts";
import type { Snapshot } from "../core/workspace/snapshot.ts";
import type { Addresses } from "./addresses.ts";
import { locationOf, rangeOf, severities } from "./convert.ts";
import type { FileTrouble } from "./session.ts";

/** What every diagnostic names as where it comes from. */
export const source = "torikime";

/** Whose diagnostics, for whom. */
export interface Audience {
  readonly addresses: Addresses;
  readonly locale: Locale;
}

/** A finding as the protocol has it; undefined when its place is gone. */
export function diagnosticOf(snapshot: Snapshot, finding: Finding, audience: Audience): Diagnostic | undefined {
  const place = filePlaceOf(snapshot, finding.place);
  const lines = place && snapshot.lines(place.path);
  if (!place || !lines) return undefined;
  const related = finding.related.flatMap((each) => relatedOf(snapshot, each, audience) ?? []);
  return {
    range: rangeOf(lines, place),
    severity: severities[finding.severity],
    code: finding.check.code,
    source,
    message: messageIn(finding, audience.locale),
    ...(finding.check.tag === "unnecessary" ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

/** What is wrong in a YAML file, and what had better not stay as it is. */
export interface YamlProblems {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** The problems of a YAML file; what several rows of a matrix share is said once. */
export function diagnosticsOfProblems(
  text: string,
  { problems, warnings }: YamlProblems,
  { locale }: Audience,
): Diagnostic[] {
  const lines: Lines = linesOf(text);
  const shown = (all: readonly Problem[], severity: DiagnosticSeverity) => {
    const once = new Map(all.map((problem) => [`${problem.start} ${problem.message[locale]}`, problem]));
    return [...once.values()].map((problem) => ({
      range: rangeOf(lines, problem),
      severity,
      source,
      message: problem.message[locale],
    }));
  };
  return [...shown(problems, DiagnosticSeverity.Error), ...shown(warnings, DiagnosticSeverity.Warning)];
}

/** The one diagnostic of a file that is left out. */
export function diagnosticOfTrouble({ trouble, detail }: FileTrouble, { locale }: Audience): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Error,
    source,
    message: troubleText[trouble](detail)[locale],
  };
}

const messages: Readonly<Record<Locale, WeakMap<Finding, string>>> = { en: new WeakMap(), ja: new WeakMap() };

/** A finding is kept from keystroke to keystroke, and so is its message. */
function messageIn(finding: Finding, locale: Locale): string {
  const message = messages[locale].get(finding) ?? messageOf(finding, locale);
  messages[locale].set(finding, message);
  return message;
}

type RelatedPlace = Finding["related"][number];

function relatedOf(
  snapshot: Snapshot,
  { place, note }: RelatedPlace,
  audience: Audience,
): DiagnosticRelatedInformation | undefined {
  const found = filePlaceOf(snapshot, place);
  const lines = found && snapshot.lines(found.path);
  if (!found || !lines) return undefined;
  return { location: locationOf(audience.addresses.uriOf(found.path), lines, found), message: note[audience.locale] };
}

const troubleText = {
  "not-utf8": () =>
    phrase(
      "This file is not UTF-8, so it is not read and its names are unknown elsewhere. Save it as UTF-8.",
      "このファイルは UTF-8 ではないため読まれず、その名前は他の場所で未知になります。UTF-8 で保存してください。",
      {},
    ),
  unreadable: (detail: string) =>
    phrase(
      "This file cannot be read ({detail}), so its names are unknown elsewhere. Check that it exists and that you may read it.",
      "このファイルは読めません（{detail}）。ほかのファイルからその中の名前を使うと、知らない名前として扱われます。存在と権限を確かめてください。",
      { detail },
    ),
  "too-large": (length: string) =>
    phrase(
      "This file has {length} characters, more than can be checked while you type, so it is left out. Split it into several files.",
      "このファイルは {length} 文字あり、入力中に検査するには大きすぎるため、除外しました。分割してください。",
      { length },
    ),
};
