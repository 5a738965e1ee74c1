import type { Adapter } from "../model/adapter.js";
import { isRecord } from "../read/shape.js";
import { isDeclaredInDvc } from "./families/dvc.js";
import { nestedMetrics } from "./families/nested-metrics.js";

/** Metrics in a shape of the team's own, which a `dvc.yaml` declares as metrics. */
export const dvcMetrics: Adapter = {
  id: "dvc-metrics",
  title: "Metrics that a `dvc.yaml` declares",
  definedAt: "https://dvc.org/doc/user-guide/project-structure/dvcyaml-files#metrics",
  versions: "DVC 2.x to 3.67.1",
  reads:
    "Every number, named by its keys; keys below `slices`, `by_<column>` or a metric are slices, and a count such as `n` belongs to the numbers beside it.",
  leaves: "Texts, booleans and lists.",
  syntax: ["json", "yaml", "toml"],
  gives: ["measurement"],
  fallback: true,
  recognises: (file) => isRecord(file.value) && isDeclaredInDvc(file, "metrics"),
  read: ({ value }) => nestedMetrics(value, "", {}),
};
