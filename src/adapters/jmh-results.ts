import type { Adapter, Value } from "../model/adapter.js";
import type { StatedInterval, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, list, member, members, numeric, scalarText, text } from "../read/shape.js";
import { benchmarkUnit } from "./families/benchmark-unit.js";

/** Scores of Java benchmarks. */
export const jmhResults: Adapter = {
  id: "jmh-results",
  title: "JMH results",
  definedAt: "https://github.com/openjdk/jmh",
  versions: "1.x, from the source, not seen",
  reads:
    "The score of each benchmark, with its parameters in the name, in its own unit and with its interval of 99.9 %; more is better for throughput, less for times.",
  leaves: "Percentiles, raw data and secondary metrics.",
  syntax: ["json"],
  gives: ["measurement"],

  recognises: ({ value }) => {
    const results = list(value);
    return (
      results !== undefined &&
      results.length > 0 &&
      results.every((result) => hasKeys(result, "benchmark", "mode", "primaryMetric"))
    );
  },

  read: ({ value }) =>
    (list(value) ?? []).map((result, index): Statement => {
      const metric = member(result, "primaryMetric");
      const raw = nameOf(result);
      const interval = intervalOf(metric);
      return {
        kind: "measurement",
        metric: raw,
        raw_metric: raw,
        value: member(metric, "score"),
        unit: benchmarkUnit(text(member(metric, "scoreUnit"))),
        higher_is_better: text(member(result, "mode")) === "thrpt",
        ...(interval === null ? {} : { interval }),
        where: { pointer: pointer("", index, "primaryMetric", "score") },
      };
    }),
};

function nameOf(result: Value): string {
  const parameters = members(member(result, "params")).map(([key, value]) => `${key}=${scalarText(value) ?? ""}`);
  const name = text(member(result, "benchmark")) ?? "";
  return parameters.length === 0 ? name : `${name} (${parameters.join(", ")})`;
}

/** JMH's interval is of 99.9 %, whatever the settings. */
function intervalOf(metric: Value | undefined): StatedInterval | null {
  const [lower, upper] = (list(member(metric, "scoreConfidence")) ?? []).map(numeric);
  return lower === undefined || upper === undefined ? null : { lower, upper, level: 0.999 };
}
