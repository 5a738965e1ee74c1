import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readArguments, type Command, type CommandWorld } from "../../src/commands/command.js";
import { UsageError } from "../../src/model/problem.js";
import { systemWriter, type Writer } from "../../src/world/whole-file.js";

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own with these files, which goes away with `remove`. */
export interface Folder {
  readonly path: string;
  write(path: string, content: string | Uint8Array): void;
  run(command: Command, ...argv: readonly string[]): Promise<Ran>;
  /** The same on a disk that takes no more bytes. */
  runOnFullDisk(command: Command, ...argv: readonly string[]): Promise<Ran>;
  /** Commands are run in a folder below it. */
  in(below: string): Pick<Folder, "run">;
  remove(): void;
}

export function folderWith(files: Readonly<Record<string, string>>, version = "1.0.0"): Folder {
  const path = mkdtempSync(join(tmpdir(), "model-referee-"));
  const write = (name: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  return {
    path,
    write,
    run: (command, ...argv) => ran(command, argv, path, version, systemWriter),
    runOnFullDisk: (command, ...argv) => ran(command, argv, path, version, fullDisk),
    in: (below) => ({ run: (command, ...argv) => ran(command, argv, join(path, below), version, systemWriter) }),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** A disk that has room for the beginning of a file alone. */
export const fullDisk: Writer = {
  ...systemWriter,
  write(path, content) {
    const begun = typeof content === "string" || content instanceof Uint8Array ? content : [...content].join("");
    systemWriter.write(path, begun.slice(0, 10));
    throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  },
};

/** The same in a folder that is there already. */
export const runIn = (folder: string, command: Command, ...argv: readonly string[]): Promise<Ran> =>
  ran(command, argv, folder, "1.0.0", systemWriter);

/** Runs a command as the entry does: what is wrong with its use is told and ends with 3. */
async function ran(
  command: Command,
  argv: readonly string[],
  folder: string,
  version: string,
  writer: Writer,
): Promise<Ran> {
  const texts = { out: "", err: "" };
  const output = (name: "out" | "err") => ({
    write: (text: string) => {
      texts[name] += text;
    },
    isTerminal: false,
    columns: 92,
  });
  const world: CommandWorld = {
    folder,
    environment: process.env,
    clock: { now: () => Date.parse("2026-11-23T09:00:00Z") },
    out: output("out"),
    err: output("err"),
    version,
    writer,
  };
  try {
    return { status: await command.run(readArguments(command, argv), world), ...texts };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const told = error.problems.map(({ message, mend }) => `${message}; ${mend}`).join("\n");
    return { status: 3, out: texts.out, err: told };
  }
}
