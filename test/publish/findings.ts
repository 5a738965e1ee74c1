import { effectOf, levelFor } from "../../src/decide.js";
import type { Finding } from "../../src/model/finding.js";
import type { Report } from "../../src/model/report.js";

export function finding(more: Partial<Finding> = {}): Finding {
  const outcome = more.outcome ?? "not-met";
  const effect =
    more.effect ?? effectOf(outcome, { then: {}, forEach: false, waived: false, onBase: false, gates: true });
  return {
    model: "fraud",
    policy: "promotion",
    rule: "recall-floor",
    check: "metric",
    subject: null,
    outcome,
    level: levelFor(effect),
    effect,
    message: "0.61, at least 0.85",
    mend: "train again",
    sources: [{ path: "models/fraud/metrics.json", pointer: "/recall", line: 3, column: 12, digest: null }],
    waived: null,
    on_base: false,
    judged: null,
    vouched: "committed",
    retrain: null,
    fingerprint: "f",
    references: [],
    ...more,
  };
}

export const reportOf = (findings: readonly Finding[]): Report => ({
  schema_version: 1,
  tool: { name: "model-referee", version: "0.1.0", digest: null },
  now: "2026-11-23T00:00:00Z",
  clock_given: false,
  decision: "block",
  reason: "1 of 1 rules stops it: 1 not met",
  event: "pull_request",
  base: null,
  head: null,
  run: {
    root_name: "repository",
    root_path: null,
    outside: [],
    renames: {},
    deployed: [],
    review: null,
    part_clocks: [],
    scope: [""],
    only: [],
    stage: null,
    author: null,
    only_new: false,
    base_commit: null,
    release_commit: null,
    touched: null,
    risk_of_new: null,
    judged_by: { commit: null, configuration: null, waivers: [], named: [] },
    approvals: [],
  },
  shard: null,
  models: [],
  findings,
  problems: [],
  policies: [],
  waivers: [],
  inputs: [],
  unjudged: [],
  overrides: [],
  notes: [],
});
