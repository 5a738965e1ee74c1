import type { Adapter, EvidenceFile } from "../model/adapter.js";
import type { ParameterValue, Statement } from "../model/fact.js";
import { beginsWith, messageOf } from "./families/proto-file.js";
import { every, numberOf, one, placeOf, scalar, within, type ProtoNode } from "./families/proto-tree.js";

const FIRST_FIELDS = new Set([
  "name",
  "platform",
  "backend",
  "runtime",
  "max_batch_size",
  "input",
  "output",
  "default_model_filename",
  "version_policy",
  "instance_group",
  "dynamic_batching",
  "ensemble_scheduling",
  "sequence_batching",
  "parameters",
  "optimization",
]);

/** What platforms are of, where the backend is not named itself. */
const frameworks: ReadonlyMap<string, string> = new Map([
  ["onnxruntime_onnx", "onnxruntime"],
  ["pytorch_libtorch", "pytorch"],
  ["tensorflow_savedmodel", "tensorflow"],
  ["tensorflow_graphdef", "tensorflow"],
  ["tensorrt_plan", "tensorrt"],
]);

/** The configuration of a model in a repository of the Triton Inference Server. */
export const tritonModelConfig: Adapter = {
  id: "triton-model-config",
  title: "Triton model configuration (`config.pbtxt`)",
  definedAt: "https://github.com/triton-inference-server/common/blob/main/protobuf/model_config.proto",
  versions: "from the definition, not seen",
  reads:
    "The model's name, the framework that runs it and the version that is served, where it is one; instances by kind of processor and the largest batch, as resources.",
  leaves: "Inputs and outputs, batching, ensembles' steps, warm-up and parameters of backends.",
  syntax: ["text"],
  gives: ["model", "rollout"],
  recognises: isConfiguration,

  read(file) {
    const { message, problem } = messageOf(file);
    if (message === null) return [problem];
    const [version, ...others] = every(within(message, "version_policy", "specific"), "versions").map(scalar);
    const named = one(message, "name") ?? one(message, "backend") ?? one(message, "platform");
    const model: Statement[] =
      named === undefined
        ? []
        : [
            {
              kind: "model",
              name: scalar(one(message, "name")),
              framework: frameworkOf(message),
              ...(typeof version === "string" && others.length === 0 ? { version } : {}),
              where: placeOf(named),
            },
          ];
    return [...model, ...resourcesOf(message)];
  },
};

/** Tensors have types in no other message that begins alike; a configuration without them names what runs it. */
function isConfiguration(file: EvidenceFile): boolean {
  if (!beginsWith(file, FIRST_FIELDS)) return false;
  const head = file.text.slice(0, 65_536);
  if (/\bdata_type\s*:\s*"?TYPE_[A-Z]/.test(head)) return true;
  return (
    /^(platform|backend)\s*:/m.test(head) &&
    /^(?:max_batch_size|instance_group|version_policy|dynamic_batching|parameters)\s*[:{[]/m.test(head)
  );
}

function frameworkOf(message: ProtoNode): string | null {
  const backend = scalar(one(message, "backend"));
  const platform = scalar(one(message, "platform"));
  return backend ?? (platform === null ? null : (frameworks.get(platform) ?? platform));
}

/** Instances of the model by the kind of processor that they run on, and the largest batch. */
function resourcesOf(message: ProtoNode): Statement[] {
  const groups = every(message, "instance_group");
  const resources: Record<string, ParameterValue> = {};
  for (const group of groups) {
    const kind = (scalar(one(group, "kind")) ?? "KIND_AUTO").replace(/^KIND_/, "").toLowerCase();
    const before = resources[`instances.${kind}`];
    resources[`instances.${kind}`] = (typeof before === "number" ? before : 0) + (numberOf(one(group, "count")) ?? 1);
  }
  const batch = one(message, "max_batch_size");
  const largest = numberOf(batch);
  if (largest !== null && largest > 0) resources["max_batch_size"] = largest;
  const place = groups[0] ?? batch;
  return place === undefined || Object.keys(resources).length === 0
    ? []
    : [{ kind: "rollout", resources, where: placeOf(place) }];
}
