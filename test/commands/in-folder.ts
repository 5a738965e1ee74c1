import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readArguments, type Command } from "../../src/commands/command.js";
import { UsageError } from "../../src/model/problem.js";

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** A temporary folder in which commands run as a user runs them. */
export interface Folder {
  readonly path: string;
  write(files: Readonly<Record<string, string>>): void;
  read(path: string): string;
  run(command: Command, argv: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Ran>;
  remove(): void;
}

/** The clock of commands in tests. */
export const commandClock = Date.parse("2026-11-23T09:00:00Z");

export function temporaryFolder(files: Readonly<Record<string, string>> = {}): Folder {
  const path = mkdtempSync(join(tmpdir(), "referee-command-"));
  const write = (more: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(more)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    }
  };
  write(files);
  return {
    path,
    write,
    read: (name) => readFileSync(join(path, name), "utf8"),
    remove: () => rmSync(path, { recursive: true, force: true }),
    async run(command, argv, environment = {}) {
      const said = { out: "", err: "" };
      const output = (to: "out" | "err") => ({
        write: (text: string): void => void (said[to] += text),
        isTerminal: false,
        columns: 100,
      });
      const world = {
        folder: path,
        environment,
        clock: { now: () => commandClock },
        out: output("out"),
        err: output("err"),
        version: "0.0.0",
      };
      try {
        const status = await command.run(readArguments(command, argv), world);
        return { status, ...said };
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        return { status: 3, ...said, err: error.problems.map(({ message, mend }) => `${message}; ${mend}`).join("\n") };
      }
    },
  };
}
