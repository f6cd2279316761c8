import type { CodeLens, Command } from "vscode-languageserver";
import { phrase } from "../core/checks/message.ts";
import { exampleRequest } from "../core/features/exampleRequest.ts";
import type { PlaceInWords } from "../core/features/placeInWords.ts";
import { type KnownLine, type ProofLens, proofLenses } from "../core/features/proofLenses.ts";
import { type FindingInWords, type ProofPage, proofPages } from "../core/features/proofPage.ts";
import { modelOf } from "../core/workspace/workspace.ts";
import type { AskedFile } from "./at.ts";
import { guarded, inFile } from "./at.ts";
import { rangeOf } from "./convert.ts";
import { linkInWords } from "./links.ts";
import {
  PROOF_REQUEST,
  PROVE_COMMAND,
  PROVE_NOTIFICATION,
  type ProofAnswer,
  type ProofParams,
  type ProofShown,
  SHOW_PROOF_COMMAND,
  SIMULATE_COMMAND,
  type SimulateArguments,
} from "./protocol.ts";
import type { Publisher } from "./publish.ts";
import type { Session } from "./session.ts";

/** Answers what is proved: lenses over agreements and claims, and the page behind them. */
export function answerProofs(session: Session, publishing: Publisher): void {
  const { connection } = session;
  const lastTold = new Map<string, readonly Command[]>();
  connection.onCodeLens(
    inFile(session, (file) =>
      proofLenses(file.snapshot, file.path, session.locale).flatMap((lens) => lensesOf(file, lens, lastTold)),
    ),
  );
  connection.onRequest<ProofAnswer | null, void>(
    PROOF_REQUEST,
    guarded(session, (params: ProofParams) => proofAnswer(session, params)),
  );
  connection.onNotification(PROVE_NOTIFICATION, publishing.soon);
}

const marks: Readonly<Record<KnownLine["status"], string>> = {
  proved: "✓",
  "counter-example": "✗",
  "not decided": "?",
};

const proving = phrase("Torikime: proving …", "Torikime: 証明しています …", {});
const stopped = phrase("? not proved: it was stopped. Prove now", "? 証明は中断されました。今すぐ証明する", {});
const simulateIt = phrase("Simulate a counter-example", "反例を試す", {});

/** While more is worked out the last line stays, so that nothing flickers or moves while somebody types. */
function lensesOf(file: AskedFile, lens: ProofLens, lastTold: Map<string, readonly Command[]>): readonly CodeLens[] {
  const { session, uri, lines } = file;
  const { locale, proving: worked } = session;
  const range = rangeOf(lines, lens);
  const key = JSON.stringify([file.path, lens.kind, lens.name, locale]);
  const told = lens.known ? commandsOf(file, lens, lens.known) : lastTold.get(key);
  if (lens.known && told) lastTold.set(key, told);
  if (!lens.known && worked === "stopped")
    return [{ range, command: commandOf(session, stopped[locale], PROVE_COMMAND, []) }];
  if (told && (lens.known || worked !== "long")) return told.map((command) => ({ range, command }));
  const show: ProofParams = { uri, kind: lens.kind, name: lens.name };
  return [{ range, command: commandOf(session, proving[locale], SHOW_PROOF_COMMAND, [show]) }];
}

/** What is known; the example stands before what is proved, which is long and may leave the window on the right. */
function commandsOf(file: AskedFile, lens: ProofLens, known: KnownLine): readonly Command[] {
  const { session, uri } = file;
  const { status, texts, examples } = known;
  const show: ProofParams = { uri, kind: lens.kind, name: lens.name };
  const [first, ...more] = texts;
  const line = (title: string) => commandOf(session, title, SHOW_PROOF_COMMAND, [show]);
  const [example] = session.client.commands.includes(SIMULATE_COMMAND) ? examples : [];
  const request = example && exampleRequest(file.snapshot, example);
  const given = request && ({ request, uri } satisfies SimulateArguments);
  const simulated = given ? [commandOf(session, simulateIt[session.locale], SIMULATE_COMMAND, [given])] : [];
  return [line(`${marks[status]} ${first}`), ...simulated, ...more.map(line)];
}

/** Without the client's command the line is only read. */
function commandOf({ client }: Session, title: string, command: string, given: unknown[]): Command {
  return client.commands.includes(command) ? { title, command, arguments: given } : { title, command: "" };
}

/** The page of an agreement or a claim; undefined as long as nothing is known. */
function proofAnswer(session: Session, { uri, kind, name }: ProofParams): ProofAnswer | undefined {
  const snapshot = modelOf(session.workspace, session.addresses.pathOf(uri));
  const known = snapshot?.knownProof;
  if (!snapshot || !known) return undefined;
  const only = {
    agreements: kind === "agreement" ? known.agreements.filter(({ agreement }) => agreement.name === name) : [],
    claims: kind === "claim" ? known.claims.filter(({ proof }) => proof.name === name) : [],
    others: [],
  };
  const [page] = proofPages(snapshot, only, session.locale);
  return page ? { proof: withLinks(session, page) } : {};
}

function withLinks(session: Session, page: ProofPage): ProofShown {
  const linked = (place: PlaceInWords | undefined) => place && linkInWords(session, place);
  const found = (finding: FindingInWords) => ({ ...finding, place: linked(finding.place) });
  return {
    ...page,
    place: linked(page.place),
    findings: page.findings.map(found),
    sections: page.sections.map((section) => ({
      ...section,
      entries: section.entries.map((entry) => ({ ...entry, findings: entry.findings.map(found) })),
    })),
  };
}
