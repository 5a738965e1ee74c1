import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { numeric } from "../read/shape.js";

const failure =
  /^(?:[\w.]{0,200}ModelValidationFailedException: ?)?Metric (.{1,300}?) (value threshold|minimum absolute change|minimum relative change) check failed: /;

/** Sentences of a line: several metrics may fail in one. */
const sentences = (line: string): readonly string[] => line.slice(0, 20_000).split(/(?<=\.) (?=Metric )/);

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
  recognises: ({ text }) => failure.test(text.slice(0, 1_000)),

  read: ({ text }) =>
    text.split("\n").flatMap((line, index) =>
      sentences(line).flatMap((sentence): Statement[] => {
        const [, metric, kind] = failure.exec(sentence) ?? [];
        if (metric === undefined || kind === undefined) return [];
        return [
          {
            kind: "check",
            name: `${metric} ${kind}`,
            passed: false,
            observed: last(sentence, /candidate model .{1,300}? = ([-+.\deE]{0,40}\d)/),
            expected: last(sentence, /threshold = ([-+.\deE]{0,40}\d)/),
            message: sentence.trim(),
            where: { line: index + 1 },
          },
        ];
      }),
    ),
};
