import type { Adapter, Value } from "../model/adapter.js";
import type { ParameterValue, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, isRecord, member, members, number, scalarText, text } from "../read/shape.js";

type Kind = "deployment" | "endpoint" | "monitor";

/** What the file describes, by the schema that it names; null where that is none of these. */
function kindOf(value: Value | undefined): Kind | null {
  const schema = text(member(value, "$schema")) ?? "";
  if (!isRecord(value) || !/azureml/i.test(schema)) return null;
  if (/(Online|Batch)Deployment\.schema\.json$|[Mm]odelBatchDeployment\.schema\.json$/.test(schema))
    return "deployment";
  if (/(Online|Batch)Endpoint\.schema\.json$/.test(schema)) return "endpoint";
  return isRecord(member(value, "create_monitor")) ? "monitor" : null;
}

/** `azureml:name:version` or `azureml:name@label`, as an asset is named. */
const reference = /^azureml:([^:/@\s]{1,200})(?::([^:\s]{1,50})|@([^:/@\s]{1,50}))?$/;

function servedModel(value: Value): Statement[] {
  const held = member(value, "model");
  const [, name, version, label] = reference.exec(text(held) ?? "") ?? [];
  const named = name ?? text(member(held, "name"));
  if (named === undefined) return [];
  const stated = version ?? scalarText(member(held, "version"));
  const aliases = label === undefined ? null : [label];
  return [{ kind: "model", name: named, version: stated ?? null, aliases, where: { pointer: "/model" } }];
}

/** What is collected of requests and answers; switches are written as text too. */
function loggingOf(value: Value): string | null {
  const isOn = (held: Value | undefined): boolean => held === true || /^true$/i.test(text(held) ?? "");
  const collected = members(below(value, "data_collector", "collections")).flatMap(([name, collection]) =>
    isOn(member(collection, "enabled")) ? [name] : [],
  );
  if (collected.length > 0) return collected.join(", ");
  return isOn(member(value, "app_insights_enabled")) ? "app insights" : null;
}

const resourceKeys = ["instance_type", "instance_count", "max_concurrency_per_instance"] as const;

function deploymentStatements(value: Value): Statement[] {
  const resources = resourceKeys.flatMap((key): (readonly [string, ParameterValue])[] => {
    const stated = member(value, key);
    return typeof stated === "string" || typeof stated === "number" ? [[key, stated]] : [];
  });
  return [
    {
      kind: "rollout",
      image: text(below(value, "environment", "image")) ?? null,
      resources: resources.length === 0 ? null : Object.fromEntries(resources),
      probes: ["liveness", "readiness"].filter((probe) => isRecord(member(value, `${probe}_probe`))),
      logging: loggingOf(value),
      where: { pointer: hasKeys(value, "endpoint_name") ? "/endpoint_name" : "/name" },
    },
    ...servedModel(value),
  ];
}

/** Which deployment of the endpoint is the new one, the file does not say: so there is no share of the new one. */
function endpointStatements(value: Value): Statement[] {
  const shares = (key: string) =>
    members(member(value, key)).flatMap(([name, share]): (readonly [string, number])[] => {
      const stated = number(share);
      return stated === undefined ? [] : [[name, stated]];
    });
  const [traffic, mirrored] = [shares("traffic"), shares("mirror_traffic")];
  if (traffic.length === 0 && mirrored.length === 0) return [];
  const split = traffic.filter(([, share]) => share > 0).length > 1;
  return [
    {
      kind: "rollout",
      strategy: split ? "canary" : mirrored.some(([, share]) => share > 0) ? "shadow" : null,
      steps: [
        ...traffic.map(([name, share]) => `${name} ${String(share)} %`),
        ...mirrored.map(([name, share]) => `${name} mirrors ${String(share)} %`),
      ],
      where: { pointer: traffic.length > 0 ? "/traffic" : "/mirror_traffic" },
    },
  ];
}

const mostDeep = 6;

/** Limits of a monitor's signals: what is watched, and not what was seen. */
function limitStatements(value: Value | undefined, base: string, name: string, depth: number): Statement[] {
  return members(value).flatMap(([key, held]): Statement[] => {
    const place = pointer(base, key);
    if (isRecord(held)) return depth >= mostDeep ? [] : limitStatements(held, place, `${name}.${key}`, depth + 1);
    const limit = number(held);
    return limit === undefined
      ? []
      : [{ kind: "check", name: `${name}.${key}`, passed: null, expected: limit, where: { pointer: place } }];
  });
}

const monitorStatements = (value: Value): Statement[] =>
  members(below(value, "create_monitor", "monitoring_signals")).flatMap(([name, signal]) => {
    const place = pointer("/create_monitor/monitoring_signals", name);
    const type = text(member(signal, "type"));
    const limits = limitStatements(member(signal, "metric_thresholds"), pointer(place, "metric_thresholds"), name, 0);
    if (limits.length > 0 || type === undefined) return limits;
    return [{ kind: "check", name, passed: null, message: type, where: { pointer: pointer(place, "type") } }];
  });

const statementsOf: Readonly<Record<Kind, (value: Value) => Statement[]>> = {
  deployment: deploymentStatements,
  endpoint: endpointStatements,
  monitor: monitorStatements,
};

/** How a model is served by Azure Machine Learning, and how it is watched. */
export const azuremlDeployment: Adapter = {
  id: "azureml-deployment",
  title: "Azure ML deployment, endpoint or model monitor (YAML)",
  definedAt: "https://learn.microsoft.com/en-us/azure/machine-learning/reference-yaml-deployment-managed-online",
  versions: "command line v2, from the schema, not seen",
  reads:
    "A deployment's model, instances, image, probes and what it collects of requests; the shares of an endpoint's traffic; the signals of a monitor with their limits, which nothing has passed.",
  leaves: "Environments, scoring code, identities, scale settings, and which deployment is the new one.",
  syntax: ["yaml", "json"],
  gives: ["rollout", "model", "check"],
  recognises: ({ value }) => kindOf(value) !== null,

  read({ value }) {
    const kind = kindOf(value);
    return value === undefined || kind === null ? [] : statementsOf[kind](value);
  },
};
