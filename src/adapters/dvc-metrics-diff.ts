import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, member, members } from "../read/shape.js";
import { isMetricsDiff } from "./families/dvc.js";
import { namedMeasurement } from "./families/sliced-name.js";

const isCounter = (name: string): boolean => /(^|\.)(step|epoch|n)$/i.test(name);

/** How metrics changed between two revisions, as `dvc metrics diff --json` prints it. */
export const dvcMetricsDiff: Adapter = {
  id: "dvc-metrics-diff",
  title: "DVC change of metrics (`dvc metrics diff --json`)",
  definedAt: "https://dvc.org/doc/command-reference/metrics/diff",
  versions: "DVC 3.67.1",
  reads: "The new value of each metric, with the slice that its dotted name holds.",
  leaves: "The old value and the difference: the baseline's own file states the one, and a rule takes the other.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) => isMetricsDiff(value),

  read: ({ value }) =>
    members(value).flatMap(([file, names]) =>
      members(names).flatMap(([name, change]): Statement[] => {
        if (isCounter(name) || !hasKeys(change, "new")) return [];
        const where = { pointer: pointer("", file, name, "new") };
        return [{ kind: "measurement", ...namedMeasurement(name), value: member(change, "new"), where }];
      }),
    ),
};
