import { corpusFiles, corpusIsThere, onCorpus } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { helm, mark } from "./served.js";

const predictor = (text: string) => ({
  ...mark,
  "m/i.yaml": `apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nspec: { predictor: ${text} }\n`,
});

describeCheck("prediction-logging", {
  met: {
    "all of both": {
      files: predictor("{ logger: { mode: all }, model: {} }"),
      rule: "{ prediction-logging: response }",
    },
    "requests, where any will do": {
      files: predictor("{ logger: { mode: request }, model: {} }"),
      rule: "{ prediction-logging: any }",
    },
    ...(corpusIsThere
      ? {
          "a real service": {
            files: {
              ...mark,
              ...corpusFiles({ "m/i.yaml": "public/kserve-yaml/kserve__kserve__germancredit-bias.yaml" }),
            },
            rule: "{ prediction-logging: all }",
            says: "all to http://message-dumper.default/",
          },
        }
      : {}),
  },
  "not-met": {
    ...onCorpus({
      "a real service that logs nothing": {
        files: { ...mark, ...corpusFiles({ "m/i.yaml": "generated/kserve/fraud/inferenceservice-champion.yaml" }) },
        rule: "{ prediction-logging: all }",
      },
    }),
    "requests alone": {
      files: predictor("{ logger: { mode: request }, model: {} }"),
      rule: "{ prediction-logging: all }",
      says: "alone",
    },
    "no logger": { files: predictor("{ model: {} }"), rule: "{ prediction-logging: any }" },
  },
  missing: { "no manifest": { files: mark, rule: "{ prediction-logging: any }" } },
  unreadable: { "a template": { files: { ...mark, ...helm }, rule: "{ prediction-logging: any }" } },
});
