import { afterAll } from "vitest";
import { gitHistory } from "../../src/git/history.js";
import { gitIn } from "../../src/git/run.js";
import type { History } from "../../src/model/history.js";
import { createRepository } from "../git/repository.js";
import type { Files } from "../judge/judged.js";
import { corpusFiles } from "./corpus.js";

/** Models put together from files that the tools wrote, for the tables of cases. */

const store = "generated/mlflow/2.22.5/file-store/mlruns/757721715724447815";

/** The runs of the fraud model that MLflow's store holds: the champion's and the challenger's. */
export const runs = {
  champion: "d2f612f42b6d4b018afc648b5477cda1",
  challenger: "3a2cc982580a4f58b8c7b4849b56e85d",
} as const;

/** The fraud model: its card, and the metrics that DVC tracks, of the main branch or of the challenger's. */
export const fraudModel = (branch: "main" | "challenger" = "main", folder = "m"): Files =>
  corpusFiles({
    [`${folder}/README.md`]: `generated/huggingface/fraud/${branch === "main" ? "v1" : "v2"}/README.md`,
    [`${folder}/metrics.json`]: `generated/dvc/fraud/repo-${branch}/metrics.json`,
  });

/** The `MLmodel` file of a run of MLflow's store. */
export const packaged = (run: string, folder = "m"): Files =>
  corpusFiles({ [`${folder}/MLmodel`]: `${store}/${run}/artifacts/model/MLmodel` });

/** A run of MLflow's store: what it is, its code, and a result. */
export const loggedRun = (run: string, folder = "m"): Files => {
  const below = `mlruns/757721715724447815/${run}`;
  return corpusFiles(
    Object.fromEntries(
      ["meta.yaml", "tags/git_commit", "tags/mlflow.datasets", "metrics/test_auc"].map((file) => [
        `${folder}/${below}/${file}`,
        `${store}/${run}/${file}`,
      ]),
    ),
  );
};

/** What git tells of files that were committed one after another, an hour apart, in a repository made for it. */
export function committed(...commits: readonly Files[]): History {
  const repository = createRepository();
  afterAll(() => repository.remove());
  for (const files of commits) repository.commit(files);
  return gitHistory({
    git: gitIn({ folder: repository.folder, environment: process.env, trusted: false }),
    commit: "HEAD",
    below: "",
  });
}
