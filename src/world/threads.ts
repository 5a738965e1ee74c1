import { kindOnDisk } from "./disk.js";

/** A part of the work of a command, as another thread is given it. */
export interface HelperTask {
  readonly argv: readonly string[];
  readonly folder: string;
  readonly shard: { readonly index: number; readonly of: number };
  readonly now: number;
}

/** The one argument of a thread that helps: the entry then does what it is sent, not what a command line says. */
export const helperMark = "--as-helper-thread";

/** Young objects are let live longer in a helper: nearly all are garbage after a model, and few collections find so. */
const youngMegabytes = 32;

/** From so many models on, several threads share them where nobody says how many should. */
const SHARED_FROM = 2_000;

/**
 * How many threads should share so many models: one for every two processors. Each has a compiler and a collector at
 * work beside it, so that two threads on two processors were measured slower than one.
 */
export async function threadsFor(models: number): Promise<number> {
  if (models < SHARED_FROM) return 1;
  const { availableParallelism } = await import("node:os");
  return Math.max(1, Math.floor(availableParallelism() / 2));
}

/**
 * What another thread of this program makes of a task; null where none can be started or it fails, so that the caller
 * does the work itself.
 *
 * @param program the file that the process runs
 */
export async function askHelper(program: string | undefined, task: HelperTask): Promise<unknown> {
  if (program === undefined || kindOnDisk(program) !== "file") return null;
  const { Worker } = await import("node:worker_threads");
  return new Promise((resolve) => {
    const worker = new Worker(program, {
      argv: [helperMark],
      workerData: task,
      resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
    });
    worker.once("message", resolve);
    worker.once("error", () => {
      resolve(null);
    });
    worker.once("exit", () => {
      resolve(null);
    });
  });
}

/** The task of this thread, and where to answer; null in the main thread, whatever its arguments say. */
export async function helperTask(): Promise<{
  readonly task: HelperTask;
  answer(result: unknown): void;
} | null> {
  const { isMainThread, parentPort, workerData } = await import("node:worker_threads");
  if (isMainThread || parentPort === null) return null;
  // Sent by this same program, which alone starts threads.
  const task = workerData as HelperTask;
  return {
    task,
    answer: (result) => {
      parentPort.postMessage(result);
    },
  };
}
