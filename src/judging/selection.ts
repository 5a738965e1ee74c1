import type { BrokenFile, Evidence, ModelIdentity } from "../model/evidence.js";
import type { FactKind, FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";
import { agree } from "./comparable.js";
import { listed, shownSlice } from "./wording.js";

type Measurement = FactOf<"measurement">;

/** What a rule asks of the measurements it judges. */
export interface Asked {
  readonly metric: string;
  readonly dataset: string | null;
  readonly split: string | null;
  readonly run: string | null;
  readonly where: Readonly<Record<string, string | number | boolean>>;
  /** Slice keys; null asks for everything together. */
  readonly keys: readonly string[] | null;
}

/** The measurements that a rule judges, or why there are none. */
export type Selection =
  | { readonly kind: "measurements"; readonly groups: readonly MeasurementGroup[]; readonly claimed: boolean }
  | {
      readonly kind: "verdict";
      readonly verdict: Pick<Verdict, "outcome" | "message" | "sources"> & { readonly mend?: string };
      /** True where no evidence states the metric at all: rows of predictions may then give it. */
      readonly unstated: boolean;
    };

/** Statements of one quantity: one, or several that agree or conflict. */
export interface MeasurementGroup {
  readonly facts: readonly [Measurement, ...Measurement[]];
  readonly conflict: boolean;
}

const stop = (
  outcome: Verdict["outcome"],
  message: string,
  mend: string,
  sources: Verdict["sources"] = [],
  unstated = false,
): Selection => ({
  kind: "verdict",
  verdict: { outcome, message, mend, sources },
  unstated,
});

/** The facts that a rule on a metric judges: of this model, this run, not training data, evidence before claims. */
export function selectMeasurements(evidence: Evidence, model: ModelIdentity, asked: Asked): Selection {
  const named = evidence.of("measurement").filter((fact) => isAsked(fact, asked));
  const stated = named.filter(({ claimed }) => !claimed);
  const pool = stated.length > 0 ? stated : named;
  if (pool.length === 0) return noneFound(evidence, asked);
  const inRun = ofRun(pool, evidence, model, asked.run);
  if (inRun.kind === "verdict") return inRun;
  const plain = inRun.facts.filter(({ protocol }) => protocol === null);
  const facts = interpretMetric(asked.metric).protocol === null && plain.length > 0 ? plain : inRun.facts;
  return { kind: "measurements", groups: groupsOf(latestSteps(facts)), claimed: stated.length === 0 };
}

function noneFound(evidence: Evidence, asked: Asked): Selection {
  const card = evidence.broken.find(({ claims, gives }) => claims && gives.includes("measurement"));
  if (card !== undefined) return stop("unreadable", `${card.source.path}: ${card.message}`, card.mend, [card.source]);
  const anywhere = evidence.of("measurement").filter((fact) => sameMetric(fact, asked.metric));
  const elsewhere = anywhere.filter(({ about }) => about === null);
  const others = [...new Set(anywhere.flatMap(({ about }) => about ?? []))].sort();
  const sliced = asked.keys === null && elsewhere.some(({ slice }) => Object.keys(slice).length > 0);
  const training = elsewhere.some(({ split }) => split === "train");
  const hint =
    asked.keys !== null
      ? `for each ${listed(asked.keys)}`
      : sliced
        ? "for the whole data; there are slices"
        : training
          ? "but on the training data"
          : elsewhere.length === 0 && others.length > 0
            ? `of the model itself, only of ${listed(others.slice(0, 4))}`
            : "";
  const kin = elsewhere.length > 0 ? [] : kinOf(asked.metric, evidence);
  const names = listed(kin, "or");
  return stop(
    "missing",
    `no evidence states ${asked.metric}${hint === "" ? "" : ` ${hint}`}${names === "" ? "" : `; there is ${listed(kin)}`}`,
    `${names === "" ? "" : `ask for ${names}, `}${names === "" ? "" : "or "}write ${asked.metric} into an evaluation file that \`model-referee inspect\` shows, or map the file that has it`,
    [],
    true,
  );
}

/** Metrics of the model whose names hold the one that is asked, or are held by it: `ndcg_at_10` where `ndcg` is asked. */
function kinOf(name: string, evidence: Evidence): readonly string[] {
  const words = wordsOf(interpretMetric(name).metric);
  const others = new Set(evidence.of("measurement").flatMap(({ metric, about }) => (about === null ? [metric] : [])));
  return [...others]
    .filter((other) => other !== name && (wordsOf(other).includes(words) || words.includes(wordsOf(other))))
    .sort()
    .slice(0, 4);
}

const wordsOf = (metric: string): string => `_${metric}_`;

/** True where a fact states the metric, by its canonical id or by the very name that the file writes. */
export function sameMetric(fact: Measurement, name: string): boolean {
  if (fact.raw_metric === name) return true;
  const reading = interpretMetric(name);
  if (fact.metric !== reading.metric) return false;
  return (
    (reading.protocol === null || reading.protocol === fact.protocol) &&
    (reading.split === null || reading.split === fact.split)
  );
}

function isAsked(fact: Measurement, asked: Asked): boolean {
  if (fact.about !== null || fact.fold !== null || !sameMetric(fact, asked.metric)) return false;
  if (asked.dataset !== null && fact.dataset !== asked.dataset) return false;
  const split = asked.split ?? interpretMetric(asked.metric).split;
  if (split === null ? fact.split === "train" && !namesTraining(fact, asked) : fact.split !== split) return false;
  if (!hasKeys(fact, asked.keys)) return false;
  return Object.entries(asked.where).every(([field, value]) => fieldOf(fact, field) === value);
}

/** A rule that asks for `train_loss` by the very name that the file writes asks for training results. */
const namesTraining = (fact: Measurement, asked: Asked): boolean =>
  fact.raw_metric === asked.metric && /train/i.test(asked.metric);

function hasKeys({ slice }: Measurement, keys: readonly string[] | null): boolean {
  const own = Object.keys(slice);
  if (keys === null) return own.length === 0;
  return own.length === keys.length && keys.every((key) => Object.hasOwn(slice, key));
}

const fieldOf = (fact: Measurement, field: string): unknown =>
  field.startsWith("slice.")
    ? fact.slice[field.slice(6)]
    : Object.hasOwn(fact, field)
      ? fact[field as keyof Measurement]
      : undefined;

type OfRun =
  { readonly kind: "facts"; readonly facts: readonly Measurement[] } | Extract<Selection, { kind: "verdict" }>;

/** The facts of the run that speaks for the model: configured, `MLmodel`'s, the registry's, or the only finished one. */
function ofRun(
  facts: readonly Measurement[],
  evidence: Evidence,
  model: ModelIdentity,
  askedRun: string | null,
): OfRun {
  const runs = [...new Set(facts.flatMap(({ run }) => run ?? []))].sort();
  if (runs.length === 0 && askedRun === null) return { kind: "facts", facts };
  const named = askedRun ?? model.run;
  const chosen = named === null ? runOf(runs, evidence) : resolveRun(named, runs, evidence);
  // What names no run is the model's own beside a run of it; a rule that asks for a run asks for what names it.
  if (chosen !== undefined)
    return { kind: "facts", facts: facts.filter(({ run }) => run === chosen || (run === null && askedRun === null)) };
  // Logs of several trainings beside an evaluation of the model do not make it any less its own.
  const own = named === null ? facts.filter(({ run }) => run === null) : [];
  if (own.length > 0) return { kind: "facts", facts: own };
  const message =
    named === null
      ? runs.length === 1
        ? `only the run ${runs.join("")} states it, and it did not finish`
        : `several runs state it and nothing says which one is the model: ${runs.slice(0, 6).join(", ")}`
      : `the run ${named} states it nowhere; ${runs.length === 0 ? "what states it names no run" : `there are ${runs.slice(0, 6).join(", ")}`}`;
  return {
    kind: "verdict",
    verdict: {
      outcome: "missing",
      message,
      mend: "name the run in referee.yaml: models: [{ name, path, run: <id> }]",
      sources: facts.slice(0, 6).map(({ source }) => source),
    },
    unstated: false,
  };
}

const resolveRun = (named: string, runs: readonly string[], evidence: Evidence): string | undefined =>
  runs.find((run) => run === named) ?? aliasedRun(named, evidence, runs);

const aliasedRun = (alias: string, evidence: Evidence, runs: readonly string[]): string | undefined =>
  evidence
    .of("model")
    .find(({ aliases, run }) => run !== null && runs.includes(run) && aliases?.includes(alias) === true)?.run ??
  undefined;

/** What tools call a run that came to its end: MLflow `FINISHED`, Inspect `success`, Kubeflow `SUCCEEDED`, ML Metadata `CACHED`. */
const ended = /^(?:finished|complete|completed|cached|success|succeeded)$/i;

/** True for a run that came to its end, or of which nothing says that it did not. */
export const hasEnded = (status: string | null): boolean => status === null || ended.test(status);

/** The run that speaks for the model by the evidence itself; undefined where nothing says which does. */
export function runOf(runs: readonly string[], evidence: Evidence): string | undefined {
  const models = evidence.of("model").filter(({ run }) => run !== null && runs.includes(run));
  const fromModel = models.find(({ format }) => format === "mlflow-model")?.run;
  if (fromModel !== undefined && fromModel !== null) return fromModel;
  const aliased = models.find(({ aliases }) => aliases !== null && aliases.length > 0)?.run;
  if (aliased !== undefined && aliased !== null) return aliased;
  const serving = models.filter(({ stage }) => /^production$/i.test(stage ?? ""));
  if (serving.length === 1 && serving[0]?.run !== null) return serving[0]?.run;
  const unfinished = new Set(
    evidence.of("run").flatMap(({ run_id: id, status }) => (id !== null && !hasEnded(status) ? [id] : [])),
  );
  const finished = runs.filter((run) => !unfinished.has(run));
  return finished.length === 1 ? finished[0] : undefined;
}

/** Of statements that differ by their step alone, the last. */
function latestSteps(facts: readonly Measurement[]): readonly Measurement[] {
  const last = new Map<string, number>();
  for (const fact of facts)
    if (fact.step !== null) last.set(quantityOf(fact), Math.max(fact.step, last.get(quantityOf(fact)) ?? fact.step));
  return facts.filter((fact) => fact.step === null || fact.step === last.get(quantityOf(fact)));
}

/** Two facts with the same key state the same quantity. */
export const quantityOf = (fact: Measurement): string =>
  JSON.stringify([
    fact.metric,
    fact.protocol,
    fact.dataset,
    fact.split,
    shownSlice(fact.slice),
    fact.version,
    fact.run,
    fact.threshold,
  ]);

function groupsOf(facts: readonly Measurement[]): readonly MeasurementGroup[] {
  const [only] = facts;
  if (only !== undefined && facts.length === 1) return [{ facts: [only], conflict: false }];
  const groups = new Map<string, [Measurement, ...Measurement[]]>();
  for (const fact of facts) {
    const quantity = quantityOf(fact);
    const known = groups.get(quantity);
    if (known === undefined) groups.set(quantity, [fact]);
    else known.push(fact);
  }
  return [...groups.values()].map((group) => ({
    facts: group,
    conflict: group.length > 1 && group.some((fact) => !agree(fact, group[0])),
  }));
}

/** Broken files that would have given facts of a kind; of measurements, of this metric. */
export const brokenFor = (evidence: Evidence, kind: FactKind, metric: string | null = null): readonly BrokenFile[] =>
  evidence.broken.filter(
    ({ gives, metrics }) => gives.includes(kind) && (metric === null || metrics === null || metrics.includes(metric)),
  );
