import type { Adapter } from "../model/adapter.js";
import { hasKeys, isRecord, members } from "../read/shape.js";
import { parameterValue } from "./families/parameters.js";

/** The machine that a submission to MLPerf ran on. */
export const mlperfSystem: Adapter = {
  id: "mlperf-system",
  title: "MLPerf system description",
  definedAt: "https://github.com/mlcommons/policies/blob/master/submission_rules.adoc",
  versions: "Tiny 1.2 seen; inference and training from the rules",
  reads: "The machine and its software as the environment of a run; empty entries are left out.",
  leaves: "Nothing; it measures nothing.",
  syntax: ["json"],
  gives: ["run"],

  recognises: ({ value }) =>
    hasKeys(value, "Submitter", "Division", "Status") ||
    (hasKeys(value, "submitter", "division", "status") &&
      (hasKeys(value, "system_name") || hasKeys(value, "host_processor_model_name"))),

  read: ({ value }) => [
    {
      kind: "run",
      environment: Object.fromEntries(
        members(value)
          .filter(([, part]) => part !== "" && part !== null && !isRecord(part))
          .map(([key, part]) => [key.trim(), parameterValue(part)]),
      ),
      where: { pointer: "" },
    },
  ],
};
