import type { Clock, Output } from "../model/world.js";

/** The machine's clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** A stream of the process. Writes are kept in order and drained by the process's own end: nothing calls exit. */
export const streamOutput = (stream: NodeJS.WriteStream): Output => ({
  write: (text) => {
    stream.write(text);
  },
  isTerminal: stream.isTTY === true,
  columns: stream.isTTY === true ? Math.max(60, stream.columns) : 92,
});
