import { expect, test } from "vitest";
import { codeRevision } from "../../src/adapters/families/mlflow-words.js";

const commit = "9f2c1d4e8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d";

test.each<[string, Readonly<Record<string, string>>, string | undefined, string | null]>([
  ["MLflow's own tag", { "mlflow.source.git.commit": commit }, undefined, commit],
  ["a team's tag, as `git rev-parse` prints it", { git_commit: `${commit}\n\n` }, undefined, commit],
  ["the field of runs before tags", {}, `${commit}\n`, commit],
  ["an empty tag, beside another", { git_commit: " \n", git_sha: commit }, undefined, commit],
  ["nothing", { git_commit: "\n" }, "", null],
])("the commit of a run's code: %s", (_, tags, sourceVersion, expected) => {
  expect(codeRevision(new Map(Object.entries(tags)), sourceVersion)).toBe(expected);
});
