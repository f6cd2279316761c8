// A stand-in until the real server takes this file's place: it answers with one fixed model, so that client and harness can be tested.
import {
  CompletionItemKind,
  type Connection,
  DiagnosticSeverity,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  FILES_REQUEST,
  SIMULATE_REQUEST,
  SIMULATOR_MODEL_REQUEST,
  type SimulatedAnswer,
  type SimulateParams,
  type SimulateResult,
  type SimulatorModel,
  STATUS_NOTIFICATION,
  type Status,
} from "./protocol.ts";

/** Serves one client over the given connection. */
export function serve(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  connection.onInitialize(() => ({
    capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental, completionProvider: {} },
  }));
  connection.onCompletion(() => [{ label: "calendar", kind: CompletionItemKind.Keyword }]);
  documents.onDidChangeContent(({ document }) => void publish(connection, document));
  connection.onRequest(SIMULATOR_MODEL_REQUEST, () => STUB_MODEL);
  connection.onRequest<SimulateResult, void>(SIMULATE_REQUEST, (params: SimulateParams) =>
    simulate(params, documents.keys()[0]),
  );
  documents.listen(connection);
  connection.listen();
}

async function publish(connection: Connection, document: TextDocument): Promise<void> {
  const diagnostics = [...document.getText().matchAll(/\bSuport\b/g)].map((found) => ({
    severity: DiagnosticSeverity.Error,
    source: "torikime",
    code: "STUB001",
    message: "'Suport' is not declared. Did you mean 'Support'?",
    range: { start: document.positionAt(found.index), end: document.positionAt(found.index + found[0].length) },
  }));
  await connection.sendDiagnostics({ uri: document.uri, diagnostics });
  const files: string[] = await connection.sendRequest(FILES_REQUEST);
  const status: Status = {
    busy: false,
    agreements: files.length,
    clauses: 0,
    errors: diagnostics.length,
    warnings: 0,
  };
  await connection.sendNotification(STATUS_NOTIFICATION, status);
}

function simulate({ request }: SimulateParams, uri: string | undefined): SimulateResult {
  if (request.rate?.startsWith("x"))
    return { problems: [{ field: "rate", message: `'${request.rate}' is not a percentage. Write it as 8%.` }] };
  if (request.kind === "incident" && !request.severity) {
    const answers = ["normal", "urgent"].map((value) => ({ value, answer: answerFor(value, uri) }));
    return {
      answer: {
        headline: "It depends on the severity",
        outcome: "needs",
        rows: [],
        why: [],
        needs: { field: "severity", answers },
      },
    };
  }
  return { answer: answerFor(request.severity ?? "normal", uri) };
}

function answerFor(severity: string, uri: string | undefined): SimulatedAnswer {
  const link = { ...(uri ? { link: { uri, line: 2, character: 2 } } : {}) };
  return {
    headline: severity === "urgent" ? "Support answers by Mon 10:00" : "Support answers by Mon 14:00",
    outcome: "redirect",
    rows: [
      { label: "Who", value: "Support: Kudo", detail: "on duty this week; Abe is away until 08-16" },
      { label: "Channel", value: "email, portal", detail: "not chat: nobody is told of it there", tone: "warn" },
      { label: "Respond by", value: "Mon 2026-08-24 14:00", detail: "4 business hours; breached after 14:00" },
      { label: "Resolve by", value: "Thu 2026-08-27 18:00", detail: "3 business days" },
      { label: "Commitment", value: "phone_cover: never", detail: "nobody is on duty at the weekend", tone: "bad" },
      { label: "Cost", value: "surcharge 35%", detail: "work on the weekly rest day", tone: "warn" },
    ],
    say: "Please write to email, portal: the whole team reads it, so it is answered even when one of us is away.",
    why: [
      { text: "product_support.incidents", outcome: "decided", ...link },
      { text: "exception acme_cutover", outcome: "laid over", ...link },
      {
        text: "product_support.incidents.urgent",
        outcome: "lost",
        reason: "severity is normal, not urgent",
        ...link,
      },
      { text: "read in Asia/Tokyo", outcome: "noted" },
    ],
  };
}

const STUB_MODEL: SimulatorModel = {
  kinds: [
    { name: "incident", fields: [{ name: "severity", type: { kind: "enum", values: ["normal", "urgent"] } }] },
    { name: "how_to", fields: [] },
    { name: "discount", fields: [{ name: "rate", type: { kind: "percent" } }] },
    {
      name: "purchase_order",
      title: "発注",
      fields: [
        { name: "amount", type: { kind: "money", currency: "JPY" } },
        { name: "payee", type: { kind: "text" } },
        { name: "order_date", type: { kind: "date" } },
        { name: "lead", type: { kind: "duration", unit: "business days" } },
      ],
    },
  ],
  customers: [{ name: "Acme", title: "Acme 株式会社" }],
  teams: [
    { name: "Sales", title: "営業部" },
    { name: "Support", title: "システム部" },
  ],
  people: ["Abe", "Ito", "Kudo", "Mori", "Sato", "Tanaka"],
  channels: ["email", "portal", "phone", "chat"],
  attributes: [{ name: "tier", type: { kind: "enum", values: ["standard", "silver", "gold"] } }],
  zone: "Asia/Tokyo",
};
