import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { processOutput, type ProcessStream } from "../../src/world/process.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "model-referee-process-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const noStream = (): ProcessStream => {
  throw new Error("a stream was built");
};

/** A stream that keeps what is written, as bytes. */
function keeping(isTTY = false): ProcessStream & { readonly kept: () => Buffer } {
  const pieces: Buffer[] = [];
  return {
    isTTY,
    columns: 120,
    write: (what) => pieces.push(Buffer.from(what)),
    on: () => undefined,
    kept: () => Buffer.concat(pieces),
  };
}

const refusal = (code: string): Error => Object.assign(new Error(code), { code });

test("what is written to a file arrives in order, and no stream is built for it", () => {
  const path = join(folder, "out.txt");
  const descriptor = openSync(path, "w");
  const output = processOutput(descriptor, noStream);
  for (const word of ["een\n", "zweē\n", "", "drei 🙂\n"]) output.write(word);
  closeSync(descriptor);
  expect(readFileSync(path, "utf8")).toBe("een\nzweē\ndrei 🙂\n");
  expect(output).toMatchObject({ isTerminal: false, columns: 92 });
});

test("what is sent nowhere builds no stream", () => {
  const descriptor = openSync("/dev/null", "w");
  expect(() => processOutput(descriptor, noStream).write("unread\n")).not.toThrow();
  closeSync(descriptor);
});

test.each([1, 2, 3, 5, 8])("a pipe that is full after %i bytes leaves the rest to the stream, in order", (taken) => {
  const path = join(folder, `pipe-${taken}.txt`);
  const descriptor = openSync(path, "w");
  const direct: number[] = [];
  const stream = keeping();
  const output = processOutput(
    descriptor,
    () => stream,
    (_, bytes, from) => {
      if (direct.length >= taken) throw refusal("EAGAIN");
      direct.push(bytes[from] ?? 0);
      return 1;
    },
  );
  output.write("zweē 🙂");
  output.write(", drei");
  closeSync(descriptor);
  expect(direct).toHaveLength(taken);
  expect(Buffer.concat([Buffer.from(direct), stream.kept()]).toString("utf8")).toBe("zweē 🙂, drei");
});

test("a reader that has gone away is no fault, and nothing more is sent to it", () => {
  const descriptor = openSync(join(folder, "gone.txt"), "w");
  let asked = 0;
  const output = processOutput(descriptor, noStream, () => {
    asked++;
    throw refusal("EPIPE");
  });
  output.write("one\n");
  output.write("two\n");
  closeSync(descriptor);
  expect(asked).toBe(1);
});

test("any other refusal of the system is told", () => {
  const descriptor = openSync(join(folder, "full.txt"), "w");
  const output = processOutput(descriptor, noStream, () => {
    throw refusal("ENOSPC");
  });
  expect(() => output.write("one\n")).toThrow("ENOSPC");
  closeSync(descriptor);
});
