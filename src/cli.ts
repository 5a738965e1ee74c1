import { check, judgePart } from "./commands/check.js";
import { readArguments, helpOf, nearestOf, type Command, type CommandWorld } from "./commands/command.js";
import type { ExitStatus } from "./decide.js";
import { UsageError, type Problem } from "./model/problem.js";
import { printable } from "./report/paint.js";
import { version } from "./version.js";
import { processOutput, systemClock } from "./world/process.js";
import { helperMark } from "./world/threads.js";

/** Commands by name; each is loaded when it is asked for, but for the one that nearly every run asks for. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: () => Promise.resolve(check),
  inspect: async () => (await import("./commands/inspect.js")).inspect,
  collect: async () => (await import("./commands/collect.js")).collect,
  sql: async () => (await import("./commands/sql.js")).sql,
  explain: async () => (await import("./commands/explain.js")).explain,
  init: async () => (await import("./commands/init.js")).init,
  impact: async () => (await import("./commands/impact.js")).impact,
  backtest: async () => (await import("./commands/backtest.js")).backtest,
  test: async () => (await import("./commands/test.js")).test,
  merge: async () => (await import("./commands/merge.js")).merge,
  verify: async () => (await import("./commands/verify.js")).verify,
  bundle: async () => (await import("./commands/bundle.js")).bundle,
  history: async () => (await import("./commands/history.js")).history,
  dossier: async () => (await import("./commands/dossier.js")).dossier,
  diff: async () => (await import("./commands/diff.js")).diff,
  lint: async () => (await import("./commands/lint.js")).lint,
  power: async () => (await import("./commands/power.js")).power,
  schema: async () => (await import("./commands/schema.js")).schema,
};

const general = `model-referee <command>

A referee for machine-learning models: reads the evidence that your tools already
wrote, holds it against policies, and decides.

  check     judge the models below a folder: pass, warn, block or undecided
  inspect   show every fact that is read, with the line it stands on
  collect   bring evidence from an MLflow server or from addresses, with its origin
  sql       the query that counts rows in a warehouse; its result is evidence
  explain   a policy, a rule or a finding: where it comes from and why
  init      look at the repository and write a first referee.yaml, policy and workflow
  test      run the tests of policies, and find rules that notice nothing
  merge     make one report of the parts that several jobs judged
  lint      rules that say nothing, or ask what nobody can show
  impact    which models a change of policies would decide otherwise
  backtest  which changes of the past the policies would have stopped
  verify    evaluate a report again and say in what the answers differ
  diff      say in what two reports differ
  bundle    pack a report with all that it rests on into one archive
  history   decisions and stages over time, and the register of findings
  dossier   technical documentation of a model, with each gap marked
  power     how many samples each rule needs for a model's numbers, and whether they are there
  schema    print the JSON Schema of policies, configuration, waivers or reports

  --help      this text; model-referee <command> --help for one command
  --version   the version

Exit status: 0 pass or warn, 1 block, 2 undecided, 3 wrong usage, configuration or policy
`;

async function run(argv: readonly string[], world: CommandWorld): Promise<ExitStatus> {
  const [name, ...rest] = argv;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    world.out.write(general);
    return name === undefined ? 3 : 0;
  }
  if (name === "--version" || name === "-v") {
    world.out.write(`${world.version}\n`);
    return 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    const nearest = nearestOf(name, Object.keys(commands));
    throw new UsageError([
      {
        problem: "usage",
        message: `there is no command ${name}`,
        mend: nearest === undefined ? "see model-referee --help" : `did you mean ${nearest}?`,
        path: null,
        line: null,
        column: null,
      },
    ]);
  }
  const command = await load();
  if (rest.includes("--help") || rest.includes("-h")) {
    world.out.write(helpOf(command));
    return 0;
  }
  return command.run(readArguments(command, rest), world);
}

function shownProblem({ message, mend, path, line, column }: Problem): string {
  const place =
    path === null
      ? ""
      : `${path}${line === null ? "" : `:${line}`}${line === null || column === null ? "" : `:${column}`}`;
  const lines = [`error: ${printable(message)}`, ...(place === "" ? [] : [`  at ${printable(place)}`])];
  return `${[...lines, `  mend: ${printable(mend)}`].join("\n")}\n`;
}

const world: CommandWorld = {
  folder: process.cwd(),
  environment: process.env,
  clock: systemClock,
  out: processOutput(1, () => process.stdout),
  err: processOutput(2, () => process.stderr),
  version,
  program: process.argv[1],
};

function told(error: unknown): string {
  if (error instanceof UsageError) return error.problems.map(shownProblem).join("");
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `error: ${stack}\n  This is a fault of model-referee; please report it with the command you ran.\n`;
}

/** What a thread of this program does: the part of a command that it is sent. */
async function help(argv: readonly string[]): Promise<ExitStatus> {
  const helper = await (await import("./world/threads.js")).helperTask();
  if (helper === null) return run(argv, world);
  const { task, answer } = helper;
  const there: CommandWorld = { ...world, folder: task.folder, clock: { now: () => task.now } };
  answer(await judgePart(readArguments(check, task.argv), there, task.shard));
  return 0;
}

const argv = process.argv.slice(2);

// Not awaited at the top: a bundle for `require`, which starts sooner, has no such thing. Begun when the bundle is whole,
// since files that wait until they are called take from it what they share.
const begun = Promise.resolve().then(() => (argv[0] === helperMark ? help(argv) : run(argv, world)));
begun.then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.exitCode = 3;
    world.err.write(told(error));
  },
);
