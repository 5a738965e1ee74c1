import type { EvidencePart } from "../model/check.js";
import type { Evidence, ModelIdentity } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import type { Source } from "../model/source.js";
import { missing } from "./verdict.js";
import { listed } from "./wording.js";

/** When the model that serves was made, or why that cannot be told. */
export type ServedModel =
  | {
      readonly kind: "model";
      readonly created: string | null;
      readonly version: string | null;
      readonly source: Source;
    }
  | { readonly kind: "verdict"; readonly verdict: Verdict };

/**
 * The model that serves: the version asked for, else that in the model's stage, else the packaged model, else the only
 * one. A registry lists many versions, and the newest of them is not what serves.
 */
export function servedModel(evidence: Evidence, model: ModelIdentity, version: string | null): ServedModel {
  const made = evidence.of("model").filter(({ created }) => created !== null);
  const candidates = narrowed(made, model, version);
  const [first] = candidates;
  if (first === undefined) {
    const run = runOf(evidence, model);
    if (run !== undefined && version === null)
      return { kind: "model", created: run.at, version: null, source: run.source };
    const message =
      version === null ? "no evidence says when the model was made" : `no evidence dates version ${version}`;
    return stop(
      message,
      "commit the MLmodel file, the registry's export, or a fact with `created`",
      evidence.of("model"),
    );
  }
  const dates = new Set(candidates.map(({ created }) => created));
  if (dates.size === 1) return { kind: "model", created: first.created, version: first.version, source: first.source };
  const named = [...new Set(candidates.map(({ version: own, name }) => own ?? name ?? "unnamed"))].sort();
  return stop(
    `nothing says which model serves: ${listed(named.slice(0, 6))}`,
    "say `version:` in the rule, or give one of them the model's stage in the registry",
    candidates,
  );
}

const isInStage = (fact: FactOf<"model">, { stage }: ModelIdentity): boolean =>
  fact.stage !== null && fact.stage.toLowerCase() === stage.toLowerCase();

/** The word of a registry on what serves: where it is gone, another version passes for it. */
export function servedByStage(evidence: Evidence, model: ModelIdentity): readonly EvidencePart[] {
  const served = evidence.of("model").find((fact) => fact.created !== null && isInStage(fact, model));
  return served === undefined ? [] : [{ name: `in ${model.stage}`, source: served.source }];
}

function narrowed(
  made: readonly FactOf<"model">[],
  model: ModelIdentity,
  version: string | null,
): readonly FactOf<"model">[] {
  const { run } = model;
  if (version !== null) return made.filter((fact) => fact.version === version);
  const narrowings: readonly ((fact: FactOf<"model">) => boolean)[] = [
    (fact) => run !== null && fact.run === run,
    (fact) => isInStage(fact, model),
    (fact) => fact.format === "mlflow-model",
    (fact) => fact.aliases?.some((alias) => alias.toLowerCase() === "champion") === true,
  ];
  return narrowings.map((narrowing) => made.filter(narrowing)).find((found) => found.length > 0) ?? made;
}

function runOf(evidence: Evidence, { run }: ModelIdentity): FactOf<"run"> | undefined {
  const runs = evidence.of("run").filter(({ at }) => at !== null);
  return run === null ? (runs.length === 1 ? runs[0] : undefined) : runs.find(({ run_id: id }) => id === run);
}

const stop = (message: string, mend: string, facts: readonly FactOf<"model">[]): ServedModel => ({
  kind: "verdict",
  verdict: missing(
    message,
    mend,
    null,
    facts.slice(0, 6).map(({ source }) => source),
  ),
});
