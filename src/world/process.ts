import { fstatSync, statSync, writeSync } from "node:fs";
import type { Clock, Output } from "../model/world.js";

/** The machine's clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** The part of a stream of the process that is asked for. */
export interface ProcessStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(what: string | Uint8Array): unknown;
  on(event: "error", listener: (error: NodeJS.ErrnoException) => void): unknown;
}

/** Writes bytes to a descriptor from a place on, as `writeSync` does; says how many were taken. */
export type WriteBytes = (descriptor: number, bytes: Uint8Array, from: number) => number;

const toDescriptor: WriteBytes = (descriptor, bytes, from) => writeSync(descriptor, bytes, from);

/**
 * Standard output or error. Files and pipes are written to directly: to build a stream for them costs as much as reading a
 * model. Where a pipe takes no more at once, and at a terminal, the process's own stream takes over, which is drained by
 * the process's own end: nothing calls exit. A reader that goes away, such as head, is no fault.
 *
 * @param stream is asked for once, when it is needed
 */
export function processOutput(
  descriptor: number,
  stream: () => ProcessStream,
  writeBytes: WriteBytes = toDescriptor,
): Output {
  let opened: ProcessStream | null = null;
  let isGone = false;
  const streamed = (): ProcessStream => {
    if (opened !== null) return opened;
    opened = stream();
    opened.on("error", (error) => {
      if (error.code !== "EPIPE") throw error;
    });
    return opened;
  };
  const terminal = mayBeTerminal(descriptor) && streamed().isTTY === true;
  const columns = terminal ? Math.max(60, streamed().columns ?? 0) : 92;

  const directly = (bytes: Uint8Array): void => {
    for (let from = 0; from < bytes.length;) {
      try {
        from += writeBytes(descriptor, bytes, from);
      } catch (error) {
        const code = error instanceof Error && "code" in error ? error.code : undefined;
        if (code === "EPIPE") isGone = true;
        else if (code === "EAGAIN") streamed().write(bytes.subarray(from));
        else throw error;
        return;
      }
    }
  };
  return {
    write(text) {
      if (isGone) return;
      if (opened !== null) opened.write(text);
      else directly(Buffer.from(text, "utf8"));
    },
    isTerminal: terminal,
    columns,
  };
}

/** False where a descriptor is a file, a pipe or nothing, which are told apart without building a stream for them. */
function mayBeTerminal(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor);
    return process.platform === "win32" || (stat.isCharacterDevice() && stat.rdev !== nowhere());
  } catch {
    return true;
  }
}

function nowhere(): number | null {
  try {
    return statSync("/dev/null").rdev;
  } catch {
    return null;
  }
}
