import type { Adapter, Value } from "../model/adapter.js";
import type { StatedInterval, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { sidedExperiments } from "./families/experiment-sides.js";
import { hasKeys, isRecord, list, members, numeric } from "../read/shape.js";

/** What a script computed of an experiment: differences and tests, without the counts that they rest on. */
export const experimentStatistics: Adapter = {
  id: "experiment-statistics",
  title: "Statistics of an A/B test",
  definedAt: "https://docs.scipy.org/doc/scipy/reference/stats.html",
  versions: "JSON with a difference, its interval and p-values, as scripts over SciPy write it",
  reads:
    "Each number under its own name, the interval with the difference that it is of. They are compared with nothing: without counts they cannot be checked.",
  leaves: "Nothing.",
  syntax: ["json"],
  gives: ["measurement"],

  recognises: ({ value }) =>
    isRecord(value) &&
    members(value).every(([, held]) => !isRecord(held) && !(list(held) ?? []).some(isRecord)) &&
    sidedExperiments(value).length === 0 &&
    (hasKeys(value, "diff") || hasKeys(value, "relative_lift") || hasKeys(value, "lift")) &&
    members(value).some(([key]) => /^p_?value|^(srm|welch)_p|_p$/.test(key)),

  read: ({ value }) =>
    members(value).flatMap(([key, held]): Statement[] => {
      if (typeof held !== "number") return [];
      const interval = key === "diff" ? intervalIn(value) : null;
      return [
        {
          kind: "measurement",
          metric: key,
          raw_metric: key,
          value: held,
          ...(interval === null ? {} : { interval }),
          where: { pointer: pointer("", key) },
        },
      ];
    }),
};

function intervalIn(value: Value | undefined): StatedInterval | null {
  const found = members(value).find(([key]) => /^(ci|confidence_interval)(\d{2})?(_|$)/.test(key));
  const [lower, upper] = (list(found?.[1]) ?? []).map(numeric);
  if (found === undefined || lower === undefined || upper === undefined || lower > upper) return null;
  const level = /(\d{2})/.exec(found[0])?.[1];
  return { lower, upper, level: level === undefined ? null : Number(level) / 100 };
}
