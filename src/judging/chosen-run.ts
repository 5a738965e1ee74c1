import type { Evidence, ModelIdentity } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import { brokenFor } from "./selection.js";
import { missing, unreadableFile } from "./verdict.js";
import { listed } from "./wording.js";

/** Everything that is stated of the run that made a model: one run, which several files may tell of. */
export type ChosenRun =
  | { readonly kind: "run"; readonly id: string | null; readonly facts: readonly [FactOf<"run">, ...FactOf<"run">[]] }
  | { readonly kind: "verdict"; readonly verdict: Verdict };

/** The run that is named, else the packaged model's, else the only one; runs without an id belong to any. */
export function chosenRun(evidence: Evidence, model: ModelIdentity, asked: string | null): ChosenRun {
  const broken = brokenFor(evidence, "run")[0];
  if (broken !== undefined) return { kind: "verdict", verdict: unreadableFile(broken) };
  const facts = evidence.of("run");
  const ids = [...new Set(facts.flatMap(({ run_id: id }) => id ?? []))].sort();
  const named =
    asked ??
    model.run ??
    evidence.of("model").find(({ run, format }) => run !== null && format === "mlflow-model" && ids.includes(run))
      ?.run ??
    null;
  if (named === null && ids.length > 1)
    return stop(
      `several runs are there and nothing says which one made the model: ${listed(ids.slice(0, 6))}`,
      "name it in referee.yaml: models: [{ name, path, run: <id> }]",
      facts,
    );
  const id = named ?? ids[0] ?? null;
  const own = facts.filter(({ run_id: one }) => one === null || one === id);
  const [first, ...rest] = own;
  if (first === undefined || (named !== null && !ids.includes(named)))
    return stop(
      named === null ? "no evidence tells of the run that made the model" : `there is no run ${named}`,
      "commit the run (mlruns, wandb, dvc.lock), or a fact of the kind run",
      facts,
    );
  return { kind: "run", id, facts: [first, ...rest] };
}

const stop = (message: string, mend: string, facts: readonly FactOf<"run">[]): ChosenRun => ({
  kind: "verdict",
  verdict: missing(
    message,
    mend,
    null,
    facts.slice(0, 6).map(({ source }) => source),
  ),
});
