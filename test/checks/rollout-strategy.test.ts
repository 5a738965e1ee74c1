import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { deployment, helm, mark } from "./served.js";

const kserve = (name: string) => ({
  ...mark,
  ...corpusFiles({ "m/i.yaml": `generated/kserve/fraud/inferenceservice-${name}.yaml` }),
});
const canary = (analysis: string) => ({
  ...mark,
  "m/c.yaml": `apiVersion: flagger.app/v1beta1\nkind: Canary\nspec:\n  analysis:\n    stepWeight: 10\n    metrics: ${analysis}\n`,
});

describeCheck("rollout-strategy", {
  met: {
    "a canary with an analysis": {
      files: canary("[{ name: success }]"),
      rule: "{ rollout-strategy: [canary], traffic-at-most: 10%, analysis: true }",
      at: "m/c.yaml:5",
    },
    ...(corpusIsThere
      ? {
          "a canary of KServe": {
            files: kserve("canary-10"),
            rule: "{ rollout-strategy: canary, traffic-at-most: 10% }",
            at: "m/i.yaml:16",
          },
        }
      : {}),
  },
  "not-met": {
    "a canary without an analysis": {
      files: canary("[]"),
      rule: "{ rollout-strategy: [canary], analysis: true }",
      says: "no analysis",
    },
    "a first share that is too large": {
      files: canary("[]"),
      rule: "{ rollout-strategy: [canary], traffic-at-most: 5% }",
      says: "gets 10 % of the traffic at first, at most 5 %",
    },
    ...(corpusIsThere
      ? {
          "everything at once": {
            files: kserve("full-rollout-unreviewed"),
            rule: "{ rollout-strategy: canary }",
            says: "all-at-once",
          },
        }
      : {}),
  },
  missing: {
    "no manifest": { files: mark, rule: "{ rollout-strategy: canary }" },
    "a manifest that does not say how": {
      files: { ...mark, ...deployment("image: a:1") },
      rule: "{ rollout-strategy: rolling-update }",
    },
    "a canary that does not say its share": {
      files: {
        ...mark,
        "m/r.yaml": "apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nspec: { strategy: { canary: {} } }\n",
      },
      rule: "{ rollout-strategy: canary, traffic-at-most: 5% }",
    },
  },
  unreadable: { "a template": { files: { ...mark, ...helm }, rule: "{ rollout-strategy: canary }", says: "template" } },
});
