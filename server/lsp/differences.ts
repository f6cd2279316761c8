import type { CancellationToken } from "vscode-languageserver";
import { type DifferencePage, differencePage } from "../core/features/difference/page.ts";
import { type ComparedTyping, comparingTyping } from "../core/features/difference/typed.ts";
import { asCommitted } from "../core/workspace/committed.ts";
import { fileKind } from "../core/workspace/paths.ts";
import { guarded } from "./at.ts";
import {
  DIFFERENCES_REQUEST,
  type DifferencesAnswer,
  type DifferencesParams,
  type DifferencesShown,
} from "./differenceProtocol.ts";
import { linkInWords } from "./links.ts";
import type { CommittedFiles, Session } from "./session.ts";

/** Answers what is decided otherwise by what is typed than by what was committed. */
export function answerDifferences(session: Session): void {
  session.connection.onRequest<DifferencesAnswer | null, void>(
    DIFFERENCES_REQUEST,
    guarded(session, (params: DifferencesParams, token) => differencesAnswer(session, params, token)),
  );
}

async function differencesAnswer(
  session: Session,
  { key, committed: sent }: DifferencesParams,
  token: CancellationToken,
): Promise<DifferencesAnswer> {
  if (sent) session.committed = { key, ...sent };
  const { committed } = session;
  if (committed?.key !== key) return { kind: "texts needed" };
  const compared = await compareInTurns(session, committed, token);
  return compared ? { kind: "compared", page: shownPage(session, compared, committed) } : { kind: "unfinished" };
}

/** In turns with whatever else is to be done, of which it hears in between; undefined where it was cancelled or more was typed. */
async function compareInTurns(
  session: Session,
  { files, unversioned }: CommittedFiles,
  token: CancellationToken,
): Promise<ComparedTyping | undefined> {
  const mine = session.workspace;
  const { turn } = session.host.pace;
  const { pathOf } = session.addresses;
  const before = asCommitted(mine, {
    texts: new Map(files.map(({ uri, text }) => [pathOf(uri), text])),
    unversioned: new Set(unversioned.map(pathOf)),
  });
  const unreadable = [...session.troubles.keys()].filter((path) => fileKind(path) !== "scenarios");
  const comparing = comparingTyping(before, mine, unreadable);
  for (let until = performance.now() + turn; ; ) {
    const next = comparing.next();
    if (next.done) return next.value;
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (token.isCancellationRequested || session.workspace !== mine) return undefined;
    until = performance.now() + turn;
  }
}

function shownPage(
  session: Session,
  compared: ComparedTyping,
  { commit, unversioned }: CommittedFiles,
): DifferencesShown {
  const paths = unversioned.map(session.addresses.pathOf);
  const page: DifferencePage = differencePage({ compared, commit, unversioned: paths }, session.locale);
  return {
    ...page,
    parties: page.parties.map(({ heading, classes }) => ({
      heading,
      classes: classes.map((each) => ({
        heading: each.heading,
        differences: each.differences.map((difference) => ({
          ...difference,
          places: difference.places.map((place) => linkInWords(session, place)),
          gone: difference.gone.map((place) => linkInWords(session, place)),
        })),
      })),
    })),
  };
}
