import type { EvidenceFile, Value } from "../../model/adapter.js";
import { pointer, type Where } from "../../model/source.js";
import { list, member, record, text } from "../../read/shape.js";

/** One object of a manifest: a document of a stream, or an item of a `List`. */
export interface KubernetesObject {
  readonly kind: string;
  /** Group without the version: `apps`, `argoproj.io`; empty for the core group. */
  readonly group: string;
  readonly apiVersion: string;
  readonly value: Value;
  /** The place of a value below the object. */
  where(...path: readonly (string | number)[]): Where;
}

const groupOf = (apiVersion: string): string => (apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "");

function objectsIn(value: Value, base: string, line: number | null): readonly KubernetesObject[] {
  const kind = text(member(value, "kind"));
  const apiVersion = text(member(value, "apiVersion"));
  if (kind === undefined || apiVersion === undefined) return [];
  const items = kind.endsWith("List") ? list(member(value, "items")) : undefined;
  if (items !== undefined) return items.flatMap((item, index) => objectsIn(item, pointer(base, "items", index), line));
  return [
    {
      kind,
      apiVersion,
      group: groupOf(apiVersion),
      value,
      where: (...path) => ({ pointer: pointer(base, ...path), ...(line === null ? {} : { line }) }),
    },
  ];
}

const known = new WeakMap<EvidenceFile, readonly KubernetesObject[]>();

/** The objects of a manifest in file order; none where it is something else. */
export function kubernetesObjects(file: EvidenceFile): readonly KubernetesObject[] {
  const before = known.get(file);
  if (before !== undefined) return before;
  const several = file.values.length > 1;
  const objects = file.values.flatMap(({ value, line }) =>
    record(value) === undefined ? [] : objectsIn(value, "", several ? line : null),
  );
  known.set(file, objects);
  return objects;
}

/** Formats by what an object is, the most telling first: a stream that holds several is told by the first of them. */
const formats: readonly {
  readonly format: string;
  readonly groups: readonly string[];
  readonly kinds: readonly string[];
}[] = [
  { format: "argo-rollout", groups: ["argoproj.io"], kinds: ["Rollout"] },
  { format: "flagger-canary", groups: ["flagger.app"], kinds: ["Canary"] },
  {
    format: "kserve-inference-service",
    groups: ["serving.kserve.io", "serving.kubeflow.org"],
    kinds: ["InferenceService", "InferenceGraph"],
  },
  { format: "seldon-deployment", groups: ["machinelearning.seldon.io"], kinds: ["SeldonDeployment"] },
  { format: "seldon-model", groups: ["mlops.seldon.io"], kinds: ["Model", "Experiment", "Pipeline"] },
  { format: "knative-service", groups: ["serving.knative.dev"], kinds: ["Service"] },
  {
    format: "argo-analysis-template",
    groups: ["argoproj.io"],
    kinds: ["AnalysisTemplate", "ClusterAnalysisTemplate"],
  },
  { format: "argo-experiment", groups: ["argoproj.io"], kinds: ["Experiment"] },
  { format: "istio-virtual-service", groups: ["networking.istio.io"], kinds: ["VirtualService"] },
  {
    format: "gateway-api-route",
    groups: ["gateway.networking.k8s.io", "aigateway.envoyproxy.io"],
    kinds: ["HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute", "AIGatewayRoute"],
  },
  {
    format: "inference-model",
    groups: ["inference.networking.x-k8s.io", "inference.networking.k8s.io"],
    kinds: ["InferenceModel", "InferenceModelRewrite"],
  },
  { format: "smi-traffic-split", groups: ["split.smi-spec.io"], kinds: ["TrafficSplit"] },
  {
    format: "kubernetes-manifest",
    groups: ["", "apps", "batch", "autoscaling", "policy", "extensions"],
    kinds: [
      "Deployment",
      "StatefulSet",
      "DaemonSet",
      "ReplicaSet",
      "Pod",
      "Job",
      "CronJob",
      "HorizontalPodAutoscaler",
      "PodDisruptionBudget",
      "Service",
      "ConfigMap",
    ],
  },
];

const formatAmong = (objects: readonly { readonly group: string; readonly kind: string }[]): string | null =>
  formats.find(({ groups, kinds }) => objects.some(({ group, kind }) => groups.includes(group) && kinds.includes(kind)))
    ?.format ?? null;

/** A manifest that is no YAML, as a template is none: by the lines that name its kind. */
function outlineOf(text: string): readonly { readonly group: string; readonly kind: string }[] {
  const head = text.slice(0, 65_536);
  const apiVersions = [...head.matchAll(/^apiVersion:[ \t]*["']?([\w./-]{1,80})/gm)].map(([, name = ""]) =>
    groupOf(name),
  );
  const kinds = [...head.matchAll(/^kind:[ \t]*["']?(\w{1,60})/gm)].map(([, name = ""]) => name);
  return apiVersions.flatMap((group) => kinds.map((kind) => ({ group, kind })));
}

/** The format of a manifest; null where it is none, or of kinds that say nothing of a roll-out. */
export function kubernetesFormat(file: EvidenceFile): string | null {
  if (file.broken && file.syntax === "yaml") return formatAmong(outlineOf(file.text));
  if (member(file.value, "apiVersion") === undefined && file.values.length < 2) return null;
  return formatAmong(kubernetesObjects(file));
}
