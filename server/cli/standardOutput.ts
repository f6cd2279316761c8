import * as fs from "node:fs";

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
  if (!fs.fstatSync(outputHandle).isCharacterDevice())
    return { isTerminal: false, columns: undefined, write: writtenAtOnce() };
  const { isTTY, columns } = quietStream();
  return { isTerminal: isTTY, columns, write: (text) => process.stdout.write(text) };
}

const outputHandle = 1;

/** Writes at once; where a reader who does not wait is full, node's stream keeps that and all that follows. */
function writtenAtOnce(): StandardOutput["write"] {
  let write = (text: string) => {
    const rest = unwritten(Buffer.from(text));
    if (rest.length === 0) return;
    const stream = quietStream();
    write = (later) => stream.write(later);
    stream.write(rest);
  };
  return (text) => write(text);
}

/** What is left of some bytes when the reader takes no more for now. */
function unwritten(bytes: Uint8Array): Uint8Array {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(fs.writeSync(outputHandle, rest));
  } catch (error) {
    endWhereNobodyReads(error);
    if (!hasCode(error, "EAGAIN")) throw error;
  }
  return rest;
}

function quietStream(): NodeJS.WriteStream {
  process.stdout.on("error", (error) => {
    endWhereNobodyReads(error);
    throw error;
  });
  return process.stdout;
}

/** `torikime check | head` closes the pipe early; that is no error. Windows calls that the end of a file. */
function endWhereNobodyReads(error: unknown): void {
  if (hasCode(error, "EPIPE") || hasCode(error, "EOF")) process.exit(0);
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
