import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { hasKeys, member, number, scalarText, text } from "../read/shape.js";
import { flatParameters } from "./families/parameters.js";

const isTrial = (value: Value | undefined): boolean =>
  hasKeys(value, "record_id", "validation_loss", "config", "learner");

/** The trial of the search that the last line names; where the search broke off, the one that lost least. */
function chosenOf(lines: readonly { readonly value: Value; readonly line: number }[]) {
  const named = lines.findLast(({ value }) => hasKeys(value, "curr_best_record_id"));
  const best = number(member(named?.value, "curr_best_record_id"));
  const trials = lines.filter(({ value }) => isTrial(value));
  const lossOf = (value: Value): number => number(member(value, "validation_loss")) ?? Infinity;
  return best === undefined
    ? trials.toSorted((one, other) => lossOf(one.value) - lossOf(other.value))[0]
    : trials.findLast(({ value }) => number(member(value, "record_id")) === best);
}

/** The search of FLAML for a model, a trial that improved on those before it a line. */
export const flamlLog: Adapter = {
  id: "flaml-log",
  title: "FLAML log of a search (`log_file_name`)",
  definedAt: "https://microsoft.github.io/FLAML/docs/Use-Cases/Task-Oriented-AutoML",
  versions: "1.x and 2.x, from logs in public repositories, not seen",
  reads:
    "Of the trial that the log calls the best: its learner and settings, and the loss on the validation data, which is what the search minimised (for scores that are better when higher, what is left to 1).",
  leaves: "The other trials, and times.",
  syntax: ["json-lines", "json"],
  gives: ["run", "measurement"],
  recognises: ({ values }) => isTrial(values[0]?.value),

  read({ values }): readonly Statement[] {
    const chosen = chosenOf(values);
    if (chosen === undefined) return [];
    const { value, line } = chosen;
    const run = scalarText(member(value, "record_id")) ?? null;
    const learner = text(member(value, "learner")) ?? null;
    return [
      {
        kind: "run",
        run_id: run,
        params: { learner, ...flatParameters(member(value, "config")) },
        where: { line },
      },
      {
        kind: "measurement",
        raw_metric: "validation_loss",
        value: member(value, "validation_loss"),
        split: "validation",
        run,
        where: { line },
      },
    ];
  },
};
