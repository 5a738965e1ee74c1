import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { wantEverything, survey, type Survey } from "../survey.js";
import { evidenceOf } from "../gather/evidence-of.js";
import { gather } from "../gather/gather.js";
import { ownersIn } from "../git/codeowners.js";
import { judge } from "../judge/judge.js";
import { metricRows } from "../report/metric-rows.js";
import { nameModels } from "../discover/models.js";
import { defaultConfiguration, type ConfiguredModel } from "../model/configuration.js";
import type { Vouched } from "../model/fact.js";
import { problemAt, UsageError } from "../model/problem.js";
import { loadConfiguration } from "../policy/configuration.js";
import { policyFilesOf } from "../policy/files.js";
import { loadAnyPolicies } from "../policy/load.js";
import { disk } from "../world/disk.js";
import { memory } from "../world/memory.js";
import { writeAllWhole } from "../world/whole-file.js";
import type { Command, CommandArguments, CommandWorld } from "./command.js";
import { editorSchemas, schemaFolder } from "./editor-schemas.js";
import { requestOf } from "./evaluate-report.js";
import { homesOf } from "./init-homes.js";
import { newestRun } from "./init-run.js";
import { proposeModels, type ProposedModel, type SeenModel } from "./init-models.js";
import { policyTestText, policyText, proposeRules, type ProposedRule } from "./init-policy.js";
import { placeOf, type Place } from "./place.js";

export const init: Command = {
  id: "init",
  summary:
    "Looks at the repository and writes a first referee.yaml, a policy that the models meet today, its tests, schemas for editors, and the workflow.",
  usage: "[PATH] [--force]",
  options: { force: { type: "boolean", value: "", description: "overwrite what is there" } },
  examples: ["model-referee init", "model-referee init services/fraud --force"],

  async run(args, world) {
    const place = placeOf(world.folder, args.positionals, undefined);
    const seen = seenIn(await surveyOf(place));
    const owners = ownersIn(disk(resolve(place.root, place.repositoryPrefix.replaceAll(/[^/]+/g, ".."))));
    const models = proposeModels(seen, (path) => owners?.of(place.repositoryPrefix + path) ?? []);
    const configuration = configurationText(models);
    const rules = await metToday(proposeRules(seen, models), configuration, { args, world, place });
    const written: Readonly<Record<string, string>> = {
      "referee.yaml": configuration,
      "policies/gate.yaml": policyText(schemaLine("policy", 1), rules),
      ...(rules.length === 0 ? {} : { "policies/gate.test.yaml": policyTestText(schemaLine("policy-test", 1), rules) }),
      ".github/workflows/model-referee.yaml": workflowText,
    };
    write(written, args.flag("force"), place, world);
    world.out.write(`wrote ${place.pathPrefix}${schemaFolder}/, which the first lines name for editors\n`);
    world.out.write(
      `\nNext   model-referee check      judges ${seen.length === 1 ? "the model" : `the ${seen.length} models`} by the new policy\n       put the commit of a release into .github/workflows/model-referee.yaml\n`,
    );
    return 0;
  },
};

/**
 * What the repository holds; where nothing marks a model, the folders whose files state results are models.
 *
 * @throws UsageError where there are none either
 */
async function surveyOf(place: Place): Promise<Survey> {
  const surveyed = await surveyWith([], place);
  if (surveyed.models.length > 0) return surveyed;
  const { facts } = gather(surveyed.unowned, readingOf(surveyed));
  const homes = homesOf(facts.flatMap(({ kind, source }) => (kind === "measurement" ? [source.path] : [])));
  if (facts.some(({ kind }) => kind === "measurement")) return surveyWith(homes, place);
  throw new UsageError([
    problemAt(
      "usage",
      "no model was found: a folder with a model card, an MLmodel file or a *.facts.jsonl is one, and no file states results",
      "run it in the repository that holds your models, or write a README.md with a model card first",
    ),
  ]);
}

function surveyWith(homes: readonly string[], { tree, rootName, scope }: Place): Promise<Survey> {
  const names = nameModels(homes, rootName, new Map());
  const models = homes.map((path): ConfiguredModel => ({
    ...{ name: names.get(path) ?? path, path, stage: null, risk: null, owner: null, champion: null, run: null },
  }));
  const configuration = { ...defaultConfiguration, models };
  return survey({ tree, rootName, configuration, scope, formats: "all", modelFiles: false });
}

const readingOf = ({ reader, recognise, locked }: Survey) => ({
  reader,
  recognise,
  wanted: wantEverything,
  model: null,
  vouchedFor: (): Vouched => "committed",
  lockedDigest: (path: string) => locked.get(path),
});

const seenIn = (surveyed: Survey): readonly SeenModel[] =>
  surveyed.models.map(({ identity, files }) => {
    const evidence = evidenceOf(gather(files, { ...readingOf(surveyed), model: identity.name }));
    const named = { ...identity, run: newestRun(evidence) };
    return { identity: named, rows: metricRows(evidence, named), evidence };
  });

interface Asked {
  readonly args: CommandArguments;
  readonly world: CommandWorld;
  readonly place: Place;
}

/** Those of the rules that every model meets, as the gate itself judges them. */
async function metToday(
  rules: readonly ProposedRule[],
  configuration: string,
  { args, world, place }: Asked,
): Promise<readonly ProposedRule[]> {
  const files = policyFilesOf(
    memory({ "referee.yaml": configuration, "gate.yaml": policyText(schemaLine("policy", 0), rules) }),
  );
  const loaded = loadConfiguration("referee.yaml", files);
  const { policies, problems } = await loadAnyPolicies(["gate.yaml"], files);
  if (problems.length + loaded.problems.length > 0) throw new UsageError([...problems, ...loaded.problems]);
  const { findings } = await judge(
    requestOf(args, world, place, {
      configuration: loaded.configuration,
      policies,
      waivers: [],
      judgedBy: { commit: null, configuration: null, waivers: [], named: [] },
      notes: [],
    }),
  );
  return rules.filter(({ id }) => {
    const found = findings.filter(({ rule, policy }) => rule === id && policy === "gate");
    return found.some(({ outcome }) => outcome === "met") && found.every(({ effect }) => effect === "pass");
  });
}

/**
 * Writes all of them and the schemas that they name, or none.
 *
 * @throws UsageError where one is there and nobody said to overwrite it, and where they cannot be written
 */
function write(written: Readonly<Record<string, string>>, force: boolean, place: Place, world: CommandWorld): void {
  const there = Object.keys(written).filter((path) => existsSync(join(place.root, path)));
  if (there.length > 0 && !force) {
    throw new UsageError(
      there.map((path) =>
        problemAt("usage", `${path} is there already`, "delete it, or say --force to overwrite it", { path }),
      ),
    );
  }
  const schemas = Object.entries(editorSchemas()).map(([path, text]) => [`${schemaFolder}/${path}`, text] as const);
  const files = [...Object.entries(written), ...schemas].map(([path, content]) => ({
    path: join(place.root, path),
    content,
  }));
  const code = writeAllWhole(files, world.writer);
  if (code !== null) {
    const mend = "make room, or run in a folder that may be written";
    throw new UsageError([problemAt("usage", `nothing was written: the files cannot be (${code})`, mend)]);
  }
  for (const path of Object.keys(written)) world.out.write(`wrote ${place.pathPrefix}${path}\n`);
}

/** The line by which an editor finds the schema of a file so many folders below the root. */
const schemaLine = (name: string, depth: number): string =>
  `# yaml-language-server: $schema=${"../".repeat(depth)}${schemaFolder}/${name}.schema.json`;

/** Beyond so many models, folders and CODEOWNERS tell more than a list that nobody keeps. */
const MOST_LISTED = 20;

function configurationText(models: readonly ProposedModel[]): string {
  const unstaged = models.some(({ stage }) => stage === null);
  return [
    schemaLine("referee", 0),
    "# What Model Referee judges here, and by which policies.",
    "policies: [policies/gate.yaml]",
    ...(models.length > MOST_LISTED
      ? []
      : [
          ...(unstaged
            ? ["# `stage`: say which of them serve and which want to; one without it counts as in production."]
            : []),
          ...(models.some(({ run }) => run !== null)
            ? ["# `run`: the newest that finished, since several state results; name the one that made the model."]
            : []),
          "models:",
          ...models.map((model) => `  - { ${fieldsOf(model)} }`),
        ]),
    "",
  ].join("\n");
}

const fieldsOf = ({ name, path, ...rest }: ProposedModel): string =>
  [
    `name: ${JSON.stringify(name)}`,
    `path: ${JSON.stringify(path === "" ? "." : path)}`,
    ...(["stage", "champion", "owner", "run"] as const).flatMap((key) => {
      const value = rest[key];
      return value === null ? [] : [`${key}: ${key === "stage" ? value : JSON.stringify(value)}`];
    }),
  ].join(", ");

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
