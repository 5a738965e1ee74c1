import type { Fact, FactCommon, Statement, StatementKind } from "../model/fact.js";
import { readInstant } from "./instant.js";

/** What an adapter states of one kind. */
export type StatementWith<K extends StatementKind> = Extract<Statement, { kind: K }>;

// Checks, cards and data sets come by the thousand: what all facts share is written out, which is far quicker than spread.

/** A check as a fact: what the file leaves out is null. */
export const checkFact = (statement: StatementWith<"check">, shared: FactCommon): Fact => ({
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
  limits: statement.limits ?? null,
});

/** A section or a field of a card as a fact: what the file leaves out is null. */
export const cardFact = (statement: StatementWith<"card">, shared: FactCommon): Fact => ({
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

/** A data set as a fact: what the file leaves out is null. */
export const datasetFact = (statement: StatementWith<"dataset">, shared: FactCommon): Fact => ({
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

/** A model as a fact: what the file leaves out is null. */
export const modelFact = (statement: StatementWith<"model">, shared: FactCommon): Fact => ({
  ...shared,
  kind: "model",
  name: statement.name ?? null,
  stage: statement.stage ?? null,
  aliases: statement.aliases ?? null,
  framework: statement.framework ?? null,
  artifact_digest: statement.artifact_digest ?? null,
  created: readInstant(statement.created) ?? null,
  run: statement.run ?? null,
});

/** A run as a fact: what the file leaves out is null. */
export const runFact = (statement: StatementWith<"run">, shared: FactCommon): Fact => ({
  ...shared,
  kind: "run",
  run_id: statement.run_id ?? null,
  status: statement.status ?? null,
  params: statement.params ?? null,
  code_revision: statement.code_revision ?? null,
  inputs: statement.inputs ?? null,
  outputs: statement.outputs ?? null,
  environment: statement.environment ?? null,
});

/** A roll-out as a fact: what the file leaves out is null. */
export const rolloutFact = (statement: StatementWith<"rollout">, shared: FactCommon): Fact => ({
  ...shared,
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

/** An experiment as a fact: what the file leaves out is null. */
export const experimentFact = (statement: StatementWith<"experiment">, shared: FactCommon): Fact => ({
  ...shared,
  kind: "experiment",
  name: statement.name ?? null,
  arms: statement.arms,
  started: readInstant(statement.started) ?? null,
  ended: readInstant(statement.ended) ?? null,
  looks: statement.looks ?? null,
});

/** An approval as a fact: what the file leaves out is null. */
export const approvalFact = (statement: StatementWith<"approval">, shared: FactCommon): Fact => ({
  ...shared,
  kind: "approval",
  by: statement.by ?? null,
  role: statement.role ?? null,
  commit: statement.commit ?? null,
  state: statement.state ?? null,
});

/** A table as a fact: what the file leaves out is null. */
export const tableFact = (statement: StatementWith<"table">, shared: FactCommon): Fact => ({
  ...shared,
  kind: "table",
  columns: statement.columns,
  rows: statement.rows,
  role: statement.role ?? null,
});
