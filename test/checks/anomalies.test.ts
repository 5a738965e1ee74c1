import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { mark } from "./served.js";

const profile = (...alerts: string[]) => ({
  ...mark,
  "m/profile.json": JSON.stringify({ table: { n: 10, n_var: 1 }, variables: {}, alerts }),
});
const tfdv = (name: string) => ({ ...mark, ...corpusFiles({ "m/anomalies.json": `generated/tfdv/${name}` }) });

describeCheck("anomalies", {
  met: {
    "a profile without alerts": { files: profile(), rule: "{ anomalies: any }" },
    "alerts are no errors": { files: profile("[a] 3 missing values"), rule: "{ anomalies: errors }" },
    "an anomaly that is borne": { files: profile("[a] 3 missing values"), rule: "{ anomalies: any, allow: [a] }" },
    ...(corpusIsThere
      ? {
          "a real report": {
            files: tfdv("fraud/current_ok_anomalies.json"),
            rule: "{ anomalies: any, allow: [amount] }",
          },
        }
      : {}),
  },
  "not-met": {
    "an alert": {
      files: profile("[a] 3 missing values", "[b] 1 missing values"),
      rule: "{ anomalies: any, allow: [a] }",
      says: "[b]",
    },
    ...(corpusIsThere
      ? { "a real report": { files: tfdv("fraud/current_drifted_anomalies.json"), rule: "{ anomalies: any }" } }
      : {}),
  },
  missing: { "no report": { files: mark, rule: "{ anomalies: any }" } },
  unreadable: {
    "a profile of no row": {
      files: { ...mark, "m/profile.json": '{"table":{"n":0,"n_var":0},"variables":{},"alerts":[]}' },
      rule: "{ anomalies: any }",
      says: "without rows",
    },
  },
});
