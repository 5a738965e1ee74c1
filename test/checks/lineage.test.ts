import { facts } from "../judge/judged.js";
import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { mark } from "./served.js";

const run = (fields: object) => ({ "m/a.facts.jsonl": facts({ kind: "run", run_id: "r", ...fields }) });
const events = { ...mark, ...corpusFiles({ "m/events.ndjson": "generated/openlineage/training-run/events.ndjson" }) };

describeCheck("lineage", {
  met: {
    "a run that names what it read": { files: run({ status: "COMPLETE", inputs: ["d"] }), rule: "{ lineage: inputs }" },
    "a stage without a status has ended": {
      files: run({ outputs: ["m.onnx"], code_revision: "abc" }),
      rule: "{ lineage: [outputs, code] }",
    },
    ...(corpusIsThere
      ? { "real events": { files: events, rule: "{ lineage: [inputs, outputs] }", says: "data/reference.parquet" } }
      : {}),
  },
  "not-met": {
    "a run that failed made nothing": {
      files: run({ status: "FAIL", inputs: ["d"] }),
      rule: "{ lineage: inputs }",
      says: "no run has finished",
    },
    "it read nothing": { files: run({ status: "FINISHED", inputs: [] }), rule: "{ lineage: inputs }" },
    ...(corpusIsThere ? { "real events without a revision": { files: events, rule: "{ lineage: code }" } } : {}),
  },
  missing: { "no run": { files: mark, rule: "{ lineage: inputs }" } },
  unreadable: {
    "a template": {
      files: {
        ...mark,
        "m/e.json": '{"eventType":"COMPLETE","run":{"runId":"{{ any(result) }}"},"job":{"namespace":"n","name":"j"}}',
      },
      rule: "{ lineage: inputs }",
      says: "placeholder",
    },
  },
});
