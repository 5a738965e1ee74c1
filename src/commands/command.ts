import { parseArgs, type ParseArgsConfig } from "node:util";
import { distance } from "fastest-levenshtein";
import type { ExitStatus } from "../decide.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { Clock, Environment, Output } from "../model/world.js";
import type { Writer } from "../world/whole-file.js";

/** What a command may reach of the world; the entry makes it. */
export interface CommandWorld {
  readonly folder: string;
  readonly environment: Environment;
  readonly clock: Clock;
  readonly out: Output;
  readonly err: Output;
  readonly version: string;
  /** Where files are written; absent is the machine's own disk. */
  readonly writer?: Writer;
  /** The file that the process runs; absent where other threads cannot run it. */
  readonly program?: string | undefined;
}

export interface CommandOption {
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
  /** What stands for the value in the help; empty for a switch. */
  readonly value: string;
  readonly description: string;
}

export interface Command {
  readonly id: string;
  readonly summary: string;
  /** Behind the command's name. */
  readonly usage: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  readonly examples: readonly string[];
  run(args: CommandArguments, world: CommandWorld): Promise<ExitStatus>;
}

export interface CommandArguments {
  /** As they were written. */
  readonly argv: readonly string[];
  readonly positionals: readonly string[];
  /** The last value of an option; undefined where it is not given. */
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  /** One of the choices, the first where it is not given. @throws UsageError for any other word */
  choice<T extends string>(name: string, choices: readonly [T, ...T[]]): T;
  flag(name: string): boolean;
}

/** Reads a command's arguments. @throws UsageError with the nearest known option */
export function readArguments(command: Command, argv: readonly string[]): CommandArguments {
  const options: NonNullable<ParseArgsConfig["options"]> = { help: { type: "boolean", short: "h" } };
  for (const [name, { type, multiple }] of Object.entries(command.options))
    options[name] = { type, multiple: multiple === true };
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    const given = (name: string): readonly (string | boolean)[] => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      return value === undefined ? [] : Array.isArray(value) ? value : [value];
    };
    const last = (name: string): string | undefined =>
      given(name)
        .flatMap((value) => (typeof value === "string" ? [value] : []))
        .at(-1);
    return {
      argv,
      positionals,
      text: last,
      choice(name, choices) {
        const word = last(name) ?? choices[0];
        const chosen = choices.find((one) => one === word);
        if (chosen !== undefined) return chosen;
        throw new UsageError([
          problemAt("usage", `--${name} ${word} is none of ${choices.join(", ")}`, `say one of them`),
        ]);
      },
      texts: (name) => given(name).flatMap((value) => (typeof value === "string" ? [value] : [])),
      flag: (name) => given(name).includes(true),
    };
  } catch (error) {
    const said = error instanceof Error ? error.message : "the arguments cannot be read";
    const unknown = /'(-{1,2}[^'\s]+)/.exec(said)?.[1];
    const nearest =
      unknown === undefined || !said.startsWith("Unknown option")
        ? undefined
        : nearestOf(unknown.replace(/^-+/, ""), [...Object.keys(command.options), "help"]);
    const message =
      unknown !== undefined && said.startsWith("Unknown option")
        ? `${command.id} has no option ${unknown}`
        : unknown !== undefined && /ambiguous|argument missing/.test(said)
          ? `${unknown} needs a value`
          : (said.split(". ")[0] ?? said);
    throw new UsageError([
      problemAt(
        "usage",
        message,
        nearest === undefined
          ? `see model-referee ${command.id} --help`
          : `did you mean --${nearest}? See model-referee ${command.id} --help`,
      ),
    ]);
  }
}

/** The nearest known word, where it is near enough to have been meant. */
export function nearestOf(word: string, known: readonly string[]): string | undefined {
  const [best] = known.map((one) => ({ one, apart: distance(word, one) })).sort((a, b) => a.apart - b.apart);
  return best !== undefined && best.apart <= Math.max(2, Math.floor(word.length / 3)) ? best.one : undefined;
}

/** The help of one command. */
export function helpOf(command: Command): string {
  const rows = [
    ...Object.entries(command.options).map(
      ([name, { value, description }]) => [`--${name}${value === "" ? "" : ` ${value}`}`, description] as const,
    ),
    ["--help", "this text"] as const,
  ];
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return [
    `model-referee ${command.id} ${command.usage}`,
    "",
    command.summary,
    "",
    ...rows.map(([name, description]) => `  ${name.padEnd(width)}${description}`),
    ...(command.examples.length === 0 ? [] : ["", ...command.examples.map((example) => `  ${example}`)]),
    "",
  ].join("\n");
}
