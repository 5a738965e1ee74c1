import type {
  Fact,
  FactCommon,
  FactOf,
  MeasurementFields,
  NonFinite,
  Statement,
  StatementKind,
  Vouched,
} from "../model/fact.js";
import type { Source, Where } from "../model/source.js";
import { readInstant } from "./instant.js";
import { interpretMetric, type MetricReading } from "./metric-vocabulary.js";
import { readNumber, type NumberReading } from "./number.js";

/** What all facts of one file share. */
export interface FileContext {
  readonly path: string;
  readonly model: string | null;
  readonly format: string;
  readonly vouched: Vouched;
  readonly numbersAsText: boolean;
  /** True where the file is a card: its numbers are claims. */
  readonly claims: boolean;
}

type StatementWith<K extends StatementKind> = Extract<Statement, { kind: K }>;

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
      facts.push(check(statement, common(statement, file)));
      return;
    case "card":
      facts.push(card(statement, common(statement, file)));
      return;
    case "dataset":
      facts.push(dataset(statement, common(statement, file)));
      return;
    case "model":
      facts.push(model(statement, common(statement, file)));
      return;
    case "run":
      facts.push(run(statement, common(statement, file)));
      return;
    case "rollout":
      facts.push(rollout(statement, common(statement, file)));
      return;
    case "experiment":
      facts.push(experiment(statement, common(statement, file)));
      return;
    case "approval":
      facts.push(approval(statement, common(statement, file)));
      return;
    case "table":
      facts.push(table(statement, common(statement, file)));
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

const sourceOf = (path: string, where: Where): Source => ({
  path,
  pointer: where.pointer ?? null,
  line: where.line ?? null,
  column: where.column ?? null,
  digest: null,
});

function common(statement: Statement, file: FileContext): FactCommon {
  return {
    model: file.model,
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
    trials: statement.trials ?? trialsOf(statement, meaning),
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
  return Math.abs(value) <= largest ? { unit: "proportion", guessed: false } : { unit: "percent", guessed: true };
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

const check = (statement: StatementWith<"check">, shared: FactCommon): Fact => ({
  model: shared.model,
  version: shared.version,
  format: shared.format,
  at: shared.at,
  vouched: shared.vouched,
  source: shared.source,
  kind: "check",
  name: statement.name,
  column: statement.column ?? null,
  passed: statement.passed,
  observed: statement.observed ?? null,
  expected: statement.expected ?? null,
  severity: statement.severity ?? null,
  message: statement.message ?? null,
  suite: statement.suite ?? false,
});

const card = (statement: StatementWith<"card">, shared: FactCommon): Fact => ({
  model: shared.model,
  version: shared.version,
  format: shared.format,
  at: shared.at,
  vouched: shared.vouched,
  source: shared.source,
  kind: "card",
  section: statement.section ?? null,
  title: statement.title ?? null,
  words: statement.words ?? null,
  placeholder: statement.placeholder ?? null,
  text_digest: statement.text_digest ?? null,
  field: statement.field ?? null,
  value: statement.value ?? null,
});

const dataset = (statement: StatementWith<"dataset">, shared: FactCommon): Fact => ({
  model: shared.model,
  version: shared.version,
  format: shared.format,
  at: shared.at,
  vouched: shared.vouched,
  source: shared.source,
  kind: "dataset",
  name: statement.name ?? null,
  role: statement.role ?? null,
  digest: statement.digest ?? null,
  rows: statement.rows ?? null,
  columns: statement.columns ?? null,
  location: statement.location ?? null,
  run: statement.run ?? null,
});

const model = (statement: StatementWith<"model">, shared: FactCommon): Fact => ({
  model: shared.model,
  version: shared.version,
  format: shared.format,
  at: shared.at,
  vouched: shared.vouched,
  source: shared.source,
  kind: "model",
  name: statement.name ?? null,
  stage: statement.stage ?? null,
  aliases: statement.aliases ?? null,
  framework: statement.framework ?? null,
  artifact_digest: statement.artifact_digest ?? null,
  created: readInstant(statement.created) ?? null,
  run: statement.run ?? null,
});

const run = (statement: StatementWith<"run">, shared: FactCommon): Fact => ({
  model: shared.model,
  version: shared.version,
  format: shared.format,
  at: shared.at,
  vouched: shared.vouched,
  source: shared.source,
  kind: "run",
  run_id: statement.run_id ?? null,
  status: statement.status ?? null,
  params: statement.params ?? null,
  code_revision: statement.code_revision ?? null,
  inputs: statement.inputs ?? null,
  outputs: statement.outputs ?? null,
  environment: statement.environment ?? null,
});

const rollout = (statement: StatementWith<"rollout">, shared: FactCommon): Fact => ({
  model: shared.model,
  version: shared.version,
  format: shared.format,
  at: shared.at,
  vouched: shared.vouched,
  source: shared.source,
  kind: "rollout",
  strategy: statement.strategy ?? null,
  steps: statement.steps ?? null,
  traffic: statement.traffic ?? null,
  analysis: statement.analysis ?? null,
  rollback_target: statement.rollback_target ?? null,
  image: statement.image ?? null,
  resources: statement.resources ?? null,
  probes: statement.probes ?? null,
  logging: statement.logging ?? null,
});

const experiment = (statement: StatementWith<"experiment">, shared: FactCommon): Fact => ({
  model: shared.model,
  version: shared.version,
  format: shared.format,
  at: shared.at,
  vouched: shared.vouched,
  source: shared.source,
  kind: "experiment",
  name: statement.name ?? null,
  arms: statement.arms,
  started: readInstant(statement.started) ?? null,
  ended: readInstant(statement.ended) ?? null,
  looks: statement.looks ?? null,
});

const approval = (statement: StatementWith<"approval">, shared: FactCommon): Fact => ({
  model: shared.model,
  version: shared.version,
  format: shared.format,
  at: shared.at,
  vouched: shared.vouched,
  source: shared.source,
  kind: "approval",
  by: statement.by ?? null,
  role: statement.role ?? null,
  commit: statement.commit ?? null,
  state: statement.state ?? null,
});

const table = (statement: StatementWith<"table">, shared: FactCommon): Fact => ({
  model: shared.model,
  version: shared.version,
  format: shared.format,
  at: shared.at,
  vouched: shared.vouched,
  source: shared.source,
  kind: "table",
  columns: statement.columns,
  rows: statement.rows,
  role: statement.role ?? null,
});
