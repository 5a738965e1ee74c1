import { resolve } from "node:path";
import { exitStatusOf } from "../decide.js";
import { gitHistory } from "../git/history.js";
import { gitIn } from "../git/run.js";
import { judge } from "../judge/judge.js";
import type { Helpers, OtherTree } from "../judge/request.js";
import { defaultConfiguration } from "../model/configuration.js";
import type { History } from "../model/history.js";
import type { Report } from "../model/report.js";
import { readShard, type Shard } from "../judge/shard.js";
import { problemAt, UsageError } from "../model/problem.js";
import { disk, kindOnDisk } from "../world/disk.js";
import { askHelper, threadsFor } from "../world/threads.js";
import { clockOf } from "./clock.js";
import type { Command, CommandArguments, CommandWorld } from "./command.js";
import { outsideFolder, withOutsideEvidence } from "../prepare/outside-evidence.js";
import { formatOption, printReport, reporterOf, viewOf, writeAsked } from "./report-output.js";
import { placeOf, type Place } from "./place.js";
import { prepare } from "./prepare.js";
import { configurationOfTree } from "../prepare/prepared.js";
import { factsKeptIn, isKept, progressTo, stageOf } from "./judging-options.js";
import { configOption, modelOption, policyOption } from "./options.js";

export const check: Command = {
  id: "check",
  summary: "Judges the models below PATH by their policies and decides: pass, warn, block or undecided.",
  usage: "[PATH…] [--changed] [--base REF|DIR] [--policy FILE|PACK …] [--config FILE] [--format FORM]",
  options: {
    config: configOption,
    policy: policyOption("a policy or pack (referee:promotion) in place of those that referee.yaml names"),
    stage: { type: "string", value: "NAME", description: "judge as if the models entered this stage" },
    model: modelOption("judge only this model"),
    base: {
      type: "string",
      value: "REF|DIR",
      description: "what to compare with: a commit, branch or tag, or a folder",
    },
    changed: {
      type: "boolean",
      value: "",
      description:
        "judge as the check of a pull request into --base will: the models that the change touches, by the base's policies",
    },
    evidence: {
      type: "string",
      multiple: true,
      value: "[MODEL=]DIR",
      description: "evidence outside of the tree, joined to it at its root or in the model's folder",
    },
    format: formatOption,
    output: { type: "string", value: "DIR", description: "also write every form of the report into this folder" },
    now: { type: "string", value: "TIME", description: "the clock of the run, ISO 8601; recorded in the report" },
    shard: {
      type: "string",
      value: "I/N",
      description: "judge one of N parts of the models; `merge` makes one report of the parts",
    },
    threads: {
      type: "string",
      value: "N",
      description: "threads that share the models; by default one for every two processors, from 2,000 models on",
    },
    cache: {
      type: "string",
      value: "DIR",
      description: "keep what evidence says in this folder, and read it from there while the files are the same",
    },
    verbose: { type: "boolean", value: "", description: "everything that was judged, met rules included" },
  },
  examples: [
    "model-referee check",
    "model-referee check --changed --base origin/main",
    "model-referee check models/fraud --base main",
    "model-referee check --policy referee:promotion --format json",
  ],

  async run(args, world) {
    const part = args.text("shard");
    const shard = part === undefined ? null : readShard(part);
    const reporter = await reporterOf(args.text("format") ?? "terminal");
    const { report, place } = args.flag("changed")
      ? await (await import("./check-changed.js")).judgedChange(args, world, shard)
      : await judged(args, world, shard, false);
    printReport(report, reporter, viewOf(world, reporter, place, args), world.out);
    const output = args.text("output");
    await writeAsked(report, output === undefined ? null : resolve(world.folder, output), place, world.writer);
    return exitStatusOf[report.decision];
  },
};

async function judged(
  args: CommandArguments,
  world: CommandWorld,
  shard: Shard | null,
  alone: boolean,
): Promise<{ readonly report: Report; readonly place: Place }> {
  const now = clockOf(args.text("now"), world);
  const place = placeOf(world.folder, args.positionals, args.text("config"));
  const prepared = await prepare(place, args.texts("policy"), world.folder, now.time);
  const base = args.text("base");
  const outside = args.texts("evidence").map(outsideFolder);
  const { tree } = await withOutsideEvidence(
    place.tree,
    outside,
    { root: place.root, folder: world.folder },
    place.rootName,
    prepared.configuration,
  );
  const report = await judge({
    ...prepared,
    tree,
    outside,
    rootName: place.rootName,
    scope: place.scope,
    only: args.texts("model"),
    stage: stageOf(args.text("stage"), prepared.configuration),
    event: null,
    author: null,
    approvals: [],
    history: historyOf(place, world),
    base: base === undefined ? null : await baseTree(base, place, world),
    onlyNew: false,
    release: () => null,
    touched: null,
    shard,
    facts: factsKeptIn(args.text("cache"), world),
    helpers: alone ? null : helpersOf(args, world, now.time),
    now: now.time,
    clockGiven: now.given,
    version: world.version,
    head: null,
    policiesFrom: "working-tree",
    complete: isKept(args),
    problems: [],
    progress: progressTo(world),
  });
  return { report, place };
}

/** Threads of this program that run the same command line over a part of the models, at the same time by its clock. */
function helpersOf(args: CommandArguments, { folder, program }: CommandWorld, now: number): Helpers {
  const asked = threadsAsked(args.text("threads"));
  return {
    atOnce: (models) => (asked === null ? threadsFor(models) : Promise.resolve(asked)),
    judge: async (shard) => (await askHelper(program, { argv: args.argv, folder, shard, now })) as Report | null,
  };
}

/** @throws UsageError where it is no number of threads */
function threadsAsked(written: string | undefined): number | null {
  if (written === undefined) return null;
  if (/^[1-9]\d{0,2}$/.test(written)) return Number(written);
  throw new UsageError([problemAt("usage", `--threads ${written} is no number of threads`, "write it as --threads 4")]);
}

/** The report of one part, as a helper thread makes it. */
export const judgePart = async (args: CommandArguments, world: CommandWorld, shard: Shard): Promise<Report> =>
  (await judged(args, world, shard, true)).report;

/** The base: a folder, or a commit read from git's objects without a checkout. */
async function baseTree(base: string, place: Place, world: CommandWorld): Promise<OtherTree> {
  const folder = resolve(world.folder, base);
  if (kindOnDisk(folder) === "folder") {
    const tree = disk(folder);
    return { tree, label: base, configuration: configurationOfTree(tree) ?? defaultConfiguration, commit: null };
  }
  const { treeOfCommit } = await import("./base-commit.js");
  return treeOfCommit(base, place.root, world.environment);
}

const historyOf = ({ root }: Place, { environment }: CommandWorld): History =>
  gitHistory({ git: gitIn({ folder: root, environment, trusted: false }), commit: null, below: null });
