import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { ParameterValue, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, list, member, members, text } from "../read/shape.js";
import { declaredUnder, isTracked, trackedStatement } from "./families/dvc.js";
import { flatParameters } from "./families/parameters.js";

const isStage = (stage: Value): boolean =>
  isRecord(stage) &&
  (hasKeys(stage, "cmd") || hasKeys(stage, "outs") || hasKeys(stage, "deps")) &&
  ["deps", "outs"].every((key) => (list(member(stage, key)) ?? []).every(isTracked));

/** The stages: below `stages` since schema 2.0, at the top before. */
function stagesOf(value: Value | undefined): { readonly stages: Value | undefined; readonly base: string } {
  const stages = member(value, "stages");
  return isRecord(stages) ? { stages, base: "/stages" } : { stages: value, base: "" };
}

function isLock(name: string, value: Value | undefined): boolean {
  if (hasKeys(value, "schema") && hasKeys(value, "stages") && !isRecord(member(value, "stages"))) return false;
  const { stages, base } = stagesOf(value);
  const all = members(stages);
  const known = base === "/stages" ? hasKeys(value, "schema") || name.endsWith("dvc.lock") : name.endsWith("dvc.lock");
  return known && all.length > 0 && all.every(([, stage]) => isStage(stage));
}

const pathsOf = (stage: Value, key: string): readonly string[] =>
  (list(member(stage, key)) ?? []).map((entry) => text(member(entry, "path"))).filter((path) => path !== undefined);

/** Parameters of all the files that the stage depends on. */
const parametersOf = (stage: Value): Readonly<Record<string, ParameterValue>> =>
  Object.assign({}, ...members(member(stage, "params")).map(([, params]) => flatParameters(params)));

function stageStatements(name: string, stage: Value, base: string): readonly Statement[] {
  const command = text(member(stage, "cmd"));
  const run: Statement = {
    kind: "run",
    params: parametersOf(stage),
    inputs: pathsOf(stage, "deps"),
    outputs: pathsOf(stage, "outs"),
    environment: { stage: name, ...(command === undefined ? {} : { command }) },
    where: { pointer: base },
  };
  const followed = ["deps", "outs"].flatMap((key) =>
    (list(member(stage, key)) ?? []).map((entry, index) =>
      trackedStatement(entry, pointer(base, key, index), key === "outs"),
    ),
  );
  return [run, ...followed.filter((statement) => statement !== null)];
}

/** The same file with the same digest, as one stage's output and the next one's input, is stated once. */
function withoutRepeats(statements: readonly Statement[]): readonly Statement[] {
  const seen = new Set<string>();
  return statements.filter((statement) => {
    if (statement.kind !== "dataset") return true;
    const key = JSON.stringify([statement.location, statement.digest]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Paths that the pipeline beside the lock declares as metrics or plots: results, not data. */
function resultsBeside(file: EvidenceFile): ReadonlySet<string> {
  const pipeline = file.neighbour("dvc.yaml")?.value;
  return new Set(["metrics", "plots"].flatMap((key) => declaredUnder(pipeline, key).map(({ path }) => path)));
}

/** What the stages of a DVC pipeline last ran with. */
export const dvcLock: Adapter = {
  id: "dvc-lock",
  title: "DVC lock file (`dvc.lock`)",
  definedAt: "https://dvc.org/doc/user-guide/project-structure/dvcyaml-files#dvclock-file",
  versions: "schema 2.0, by DVC 2.x to 3.67.1; schema 1.0 from the schema, not seen",
  reads:
    "A run for each stage, with its parameters, inputs and outputs; data and models with the digest of their content. A path that two stages saw with different digests is stated twice.",
  leaves: "Sizes, numbers of files, tags of clouds, and digests of source code, settings and results.",
  syntax: ["yaml"],
  gives: ["run", "dataset", "model"],
  recognises: ({ name, value }) => isLock(name, value),

  read(file) {
    const { stages, base } = stagesOf(file.value);
    const results = resultsBeside(file);
    const statements = members(stages).flatMap(([name, stage]) => stageStatements(name, stage, pointer(base, name)));
    return withoutRepeats(statements).filter(
      (statement) => statement.kind !== "dataset" || !results.has(statement.location ?? ""),
    );
  },
};
