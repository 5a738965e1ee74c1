import { existsSync } from "node:fs";
import { join } from "node:path";
import { wantEverything, survey } from "../survey.js";
import { evidenceOf, gather } from "../gather.js";
import { metricRows } from "../report/metric-rows.js";
import { shownNumber } from "../judging/wording.js";
import type { MetricRow } from "../model/report-detail.js";
import { defaultConfiguration } from "../model/configuration.js";
import { problemAt, UsageError } from "../model/problem.js";
import { writeAllWhole } from "../world/whole-file.js";
import type { Command } from "./command.js";
import { placeOf } from "./place.js";

export const init: Command = {
  id: "init",
  summary:
    "Looks at the repository and writes a first referee.yaml, a policy that the models meet today, and the workflow.",
  usage: "[PATH] [--force]",
  options: { force: { type: "boolean", value: "", description: "overwrite what is there" } },
  examples: ["model-referee init"],

  async run(args, world) {
    const place = placeOf(world.folder, args.positionals, undefined);
    const { tree, rootName, scope, root } = place;
    const surveyed = await survey({
      tree,
      rootName,
      configuration: defaultConfiguration,
      scope,
      markdownBody: true,
      modelFiles: false,
      formats: "all",
    });
    if (surveyed.models.length === 0) {
      throw new UsageError([
        problemAt(
          "usage",
          "no model was found: a folder with a model card, an MLmodel file or a *.facts.jsonl is one",
          "run it in the repository that holds your models, or write a README.md with a model card first",
        ),
      ]);
    }
    const seen = surveyed.models.map(({ identity, files }) => {
      const { reader, recognise } = surveyed;
      const evidence = evidenceOf(
        gather(files, {
          reader,
          recognise,
          wanted: wantEverything,
          model: identity.name,
          vouchedFor: () => "committed",
          lockedDigest: (path) => surveyed.locked.get(path),
        }),
      );
      return {
        identity,
        rows: metricRows(evidence, identity),
        drift: evidence.of("drift").length > 0,
        fields: evidence.of("card").some(({ field }) => field === "license"),
      };
    });
    const floors = floorsOf(seen.map(({ rows }) => rows));
    const written: Readonly<Record<string, string>> = {
      "referee.yaml": configurationText(seen.map(({ identity }) => identity)),
      "policies/gate.yaml": policyText(
        floors,
        seen.every(({ drift }) => drift),
        seen.every(({ fields }) => fields),
      ),
      ...(floors.length === 0 ? {} : { "policies/gate.test.yaml": policyTestText(floors) }),
      ".github/workflows/model-referee.yaml": workflowText,
    };
    const there = Object.keys(written).filter((path) => existsSync(join(root, path)));
    if (there.length > 0 && !args.flag("force")) {
      throw new UsageError(
        there.map((path) =>
          problemAt("usage", `${path} is there already`, "delete it, or say --force to overwrite it", { path }),
        ),
      );
    }
    const files = Object.entries(written).map(([path, content]) => ({ path: join(root, path), content }));
    const code = writeAllWhole(files, world.writer);
    if (code !== null) {
      const mend = "make room, or run in a folder that may be written";
      throw new UsageError([problemAt("usage", `nothing was written: the files cannot be (${code})`, mend)]);
    }
    for (const path of Object.keys(written)) world.out.write(`wrote ${place.pathPrefix}${path}\n`);
    world.out.write(
      `\nNext   model-referee check      judges ${seen.length === 1 ? "the model" : `the ${seen.length} models`} by the new policy\n       put the commit of a release into .github/workflows/model-referee.yaml\n`,
    );
    return 0;
  },
};

const configurationText = (models: readonly { readonly name: string; readonly path: string }[]): string =>
  [
    "# What Model Referee judges here, and by which policies.",
    "policies: [policies/gate.yaml]",
    ...(models.length > 20
      ? []
      : [
          "models:",
          ...models.map(
            ({ name, path }) =>
              `  - { name: ${JSON.stringify(name)}, path: ${JSON.stringify(path === "" ? "." : path)}, stage: production }`,
          ),
        ]),
    "",
  ].join("\n");

/** Floors that every model meets today, a little below the worst of them; only for metrics that all state. */
function floorsOf(
  models: readonly (readonly MetricRow[])[],
): readonly { readonly metric: string; readonly floor: number }[] {
  const [first = []] = models;
  return first.flatMap(({ metric, higher_is_better: higher, unit }) => {
    const values = models.map((rows) => rows.find((row) => row.metric === metric)?.value ?? null);
    if (higher !== true || unit !== "proportion" || values.some((value) => value === null)) return [];
    const worst = Math.min(...values.map((value) => value ?? 0));
    return [{ metric, floor: Math.floor(worst * 50) / 50 }];
  });
}

function policyText(
  floors: readonly { readonly metric: string; readonly floor: number }[],
  drift: boolean,
  licensed: boolean,
): string {
  return [
    "policy: gate",
    "description: What every model here shows before it is merged.",
    "extends: [referee:baseline]",
    "gates: true",
    "rules:",
    ...floors.map(
      ({ metric, floor }) =>
        `  ${metric.replaceAll("_", "-")}-floor: { metric: ${metric}, at-least: ${shownNumber(floor)} }`,
    ),
    ...(drift ? ["  stable-inputs: { drift: share, at-most: 30%, then: warn }"] : []),
    ...(licensed ? ["  licensed: { card-fields: license }"] : []),
    "  honest-card: { card-claims: all, then: { missing: note } }",
    "",
  ].join("\n");
}

/** A model at its floors, one below them, and one of which nothing is known. */
function policyTestText(floors: readonly { readonly metric: string; readonly floor: number }[]): string {
  const caseOf = (name: string, outcome: string, share: number | null): readonly string[] => [
    `  - name: ${name}`,
    ...(share === null ? [] : ["    facts:"]),
    ...(share === null
      ? []
      : floors.map(
          ({ metric, floor }) =>
            `      - { kind: measurement, metric: ${metric}, value: ${shownNumber(floor * share)}, unit: proportion }`,
        )),
    "    findings:",
    ...floors.map(({ metric }) => `      ${metric.replaceAll("_", "-")}-floor: ${outcome}`),
  ];
  return [
    "tests:",
    ...caseOf("a model that just reaches the floors", "met", 1),
    ...caseOf("a model below them", "not-met", 0.9),
    ...caseOf("a model of which nothing is known", "missing", null),
    "",
  ].join("\n");
}

const workflowText = `# Judges models on every pull request. Read-only: the result is the job's status, its summary and annotations.
name: model-referee
on:
  pull_request:
  merge_group:
  push:
    branches: [main]
permissions:
  contents: read
  pull-requests: read
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          fetch-depth: 0
          persist-credentials: false
      # Put the full commit of the release that you have looked at here: a tag may be moved.
      - uses: model-referee/model-referee@0123456789abcdef0123456789abcdef01234567
`;
