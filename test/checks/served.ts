import { facts } from "../judge/judged.js";

/** A fact that makes its folder a model and that none of the checks on deployment takes. */
export const mark = { "m/own.facts.jsonl": facts({ kind: "card", field: "owner", value: "@acme/ml" }) } as const;

/** A template of Helm, which is no YAML. */
export const helm = {
  "m/deployment.yaml":
    "{{- if .Values.on }}\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}\n{{- end }}\n",
} as const;

/** A Deployment with one container. */
export const deployment = (container: string, spec = ""): Readonly<Record<string, string>> => ({
  "m/deployment.yaml": `apiVersion: apps/v1\nkind: Deployment\nspec:\n${spec}  template:\n    spec:\n      containers:\n        - ${container}\n`,
});
