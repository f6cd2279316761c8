import type { Connection } from "vscode-languageserver";
import type { Locale } from "../core/checks/message.ts";
import type { Holidays, Instant } from "../core/time/spec.ts";
import type { Workspace } from "../core/workspace/workspace.ts";
import { workspaceOf } from "../core/workspace/workspace.ts";
import { type Addresses, addressesIn } from "./addresses.ts";
import type { CommittedTexts } from "./differenceProtocol.ts";
import type { ReadFailure } from "./protocol.ts";

/** What differs between the hosts of the server, and in tests. */
export interface Host {
  readonly now: () => Instant;
  /** Public holidays; called once, since the libraries take a while to load. */
  readonly loadHolidays: () => Promise<Holidays>;
  /** Called once, when the findings of the workspace are first sent and before anything is proved. */
  readonly whenRead: () => void;
  readonly pace: Pace;
}

/** How proofs are worked out beside everything else, in milliseconds. */
export interface Pace {
  /** For how long before the next keystroke has its turn. */
  readonly turn: number;
  /** After how long people are told, and can stop it. */
  readonly patience: number;
}

/** The pace at which nobody notices, unless it takes long. */
export const ordinaryPace: Pace = { turn: 8, patience: 500 };

/** Why a file of the workspace is not part of its model. */
export interface FileTrouble {
  readonly trouble: ReadFailure | "too-large";
  readonly detail: string;
}

/** What a client can do: the commands that it has, and whether lenses can be asked for again, progress shown, and files made by an edit. */
export interface ClientAbilities {
  readonly commands: readonly string[];
  readonly refreshesLenses: boolean;
  readonly showsProgress: boolean;
  readonly createsFiles: boolean;
}

/** The agreements and settings at the last commit as the client sent them, and its key for them. */
export interface CommittedFiles extends CommittedTexts {
  readonly key: string;
}

/** Everything that the server remembers; the one place that changes. */
export interface Session {
  readonly connection: Connection;
  readonly host: Host;
  addresses: Addresses;
  workspace: Workspace;
  /** By path. */
  troubles: ReadonlyMap<string, FileTrouble>;
  locale: Locale;
  /** What the client can do beyond what every client can. */
  client: ClientAbilities;
  /** Whether proofs are worked out for so long that people are told, somebody stopped that, or neither. */
  proving: "long" | "stopped" | "no";
  /** What was sent last to be compared with. */
  committed: CommittedFiles | undefined;
  /** Settled once the workspace has been read for the first time. */
  loaded: Promise<void>;
}

/** A session before anything is known. */
export function newSession(connection: Connection, host: Host): Session {
  return {
    connection,
    host,
    addresses: addressesIn([]),
    workspace: workspaceOf(new Map(), [], { today: dayAt(host.now()), holidays: () => undefined }),
    troubles: new Map(),
    locale: "en",
    client: { commands: [], refreshesLenses: false, showsProgress: false, createsFiles: false },
    proving: "no",
    committed: undefined,
    loaded: Promise.resolve(),
  };
}

/** The day on the clock of the machine that the server runs on. */
export function dayAt(now: Instant): number {
  return Math.floor((now - new Date(now).getTimezoneOffset() * 60_000) / 86_400_000);
}
