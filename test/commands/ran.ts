import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readArguments, type Command } from "../../src/commands/command.js";
import { UsageError } from "../../src/model/problem.js";

export type Files = Readonly<Record<string, string>>;

export interface Ran {
  readonly status: number;
  readonly out: string;
  /** `path:line:column message | mend` of each problem where the run ended with exit status 3. */
  readonly problems: readonly string[];
}

/** The clock of every run of these tests. */
export const clock = "2026-11-23T09:00:00Z";

/** A folder with files in it, for as long as `use` runs. */
export async function inFolder<T>(files: Files, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "referee-command-"));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a command in a folder, as the command line would. */
export async function ranIn(folder: string, command: Command, ...argv: readonly string[]): Promise<Ran> {
  let out = "";
  const output = { write: (text: string) => void (out += text), isTerminal: false, columns: 80 };
  const world = {
    folder,
    environment: process.env,
    clock: { now: () => Date.parse(clock) },
    out: output,
    err: { write: () => undefined, isTerminal: false, columns: 80 },
    version: "0.0.0",
  };
  try {
    return { status: await command.run(readArguments(command, argv), world), out, problems: [] };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const problems = error.problems.map(({ path, line, column, message, mend }) => {
      const place = path === null ? "" : `${path}${line === null ? "" : `:${line}:${column ?? 0}`} `;
      return `${place}${message} | ${mend}`;
    });
    return { status: 3, out, problems };
  }
}

/** Runs a command over files of its own. */
export const ran = (files: Files, command: Command, ...argv: readonly string[]): Promise<Ran> =>
  inFolder(files, (folder) => ranIn(folder, command, ...argv));
