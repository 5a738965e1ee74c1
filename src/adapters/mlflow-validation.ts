import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { numeric } from "../read/shape.js";

const failure =
  /Metric (.+?) (value threshold|minimum absolute change|minimum relative change) check failed: ([^\n]*?)(?=(?: Metric .+? check failed)|\.?\s*$)/g;

const last = (text: string, pattern: RegExp): number | null => numeric(pattern.exec(text)?.[1]) ?? null;

/** The exception in which `validate_evaluation_results` tells what failed; there is no text where all held. */
export const mlflowValidation: Adapter = {
  id: "mlflow-validation",
  title: "MLflow validation failure (`validate_evaluation_results`)",
  definedAt: "https://mlflow.org/docs/latest/api_reference/python_api/mlflow.html#mlflow.validate_evaluation_results",
  versions: "2.22.5, 3.17.2",
  reads: "A failed check for each metric and threshold, with what was observed and expected.",
  leaves: "The baseline's value. Thresholds that held are not in the text.",
  syntax: ["text"],
  gives: ["check"],
  recognises: ({ text }) =>
    /^(?:[\w.]*ModelValidationFailedException: ?)?Metric .+ check failed: /.test(text.slice(0, 400)),

  read: ({ text }) =>
    text.split("\n").flatMap((line, index) =>
      [...line.slice(0, 20_000).matchAll(failure)].map(([whole, metric = "", kind = ""]): Statement => ({
        kind: "check",
        name: `${metric} ${kind}`,
        passed: false,
        observed: last(whole, /candidate model \S+ = ([-+.\deE]*\d)/),
        expected: last(whole, /threshold = ([-+.\deE]*\d)/),
        message: whole.trim(),
        where: { line: index + 1 },
      })),
    ),
};
