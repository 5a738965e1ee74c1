import { corpusFiles, onCorpus } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { deployment, helm, mark } from "./served.js";

const served = { ...mark, ...corpusFiles({ "m/isvc.yaml": "generated/kserve/fraud/inferenceservice-canary-10.yaml" }) };
const probed = { ...mark, ...deployment("{ image: a:1, readinessProbe: {} }", "  replicas: 3\n") };
const dockerfile = (user: string) => ({ ...mark, "m/Dockerfile": `FROM a:1\n${user}CMD x\n` });

describeCheck("infrastructure", {
  met: {
    ...onCorpus({
      "an InferenceService that keeps one replica": {
        files: served,
        rule: "{ infrastructure: replicas, min-replicas: 1 }",
        at: "m/isvc.yaml:16",
      },
    }),
    "a probe and replicas": { files: probed, rule: "{ infrastructure: [readiness, replicas] }" },
    "a user": { files: dockerfile("USER app\n"), rule: "{ infrastructure: non-root }", at: "m/Dockerfile:2" },
    "a blessing": { files: { ...mark, "m/INFRA_BLESSED": "" }, rule: "{ infrastructure: infra-validation }" },
  },
  "not-met": {
    ...onCorpus({
      "an InferenceService that keeps one replica, where two are asked": {
        files: served,
        rule: "{ infrastructure: replicas }",
        says: "minReplicas is 1, at least 2",
      },
    }),
    "no liveness probe": { files: probed, rule: "{ infrastructure: liveness }", says: "no liveness probe" },
    "too few": {
      files: probed,
      rule: "{ infrastructure: replicas, min-replicas: 4 }",
      says: "replicas is 3, at least 4",
    },
    "the autoscaler's fewest outweighs what it starts with": {
      files: {
        ...probed,
        "m/h.yaml":
          "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nspec: { minReplicas: 1, maxReplicas: 9 }\n",
      },
      rule: "{ infrastructure: replicas }",
      says: "minReplicas is 1",
    },
    root: { files: dockerfile("USER root\n"), rule: "{ infrastructure: non-root }" },
    "no blessing": { files: { ...mark, "m/INFRA_NOT_BLESSED": "" }, rule: "{ infrastructure: infra-validation }" },
  },
  missing: {
    "no manifest": { files: mark, rule: "{ infrastructure: [readiness] }" },
    "no replicas": { files: { ...mark, ...deployment("image: a") }, rule: "{ infrastructure: replicas }" },
    "no verdict": { files: mark, rule: "{ infrastructure: [infra-validation, non-root] }" },
  },
  unreadable: {
    "the base decides the user": { files: dockerfile(""), rule: "{ infrastructure: non-root }" },
    "a template": { files: { ...mark, ...helm }, rule: "{ infrastructure: readiness }" },
  },
});
