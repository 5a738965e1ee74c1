import type { EvidenceFile } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { analysisTemplateStatements, experimentStatements, rolloutStatements } from "./argo-rollouts.js";
import { canaryStatements } from "./flagger.js";
import { gatewayRouteStatements } from "./gateway-api.js";
import { inferenceModelStatements } from "./inference-model.js";
import { canaryIngressStatements } from "./ingress-canary.js";
import { virtualServiceStatements } from "./istio.js";
import { knativeStatements } from "./knative.js";
import { inferenceGraphStatements, inferenceServiceStatements } from "./kserve.js";
import { kubernetesObjects, type KubernetesObject } from "./kubernetes.js";
import { seldonDeploymentStatements, seldonModelStatements } from "./seldon.js";
import { trafficSplitStatements } from "./smi.js";
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
    case "gateway.networking.k8s.io":
    case "aigateway.envoyproxy.io":
      return /Route$/.test(object.kind) ? gatewayRouteStatements(object) : [];
    case "inference.networking.x-k8s.io":
    case "inference.networking.k8s.io":
      return /^InferenceModel(Rewrite)?$/.test(object.kind) ? inferenceModelStatements(object) : [];
    case "split.smi-spec.io":
      return object.kind === "TrafficSplit" ? trafficSplitStatements(object) : [];
    case "networking.k8s.io":
      return canaryIngressStatements(object);
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
      // An Ingress stood in the group of the workloads before it had its own.
      return object.kind === "Ingress" ? canaryIngressStatements(object) : workloadStatements(object);
  }
}

/** What every object of a manifest states, whichever of them gave the file its format. */
export const manifestStatements = (file: EvidenceFile): Statement[] =>
  kubernetesObjects(file).flatMap(objectStatements);
