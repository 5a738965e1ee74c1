import type { EvidenceFile } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { analysisTemplateStatements, experimentStatements, rolloutStatements } from "./argo-rollouts.js";
import { canaryStatements } from "./flagger.js";
import { virtualServiceStatements } from "./istio.js";
import { knativeStatements } from "./knative.js";
import { inferenceGraphStatements, inferenceServiceStatements } from "./kserve.js";
import { kubernetesObjects, type KubernetesObject } from "./kubernetes.js";
import { seldonDeploymentStatements, seldonModelStatements } from "./seldon.js";
import { workloadStatements } from "./workload.js";

function objectStatements(object: KubernetesObject): Statement[] {
  switch (object.group) {
    case "argoproj.io":
      if (object.kind === "Rollout") return rolloutStatements(object);
      if (object.kind === "Experiment") return experimentStatements(object);
      return /^(Cluster)?AnalysisTemplate$/.test(object.kind) ? analysisTemplateStatements(object) : [];
    case "flagger.app":
      return object.kind === "Canary" ? canaryStatements(object) : [];
    case "networking.istio.io":
      return object.kind === "VirtualService" ? virtualServiceStatements(object) : [];
    case "serving.kserve.io":
    case "serving.kubeflow.org":
      if (object.kind === "InferenceGraph") return inferenceGraphStatements(object);
      return object.kind === "InferenceService" ? inferenceServiceStatements(object) : [];
    case "machinelearning.seldon.io":
      return object.kind === "SeldonDeployment" ? seldonDeploymentStatements(object) : [];
    case "mlops.seldon.io":
      return seldonModelStatements(object);
    case "serving.knative.dev":
      return object.kind === "Service" ? knativeStatements(object) : [];
    default:
      return workloadStatements(object);
  }
}

/** What every object of a manifest states, whichever of them gave the file its format. */
export const manifestStatements = (file: EvidenceFile): Statement[] =>
  kubernetesObjects(file).flatMap(objectStatements);
