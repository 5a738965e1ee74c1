import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { below, isRecord, list, member, number, scalarText, text } from "../../read/shape.js";
import type { KubernetesObject } from "./kubernetes.js";
import { isPlaceholder, notFilledIn } from "./placeholder.js";
import { containersOf, rolledOut, type Served } from "./pod-spec.js";

type Path = readonly (string | number)[];

interface Node {
  readonly value: Value;
  readonly path: Path;
}

/** A node of an inference graph and those below it. */
function nodesOf(object: KubernetesObject, path: Path, depth = 0): readonly Node[] {
  const value = below(object.value, ...path);
  if (!isRecord(value) || depth > 20) return [];
  const children = list(member(value, "children")) ?? [];
  return [{ value, path }, ...children.flatMap((_, index) => nodesOf(object, [...path, "children", index], depth + 1))];
}

function loggingOf(nodes: readonly Node[]): string | null {
  for (const { value } of nodes) {
    const logger = member(value, "logger");
    if (!isRecord(logger)) continue;
    const url = text(member(logger, "url"));
    return `${text(member(logger, "mode")) ?? "all"}${url === undefined ? "" : ` to ${url}`}`;
  }
  return null;
}

function modelsOf(object: KubernetesObject, nodes: readonly Node[]): Statement[] {
  return nodes.flatMap(({ value, path }): Statement[] => {
    const uri = text(member(value, "modelUri"));
    if (uri === undefined) return [];
    if (isPlaceholder(uri)) return [notFilledIn("the model's address", object.where(...path, "modelUri"))];
    const name = text(member(value, "name")) ?? null;
    const framework = text(member(value, "implementation")) ?? null;
    return [{ kind: "model", name, framework, where: object.where(...path, "modelUri") }];
  });
}

interface Predictor {
  readonly value: Value;
  readonly path: Path;
  readonly name: string;
  readonly traffic: number | null;
  readonly shadow: boolean;
}

const predictorsOf = (object: KubernetesObject): readonly Predictor[] =>
  (list(below(object.value, "spec", "predictors")) ?? []).map((value, index) => ({
    value,
    path: ["spec", "predictors", index],
    name: text(member(value, "name")) ?? String(index),
    traffic: number(member(value, "traffic")) ?? null,
    shadow: member(value, "shadow") === true,
  }));

/** Those that are new: every shadow, and of the others the one that says canary, else the last. */
function newcomersOf(predictors: readonly Predictor[]): ReadonlySet<Predictor> {
  if (predictors.length < 2) return new Set();
  const answering = predictors.filter(({ shadow }) => !shadow);
  const canary = answering.find(({ name }) => /canary/i.test(name)) ?? answering.at(-1);
  return new Set([
    ...predictors.filter(({ shadow }) => shadow),
    ...(answering.length > 1 && canary !== undefined ? [canary] : []),
  ]);
}

/** The containers of a predictor: of its list of pods, or of the single pod of the first version. */
const partsOf = (object: KubernetesObject, { value, path }: Predictor): readonly Served[] => [
  ...containersOf(object, ...path, "componentSpec", "spec"),
  ...(list(member(value, "componentSpecs")) ?? []).flatMap((_, index) =>
    containersOf(object, ...path, "componentSpecs", index, "spec"),
  ),
];

/** A deployment with several predictors splits the traffic between them, or mirrors it. */
export function seldonDeploymentStatements(object: KubernetesObject): Statement[] {
  const predictors = predictorsOf(object);
  const newcomers = newcomersOf(predictors);
  return predictors.flatMap((predictor) => {
    const nodes = nodesOf(object, [...predictor.path, "graph"]);
    const replicas = number(member(predictor.value, "replicas"));
    const isNew = newcomers.has(predictor);
    return [
      ...rolledOut(object, partsOf(object, predictor), {
        fields: {
          strategy: !isNew ? null : predictor.shadow ? "shadow" : "canary",
          traffic: isNew && !predictor.shadow ? predictor.traffic : null,
          rollback_target: isNew ? (predictors.find((other) => !newcomers.has(other))?.name ?? null) : null,
          logging: loggingOf(nodes),
        },
        at: isNew
          ? [...predictor.path, predictor.shadow ? "shadow" : predictor.traffic === null ? "name" : "traffic"]
          : null,
        extra: replicas === undefined ? {} : { replicas },
      }),
      ...modelsOf(object, nodes),
      ...loggedWithoutParts(object, predictor, nodes),
    ];
  });
}

/** A predictor of a prepackaged server has no container of its own that could carry its logging. */
function loggedWithoutParts(object: KubernetesObject, predictor: Predictor, nodes: readonly Node[]): Statement[] {
  const logging = loggingOf(nodes);
  const logged = nodes.find(({ value }) => isRecord(member(value, "logger")));
  if (logging === null || logged === undefined || partsOf(object, predictor).length > 0) return [];
  return [{ kind: "rollout", logging, where: object.where(...logged.path, "logger") }];
}

/** The kinds of the second version: a model, or an experiment that splits the traffic by weight. */
export function seldonModelStatements(object: KubernetesObject): Statement[] {
  const spec = member(object.value, "spec");
  if (object.kind === "Model") {
    const uri = text(member(spec, "storageUri"));
    if (uri === undefined) return [];
    if (isPlaceholder(uri)) return [notFilledIn("the model's address", object.where("spec", "storageUri"))];
    const memory = scalarText(member(spec, "memory"));
    const name = text(below(object.value, "metadata", "name")) ?? null;
    const framework = text(list(member(spec, "requirements"))?.[0]) ?? null;
    const where = object.where("spec", "storageUri");
    return [
      { kind: "model", name, framework, where },
      { kind: "rollout", resources: memory === undefined ? {} : { "requests.memory": memory }, probes: [], where },
    ];
  }
  if (object.kind !== "Experiment") return [];
  return splitStatements(object, spec);
}

/** Shares are weights over their sum. The default is what serves; the others are new. */
function splitStatements(object: KubernetesObject, spec: Value | undefined): Statement[] {
  const candidates = (list(member(spec, "candidates")) ?? []).flatMap((candidate) => {
    const [name, weight] = [text(member(candidate, "name")), number(member(candidate, "weight"))];
    return name === undefined || weight === undefined ? [] : [{ name, weight }];
  });
  const sum = candidates.reduce((total, { weight }) => total + weight, 0);
  const served = text(member(spec, "default"));
  const fresh = candidates.filter(({ name }) => name !== served).reduce((total, { weight }) => total + weight, 0);
  const mirror = text(below(spec, "mirror", "name"));
  return [
    {
      kind: "rollout",
      strategy: candidates.length > 1 ? "canary" : mirror === undefined ? null : "shadow",
      steps: candidates.map(({ name, weight }) => `${name} ${weight}`),
      traffic: served === undefined || sum <= 0 ? null : (100 * fresh) / sum,
      rollback_target: served ?? null,
      where: object.where("spec", "candidates"),
    },
  ];
}
