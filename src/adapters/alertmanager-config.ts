import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, list, member, members, text } from "../read/shape.js";

/** Ways by which a receiver tells somebody: `email_configs`, `slack_configs`, … */
const waysOf = (receiver: Value): readonly string[] =>
  members(receiver).flatMap(([key, value]) =>
    key.endsWith("_configs") && (list(value) ?? []).length > 0 ? [key.replace(/_configs$/, "")] : [],
  );

/** A receiver without any way swallows what is sent to it. */
function receiverCheck(receiver: Value, index: number, root: string | undefined): Statement[] {
  const name = text(member(receiver, "name"));
  if (name === undefined) return [];
  const ways = waysOf(receiver);
  return [
    {
      kind: "check",
      name: `receiver ${name}`,
      passed: null,
      observed: ways.length,
      expected: ways.join(", "),
      severity: name === root ? "default" : null,
      message: ways.length === 0 ? "Alerts that reach it are told to nobody." : null,
      where: { pointer: pointer("/receivers", index, "name") },
    },
  ];
}

/** Who is told of an alert. */
export const alertmanagerConfig: Adapter = {
  id: "alertmanager-config",
  title: "Alertmanager configuration",
  definedAt: "https://prometheus.io/docs/alerting/latest/configuration/",
  versions: "from the documentation of 0.27, not seen",
  reads: "Each receiver and by how many ways it tells somebody; the one of the root route is the default.",
  leaves: "Routes, inhibitions, and all addresses and secrets.",
  syntax: ["yaml"],
  gives: ["check"],
  recognises: ({ value }) =>
    isRecord(member(value, "route")) &&
    (list(member(value, "receivers")) ?? []).some((receiver) => hasKeys(receiver, "name")),

  read({ value }) {
    const root = text(member(member(value, "route"), "receiver"));
    return (list(member(value, "receivers")) ?? []).flatMap((receiver, index) => receiverCheck(receiver, index, root));
  },
};
