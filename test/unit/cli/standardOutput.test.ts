import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { writtenAtOnce } from "../../../server/cli/standardOutput.ts";
import { UsageError } from "../../../server/cli/usageError.ts";

/** An output that takes as many bytes at a time as is said, and then fails with a code; and what arrives in all, the stream's included. */
function output(sizes: readonly number[], code: string) {
  const arrived: Uint8Array[] = [];
  const stream = new PassThrough();
  stream.on("data", (bytes: Uint8Array) => arrived.push(bytes));
  let calls = 0;
  const write = writtenAtOnce(
    (bytes) => {
      const size = sizes[calls++];
      if (size === undefined) throw Object.assign(new Error(code), { code });
      arrived.push(bytes.slice(0, size));
      return Math.min(size, bytes.length);
    },
    () => stream,
  );
  return { write, stream, calls: () => calls, text: () => Buffer.concat(arrived).toString("utf8") };
}

describe("what goes into a pipe or a file", () => {
  it("is written whole where the reader takes a part at a time, within a character as well", () => {
    // Each of 取り決め takes three bytes: twelve in all.
    const { write, text, calls } = output([1, 4, 5, 2, 3], "EIO");
    write("取り決め");
    write("abc");
    assert.deepEqual([text(), calls()], ["取り決めabc", 5]);
  });

  it("goes on in the stream, in its order, where the reader is full for now", async () => {
    const { write, stream, text } = output([4], "EAGAIN");
    write("取り決め");
    write("、次");
    stream.end();
    await new Promise((resolve) => stream.on("end", resolve));
    assert.equal(text(), "取り決め、次");
  });

  it("goes nowhere once nobody reads, and nothing is thrown or tried again", () => {
    for (const code of ["EPIPE", "EOF"]) {
      const { write, text, calls } = output([3], code);
      write("abc");
      write("def");
      write("ghi");
      assert.deepEqual([text(), calls()], ["abc", 2]);
    }
  });

  it("goes nowhere either where the stream is told that nobody reads", async () => {
    const { write, stream } = output([], "EAGAIN");
    write("abc");
    stream.destroy(Object.assign(new Error("EPIPE"), { code: "EPIPE" }));
    await new Promise((resolve) => stream.on("close", resolve));
    write("def");
  });

  it("is told as not written where the disk is full", () => {
    const { write } = output([], "ENOSPC");
    assert.throws(
      () => write("abc"),
      (error) => {
        assert.ok(error instanceof UsageError);
        assert.deepEqual(error.localized, {
          en: "The results could not be written: the disk is full. Make room, or name a file elsewhere.",
          ja: "ディスクに空きがないため、結果を書き出せませんでした。空きを作るか、別の場所を指定してください。",
        });
        return true;
      },
    );
  });
});
