import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, list, member, members, text } from "../read/shape.js";

const rate = /^pass@\d{1,4}$/;

const isRates = (value: Value | undefined): boolean =>
  hasKeys(value, "split", "subset", "calibrated") && members(value).some(([key]) => rate.test(key));

const tasksOf = (value: Value | undefined) => members(member(value, "eval"));

const isSamples = (value: Value | undefined): boolean => {
  const [first] = tasksOf(value);
  return (
    first !== undefined &&
    /^BigCodeBench(Hard)?\/\d/.test(first[0]) &&
    text(member(list(first[1])?.[0], "status")) !== undefined
  );
};

/** The rates that the benchmark computed, of one way of asking (`complete`, `instruct`) and one set of tasks. */
function rates(value: Value | undefined): Statement[] {
  const [split, subset] = [text(member(value, "split")), text(member(value, "subset"))];
  const protocol = [split, subset, member(value, "calibrated") === true ? "calibrated" : undefined]
    .filter((part) => part !== undefined)
    .join(", ");
  return members(value).flatMap(([key, held]): Statement[] =>
    rate.test(key)
      ? [
          {
            kind: "measurement",
            raw_metric: key,
            value: held,
            dataset: "BigCodeBench",
            protocol,
            where: { pointer: pointer("", key) },
          },
        ]
      : [],
  );
}

/** The share of the samples that passed, averaged over the tasks. */
function rateOfSamples(value: Value | undefined): Statement[] {
  const passed = tasksOf(value).map(([, samples]) => {
    const held = list(samples) ?? [];
    return held.filter((sample) => text(member(sample, "status")) === "pass").length / held.length;
  });
  if (passed.some(Number.isNaN)) return [];
  return [
    {
      kind: "measurement",
      raw_metric: "pass@1",
      value: passed.reduce((sum, share) => sum + share, 0) / passed.length,
      dataset: "BigCodeBench",
      n: passed.length,
      at: text(member(value, "date")) ?? null,
      where: { pointer: "/eval" },
    },
  ];
}

export const bigcodebenchResults: Adapter = {
  id: "bigcodebench-results",
  title: "BigCodeBench results (`*_pass_at_k.json`, `*_eval_results.json`)",
  definedAt: "https://github.com/bigcode-project/bigcodebench",
  versions: "0.2.5, from the source, not seen",
  reads:
    "pass@k with the way of asking and the set of tasks; out of the samples, where no such file lies beside them, pass@1 with the number of tasks.",
  leaves: "The rate at which the reference solutions passed, which is none of the model's, solutions and failures.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) => isRates(value) || isSamples(value),
  read(file) {
    if (isRates(file.value)) return rates(file.value);
    const besides = file.neighbour(file.name.replace("eval_results", "pass_at_k"));
    return isRates(besides?.value) ? [] : rateOfSamples(file.value);
  },
};
