import type { Adapter, EvidenceFile } from "../model/adapter.js";
import { members } from "../read/shape.js";
import { byGroupStatements, featureNames, groupsOf, isByGroup } from "./families/fairlearn.js";

const fairnessMetric = /^(selection_rate|(true|false)_(positive|negative)_rate|demographic_parity|count)$/i;

/** A comparison of models has the same form: what tells groups apart is a tuple, a metric of fairness, or the name. */
const tellsGroups = (file: EvidenceFile): boolean =>
  groupsOf(file.value).some((group) => group.startsWith("(")) ||
  members(file.value).some(([name]) => fairnessMetric.test(name)) ||
  /by_?group|fairlearn|fairness|sensitive|metric_?frame|disaggregated/i.test(file.path);

/** The `by_group` of a Fairlearn MetricFrame, as pandas saves it. */
export const fairlearnByGroup: Adapter = {
  id: "fairlearn-by-group",
  title: "Fairlearn MetricFrame, `by_group` by column",
  definedAt: "https://fairlearn.org/main/api_reference/generated/fairlearn.metrics.MetricFrame.html",
  versions: "fairlearn 0.15.0",
  reads:
    "Every metric of every group with its count; features are named by the same frame saved beside it as rows, else as Fairlearn calls features without a name.",
  leaves: "Nothing; a metric that is not defined for a group has no value.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: (file) => isByGroup(file.value) && tellsGroups(file),
  read: (file) => byGroupStatements(file.value, "", featureNames(file, groupsOf(file.value))),
};
