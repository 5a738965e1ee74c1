import type { Adapter, Value } from "../model/adapter.js";
import type { ParameterValue, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, isRecord, member, members, text } from "../read/shape.js";
import { filledIn } from "./families/dockerfile.js";
import { isPlaceholder, notFilledIn } from "./families/placeholder.js";

const oldLimits = ["mem_limit", "cpus", "mem_reservation", "cpu_shares"] as const;

function resourcesOf(service: Value): Readonly<Record<string, ParameterValue>> {
  const scalars = (prefix: string, value: Value | undefined): readonly [string, ParameterValue][] =>
    members(value).flatMap(([key, amount]): [string, ParameterValue][] =>
      typeof amount === "object" ? [] : [[`${prefix}.${key}`, amount]],
    );
  const deploy = below(service, "deploy", "resources");
  return Object.fromEntries([
    ...scalars("limits", member(deploy, "limits")),
    ...scalars("requests", member(deploy, "reservations")),
    ...oldLimits.flatMap((key): [string, ParameterValue][] => {
      const amount = member(service, key);
      return amount === undefined || typeof amount === "object" ? [] : [[key, amount]];
    }),
  ]);
}

function serviceStatements(name: string, service: Value): Statement[] {
  const base = pointer("/services", name);
  const stated = text(member(service, "image"));
  const image = stated === undefined ? undefined : (filledIn(stated, new Map()) ?? stated);
  const filler = image !== undefined && isPlaceholder(image);
  const update = below(service, "deploy", "update_config");
  const updated = isRecord(update);
  const place = updated
    ? pointer(base, "deploy", "update_config")
    : image === undefined
      ? base
      : pointer(base, "image");
  const rollsBack = text(member(update, "failure_action")) === "rollback";
  return [
    {
      kind: "rollout",
      strategy: updated ? "rolling-update" : null,
      rollback_target: rollsBack || isRecord(below(service, "deploy", "rollback_config")) ? "previous version" : null,
      image: filler ? null : (image ?? null),
      resources: resourcesOf(service),
      probes: isRecord(member(service, "healthcheck")) ? ["healthcheck"] : [],
      where: { pointer: place },
    },
    ...(filler ? [notFilledIn("the image", { pointer: pointer(base, "image") })] : []),
  ];
}

const isService = (value: Value): boolean =>
  isRecord(value) && (hasKeys(value, "image") || hasKeys(value, "build") || hasKeys(value, "extends"));

/** Services of Docker Compose. Their log drivers keep what a process prints, which is no log of predictions. */
export const dockerCompose: Adapter = {
  id: "docker-compose",
  title: "Docker Compose file",
  definedAt: "https://docs.docker.com/reference/compose-file/",
  versions: "from the documentation of the Compose Specification and versions 2 and 3, not seen",
  reads:
    "Each service's image (variables by their defaults), limits and reservations, health check, and how an update is rolled out and back.",
  leaves: "Networks, volumes, environment and log drivers.",
  syntax: ["yaml"],
  gives: ["rollout"],

  recognises: ({ value }) => {
    const services = members(member(value, "services"));
    return services.length > 0 && services.every(([, service]) => isService(service));
  },

  read: ({ value }) =>
    members(member(value, "services")).flatMap(([name, service]) => serviceStatements(name, service)),
};
