import * as vscode from "vscode";
import type { CommittedTexts } from "../../server/lsp/differenceProtocol.ts";
import { isAgreementsOrSettings, modelFiles } from "../files.ts";
import { say } from "../messages.ts";
import type { GitApi, GitExtension, GitRepository } from "./gitApi.ts";

/** What there is to compare with: the texts of the last commit, under a key that is equal where they are; or why there is nothing, and what to do. */
export type Committed =
  | { readonly kind: "texts"; readonly key: string; readonly texts: CommittedTexts }
  | { readonly kind: "unavailable"; readonly text: string };

/** Reads the last commit through VS Code's Git extension, and tells when there is another one, or other files. */
export interface CommittedReader extends vscode.Disposable {
  readonly read: () => Promise<Committed>;
  /** The address of a file as it was in the last commit. */
  readonly addressOf: (uri: vscode.Uri) => Promise<vscode.Uri>;
  readonly onDidChange: vscode.Event<void>;
}

/** What a reader remembers between questions. */
interface Memory {
  /** By commit and path; undefined: was not there. What a commit says stays true. */
  readonly texts: Map<string, string | undefined>;
  readonly heads: Map<string, string | undefined>;
  last: Committed | undefined;
  /** How often something changed, and how often texts were read. */
  changes: number;
  reads: number;
}

/** A reader; it starts to look at the repositories at the first question. */
export function committedReader(files: readonly vscode.FileSystemWatcher[]): CommittedReader {
  const memory: Memory = { texts: new Map(), heads: new Map(), last: undefined, changes: 0, reads: 0 };
  const changes = new vscode.EventEmitter<void>();
  const own: vscode.Disposable[] = [changes];
  const forget = () => {
    memory.last = undefined;
    memory.changes += 1;
    changes.fire();
  };
  own.push(...files.flatMap((each) => [each.onDidCreate(forget), each.onDidDelete(forget)]));
  own.push(vscode.workspace.onDidChangeWorkspaceFolders(forget));
  let git: Promise<GitApi | undefined> | undefined;
  const read = async (): Promise<Committed> => {
    git ??= openGit().then((api) => {
      if (api) own.push(follow(api, memory, forget));
      return api;
    });
    const api = await git;
    if (memory.last) return memory.last;
    const { changes: known } = memory;
    const found = await readNow(api, memory);
    if (memory.changes === known) memory.last = found;
    return found;
  };
  const addressOf = async (uri: vscode.Uri) => (await git)?.toGitUri(uri, "HEAD") ?? uri;
  return { read, addressOf, onDidChange: changes.event, dispose: () => vscode.Disposable.from(...own).dispose() };
}

/** Undefined where there is no such extension, as in a browser, where it is turned off, or where it found no `git`. */
async function openGit(): Promise<GitApi | undefined> {
  try {
    const found = vscode.extensions.getExtension<GitExtension>("vscode.git");
    const git = await found?.activate();
    return git?.enabled ? git.getAPI(1) : undefined;
  } catch {
    return undefined;
  }
}

/** A repository tells of every change in it; only another commit is one here. */
function follow(api: GitApi, { heads }: Memory, forget: () => void): vscode.Disposable {
  const following: vscode.Disposable[] = [];
  const followOne = ({ rootUri, state }: GitRepository) => {
    following.push(
      state.onDidChange(() => {
        const root = rootUri.toString();
        if (heads.get(root) === state.HEAD?.commit) return;
        heads.set(root, state.HEAD?.commit);
        forget();
      }),
    );
  };
  for (const each of api.repositories) followOne(each);
  const opened = api.onDidOpenRepository((each) => {
    followOne(each);
    forget();
  });
  return vscode.Disposable.from(opened, api.onDidCloseRepository(forget), api.onDidChangeState(forget), {
    dispose: () => vscode.Disposable.from(...following).dispose(),
  });
}

// reading -------------------------------------------------------------------------------------------------------------

interface Versioned {
  readonly repository: GitRepository;
  readonly commit: string;
  readonly files: Map<string, vscode.Uri>;
}

async function readNow(api: GitApi | undefined, memory: Memory): Promise<Committed> {
  if (!api) return { kind: "unavailable", text: say("noGit", {}) };
  const files = (await modelFiles()).filter(isAgreementsOrSettings);
  const { versioned, unversioned, isFresh } = sorted(api, files);
  if (versioned.length === 0) {
    const reason = api.state === "uninitialized" ? "gitStarting" : isFresh ? "noCommit" : "noRepository";
    return { kind: "unavailable", text: say(reason, {}) };
  }
  for (const each of versioned) memory.heads.set(each.repository.rootUri.toString(), each.commit);
  const texts = {
    commit: versioned.map(({ commit }) => commit.slice(0, 7)).join(", "),
    files: (await Promise.all(versioned.map((each) => textsOf(each, memory)))).flat(),
    unversioned: unversioned.map((uri) => uri.toString()),
  };
  forgetOthers(memory, versioned);
  memory.reads += 1;
  return { kind: "texts", key: String(memory.reads), texts };
}

function forgetOthers({ texts }: Memory, versioned: readonly Versioned[]): void {
  for (const key of texts.keys()) if (!versioned.some(({ commit }) => key.startsWith(commit))) texts.delete(key);
}

/** Which file is in which repository that has a commit; also those repositories of folders in which no file is left. */
function sorted(
  api: GitApi,
  files: readonly vscode.Uri[],
): { versioned: readonly Versioned[]; unversioned: readonly vscode.Uri[]; isFresh: boolean } {
  const versioned = new Map<string, Versioned>();
  const unversioned: vscode.Uri[] = [];
  let isFresh = false;
  const home = (uri: vscode.Uri): Versioned | undefined => {
    const repository = api.getRepository(uri);
    const commit = repository?.state.HEAD?.commit;
    if (repository && commit === undefined) isFresh = true;
    if (!repository || commit === undefined) return undefined;
    const root = repository.rootUri.toString();
    const known = versioned.get(root) ?? { repository, commit, files: new Map<string, vscode.Uri>() };
    versioned.set(root, known);
    return known;
  };
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) home(uri);
  for (const uri of files) {
    const found = home(uri);
    if (found) found.files.set(uri.toString(), uri);
    else unversioned.push(uri);
  }
  return { versioned: [...versioned.values()], unversioned, isFresh };
}

/** The files that are there now or were there then. */
async function textsOf(
  { repository, commit, files }: Versioned,
  { texts }: Memory,
): Promise<readonly CommittedTexts["files"][number][]> {
  const all = new Map(files);
  for (const { originalUri } of await repository.diffWith(commit))
    if (isAgreementsOrSettings(originalUri) && vscode.workspace.getWorkspaceFolder(originalUri))
      all.set(originalUri.toString(), originalUri);
  const waiting = [...all.values()];
  const found: CommittedTexts["files"][number][] = [];
  const worker = async () => {
    for (let uri = waiting.shift(); uri; uri = waiting.shift()) {
      const key = `${commit} ${uri.toString()}`;
      if (!texts.has(key)) texts.set(key, await textOf(repository, commit, uri));
      const text = texts.get(key);
      if (text !== undefined) found.push({ uri: uri.toString(), text });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return found;
}

/** Each is a run of git. */
const atOnce = 4;

/** A file that was not there rejects like any that cannot be shown. */
async function textOf(repository: GitRepository, commit: string, uri: vscode.Uri): Promise<string | undefined> {
  try {
    return (await repository.show(commit, uri.fsPath)).replace(/^\uFEFF/, "");
  } catch {
    return undefined;
  }
}
