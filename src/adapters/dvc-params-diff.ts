import type { Adapter } from "../model/adapter.js";
import { pointer } from "../model/source.js";
import { hasKeys, member, members } from "../read/shape.js";
import { isDiff, isMetricsDiff } from "./families/dvc.js";
import { parameterValue } from "./families/parameters.js";

/** How parameters changed between two revisions, as `dvc params diff --json` prints it. */
export const dvcParamsDiff: Adapter = {
  id: "dvc-params-diff",
  title: "DVC change of parameters (`dvc params diff --json`)",
  definedAt: "https://dvc.org/doc/command-reference/params/diff",
  versions: "DVC 3.67.1",
  reads: "The new values of the parameters that changed, a run for each file.",
  leaves: "The old values, and parameters that did not change.",
  syntax: ["json"],
  gives: ["run"],
  recognises: ({ value }) => isDiff(value) && !isMetricsDiff(value),

  read: ({ value }) =>
    members(value).map(([file, names]) => ({
      kind: "run",
      params: Object.fromEntries(
        members(names).flatMap(([name, change]) =>
          hasKeys(change, "new") ? [[name, parameterValue(member(change, "new") ?? null)]] : [],
        ),
      ),
      where: { pointer: pointer("", file) },
    })),
};
