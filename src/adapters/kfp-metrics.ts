import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, list, member, text } from "../read/shape.js";
import { namedMeasurement } from "./families/sliced-name.js";

/** Metrics in the form of Kubeflow Pipelines 1. */
export const kfpMetrics: Adapter = {
  id: "kfp-metrics",
  title: "Kubeflow Pipelines metrics (`mlpipeline-metrics.json`)",
  definedAt: "https://www.kubeflow.org/docs/components/pipelines/legacy-v1/sdk/pipelines-metrics/",
  versions: "kfp 1.x form, written by user code under kfp 2.17.0",
  reads:
    "Every metric's number as it stands: `PERCENTAGE` asks for a display, and the number is a fraction all the same.",
  leaves: "The display format.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) => hasKeys(list(member(value, "metrics"))?.[0], "name", "numberValue"),

  read: ({ value }) =>
    (list(member(value, "metrics")) ?? []).flatMap((metric, index): Statement[] => {
      const name = text(member(metric, "name"));
      if (name === undefined || !hasKeys(metric, "numberValue")) return [];
      const where = { pointer: pointer("/metrics", index, "numberValue") };
      return [{ kind: "measurement", ...namedMeasurement(name), value: member(metric, "numberValue"), where }];
    }),
};
