import * as fs from "node:fs";
import { phrase } from "../core/checks/message.ts";
import { reasonNotWritten } from "./reasons.ts";
import { UsageError } from "./usageError.ts";

/** Where a process writes its results; `columns` and `isTerminal` are of a screen, and undefined and false elsewhere. */
export interface StandardOutput {
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
  write(text: string): void;
}

/**
 * The standard output of this process. Node's own stream is taken for screens only: making it takes as long as reading a
 * sample, so what goes into a pipe or a file is written as it is.
 */
export function standardOutput(): StandardOutput {
  if (fs.fstatSync(outputHandle).isCharacterDevice() && process.stdout.isTTY)
    return { isTerminal: true, columns: process.stdout.columns, write: writtenInto(process.stdout) };
  const write = writtenAtOnce(
    (bytes) => fs.writeSync(outputHandle, bytes),
    () => process.stdout,
  );
  return { isTerminal: false, columns: undefined, write };
}

const outputHandle = 1;

type Stream = Pick<NodeJS.WritableStream, "write" | "on">;
type Write = (content: string | Uint8Array) => void;

/** Writes by `writeNow`, which says how many bytes it took; where a reader who does not wait is full, `stream` keeps that and all that follows. */
export function writtenAtOnce(writeNow: (bytes: Uint8Array) => number, stream: () => Stream): (text: string) => void {
  let later: Write | undefined;
  return (text) => {
    if (later) return later(text);
    let rest: Uint8Array = Buffer.from(text);
    try {
      while (rest.length > 0) rest = rest.subarray(writeNow(rest));
    } catch (error) {
      if (isOfNoReader(error)) later = toNobody;
      else if (codeOf(error) === "EAGAIN") later = writtenInto(stream());
      else throw notWritten(error);
      later(rest);
    }
  };
}

/** `torikime fmt | head` closes the pipe early; that is no error, and the other files are still laid out. */
function toNobody(): void {}

function writtenInto(stream: Stream): Write {
  let isRead = true;
  stream.on("error", (error) => {
    if (!isOfNoReader(error)) throw error;
    isRead = false;
  });
  return (content) => {
    if (isRead) stream.write(content);
  };
}

/** Windows calls a pipe without a reader the end of a file. */
function isOfNoReader(error: unknown): boolean {
  const code = codeOf(error);
  return code === "EPIPE" || code === "EOF";
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

function notWritten(error: unknown): unknown {
  const code = codeOf(error);
  return code === undefined
    ? error
    : new UsageError(
        phrase(
          "The results could not be written: {why}. {advice}",
          "{why}ため、結果を書き出せませんでした。{advice}",
          reasonNotWritten(code),
        ),
      );
}
