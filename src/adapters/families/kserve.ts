import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { below, isRecord, list, member, members, number, numeric, scalarText, text } from "../../read/shape.js";
import type { KubernetesObject } from "./kubernetes.js";
import { isPlaceholder, notFilledIn } from "./placeholder.js";
import { containersOf, resourcesOf, rolledOut, servedBy, type Served } from "./pod-spec.js";
import { rollingSteps, rollingStrategy } from "./workload.js";

type Path = readonly (string | number)[];

const frameworks = new Set(
  "sklearn xgboost tensorflow pytorch triton onnx pmml lightgbm paddle huggingface mlflow custom model".split(" "),
);

/** Where requests and answers are logged to; null where nothing asks for it. */
function loggerOf(component: Value | undefined): string | null {
  const logger = member(component, "logger");
  if (!isRecord(logger)) return null;
  const url = text(member(logger, "url"));
  return `${text(member(logger, "mode")) ?? "all"}${url === undefined ? "" : ` to ${url}`}`;
}

/** The model server of a predictor: `model`, or the framework's own key of older versions. */
function serverOf(component: Value | undefined): readonly [string, Value] | undefined {
  return members(component).find(([key, value]) => frameworks.has(key) && isRecord(value));
}

function partsOf(object: KubernetesObject, path: Path): readonly Served[] {
  const component = below(object.value, ...path);
  const server = serverOf(component);
  const containers = containersOf(object, ...path);
  if (server === undefined) return containers;
  const [key, value] = server;
  if (isRecord(member(value, "container")))
    return [servedBy(member(value, "container"), object, [...path, key, "container"]), ...containers];
  const uri = text(member(value, "storageUri")) ?? text(below(value, "storage", "path"));
  const problems =
    uri !== undefined && isPlaceholder(uri)
      ? [notFilledIn("the model's address", object.where(...path, key, "storageUri"))]
      : [];
  const own = servedBy(value, object, [...path, key]);
  return [
    { ...own, resources: resourcesOf(member(value, "resources")), problems: [...own.problems, ...problems] },
    ...containers,
  ];
}

/** The model that is served: its address and framework, as the manifest names them. */
function modelOf(object: KubernetesObject, path: Path, stage: string | null): Statement[] {
  const server = serverOf(below(object.value, ...path));
  const uri = server === undefined ? undefined : text(member(server[1], "storageUri"));
  if (server === undefined || uri === undefined || isPlaceholder(uri)) return [];
  const framework = text(below(server[1], "modelFormat", "name")) ?? (server[0] === "model" ? undefined : server[0]);
  return [
    {
      kind: "model",
      name: text(below(object.value, "metadata", "name")) ?? null,
      version: annotatedVersion(object.value),
      framework: framework ?? null,
      stage,
      where: object.where(...path, server[0], "storageUri"),
    },
  ];
}

/** A version in the annotations or labels, under a key that ends in `model-version`. */
function annotatedVersion(value: Value): string | null {
  const stated = ["annotations", "labels"]
    .flatMap((part) => members(below(value, "metadata", part)))
    .find(([key]) => /(^|\/)model-version$/.test(key));
  return stated === undefined ? null : (scalarText(stated[1]) ?? null);
}

interface Share {
  readonly traffic: number | null;
  readonly path: Path;
  /** False where the share is written and is no number from 0 to 100. */
  readonly valid: boolean;
}

function shareAt(object: KubernetesObject, path: Path): Share | undefined {
  const stated = below(object.value, ...path);
  if (stated === undefined || stated === null) return undefined;
  const traffic = numeric(stated);
  const valid = traffic !== undefined && traffic >= 0 && traffic <= 100;
  return { traffic: valid ? traffic : null, path, valid };
}

function notAShare(object: KubernetesObject, { path }: Share): Statement {
  const stated = below(object.value, ...path);
  if (typeof stated === "string" && isPlaceholder(stated))
    return notFilledIn("the canary's share", object.where(...path));
  return {
    kind: "problem",
    problem: "wrong-type",
    message: "the canary's share is no number from 0 to 100",
    mend: "write the per cent of the traffic that the new version gets",
    where: object.where(...path),
  };
}

/** A component of today's version. A share of 100 is the whole traffic, and no canary; an absent one as well. */
function componentStatements(object: KubernetesObject, name: string): Statement[] {
  const path = ["spec", name];
  const component = below(object.value, ...path);
  if (!isRecord(component)) return [];
  const share = shareAt(object, [...path, "canaryTrafficPercent"]);
  const rolling = member(component, "deploymentStrategy");
  const strategy =
    share === undefined
      ? rollingStrategy(rolling)
      : share.traffic === null
        ? null
        : share.traffic < 100
          ? "canary"
          : "all-at-once";
  const steps = rollingSteps(rolling);
  const at =
    share !== undefined && share.valid ? share.path : strategy === null ? null : [...path, "deploymentStrategy"];
  const replicas = ["minReplicas", "maxReplicas"].flatMap((key): [string, number][] => {
    const amount = number(member(component, key));
    return amount === undefined ? [] : [[key, amount]];
  });
  return [
    ...rolledOut(object, partsOf(object, path), {
      fields: {
        strategy,
        traffic: share?.traffic ?? null,
        steps: steps.length === 0 ? null : steps,
        // KServe keeps the revision that last had the whole traffic beside a canary, and gives it the rest.
        rollback_target: strategy === "canary" ? "previous revision" : null,
        logging: loggerOf(component),
      },
      at,
      extra: Object.fromEntries(replicas),
    }),
    ...(share !== undefined && !share.valid ? [notAShare(object, share)] : []),
    ...(name === "predictor" ? modelOf(object, path, null) : []),
  ];
}

/** The first version kept a default and a canary side by side, and the share above both. */
function firstVersion(object: KubernetesObject): Statement[] {
  const share = shareAt(object, ["spec", "canaryTrafficPercent"]);
  const hasCanary = isRecord(below(object.value, "spec", "canary"));
  const main = ["spec", hasCanary ? "canary" : "default", "predictor"];
  return [
    ...rolledOut(object, partsOf(object, main), {
      fields: {
        strategy: hasCanary ? "canary" : null,
        traffic: share?.traffic ?? null,
        rollback_target: hasCanary ? "default" : null,
        logging: loggerOf(below(object.value, ...main)),
      },
      at: hasCanary ? (share?.path ?? ["spec", "canary"]) : null,
    }),
    ...(share !== undefined && !share.valid ? [notAShare(object, share)] : []),
    ...modelOf(object, main, null),
  ];
}

export function inferenceServiceStatements(object: KubernetesObject): Statement[] {
  if (isRecord(below(object.value, "spec", "default"))) return firstVersion(object);
  return ["predictor", "transformer", "explainer"].flatMap((name) => componentStatements(object, name));
}

/** A graph that splits the traffic between services by weight. */
export function inferenceGraphStatements(object: KubernetesObject): Statement[] {
  return members(below(object.value, "spec", "nodes")).flatMap(([name, node]): Statement[] => {
    const weighted = (list(member(node, "steps")) ?? []).filter((step) => number(member(step, "weight")) !== undefined);
    if (text(member(node, "routerType")) !== "Splitter" || weighted.length === 0) return [];
    return [
      {
        kind: "rollout",
        strategy: "traffic-split",
        steps: weighted.map(
          (step) =>
            `${text(member(step, "serviceName")) ?? text(member(step, "nodeName")) ?? "service"} ${number(member(step, "weight")) ?? 0}`,
        ),
        where: object.where("spec", "nodes", name, "steps"),
      },
    ];
  });
}
