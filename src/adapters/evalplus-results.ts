import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, isRecord, list, member, members, text } from "../read/shape.js";

/** `base` are the benchmark's own tests, `plus` those and the ones that EvalPlus added. */
const suites = ["base", "plus"] as const;

const isSample = (sample: Value | undefined): boolean => text(member(sample, "base_status")) !== undefined;

const tasksOf = (value: Value | undefined) => members(member(value, "eval"));

/** "HumanEval/0" is of HumanEval. */
const datasetOf = (value: Value | undefined): string | null => {
  const names = new Set(tasksOf(value).map(([task]) => /^([A-Za-z]{1,40})\/\d{1,6}$/.exec(task)?.[1] ?? ""));
  const [only = ""] = names;
  return names.size === 1 && only !== "" ? only : null;
};

const passes = (sample: Value, suite: (typeof suites)[number]): boolean =>
  text(member(sample, "base_status")) === "pass" &&
  (suite === "base" || text(member(sample, "plus_status")) === "pass");

/** The share of its samples that passed, averaged over the tasks; null where a task has none. */
function passAt1(value: Value | undefined, suite: (typeof suites)[number]): number | null {
  const rates = tasksOf(value).map(([, samples]) => {
    const held = list(samples) ?? [];
    return held.filter((sample) => passes(sample, suite)).length / held.length;
  });
  return rates.some(Number.isNaN) ? null : rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}

function statements(value: Value | undefined): Statement[] {
  const shared = { dataset: datasetOf(value), n: tasksOf(value).length, at: text(member(value, "date")) ?? null };
  const stated = suites.flatMap((suite) =>
    members(below(value, "pass_at_k", suite)).map(([raw_metric, rate]): Statement => ({
      kind: "measurement",
      raw_metric,
      value: rate,
      protocol: suite,
      ...shared,
      where: { pointer: pointer("/pass_at_k", suite, raw_metric) },
    })),
  );
  if (stated.length > 0) return stated;
  return suites.flatMap((suite): Statement[] => {
    const rate = passAt1(value, suite);
    if (rate === null) return [];
    return [
      {
        kind: "measurement",
        raw_metric: "pass@1",
        value: rate,
        protocol: suite,
        ...shared,
        where: { pointer: "/eval" },
      },
    ];
  });
}

export const evalplusResults: Adapter = {
  id: "evalplus-results",
  title: "EvalPlus results (`*_eval_results.json`)",
  definedAt: "https://github.com/evalplus/evalplus",
  versions: "0.2 and 0.3, from the source, not seen",
  reads:
    "pass@k with the benchmark's own tests (`base`) and with all (`plus`), the number of tasks, the benchmark that the tasks name; where the file states none, pass@1 out of the samples.",
  leaves: "Solutions and the tests that failed.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) => {
    const first = tasksOf(value)[0]?.[1];
    return isRecord(member(value, "eval")) && isSample(list(first)?.[0]);
  },
  read: ({ value }) => statements(value),
};
