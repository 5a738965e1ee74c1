import type { Adapter, Value } from "../model/adapter.js";
import type { Slice, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isList, list, member, number, text } from "../read/shape.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";

const isExplanation = (value: Value): boolean =>
  hasKeys(value, "metric", "message", "description") &&
  text(member(value, "metric")) !== undefined &&
  /: [^:]{1,400}$/.test(text(member(value, "message")) ?? "");

const explanations = (value: Value | undefined): readonly Value[] =>
  list(value) ?? (value === undefined || isList(value) ? [] : [value]);

/** Metrics by the names that the explainer gives them, where it calls them other than the rest of the library does. */
const ownNames: Readonly<Record<string, string>> = {
  "True Positive Rate Difference": "equal_opportunity_difference",
  "Average Absolute Odds Difference": "average_abs_odds_difference",
};

/** "… on unprivileged instances: 0.9", "Number of privileged instances: 12": of one side only. */
function groupIn(message: string): Slice {
  const side = /(?: on |^Number of )(privileged|unprivileged) [^:]{1,80}: [^:]*$/.exec(message)?.[1];
  return side === undefined ? {} : { group: side };
}

const nonFinite: Readonly<Record<string, number>> = { nan: Number.NaN, inf: Infinity, "-inf": -Infinity };

/** The value stands behind the last colon of the sentence, as Python prints it; a list of one number is that number. */
function valueIn(message: string): number | string {
  const written = message.slice(message.lastIndexOf(": ") + 2).trim();
  const plain = /^\[\s*(\S+?)\s*\]$/.exec(written)?.[1] ?? /^np\.float64\((.+)\)$/.exec(written)?.[1] ?? written;
  return Object.hasOwn(nonFinite, plain) ? (nonFinite[plain] ?? plain) : plain;
}

function statement(value: Value, at: string): Statement[] {
  const name = text(member(value, "metric"));
  const message = text(member(value, "message"));
  if (name === undefined || message === undefined) return [];
  const own = Object.hasOwn(ownNames, name) ? ownNames[name] : undefined;
  const trials = trialsOf(name, value);
  return [
    {
      kind: "measurement",
      raw_metric: name,
      ...(own === undefined ? {} : { metric: own }),
      value: valueIn(message),
      slice: groupIn(message),
      ...(trials === undefined ? {} : { trials }),
      where: { pointer: pointer(at, "message") },
    },
  ];
}

/** The counts that stand beside a rate fix its trials. */
function trialsOf(name: string, value: Value): number | undefined {
  const count = (key: string): number | undefined => number(member(value, key));
  const sum = (...keys: readonly string[]): number | undefined => {
    const counts = keys.map(count);
    return counts.every((one) => one !== undefined) ? counts.reduce((total, one) => total + one, 0) : undefined;
  };
  switch (interpretMetric(name).trials) {
    case "positives":
      return count("numPositives");
    case "negatives":
      return count("numNegatives");
    case "rows":
      return sum("numPositives", "numNegatives");
    case "predicted-positives":
      return sum("numTruePositives", "numFalsePositives");
    case "predicted-negatives":
      return sum("numTrueNegatives", "numFalseNegatives");
    case null:
      return undefined;
  }
}

/** What AIF360's `MetricJSONExplainer` says of metrics, one or a list of them. */
export const aif360Explainer: Adapter = {
  id: "aif360-explainer",
  title: "AIF360 metric explanations (`MetricJSONExplainer`)",
  definedAt: "https://aif360.readthedocs.io/en/stable/modules/generated/aif360.explainers.MetricJSONExplainer.html",
  versions: "aif360 0.6.1",
  reads:
    "Each metric with the value at the end of its sentence, the side that it is of, and the counts that are its trials.",
  leaves: "Descriptions and ideal values.",
  syntax: ["json", "json-lines"],
  gives: ["measurement"],
  numbersAsText: true,

  recognises: ({ value, values, syntax }) => {
    const held = syntax === "json-lines" ? values.map((line) => line.value) : explanations(value);
    return held.length > 0 && held.slice(0, 3).every(isExplanation);
  },

  read: ({ value, values, syntax }) =>
    syntax === "json-lines"
      ? values.flatMap(({ value: held, line }) => statement(held, "").map((one) => ({ ...one, where: { line } })))
      : explanations(value).flatMap((held, index) => statement(held, isList(value) ? pointer("", index) : "")),
};
