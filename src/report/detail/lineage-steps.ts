import type { Evidence } from "../../model/evidence.js";
import type { LineageStep } from "../../model/report-detail.js";

/** The way from data to numbers, as the evidence tells it: data sets, the run, the model's file, what evaluated it. */
export function lineageSteps(evidence: Evidence): readonly LineageStep[] {
  return distinct([...dataSteps(evidence), ...runSteps(evidence), ...modelSteps(evidence)]);
}

const dataSteps = (evidence: Evidence): readonly LineageStep[] =>
  evidence.of("dataset").map(({ name, role, digest, rows, location, source }) => ({
    kind: role === "test" || role === "validation" || role === "current" ? "evaluation" : "data",
    role,
    name: name ?? location,
    digest,
    detail: rows === null ? null : `${rows} rows`,
    source,
  }));

const runSteps = (evidence: Evidence): readonly LineageStep[] =>
  evidence.of("run").map(({ run_id: id, status, code_revision: revision, source }) => ({
    kind: "run",
    role: null,
    name: id,
    digest: revision === null ? null : `git:${revision}`,
    detail: status,
    source,
  }));

const modelSteps = (evidence: Evidence): readonly LineageStep[] =>
  evidence
    .of("model")
    .map(({ name, version, framework, artifact_digest: digest, source }) => ({
      kind: "model" as const,
      role: null,
      name: version === null ? name : `${name ?? "model"} ${version}`,
      digest,
      detail: framework,
      source,
    }))
    .filter(({ name, digest }) => name !== null || digest !== null);

/** What several files say alike is said once, by the first. */
function distinct(steps: readonly LineageStep[]): readonly LineageStep[] {
  const known = new Map<string, LineageStep>();
  for (const step of steps) {
    const key = JSON.stringify([step.kind, step.role, step.name, step.digest]);
    if (!known.has(key)) known.set(key, step);
  }
  return [...known.values()];
}
