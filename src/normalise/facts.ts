import type { Fact, FactCommon, FactOf, MeasurementFields, NonFinite, Statement, Vouched } from "../model/fact.js";
import type { Source, Where } from "../model/source.js";
import { readInstant } from "./instant.js";
import { interpretMetric, type MetricReading } from "./metric-vocabulary.js";
import { readNumber, type NumberReading } from "./number.js";
import {
  approvalFact,
  cardFact,
  checkFact,
  datasetFact,
  experimentFact,
  modelFact,
  rolloutFact,
  runFact,
  tableFact,
  type StatementWith,
} from "./plain-facts.js";

/** What all facts of one file share. */
export interface FileContext {
  readonly path: string;
  readonly model: string | null;
  /** Null for a file that no format claims. */
  readonly format: string | null;
  readonly vouched: Vouched;
  readonly numbersAsText: boolean;
  /** True where the file is a card: its numbers are claims. */
  readonly claims: boolean;
}

/** Facts from what an adapter stated: names, units, numbers and dates made alike. Bad numbers bring a `problem` fact. */
export function toFacts(statements: readonly Statement[], file: FileContext): Fact[] {
  const facts: Fact[] = [];
  for (const statement of statements) addFact(statement, file, facts);
  return facts;
}

function addFact(statement: Statement, file: FileContext, facts: Fact[]): void {
  switch (statement.kind) {
    case "measurement":
      return addMeasurement(statement, file, facts);
    case "drift":
      return addDrift(statement, file, facts);
    case "attribution":
      return addAttribution(statement, file, facts);
    case "check":
      facts.push(checkFact(statement, common(statement, file)));
      return;
    case "card":
      facts.push(cardFact(statement, common(statement, file)));
      return;
    case "dataset":
      facts.push(datasetFact(statement, common(statement, file)));
      return;
    case "model":
      facts.push(modelFact(statement, common(statement, file)));
      return;
    case "run":
      facts.push(runFact(statement, common(statement, file)));
      return;
    case "rollout":
      facts.push(rolloutFact(statement, common(statement, file)));
      return;
    case "experiment":
      facts.push(experimentFact(statement, common(statement, file)));
      return;
    case "approval":
      facts.push(approvalFact(statement, common(statement, file)));
      return;
    case "table":
      facts.push(tableFact(statement, common(statement, file)));
      return;
    case "problem":
      facts.push({
        ...common(statement, file),
        kind: "problem",
        problem: statement.problem,
        message: statement.message,
        mend: statement.mend,
      });
      return;
  }
}

/** A line may call its model by the folder that holds the file, whatever the configuration calls it. */
function modelOf({ model: named }: Statement, { path, model }: FileContext): string | null {
  if (named === undefined || named === model) return model;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  return named === folder || named === folder.slice(folder.lastIndexOf("/") + 1) ? model : named;
}

const sourceOf = (path: string, where: Where): Source => ({
  path,
  pointer: where.pointer ?? null,
  line: where.line ?? null,
  column: where.column ?? null,
  digest: null,
});

function common(statement: Statement, file: FileContext): FactCommon {
  return {
    model: modelOf(statement, file),
    version: statement.version ?? null,
    format: file.format,
    at: readInstant(statement.at),
    vouched: file.vouched,
    source: sourceOf(file.path, statement.where),
  };
}

function addMeasurement(statement: StatementWith<"measurement">, file: FileContext, facts: Fact[]): void {
  const meaning = interpretMetric(statement.metric_name ?? statement.raw_metric);
  const number = readNumber(statement.value, file.numbersAsText);
  const shared = common(statement, file);
  const unit = unitOf(statement.unit, meaning, number);
  facts.push({
    model: shared.model,
    version: shared.version,
    format: shared.format,
    at: shared.at,
    vouched: shared.vouched,
    source: shared.source,
    kind: "measurement",
    metric: statement.metric ?? meaning.metric,
    raw_metric: statement.raw_metric,
    value: number.kind === "number" ? number.value : null,
    non_finite: nonFiniteOf(number),
    unit: unit.unit,
    unit_guessed: statement.unit_guessed ?? unit.guessed,
    higher_is_better: statement.higher_is_better ?? meaning.higherIsBetter,
    dataset: statement.dataset ?? null,
    split: statement.split ?? meaning.split,
    slice: statement.slice ?? meaning.slice,
    n: statement.n ?? null,
    trials: statement.trials ?? (isGrade(unit.unit) ? null : trialsOf(statement, meaning)),
    standard_error: statement.standard_error ?? null,
    interval: statement.interval ?? null,
    threshold: statement.threshold ?? null,
    fold: statement.fold ?? null,
    step: statement.step ?? null,
    protocol: statement.protocol ?? meaning.protocol,
    run: statement.run ?? null,
    claimed: statement.claimed ?? file.claims,
    about: statement.about ?? null,
  } satisfies FactOf<"measurement">);
  badNumber(number, statement.raw_metric, shared, facts);
}

/** "of 5": so many points, and no share of trials. */
const isGrade = (unit: string | null): boolean => unit !== null && unit.startsWith("of ");

/** A share that was summed from single-precision numbers may pass 1 by so much. */
const ROUNDING = 1e-6;

/** The rows behind a rate over rows are its trials; of other rates the denominator is known only where it is stated. */
const trialsOf = (
  { n, protocol }: { readonly n?: number | null; readonly protocol?: string | null },
  meaning: MetricReading,
): number | null =>
  meaning.kind === "rate" && meaning.trials === "rows" && (protocol ?? meaning.protocol) === null ? (n ?? null) : null;

/**
 * The unit, and whether it is a guess. A share above 1 without a unit may be per cent or a mistake: it is called per
 * cent, and the guess is said, so that no rule compares 97 with 0.97 silently.
 */
function unitOf(
  stated: string | null | undefined,
  meaning: MetricReading,
  number: NumberReading,
): { unit: MeasurementFields["unit"]; guessed: boolean } {
  if (stated !== null && stated !== undefined) return { unit: stated, guessed: false };
  if (meaning.unit !== "proportion" || meaning.unitStated || number.kind !== "number")
    return { unit: meaning.unit, guessed: false };
  const { value } = number;
  const largest = Math.max(Math.abs(meaning.range.lower ?? 1), Math.abs(meaning.range.upper ?? 1));
  return Math.abs(value) <= largest + ROUNDING
    ? { unit: "proportion", guessed: false }
    : { unit: "percent", guessed: true };
}

const nonFiniteOf = (number: NumberReading): NonFinite | null =>
  number.kind === "non-finite" ? number.nonFinite : null;

function badNumber(number: NumberReading, name: string, shared: FactCommon, facts: Fact[]): void {
  switch (number.kind) {
    case "number":
    case "none":
      return;
    case "non-finite":
      facts.push({
        ...shared,
        kind: "problem",
        problem: "non-finite",
        message: `${name} is ${number.nonFinite}`,
        mend: "find out why it could not be computed, and evaluate again",
      });
      return;
    case "template":
      facts.push({
        ...shared,
        kind: "problem",
        problem: "template",
        message: `${name} is a template's placeholder that nobody filled in`,
        mend: "commit what the template gives",
      });
      return;
    case "wrong-type":
      facts.push({
        ...shared,
        kind: "problem",
        problem: "wrong-type",
        message: `${name} is ${number.found} where a number is due`,
        mend: "write a number, without quotes",
      });
  }
}

function addDrift(statement: StatementWith<"drift">, file: FileContext, facts: Fact[]): void {
  const shared = common(statement, file);
  const score = readNumber(statement.score, true);
  const pValue = readNumber(statement.p_value, true);
  facts.push({
    model: shared.model,
    version: shared.version,
    format: shared.format,
    at: shared.at,
    vouched: shared.vouched,
    source: shared.source,
    kind: "drift",
    scope: statement.scope,
    column: statement.column ?? null,
    method: statement.method ?? null,
    score: score.kind === "number" ? score.value : null,
    p_value: pValue.kind === "number" ? pValue.value : null,
    non_finite: nonFiniteOf(score) ?? nonFiniteOf(pValue),
    threshold: statement.threshold ?? null,
    drifted: statement.drifted ?? null,
    n_reference: statement.n_reference ?? null,
    n_current: statement.n_current ?? null,
    share: statement.share ?? null,
    limits: statement.limits ?? null,
  });
  const name = `the drift of ${statement.column ?? statement.scope}`;
  badNumber(score, name, shared, facts);
  badNumber(pValue, name, shared, facts);
}

function addAttribution(statement: StatementWith<"attribution">, file: FileContext, facts: Fact[]): void {
  const shared = common(statement, file);
  const importance = readNumber(statement.importance, true);
  facts.push({
    model: shared.model,
    version: shared.version,
    format: shared.format,
    at: shared.at,
    vouched: shared.vouched,
    source: shared.source,
    kind: "attribution",
    method: statement.method ?? null,
    feature: statement.feature,
    importance: importance.kind === "number" ? importance.value : null,
    non_finite: nonFiniteOf(importance),
    slice: statement.slice ?? {},
    instance: statement.instance ?? null,
  });
  badNumber(importance, `the importance of ${statement.feature}`, shared, facts);
}
