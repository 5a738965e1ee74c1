import { changesBetween, changeWords, decisionWords, type ModelChange } from "../impact/changes.js";
import { judge } from "../judge/judge.js";
import type { JudgeRequest, OtherTree } from "../judge/request.js";
import { policyFilesOf } from "../policy/files.js";
import { printable } from "../report/paint.js";
import { treeOfCommit } from "./base-commit.js";
import { clockOf } from "./clock.js";
import type { Command } from "./command.js";
import { requestOf } from "./evaluate-report.js";
import { placeOf } from "./place.js";
import { prepare } from "./prepare.js";
import { preparedFrom, type Prepared } from "../prepare/prepared.js";
import { configOption, modelOption, nowOption, policyOption } from "./options.js";

export const impact: Command = {
  id: "impact",
  summary:
    "Says which models a change of policies, waivers or configuration decides otherwise: on the evidence here, and on the base's.",
  usage: "[PATH…] [--base REF] [--policy FILE|PACK …] [--format terminal|json]",
  options: {
    base: { type: "string", value: "REF", description: "the commit whose policies stand now; HEAD by default" },
    config: configOption,
    policy: policyOption("the policies to try, in place of those that referee.yaml names here"),
    model: modelOption("judge only this model"),
    format: { type: "string", value: "FORM", description: "terminal or json; terminal by default" },
    now: nowOption,
  },
  examples: ["model-referee impact --base main", "model-referee impact --policy policies/stricter.yaml"],

  async run(args, world) {
    const form = args.choice("format", ["terminal", "json"]);
    const { time } = clockOf(args.text("now"), world);
    const place = placeOf(world.folder, args.positionals, args.text("config"));
    const base = treeOfCommit(args.text("base") ?? "HEAD", place.root, world.environment);
    const standing = await preparedOfTree(base, time);
    const proposed = await prepare(place, args.texts("policy"), world.folder, time);
    const here = requestOf(args, world, place, proposed);
    const there: JudgeRequest = { ...here, tree: base.tree };
    const sides = [
      { evidence: "here", changes: await effect(here, standing, proposed) },
      { evidence: base.label, changes: await effect(there, standing, proposed) },
    ] as const;
    if (form === "json") world.out.write(`${JSON.stringify(sides, null, 2)}\n`);
    else for (const side of sides) world.out.write(sideText(side.evidence, side.changes));
    return 0;
  },
};

/** What a commit judges with. @throws UsageError where it is wrong */
function preparedOfTree({ tree, configuration }: OtherTree, now: number): Promise<Prepared> {
  const files = policyFilesOf(tree);
  return preparedFrom(configuration, configuration.policies, files, files, now, configuration.path === null);
}

/** The same evidence judged by both. */
async function effect(request: JudgeRequest, standing: Prepared, proposed: Prepared): Promise<readonly ModelChange[]> {
  const before = await judge({ ...request, ...standing, notes: [] });
  const after = await judge({ ...request, ...proposed, notes: [] });
  return changesBetween(before, after);
}

function sideText(evidence: string, changes: readonly ModelChange[]): string {
  const decided = changes.filter(({ before, after }) => before !== after).length;
  const head = `on the evidence ${evidence === "here" ? "here" : `of ${evidence}`}: ${decided === 0 ? "no model is" : decided === 1 ? "1 model is" : `${decided} models are`} decided otherwise\n`;
  const lines = changes.flatMap((change) => [
    `  ${printable(change.model)}: ${decisionWords(change)}`,
    ...change.findings.map((finding) => `    ${printable(`${finding.policy}/${changeWords(finding)}`)}`),
  ]);
  return head + lines.map((line) => `${line}\n`).join("");
}
