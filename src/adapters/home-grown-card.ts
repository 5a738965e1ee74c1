import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { cardSectionsOf } from "../normalise/card-sections.js";
import { isRecord, member, members, scalarText } from "../read/shape.js";
import { fieldStatements } from "./families/card-fields.js";
import { holdsMetrics } from "./families/metrics-look.js";
import { metricsOf } from "./families/metrics-tree.js";
import { spokenKey, structuredSections } from "./families/structured-sections.js";

const called = /(?:^|[_.-])model[_-]?card(?:[_.-]|$)/i;

const isSchema = (value: Value): boolean =>
  isRecord(member(value, "properties")) || member(value, "$schema") !== undefined;

const namesSection = (value: Value): boolean =>
  members(value).some(([key]) => cardSectionsOf(spokenKey(key)).length > 0);

const nameKeys = ["model_name", "name", "model_id", "model"];
const versionKeys = ["model_version", "version"];

function textAt(card: Value, keys: readonly string[]): { readonly key: string; readonly text: string } | undefined {
  for (const key of keys) {
    const text = scalarText(member(card, key));
    if (text !== undefined && text.trim() !== "" && text.length <= 200) return { key, text };
  }
  return undefined;
}

function modelStatement(card: Value): Statement[] {
  const [name, version] = [textAt(card, nameKeys), textAt(card, versionKeys)];
  if (name === undefined && version === undefined) return [];
  return [
    {
      kind: "model",
      name: name?.text ?? null,
      version: version?.text ?? null,
      where: { pointer: `/${(name ?? version)?.key ?? ""}` },
    },
  ];
}

/** Numbers are told as measurements, and parameters as neither. */
const leavesOut = (name: string): boolean =>
  /(?:^|\.)(?:metrics|\w+_metrics|results|(?:hyper_?)?param(?:eter)?s|feature\w*|classes|confusion_matrix|classification_report)(?:\.|$)/i.test(
    name,
  );

/** A card that a script or a team writes as JSON or YAML, with keys of its own beside those that cards have. */
export const homeGrownCard: Adapter = {
  id: "home-grown-card",
  title: "Model card of a team's own shape",
  definedAt: "https://arxiv.org/abs/1810.03993",
  versions: "JSON and YAML files called `model_card`, as training scripts and people write them",
  reads:
    "Fields, the sections that keys are called by, name and version, and the metrics under whatever keys, as claims.",
  leaves: "Parameters, features and lists of classes.",
  syntax: ["json", "yaml"],
  gives: ["card", "measurement", "model"],
  marksModel: true,
  claims: true,
  fallback: true,

  recognises: (file) =>
    called.test(file.name) &&
    isRecord(file.value) &&
    !isSchema(file.value) &&
    (namesSection(file.value) || holdsMetrics(file)),

  read: ({ value }) =>
    value === undefined
      ? []
      : [
          ...fieldStatements(value, "", "", leavesOut),
          ...structuredSections(value, ""),
          ...modelStatement(value),
          ...metricsOf(value, ""),
        ],
};
