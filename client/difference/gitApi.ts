/**
 * What is used of the API of VS Code's built-in Git extension, version 1. The whole of it stands in extensions/git/src/api/git.d.ts of
 * microsoft/vscode (MIT); it is got by `extensions.getExtension("vscode.git")`, and there is none in a browser.
 */
import type { Event, Uri } from "vscode";

/** What the extension `vscode.git` exports. */
export interface GitExtension {
  /** False where somebody turned Git off in the settings. */
  readonly enabled: boolean;
  /** Throws where no `git` was found on the machine. */
  getAPI(version: 1): GitApi;
}

/** The repositories that are open in the window. */
export interface GitApi {
  /** Folders are looked through for repositories after the start. */
  readonly state: "uninitialized" | "initialized";
  readonly onDidChangeState: Event<unknown>;
  readonly onDidOpenRepository: Event<GitRepository>;
  readonly onDidCloseRepository: Event<GitRepository>;
  readonly repositories: readonly GitRepository[];
  /** The innermost one that a file is in. */
  getRepository(uri: Uri): GitRepository | null;
  /** The address of a file as it was in a revision, which an editor can open. */
  toGitUri(uri: Uri, ref: string): Uri;
}

/** One repository; a new object at each question. */
export interface GitRepository {
  readonly rootUri: Uri;
  readonly state: {
    /** Without a commit before the first one. */
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly onDidChange: Event<void>;
  };
  /** The text of a file as it was in a revision; rejects where there was none. */
  show(ref: string, path: string): Promise<string>;
  /** The files of the working tree that differ from a revision, those that are gone among them. */
  diffWith(ref: string): Promise<readonly { readonly originalUri: Uri }[]>;
}
