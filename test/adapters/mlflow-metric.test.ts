import { describe, expect, test } from "vitest";
import type { Fact } from "../../src/model/fact.js";
import { readFiles } from "../read-evidence.js";
import { expectFact, type Expected } from "./described.js";

const meta = (more: string): string =>
  `artifact_uri: file:///a\nexperiment_id: '0'\nlifecycle_stage: active\nrun_id: abc\nstatus: 3\nend_time: null\n${more}`;

const latest = async (history: string): Promise<readonly Fact[]> =>
  (await readFiles({ "0/abc/meta.yaml": meta(""), "0/abc/metrics/acc": history })).filter(
    ({ source, kind }) => source.path === "0/abc/metrics/acc" && kind !== "file",
  );

// MLflow takes the greatest of (step, time, value); see FileStore._get_metric_from_file.
describe("the latest entry of a history", () => {
  test.each<readonly [string, string, Expected]>([
    ["a later step below an earlier one", "2 0.2 5\n9 0.9 1\n", { value: 0.2, step: 5, place: "1" }],
    ["the later of one step", "5 0.5 0\n7 0.7 0\n6 0.6 0\n", { value: 0.7, place: "2" }],
    ["the greater of one moment", "5 0.5 0\n5 0.6 0\n5 0.4 0", { value: 0.6, place: "2" }],
    [
      "two columns, as before 1.0",
      "1535000000 0.5\n1535000001 0.6\n",
      { value: 0.6, step: 0, at: "2018-08-23T04:53:21Z" },
    ],
    [
      "a data set behind the step",
      "1795409672306 0.5 3 fraud-test bcca66e0\n",
      { value: 0.5, step: 3, dataset: "fraud-test" },
    ],
    ["carriage returns", "5 0.5 0\r\n6 1e-05 1\r\n", { value: 1e-5, step: 1, place: "2" }],
    ["a negative step", "5 0.5 -1\n", { value: 0.5, step: -1 }],
  ])("%s", async (_, history, expected) => expectFact(await latest(history), { kind: "measurement", ...expected }));

  test.each([
    ["text", "accuracy: 0.9\n"],
    ["a value that is no number", "5 high 0\n"],
    ["a mark of a merge", "5 0.5 0\n<<<<<<< HEAD\n"],
    ["a fourth column alone", "5 0.5 0 rest\n"],
  ])("%s is a problem on its line", async (_, history) =>
    expectFact(await latest(history), {
      kind: "problem",
      problem: "unreadable",
      place: String(history.split("\n").length - 1),
    }),
  );

  test("an empty history is a problem", async () =>
    expectFact(await latest("\n"), { kind: "problem", problem: "empty" }));
});

describe("traps of the store", () => {
  test("a digest that YAML takes for a number stays what was written", async () => {
    const facts = await readFiles({
      "0/datasets/d/meta.yaml":
        "digest: 1234e567\nname: sales\nprofile: '{\"num_rows\": 3}'\nschema: '{}'\nsource: '{}'\nsource_type: local\n",
    });
    expectFact(facts, { kind: "dataset", digest: "mlflow:1234e567", name: "sales", rows: 3 });
  });

  test("a deleted version states nothing", async () => {
    const facts = await readFiles({
      "models/m/version-1/meta.yaml": "creation_timestamp: 1\ncurrent_stage: Deleted_Internal\nname: m\nversion: 1\n",
    });
    expect(facts.filter(({ kind }) => kind === "model")).toEqual([]);
  });

  test.each([
    ["the moved folder of an experiment", ".trash/0/abc", "active"],
    ["a deleted run", "0/abc", "deleted"],
  ])("%s gives no number", async (_, folder, stage) => {
    const facts = await readFiles({
      [`${folder}/meta.yaml`]: meta("").replace("active", stage),
      [`${folder}/metrics/acc`]: "5 0.5 0\n",
      [`${folder}/inputs/i/meta.yaml`]:
        "destination_id: d\ndestination_type: RUN\nsource_id: d\nsource_type: DATASET\ntags: {}\n",
    });
    expect(facts.filter(({ kind }) => kind === "measurement" || kind === "dataset")).toEqual([]);
  });

  test("a model's copy counts where its run is not there", async () => {
    const facts = await readFiles({
      "0/models/m-1/meta.yaml":
        "artifact_location: a\ncreation_timestamp: 1\nexperiment_id: '0'\nmodel_id: m-1\nsource_run_id: abc\n",
      "0/models/m-1/metrics/acc": "1795409672306 0.5 2 abc fraud-test bcca66e0\n",
    });
    expectFact(facts, { kind: "measurement", value: 0.5, step: 2, run: "abc", dataset: "fraud-test" });
  });

  test("a metric named by a country is read whatever its ending", async () => {
    const facts = await readFiles({
      "0/abc/meta.yaml": meta(""),
      "0/abc/metrics/test_auc.country.PT": "5 0.5 0\n",
      "0/abc/metrics/test_auc.country.MD": "5 0.6 0\n",
    });
    expectFact(facts, { metric: "roc_auc", slice: { country: "PT" }, value: 0.5 });
    expectFact(facts, { metric: "roc_auc", slice: { country: "MD" }, value: 0.6 });
  });

  test("counts of another evaluation give no trials", async () => {
    const facts = await readFiles({
      "0/abc/meta.yaml": meta(""),
      "0/abc/metrics/recall_score": "5 0.5 0\n",
      "0/abc/metrics/example_count": "5 100 0\n",
      "0/abc/metrics/true_positives": "5 3 0\n",
      "0/abc/metrics/false_negatives": "5 1 0\n",
    });
    expectFact(facts, { metric: "recall", value: 0.5, n: 100, trials: null });
  });

  test("a folder of metrics without a run is none of MLflow's", async () => {
    const facts = await readFiles({ "docs/metrics/acc": "5 0.5 0\n" });
    expect(facts.filter(({ kind }) => kind === "measurement")).toEqual([]);
  });
});
