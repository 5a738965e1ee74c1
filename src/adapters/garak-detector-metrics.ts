import type { Adapter, Value } from "../model/adapter.js";
import type { Statement, StatedInterval } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { isRecord, member, members, numeric, text } from "../read/shape.js";

/** How well garak's detectors judge, measured on labelled outputs. */
export const garakDetectorMetrics: Adapter = {
  id: "garak-detector-metrics",
  title: "garak detector metrics",
  definedAt: "https://github.com/NVIDIA/garak/tree/main/garak/data/detectors_eval",
  versions: "0.13",
  reads: "Each metric as one of its detector (`about`), with its interval where one is given.",
  leaves: "Counts and settings of the evaluation.",
  syntax: ["json"],
  gives: ["measurement"],

  recognises: ({ value }) => {
    const detectors = members(member(value, "results"));
    return (
      detectors.length > 0 &&
      detectors.every(([, detector]) => isRecord(member(detector, "metrics"))) &&
      detectors.some(([, detector]) =>
        members(member(detector, "metrics")).some(([key]) => /^(hit|pass)_(precision|recall|f1)$/.test(key)),
      )
    );
  },

  read: ({ value }) => {
    const at = text(member(member(value, "metadata"), "evaluation_date")) ?? null;
    return members(member(value, "results")).flatMap(([detector, of]) => {
      const metrics = member(of, "metrics");
      return members(metrics).flatMap(([key, figure]): Statement[] => {
        if (typeof figure !== "number") return [];
        const interval = intervalOf(member(metrics, `${key}_ci`));
        return [
          {
            kind: "measurement",
            raw_metric: key,
            value: figure,
            about: detector,
            ...(interval === null ? {} : { interval }),
            at,
            where: { pointer: pointer("/results", detector, "metrics", key) },
          },
        ];
      });
    });
  },
};

function intervalOf(limits: Value | undefined): StatedInterval | null {
  const [lower, upper] = [numeric(member(limits, "ci_lower")), numeric(member(limits, "ci_upper"))];
  return lower === undefined || upper === undefined ? null : { lower, upper, level: null };
}
