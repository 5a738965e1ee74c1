import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import "../../src/adapters/index.js";
import { modelCard } from "../checks/rows.js";
import { corpusRoot } from "../truth/corpus-files.js";
import { of } from "./judged.js";
import { changed, movedAbout } from "./left-out.js";

/** Runs of one tool with the same limits over other data, as the tools wrote them. */
interface Runs {
  readonly rule: string;
  /** The path, with `*` for the data. */
  readonly path: string;
  readonly data: readonly string[];
}

const scenarios = ["stable", "data_drift", "quality_faults", "concept_drift"] as const;
const quality = "{ data-quality: checks, allowed-over: 90% }";
const drift = "{ drift: any }";

const runs: readonly Runs[] = [
  ...["promotion-gate", "data-quality", "data-stability", "binary-classification", "data-drift-preset"].map(
    (suite) => ({
      rule: quality,
      path: `evidently-0.4/testsuite-${suite}/*.json`,
      data: scenarios,
    }),
  ),
  ...["explicit-tests", "data-drift-preset", "data-summary-preset", "classification-preset"].map((report) => ({
    rule: quality,
    path: `evidently-0.7/${report}/*/report.json`,
    data: scenarios,
  })),
  { rule: drift, path: "evidently-0.7/data-drift-preset/*/report.json", data: scenarios },
  { rule: drift, path: "evidently-0.4/report-data-drift-preset/*.json", data: scenarios },
  { rule: quality, path: "great-expectations-1.x/validation-result/*/validation_basic.json", data: scenarios },
  { rule: quality, path: "great-expectations-0.18/validation-result/*/validation_summary.json", data: scenarios },
  { rule: quality, path: "deepchecks/train-test-validation/*/result.json", data: scenarios },
  { rule: quality, path: "deepchecks/model-evaluation/*/result.json", data: scenarios },
  { rule: quality, path: "dbt/*/run_results.json", data: scenarios },
  { rule: quality, path: "datacontract-cli/*/result.json", data: ["stable", "faults"] },
  { rule: quality, path: "whylogs/constraints/*/constraints_report.json", data: scenarios },
  ...["ks-batch", "chisquare-batch", "mmd-batch", "cvm-batch", "fet-label"].map((detector) => ({
    rule: drift,
    path: `alibi-detect/${detector}/*.json`,
    data: scenarios,
  })),
  { rule: drift, path: "whylogs/drift-scores/*/drift_scores_default.json", data: scenarios },
  { rule: "{ anomalies: any }", path: "tfdv/fraud/current_*_anomalies.json", data: ["ok", "drifted"] },
];

const read = ({ path, data }: Runs): readonly string[] =>
  data
    .map((name) => join(corpusRoot, "generated", path.replace("*", name)))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, "utf8"));

test.skipIf(!existsSync(corpusRoot)).each(runs.map((run) => [run.path, run] as const))(
  "nothing is said of limits that stay, whatever the data: %s",
  async (path, run) => {
    const texts = read(run);
    expect(texts.length).toBeGreaterThan(1);
    const said: string[] = [];
    for (const before of texts)
      for (const after of texts) {
        const [base, head] = [before, after].map((text) => ({ ...modelCard, [`m/${basename(path)}`]: text }));
        if (base === undefined || head === undefined) continue;
        const report = await changed(base, before === after ? movedAbout(head) : head, run.rule);
        said.push(
          ...of(report, "a")
            .filter(({ subject }) => subject === "limits loosened")
            .map(({ message }) => message),
        );
      }
    expect(said).toEqual([]);
  },
);
