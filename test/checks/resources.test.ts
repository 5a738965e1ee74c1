import { corpusFiles, corpusIsThere, onCorpus } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { deployment, helm, mark } from "./served.js";

const with_ = (container: string) => ({ ...mark, ...deployment(container) });
const bounded = "{ image: a:1, resources: { requests: { cpu: 1 }, limits: { memory: 1Gi } } }";

describeCheck("resources", {
  met: {
    "requests and limits": { files: with_(bounded), rule: "{ resources: [requests.cpu, limits.memory] }" },
    "any limit": { files: with_(bounded), rule: "{ resources: limits }" },
    ...(corpusIsThere
      ? {
          "a predictor of KServe": {
            files: { ...mark, ...corpusFiles({ "m/i.yaml": "generated/kserve/fraud/inferenceservice-champion.yaml" }) },
            rule: "{ resources: [requests.memory] }",
          },
        }
      : {}),
  },
  "not-met": {
    ...onCorpus({
      "a predictor of KServe without a limit": {
        files: { ...mark, ...corpusFiles({ "m/i.yaml": "generated/kserve/fraud/inferenceservice-champion.yaml" }) },
        rule: "{ resources: [limits.memory] }",
      },
    }),
    "one of two is absent": {
      files: with_(bounded),
      rule: "{ resources: [requests.cpu, requests.memory] }",
      says: "no requests.memory",
    },
    "a predictor that is scaled, and states nothing": {
      files: {
        ...mark,
        "m/i.yaml":
          "apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nspec: { predictor: { minReplicas: 1, model: {} } }\n",
      },
      rule: "{ resources: requests }",
    },
    "nothing is stated": { files: with_("image: a:1"), rule: "{ resources: limits }", at: "m/deployment.yaml:7" },
  },
  missing: {
    "no manifest": { files: mark, rule: "{ resources: limits }" },
    "an autoscaler alone": {
      files: {
        ...mark,
        "m/h.yaml":
          "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nspec: { minReplicas: 1, maxReplicas: 2 }\n",
      },
      rule: "{ resources: limits }",
    },
  },
  unreadable: { "a template": { files: { ...mark, ...helm }, rule: "{ resources: limits }" } },
});
