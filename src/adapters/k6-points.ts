import type { Adapter } from "../model/adapter.js";
import { hasKeys, member, text } from "../read/shape.js";

/** Single samples of a load test, a line each: the summaries of the same run state their statistics. */
export const k6Points: Adapter = {
  id: "k6-points",
  title: "k6 samples (`--out json`)",
  definedAt: "https://grafana.com/docs/k6/latest/results-output/real-time/json/",
  versions: "1.x",
  reads: "Nothing beyond the format: single samples are no statistic of the run.",
  leaves: "The samples; commit the summary of the run beside them.",
  syntax: ["json-lines", "json"],
  gives: [],

  recognises: ({ value }) => {
    const type = text(member(value, "type"));
    return (type === "Metric" || type === "Point") && hasKeys(value, "metric", "data");
  },
  read: () => [],
};
