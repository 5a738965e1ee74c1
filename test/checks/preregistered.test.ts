import { committed, fraudModel } from "./real-models.js";
import { onCorpus } from "./corpus.js";
import { facts, measurement } from "../judge/judged.js";
import { describeCheck } from "./describe-check.js";
import { historyOf } from "./history-of.js";

const results = { "m/a.facts.jsonl": facts(measurement("accuracy", 0.9)) };
const rule = "{ preregistered: gate.yaml }";

describeCheck("preregistered", {
  met: {
    ...onCorpus({
      "a policy that was committed before the metrics": {
        files: fraudModel(),
        rule,
        with: { history: committed({ "gate.yaml": "a" }, fraudModel()) },
        says: "gate.yaml changed 2026-01-01",
      },
    }),
    "the threshold is older than the result": {
      files: results,
      rule,
      with: { history: historyOf({ "gate.yaml": ["2026-11-01"], "m/a.facts.jsonl": ["2026-11-02"] }) },
      says: "gate.yaml changed 2026-11-01 (2026110), m/a.facts.jsonl 2026-11-02",
    },
    "a newer result after a newer threshold": {
      files: results,
      rule,
      with: {
        history: historyOf({
          "gate.yaml": ["2026-11-03", "2026-10-01"],
          "m/a.facts.jsonl": ["2026-11-04", "2026-11-02"],
        }),
      },
    },
  },
  "not-met": {
    ...onCorpus({
      "a policy that came with the metrics": {
        files: fraudModel(),
        rule,
        with: { history: committed(fraudModel("challenger"), { "gate.yaml": "a", ...fraudModel() }) },
        says: "in one commit",
      },
      "a policy that was changed after the metrics": {
        files: fraudModel(),
        rule,
        with: { history: committed({ "gate.yaml": "a", ...fraudModel() }, { "gate.yaml": "b" }) },
        says: "changed after the result",
      },
    }),
    "the threshold came with the result": {
      files: results,
      rule,
      with: { history: historyOf({ "gate.yaml": ["2026-11-02"], "m/a.facts.jsonl": ["2026-11-02"] }) },
      says: "in one commit",
      at: "gate.yaml:1",
    },
    "the threshold was changed after the result": {
      files: results,
      rule,
      with: { history: historyOf({ "gate.yaml": ["2026-11-03"], "m/a.facts.jsonl": ["2026-11-02"] }) },
      says: "the threshold was changed after the result",
    },
    "the threshold was changed between two results": {
      files: results,
      rule: "{ preregistered: gate.yaml, since-first-result: true }",
      with: {
        history: historyOf({
          "gate.yaml": ["2026-11-03", "2026-10-01"],
          "m/a.facts.jsonl": ["2026-11-04", "2026-11-02"],
        }),
      },
    },
  },
  missing: {
    "no result": {
      files: { "m/README.md": "# M\n\n## Intended use\n\nx\n\n## Training data\n\ny\n" },
      rule,
      with: { history: historyOf({ "gate.yaml": ["2026-11-01"] }) },
    },
    "no history": { files: results, rule, says: "when gate.yaml was last changed cannot be told" },
    "the result is not committed": {
      files: results,
      rule,
      with: { history: historyOf({ "gate.yaml": ["2026-11-01"] }) },
      says: "the result in m/a.facts.jsonl",
    },
    "the first result lies beyond a shallow clone": {
      files: results,
      rule: "{ preregistered: gate.yaml, since-first-result: true }",
      with: {
        history: historyOf({ "gate.yaml": ["2026-11-01"], "m/a.facts.jsonl": ["2026-11-02"] }, "the clone is shallow"),
      },
      says: "the clone is shallow",
    },
    "an experiment is asked for": {
      files: results,
      rule: "{ preregistered: gate.yaml, results: experiment }",
      with: { history: historyOf({ "gate.yaml": ["2026-11-01"], "m/a.facts.jsonl": ["2026-11-02"] }) },
    },
  },
  unreadable: {
    "the results are cut off": {
      files: { "m/a.facts.jsonl": `${facts(measurement("accuracy", 0.9))}{"kind": "measurem` },
      rule,
      with: { history: historyOf({ "gate.yaml": ["2026-11-01"], "m/a.facts.jsonl": ["2026-11-02"] }) },
    },
  },
});
