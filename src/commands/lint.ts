import { gitText } from "../git/commit.js";
import { gitIn } from "../git/run.js";
import { judge } from "../judge/judge.js";
import type { JudgeRequest } from "../judge/request.js";
import type { Advice } from "../lint/advice.js";
import { lintEvidence } from "../lint/evidence.js";
import { lintRules } from "../lint/rules.js";
import type { Report } from "../model/report.js";
import { printable } from "../report/paint.js";
import { treeOfCommit } from "./base-commit.js";
import type { Command, CommandWorld } from "./command.js";
import { requestOf } from "./evaluate-report.js";
import { placeOf, type Place } from "./place.js";
import { prepare } from "./prepare.js";
import { configOption, modelOption, nowOption, policyOption } from "./options.js";

const long = 90 * 86_400_000;

export const lint: Command = {
  id: "lint",
  summary:
    "Finds rules that say nothing or ask too much: that can never fail, that nobody can meet with these samples, expired, shadowed, far below what has long been reached.",
  usage: "[PATH…] [--policy FILE|PACK …] [--format terminal|json]",
  options: {
    config: configOption,
    policy: policyOption("the policies to look at, in place of those that referee.yaml names"),
    model: modelOption("look only at the evidence of this model"),
    format: { type: "string", value: "FORM", description: "terminal or json; terminal by default" },
    now: nowOption,
  },
  examples: ["model-referee lint", "model-referee lint --policy policies/gate.yaml"],

  async run(args, world) {
    const form = args.choice("format", ["terminal", "json"]);
    const place = placeOf(world.folder, args.positionals, args.text("config"));
    const prepared = await prepare(place, args.texts("policy"), world.folder, world.clock.now());
    const request = requestOf(args, world, place, prepared);
    const report = await judge(request);
    const before = await monthsAgo(request, place, world);
    const advice = prepared.policies.flatMap((policy) => [
      ...lintRules(policy, request.now),
      ...(report.models.length === 0 ? [] : lintEvidence(policy, report, before)),
    ]);
    if (form === "json") world.out.write(`${JSON.stringify(advice, null, 2)}\n`);
    else world.out.write(textOf(advice));
    return advice.length === 0 ? 0 : 1;
  },
};

/** What the same rules say of the evidence of some months ago; null where no commit is so old. */
async function monthsAgo(
  request: JudgeRequest,
  { root }: Place,
  { environment }: CommandWorld,
): Promise<Report | null> {
  const git = gitIn({ folder: root, environment, trusted: false });
  const until = Math.floor((request.now - long) / 1000);
  const commit = gitText(git, ["rev-list", "-1", `--before=${until}`, "HEAD"]);
  if (commit === null || commit === "") return null;
  const { tree } = treeOfCommit(commit, root, environment);
  return judge({ ...request, tree, now: request.now - long });
}

function textOf(advice: readonly Advice[]): string {
  const lines = advice.flatMap(({ id, rule, message, mend, origin }) => [
    `${printable(`${origin.path}:${origin.line}: ${rule ?? "the policy"}: ${message}`)} [${id}]`,
    `  mend: ${printable(mend)}`,
  ]);
  const count = advice.length === 1 ? "1 thing" : `${advice.length} things`;
  return [...lines, advice.length === 0 ? "nothing to mend" : `${count} to mend`].map((line) => `${line}\n`).join("");
}
