import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";
import { hasKeys, isRecord, member, members, scalarText, text } from "../read/shape.js";
import { fieldStatements } from "./families/card-fields.js";
import { isMeasured } from "./families/metrics-place.js";
import { sectionOfKey } from "./families/structured-sections.js";

/** A metric of one label: `val_mean_dice_tc` is the mean Dice of the label `tc`. */
function labelled(name: string): { readonly metric_name?: string; readonly slice?: Readonly<Record<string, string>> } {
  if (interpretMetric(name).known) return {};
  const [, head = "", label = ""] = /^(.+)_([^_]+)$/.exec(name) ?? [];
  return interpretMetric(head).known && !/^(std|sd|min|max|median|ci|se)$/i.test(label)
    ? { metric_name: head, slice: { label } }
    : {};
}

const metricStatements = (metrics: Value | undefined, at: string, version: string | null): Statement[] =>
  members(metrics).flatMap(([name, value]): Statement[] => {
    const where = { pointer: pointer(at, name) };
    if (isRecord(value)) return metricStatements(value, where.pointer, version);
    return isMeasured(value) || value === null
      ? [{ kind: "measurement", raw_metric: name, ...labelled(name), value, version, where }]
      : [];
  });

/** Formats of the network's inputs, and what changed when, say nothing of the model's fitness. */
const leavesOut = (name: string): boolean => /^(changelog|network_data_format|eval_metrics)$/.test(name);

const sections = ["intended_use", "description", "data_source", "references", "label_classes"];

/** What a MONAI bundle says of itself. */
export const monaiMetadata: Adapter = {
  id: "monai-metadata",
  title: "MONAI bundle metadata (`configs/metadata.json`)",
  definedAt: "https://docs.monai.io/en/stable/mb_specification.html",
  versions: "meta schemas of 2022-03 to 2024-07",
  reads:
    "Every field, the sections that keys such as `intended_use` are, evaluation metrics (of single labels as slices) as claims, name, version and the libraries' versions.",
  leaves: "The change log and the formats of inputs and outputs.",
  syntax: ["json"],
  gives: ["card", "measurement", "model", "run"],
  marksModel: true,
  claims: true,
  recognises: ({ value }) =>
    hasKeys(value, "monai_version", "version") || hasKeys(value, "network_data_format", "version"),

  read({ value }) {
    if (value === undefined) return [];
    const version = scalarText(member(value, "version")) ?? null;
    const libraries = members(value).flatMap(([key, held]) =>
      /^\w+_version$/.test(key) && typeof held === "string" ? [[key.slice(0, -"_version".length), held] as const] : [],
    );
    return [
      ...fieldStatements(value, "", "", leavesOut),
      ...sections.flatMap((key) => {
        const held = text(member(value, key));
        return held === undefined ? [] : sectionOfKey(key, held, { pointer: pointer("", key) });
      }),
      {
        kind: "model",
        name: text(member(value, "name")) ?? null,
        version,
        framework: "monai",
        where: { pointer: "/version" },
      },
      { kind: "run", environment: Object.fromEntries(libraries), version, where: { pointer: "" } },
      ...metricStatements(member(value, "eval_metrics"), "/eval_metrics", version),
    ];
  },
};
