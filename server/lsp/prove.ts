import { CodeLensRefreshRequest, type WorkDoneProgressServerReporter } from "vscode-languageserver";
import { phrase } from "../core/checks/message.ts";
import { logProblem } from "./at.ts";
import type { Session } from "./session.ts";

/** How proving ended: all is known, the files changed meanwhile, or somebody stopped it. */
export type ProvingEnd = "proved" | "overtaken" | "stopped";

/** Proves everything, kind by kind, in turns with whatever else is to be done; shows its progress where it takes long. */
export async function prove(session: Session): Promise<ProvingEnd> {
  if (session.proving === "stopped") session.proving = "no";
  const telling: Telling = { started: performance.now(), kinds: 0, progress: undefined };
  try {
    return await proveInTurns(session, telling);
  } finally {
    telling.progress?.done();
  }
}

/** Has the client ask for the lenses again, since more is known. */
export function refreshLenses(session: Session): void {
  const { client, connection } = session;
  if (!client.refreshesLenses) return;
  connection.sendRequest(CodeLensRefreshRequest.type).catch((problem: unknown) => logProblem(session, problem));
}

/** What people have been told of. */
interface Telling {
  readonly started: number;
  /** How many kinds of request have been gone through. */
  kinds: number;
  progress: WorkDoneProgressServerReporter | undefined;
}

async function proveInTurns(session: Session, telling: Telling): Promise<ProvingEnd> {
  const mine = session.workspace;
  const { turn } = session.host.pace;
  for (const snapshot of mine.models.values()) {
    const proving = snapshot.proving();
    let until = performance.now() + turn;
    while (!proving.next().done) {
      telling.kinds += 1;
      if (performance.now() < until) continue;
      await tell(session, telling);
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (session.workspace !== mine) return "overtaken";
      if (telling.progress?.token.isCancellationRequested) return "stopped";
      until = performance.now() + turn;
    }
  }
  return session.workspace === mine ? "proved" : "overtaken";
}

async function tell(session: Session, telling: Telling): Promise<void> {
  if (performance.now() - telling.started < session.host.pace.patience) return;
  if (session.proving !== "long") {
    session.proving = "long";
    refreshLenses(session);
  }
  if (!session.client.showsProgress) return;
  const all = [...session.workspace.models.values()].reduce((sum, { model }) => sum + model.kinds.size, 0);
  const share = Math.min(99, Math.floor((100 * telling.kinds) / Math.max(1, all)));
  if (!telling.progress) {
    telling.progress = await session.connection.window.createWorkDoneProgress();
    telling.progress.begin(title[session.locale], share, undefined, true);
  } else telling.progress.report(share);
}

const title = phrase("Torikime: proving", "Torikime: 証明しています", {});
