import { basename, dirname, join, relative, resolve } from "node:path";
import { changeHere, type ChangeHere } from "../change/checkout.js";
import { judgedWhole, withEffect, withEvidence } from "../change/judged.js";
import { changeSource, type ChangeMends, type JudgingSource } from "../change/source.js";
import { startUntracked } from "../git/changes.js";
import { gitIn } from "../git/run.js";
import { originOf, repositoryName } from "../git/upstream.js";
import type { JudgeRequest } from "../judge/request.js";
import type { Shard } from "../judge/shard.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { Report } from "../model/report.js";
import { kindOnDisk, realFolder } from "../world/disk.js";
import { baseAsked, noChange, refuseCutOff, type BaseAsked } from "./changed-base.js";
import { clockOf } from "./clock.js";
import type { CommandArguments, CommandWorld } from "./command.js";
import { factsKeptIn, isKept, progressTo, stageOf } from "./judging-options.js";
import { pathsAsked, prefixFrom, slashed, type Place } from "./place.js";

export interface JudgedChange {
  readonly report: Report;
  readonly place: Pick<Place, "pathPrefix" | "repositoryPrefix">;
}

/**
 * Judges the change that is checked out, with what is not committed yet, as the gate judges it as a pull request: by the
 * base's policies, the models that it touches since it left the base.
 *
 * @throws UsageError where nothing says what the change is, or what judges it is wrong
 */
export async function judgedChange(
  args: CommandArguments,
  world: CommandWorld,
  shard: Shard | null,
): Promise<JudgedChange> {
  if (args.text("threads") !== undefined) {
    const message = "--threads shares the models of a whole tree, and --changed judges those of a change";
    throw new UsageError([problemAt("usage", message, "leave one of the two away")]);
  }
  const here = realFolder(world.folder);
  const { absolute, common } = pathsAsked(here, args.positionals);
  const git = gitIn({ folder: common, environment: world.environment, trusted: false });
  // Git takes longest to find what it does not know: it begins before anything is known.
  const untracked = startUntracked(git);
  const origin = git.start?.(originOf);
  const base = baseAsked(git, args.text("base"), common);
  const change = changeHere(git, common, base.name, untracked);
  if (change === null) throw noChange(git, base.name, resolve(here, base.name), common);
  if (change.from === null) refuseCutOff(git, base.name);
  const { checkout } = change;
  const config = args.text("config");
  const named = (path: string): string => slashed(relative(realFolder(common), resolve(here, path)));
  const now = clockOf(args.text("now"), world);
  const own = await changeSource({
    checkout,
    base: change.base,
    head: null,
    branch: null,
    name: repositoryName(new TextDecoder().decode((await origin) ?? undefined)) ?? basename(checkout.top),
    asked: absolute.map((path) => slashed(relative(checkout.top, real(path)))),
    config: config === undefined ? null : named(config),
    policies: args.texts("policy").map((policy) => (policy.startsWith("referee:") ? policy : named(policy))),
    author: null,
    mends: atDesk,
    now: now.time,
  });
  const joined = (by: JudgingSource): Promise<JudgingSource> => withEvidence(by, args.texts("evidence"), world.folder);
  const run = { args, world, shard, now };
  const { report, source } = await judgedWhole(own, await joined(own), {
    join: joined,
    judge: (by) => withEffect(requestOf(by, notesOf(by, change, base), run), by.proposal),
  });
  return {
    report,
    place: { pathPrefix: prefixFrom(here, source.at.root), repositoryPrefix: source.pathPrefix },
  };
}

/** A path whose folders are no links; a file may be one. */
const real = (path: string): string =>
  kindOnDisk(path) === "folder" ? realFolder(path) : join(realFolder(dirname(path)), basename(path));

const atDesk: ChangeMends = {
  history: "fetch the whole history: git fetch --unshallow",
  newPolicy(kept) {
    const meanwhile =
      kept.length === 0 ? "leave --policy away" : `say ${kept.map((path) => `--policy ${path}`).join(" ")}`;
    return `merge the policy first; until then ${meanwhile}, or try it with model-referee impact`;
  },
  newConfiguration: "merge the new configuration first; until then leave --config away",
};

interface ChangeRun {
  readonly args: CommandArguments;
  readonly world: CommandWorld;
  readonly shard: Shard | null;
  readonly now: ReturnType<typeof clockOf>;
}

/** What the check of the pull request would ask, but for what the forge alone knows. */
function requestOf(
  source: JudgingSource,
  notes: readonly string[],
  { args, world, shard, now }: ChangeRun,
): JudgeRequest {
  const stage = stageOf(args.text("stage"), source.configuration);
  return {
    ...source,
    rootPath: source.pathPrefix.replace(/\/$/, ""),
    only: args.texts("model"),
    stage,
    event: "pull_request",
    author: null,
    approvals: [],
    shard,
    facts: factsKeptIn(args.text("cache"), world),
    onlyNew: stage === null,
    now: now.time,
    clockGiven: now.given,
    version: world.version,
    head: null,
    complete: isKept(args),
    notes: [...notes, ...source.notes],
    progress: progressTo(world),
  };
}

/** What the reader should know of how a change is judged at a desk. */
function notesOf(
  { policiesFrom, policies }: JudgingSource,
  { base, from }: ChangeHere,
  { name, why }: BaseAsked,
): readonly string[] {
  const called = `${name} (${base.slice(0, 7)})${why === null ? "" : `, ${why},`}`;
  const by = policiesFrom === "base" ? "by the policies there, " : "";
  const since = (from ?? base).slice(0, 7);
  const asksReview = policies.some(({ rules }) => rules.some(({ check }) => check.needs.includes("approval")));
  return [
    `Judged as a pull request into ${called} would be: ${by}what changed since ${since}, committed or not.`,
    ...(from === null || from === base
      ? []
      : [`${name} has moved on since ${since}: the pull request is judged as merged with it.`]),
    ...(asksReview ? ["Reviews are on the forge alone: here nobody has reviewed the change."] : []),
  ];
}
