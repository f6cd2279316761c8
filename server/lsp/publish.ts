import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { Finding } from "../core/checks/define.ts";
import type { Names } from "../core/model/names.ts";
import { resolveScenarios } from "../core/scenarios/run.ts";
import type { Snapshot } from "../core/workspace/snapshot.ts";
import type { Workspace } from "../core/workspace/workspace.ts";
import { logProblem } from "./at.ts";
import { diagnosticOf, diagnosticOfTrouble, diagnosticsOfProblems, type YamlProblems } from "./diagnostics.ts";
import { STATUS_NOTIFICATION, type Status } from "./protocol.ts";
import { prove, refreshLenses } from "./prove.ts";
import { noScenarios, type ScenarioRevision, scenarioRevision } from "./scenarioRevision.ts";
import type { Session } from "./session.ts";

/** Milliseconds of quiet before the findings are worked out, so that a burst of edits costs one analysis. */
const quiet = 40;

/** Sends diagnostics of all files of the workspace, also those that are not open. */
export interface Publisher {
  /** Publishes once there has been quiet. */
  readonly soon: () => void;
  /** Forgets what was sent, as after a change of language. */
  readonly forget: () => void;
}

/** What was sent for a file, and what it was made of. */
interface Sent {
  readonly text: string | undefined;
  readonly findings: readonly Finding[];
  /** For YAML files. */
  readonly names?: Names;
  readonly diagnostics: readonly Diagnostic[];
}

/** The publisher of a session. */
export function publisher(session: Session): Publisher {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sent: ReadonlyMap<string, Sent> = new Map();
  let scenarios = noScenarios;
  let status: Status = { busy: false, agreements: 0, clauses: 0, errors: 0, warnings: 0, scenarios: scenarios.number };
  let isRead = false;
  const tell = (next: Status) => {
    status = next;
    void session.connection.sendNotification(STATUS_NOTIFICATION, next);
  };
  const publish = async () => {
    await session.loaded;
    const mine = session.workspace;
    scenarios = scenarioRevision(mine, scenarios);
    sendAll();
    if (!isRead) session.host.whenRead();
    isRead = true;
    tell({ ...statusOf(mine, sent, scenarios), busy: true });
    const end = await prove(session);
    if (end === "overtaken") return;
    session.proving = end === "stopped" ? "stopped" : "no";
    sendAll();
    refreshLenses(session);
    tell(statusOf(mine, sent, scenarios));
  };
  const sendAll = () => {
    const next = collect(session, sent);
    sendChanged(session, sent, next);
    sent = next;
  };
  const soon = () => {
    if (timer === undefined && !status.busy) tell({ ...status, busy: true });
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      publish().catch((problem: unknown) => logProblem(session, problem));
    }, quiet);
  };
  const forget = () => {
    sent = new Map([...sent].map(([path, each]) => [path, { ...each, text: undefined }]));
  };
  return { soon, forget };
}

const nothing: readonly Diagnostic[] = [];

/** Sends the diagnostics that are others than before; none for files that are gone. */
function sendChanged(session: Session, before: ReadonlyMap<string, Sent>, now: ReadonlyMap<string, Sent>): void {
  for (const [path, { diagnostics }] of now)
    if ((before.get(path)?.diagnostics ?? nothing) !== diagnostics) send(session, path, diagnostics);
  for (const path of before.keys()) if (!now.has(path)) send(session, path, []);
}

function send({ connection, addresses }: Session, path: string, diagnostics: readonly Diagnostic[]): void {
  void connection.sendDiagnostics({ uri: addresses.uriOf(path), diagnostics: [...diagnostics] });
}

function collect(session: Session, before: ReadonlyMap<string, Sent>): ReadonlyMap<string, Sent> {
  const next = new Map<string, Sent>();
  for (const snapshot of session.workspace.models.values()) {
    for (const path of snapshot.agreementPaths()) next.set(path, sentFor(session, snapshot, path, before.get(path)));
    for (const path of snapshot.otherPaths()) next.set(path, sentForYaml(session, snapshot, path, before.get(path)));
  }
  for (const [path, trouble] of session.troubles) {
    const diagnostics = [diagnosticOfTrouble(trouble, session)];
    next.set(path, unlessSame({ text: undefined, findings: [], diagnostics }, before.get(path)));
  }
  return next;
}

/** Findings keep their identity while nothing about them changes, so most files need no second look. */
function sentFor(session: Session, snapshot: Snapshot, path: string, before: Sent | undefined): Sent {
  const text = snapshot.text(path);
  const findings = snapshot.knownFindings.byPath.get(path) ?? [];
  const isSame = before && before.text === text && sameFindings(before.findings, findings);
  if (isSame && findings.every(({ related }) => related.length === 0)) return before;
  const diagnostics = findings.flatMap((finding) => diagnosticOf(snapshot, finding, session) ?? []);
  return unlessSame({ text, findings, diagnostics }, before);
}

function sameFindings(one: readonly Finding[], other: readonly Finding[]): boolean {
  return one.length === other.length && one.every((finding, index) => finding === other[index]);
}

function unlessSame(sent: Sent, before: Sent | undefined): Sent {
  const last = before?.diagnostics ?? nothing;
  return JSON.stringify(last) === JSON.stringify(sent.diagnostics) ? { ...sent, diagnostics: last } : sent;
}

/** A scenario file is read again when its text or any name that it may use changes. */
function sentForYaml(session: Session, snapshot: Snapshot, path: string, before: Sent | undefined): Sent {
  const text = snapshot.text(path) ?? "";
  const { names } = snapshot.model;
  if (before && before.text === text && before.names === names) return before;
  const diagnostics = diagnosticsOfProblems(text, yamlProblems(snapshot, path), session);
  return unlessSame({ text, names, findings: [], diagnostics }, before);
}

function yamlProblems(snapshot: Snapshot, path: string): YamlProblems {
  if (path === snapshot.settings.path) return { problems: snapshot.settings.problems, warnings: [] };
  const file = snapshot.scenarios(path);
  if (!file) return { problems: [], warnings: [] };
  const resolved = resolveScenarios(file, snapshot.model).flatMap(({ problems }) => problems);
  return { problems: [...file.problems, ...resolved], warnings: file.warnings };
}

function statusOf({ models }: Workspace, sent: ReadonlyMap<string, Sent>, scenarios: ScenarioRevision): Status {
  const all = [...sent.values()].flatMap(({ diagnostics }) => diagnostics);
  const count = (severity: DiagnosticSeverity) => all.filter((each) => each.severity === severity).length;
  const agreements = [...models.values()].reduce((sum, { model }) => sum + model.agreements.size, 0);
  const clauses = [...models.values()].reduce((sum, { model }) => sum + model.clauses.size, 0);
  return {
    busy: false,
    agreements,
    clauses,
    errors: count(DiagnosticSeverity.Error),
    warnings: count(DiagnosticSeverity.Warning),
    scenarios: scenarios.number,
  };
}
