import { changedPaths } from "../git/changes.js";
import { findCommit, gitText, isShallow, repositoryAt } from "../git/commit.js";
import { gitHistory } from "../git/history.js";
import { gitIn } from "../git/run.js";
import { gitTree } from "../git/tree.js";
import { addressOf, handsOf, type Hands, type LoggedCommit } from "../impact/people.js";
import { replay, replayable, type Replayed } from "../impact/replay.js";
import type { JudgeRequest, OtherTree } from "../judge/request.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { FileSystem, Git } from "../model/world.js";
import { printable } from "../report/paint.js";
import type { Command, CommandWorld } from "./command.js";
import { requestOf } from "./evaluate-report.js";
import { placeOf } from "./place.js";
import { prepare } from "./prepare.js";
import { configOption, modelOption, policyOption } from "./options.js";

export const backtest: Command = {
  id: "backtest",
  summary:
    "Replays policies over the history: which changes they would have stopped, and how many of those by noise alone.",
  usage: "[PATH…] --since REF [--policy FILE|PACK …] [--format terminal|json]",
  options: {
    since: { type: "string", value: "REF", description: "the commit, branch or tag after which changes are judged" },
    config: configOption,
    policy: policyOption("the policies to try, in place of those that referee.yaml names"),
    model: modelOption("judge only this model"),
    format: { type: "string", value: "FORM", description: "terminal or json; terminal by default" },
  },
  examples: ["model-referee backtest --since v1.0", "model-referee backtest --policy policies/next.yaml --since v1.0"],

  async run(args, world) {
    const form = args.choice("format", ["terminal", "json"]);
    const since = args.text("since");
    if (since === undefined)
      throw new UsageError([problemAt("usage", "backtest needs --since REF", "name the commit or tag to begin after")]);
    const place = placeOf(world.folder, args.positionals, args.text("config"));
    const prepared = await prepare(place, args.texts("policy"), world.folder, world.clock.now());
    const { policies, left } = replayable(prepared.policies);
    if (policies.length === 0) {
      const mend = "name a policy with a rule on evidence";
      throw new UsageError([
        problemAt("usage", "every rule of the policies asks people, whom no history answers for", mend),
      ]);
    }
    const git = gitIn({ folder: place.root, environment: world.environment, trusted: false });
    const history = historySince(git, since);
    const request = { ...requestOf(args, world, place, prepared), policies };
    const replayed: Replayed[] = [];
    for (const [index, change] of history.changes.entries()) {
      progress(index, history.changes.length, world);
      replayed.push(await replay(requestAt(request, change, history.below, git), change));
    }
    const hands = [...history.hands];
    const result: Result = {
      since,
      changes: replayed.length,
      merges: hands.filter(([, { brought }]) => brought > 0).length,
      brought: hands.reduce((sum, [, { brought }]) => sum + brought, 0),
      left,
      alone: left.length === 0 ? [] : hands.flatMap(([commit, { others }]) => (others.length === 0 ? [commit] : [])),
      stopped: replayed.filter(({ decision }) => stops(decision)),
    };
    const shownHands = (commit: string) => history.hands.get(commit) ?? { brought: 0, authors: [], others: [] };
    if (form === "json") {
      const stopped = result.stopped.map((one) => ({ ...shown(one), ...shownHands(one.commit) }));
      world.out.write(`${JSON.stringify({ ...result, stopped }, null, 2)}\n`);
    } else world.out.write(textOf(result));
    return 0;
  },
};

const stops = (decision: Replayed["decision"]): boolean => decision === "block" || decision === "undecided";

interface PastChange {
  readonly commit: string;
  readonly parent: string;
  readonly at: number;
  readonly subject: string;
}

interface PastChanges {
  readonly changes: readonly PastChange[];
  readonly hands: ReadonlyMap<string, Hands>;
  readonly below: string;
}

/**
 * The changes of the main line, oldest first: what was merged, or pushed, at one time. What a merged branch held before
 * its merge was never on the main line, and is judged as the merge left it. @throws UsageError where git has none
 */
function historySince(git: Git, since: string): PastChanges {
  const repository = repositoryAt(git);
  if (repository === null)
    throw new UsageError([
      problemAt("git", "there is no git repository here", "run inside a repository with a history"),
    ]);
  const start = findCommit(git, since);
  if (start.kind === "problem") throw new UsageError([start.problem]);
  const listed = gitText(git, [
    "log",
    "--first-parent",
    "--reverse",
    "-z",
    "--format=%H %P%x1f%ct%x1f%s",
    `${start.sha}..HEAD`,
  ]);
  if (listed === null)
    throw new UsageError([problemAt("git", `the history since ${since} cannot be read`, "fetch the whole history")]);
  const changes = listed
    .split("\0")
    .filter((entry) => entry !== "")
    .flatMap((entry): readonly PastChange[] => {
      const [commits = "", at = "", subject = ""] = entry.split("\u001f");
      const [commit = "", parent] = commits.trim().split(" ");
      return parent === undefined ? [] : [{ commit, parent, at: Number(at) * 1000, subject }];
    });
  if (changes.length === 0) {
    const mend = isShallow(git) ? "fetch the whole history: the clone is shallow" : "name an earlier commit";
    throw new UsageError([problemAt("git", `there is no change since ${since}`, mend)]);
  }
  const line = changes.map(({ commit }) => commit);
  return { changes, hands: handsOf(line, loggedSince(git, start.sha)), below: repository.prefix.replace(/\/$/, "") };
}

function loggedSince(git: Git, start: string): readonly LoggedCommit[] {
  const trailers = ["Reviewed-by", "Approved-by", "Acked-by"].map((key) => `key=${key}`).join(",");
  const format = `--format=%H%x1f%P%x1f%ae%x1f%ce%x1f%(trailers:${trailers},valueonly,separator=%x1e)`;
  const listed = gitText(git, ["log", "-z", format, `${start}..HEAD`]) ?? "";
  return listed
    .split("\0")
    .filter((entry) => entry.trim() !== "")
    .map((entry) => {
      const [commit = "", parents = "", author = "", committer = "", reviewers = ""] = entry.split("\u001f");
      return {
        commit: commit.trim(),
        parents: parents.split(" ").filter((parent) => parent !== ""),
        author,
        committer,
        reviewers: reviewers
          .split("\u001e")
          .filter((one) => one.trim() !== "")
          .map(addressOf),
      };
    });
}

function requestAt(request: JudgeRequest, { commit, parent, at }: PastChange, below: string, git: Git): JudgeRequest {
  const changed = changedPaths(git, parent, commit, below) ?? [];
  const base: OtherTree = {
    tree: treeAt(git, parent, below),
    label: parent.slice(0, 7),
    configuration: request.configuration,
    commit: parent,
  };
  return {
    ...request,
    tree: treeAt(git, commit, below),
    history: gitHistory({ git, commit, below }),
    base,
    onlyNew: true,
    event: "pull_request",
    touched: new Set(changed.flatMap(({ path, from }) => (from === null ? [path] : [path, from]))),
    renames: new Map(
      changed.flatMap(({ kind, path, from }) => (kind === "renamed" && from !== null ? [[path, from]] : [])),
    ),
    now: at,
    clockGiven: true,
    head: commit,
    notes: [],
  };
}

function treeAt(git: Git, commit: string, below: string): FileSystem {
  const found = gitTree({ git, commit, below });
  if (found.kind === "problem") throw new UsageError([found.problem]);
  return found.tree;
}

function progress(done: number, all: number, { err }: CommandWorld): void {
  if (err.isTerminal) err.write(done === all - 1 ? `\r${" ".repeat(40)}\r` : `\r${done} of ${all} changes`);
}

const shown = ({ commit, at, subject, decision, noise, stopping }: Replayed) => ({
  commit,
  at: new Date(at).toISOString(),
  subject,
  decision,
  within_noise: noise,
  findings: stopping.map(({ finding: { model, policy, rule, subject: about, outcome, message }, noise: within }) => ({
    model,
    policy,
    rule,
    subject: about,
    outcome,
    message,
    within_noise: within,
  })),
});

interface Result {
  readonly since: string;
  readonly changes: number;
  /** Changes that merged a branch, and how many commits these brought. */
  readonly merges: number;
  readonly brought: number;
  /** Rules that ask people, as `policy/rule`. */
  readonly left: readonly string[];
  /** Changes of which git names nobody beside their authors, where a rule asks people. */
  readonly alone: readonly string[];
  readonly stopped: readonly Replayed[];
}

function textOf({ since, changes, merges, brought, left, alone, stopped }: Result): string {
  const lines = stopped.flatMap(({ commit, at, subject, decision, stopping }) => [
    `${decision.padEnd(9)} ${commit.slice(0, 7)} ${new Date(at).toISOString().slice(0, 10)} ${printable(subject)}`,
    ...stopping.map(({ finding: { model, rule, message }, noise }) => {
      const within = noise === null ? "" : noise ? " (within noise)" : " (beyond noise)";
      return `  ${printable(`${model} ${rule}: ${message}`)}${within}`;
    }),
  ]);
  const blocked = stopped.filter(({ decision }) => decision === "block");
  const noise = stopped.filter((one) => one.noise).length;
  const within =
    stopped.length === 0
      ? ""
      : stopped.length === 1
        ? `, ${noise === 1 ? "and that" : "and that not"} by findings within noise alone`
        : `; ${noise} of these ${stopped.length} by findings within noise alone`;
  const head = `${changes} ${changes === 1 ? "change" : "changes"} since ${printable(since)}: ${blocked.length} blocked, ${stopped.length - blocked.length} undecided${within}`;
  const branches =
    merges === 0
      ? []
      : [
          `${merges} of them ${merges === 1 ? "is a merge" : "are merges"}, each judged once with all it brought (${brought} commits of branches are not judged by themselves)`,
        ];
  const people =
    left.length === 0
      ? []
      : [
          `left out of the decisions, since git holds no reviews: ${printable(left.join(", "))}; of ${alone.length} of the ${changes} changes git names nobody beside the author`,
        ];
  return [head, ...branches, ...people, ...lines].map((line) => `${line}\n`).join("");
}
