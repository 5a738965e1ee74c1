import { facts } from "../judge/judged.js";
import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { mark } from "./served.js";

const scan = (name: string) => ({ ...mark, ...corpusFiles({ "m/scan.json": `generated/modelscan/${name}` }) });
const report = (summary: object, more: object = {}) => ({
  ...mark,
  "m/scan.json": JSON.stringify({ summary: { total_issues: 0, ...summary }, issues: [], errors: [], ...more }),
});
const wrote = (...outputs: string[]) => ({ "m/a.facts.jsonl": facts({ kind: "run", outputs }) });

describeCheck("serialisation", {
  met: {
    "a scan that scanned": { files: report({ scanned: { total_scanned: 1 } }), rule: "{ serialisation: scanned }" },
    "weights alone": { files: wrote("models/m.safetensors", "metrics.csv"), rule: "{ serialisation: safe-format }" },
    "a format that is borne": { files: wrote("m.h5"), rule: "{ serialisation: safe-format, allow: [h5] }" },
    ...(corpusIsThere
      ? { "a real scan": { files: scan("safe/report.json"), rule: "{ serialisation: scanned }" } }
      : {}),
  },
  "not-met": {
    "the pickle that an MLmodel names": {
      files: { "m/MLmodel": "flavors: { sklearn: { pickled_model: model.pkl } }\nrun_id: r\n" },
      rule: "{ serialisation: safe-format }",
      says: "model.pkl",
      at: "m/MLmodel:2",
    },
    "a pickle": { files: wrote("m.safetensors", "m.joblib"), rule: "{ serialisation: safe-format }", says: "m.joblib" },
    "a scan that found something": {
      files: report({ scanned: { total_scanned: 1 } }, { issues: [{ module: "posix", operator: "system" }] }),
      rule: "{ serialisation: scanned }",
      says: "posix.system",
    },
    ...(corpusIsThere
      ? { "a real find": { files: scan("unsafe/report.json"), rule: "{ serialisation: scanned }" } }
      : {}),
  },
  missing: {
    "no scan": { files: mark, rule: "{ serialisation: scanned }" },
    "an audit of packages is no scan of the model": {
      files: { ...mark, "m/audit.json": '{"dependencies":[{"name":"a","version":"1","vulns":[]}]}' },
      rule: "{ serialisation: scanned }",
    },
    "no file is named": { files: wrote("s3://models/fraud"), rule: "{ serialisation: safe-format }" },
  },
  unreadable: {
    "a scan that scanned nothing": {
      files: report({ scanned: { total_scanned: 0 } }),
      rule: "{ serialisation: scanned }",
      says: "0 scanned files",
    },
    ...(corpusIsThere
      ? { "a real scan of nothing": { files: scan("joblib.json"), rule: "{ serialisation: scanned }" } }
      : {}),
  },
});
