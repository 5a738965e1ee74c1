import { defaultConfiguration } from "../../src/model/configuration.js";
import { facts } from "../judge/judged.js";
import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";

const model = (created: string | null, more: object = {}): object => ({ kind: "model", name: "m", created, ...more });
const packaged = corpusFiles({
  "m/MLmodel":
    "generated/mlflow/2.22.5/file-store/mlruns/256657706776231707/1fbbd7425030434cb54245db2dd72fc4/artifacts/model/MLmodel",
});
const registry = facts(
  model("2026-11-20T00:00:00Z", { version: "3" }),
  model("2026-01-20T00:00:00Z", { version: "2", stage: "Production" }),
);

describeCheck("model-age", {
  met: {
    "exactly as old as allowed": {
      files: { "m/a.facts.jsonl": facts(model("2026-11-13T09:00:00Z")) },
      rule: "{ model-age: 10d }",
    },
    "the version that is asked for": {
      files: { "m/a.facts.jsonl": registry },
      rule: '{ model-age: 10d, version: "3" }',
      at: "m/a.facts.jsonl:1",
    },
    "the only run dates the model that states no date": {
      files: { "m/a.facts.jsonl": facts({ kind: "run", run_id: "r", at: "2026-11-20T00:00:00Z" }) },
      rule: "{ model-age: 10d }",
    },
    ...(corpusIsThere ? { "an MLmodel file": { files: packaged, rule: "{ model-age: 10d }" } } : {}),
  },
  "not-met": {
    "a second older": {
      files: { "m/a.facts.jsonl": facts(model("2026-11-13T08:59:59Z")) },
      rule: "{ model-age: 10d }",
      says: "at most 10 days",
    },
    "what serves is old, though a newer version is registered": {
      files: { "m/a.facts.jsonl": registry },
      rule: "{ model-age: 10d }",
      with: {
        configuration: {
          ...defaultConfiguration,
          models: [{ name: "m", path: "m", stage: "production", risk: null, owner: null, champion: null, run: null }],
        },
      },
    },
    ...(corpusIsThere ? { "an MLmodel file": { files: packaged, rule: "{ model-age: 1h }" } } : {}),
  },
  missing: {
    "no date anywhere": { files: { "m/a.facts.jsonl": facts(model(null)) }, rule: "{ model-age: 10d }" },
    "several versions, and nothing says which serves": {
      files: {
        "m/a.facts.jsonl": facts(
          model("2026-11-20T00:00:00Z", { version: "3" }),
          model("2026-11-19T00:00:00Z", { version: "2" }),
        ),
      },
      rule: "{ model-age: 10d }",
      says: "nothing says which model serves: 2 and 3",
    },
    "a version that is nowhere": {
      files: { "m/a.facts.jsonl": registry },
      rule: '{ model-age: 10d, version: "9" }',
      says: "no evidence dates version 9",
    },
  },
  unreadable: {
    "made in the future": {
      files: { "m/a.facts.jsonl": facts(model("2027-01-01T00:00:00Z")) },
      rule: "{ model-age: 10d }",
      says: "beyond the run's clock",
    },
    "the file is cut off": {
      files: {
        "m/README.md": "# M\n\n## Intended use\n\nx\n\n## Training data\n\ny\n",
        "m/a.facts.jsonl": '{"kind": "model", "crea',
      },
      rule: "{ model-age: 10d }",
    },
  },
});
