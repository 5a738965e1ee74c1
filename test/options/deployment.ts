import { packaged, runs } from "../checks/real-models.js";
import { acts, card, changed, onlyM, real, type OptionCases } from "./on-corpus.js";

const experiment = (scenario: string) => ({
  ...card,
  ...real({ "m/summary.json": `ab-test/${scenario}/summary.json` }),
});
const looked = (scenario: string) => ({ ...card, ...real({ "m/daily.csv": `ab-test/${scenario}/daily.csv` }) });
const win = experiment("significant-win");
const regression = experiment("regression");
const fivePerCent = experiment("canary-5pct");
const planned = (control: number): string => `split: { control: ${control}, treatment: ${(1 - control).toFixed(2)} }`;
const served = (name: string) =>
  real({
    "m/README.md": "huggingface/fraud/v1/README.md",
    "m/service.yaml": `kserve/fraud/inferenceservice-${name}.yaml`,
  });

/** What both checks of experiments understand. */
const ofExperiments = (check: "ab-test" | "canary"): OptionCases => {
  const rule = (more: string): string => `{ ${check}: any, ${more} }`;
  return {
    [`${check}.may-lose`]: acts(regression, rule("may-lose: 2%"), rule("may-lose: 0"), ["met", "not-met"]),
    [`${check}.change-at-least`]: acts(win, rule("change-at-least: 0"), rule("change-at-least: 5%"), [
      "met",
      "not-met",
    ]),
    [`${check}.lower-is-better`]: acts(win, rule("may-lose: 0"), rule("may-lose: 0, lower-is-better: true"), [
      "met",
      "not-met",
    ]),
    [`${check}.control`]: acts(win, rule("may-lose: 0"), rule("may-lose: 0, control: treatment"), ["met", "not-met"]),
    [`${check}.treatment`]: acts(win, rule("may-lose: 0"), rule("may-lose: 0, treatment: nobody"), ["met", "missing"]),
    [`${check}.measure`]: acts(win, rule("change-at-least: 0.01"), rule("change-at-least: 0.01, measure: mean"), [
      "not-met",
      "inconclusive",
    ]),
    [`${check}.method`]: acts(win, rule("may-lose: 0"), rule("may-lose: 0, method: fixed-horizon"), [
      "met",
      "inconclusive",
    ]),
    [`${check}.expected-effect`]: acts(win, rule("may-lose: 0"), rule("may-lose: 0, expected-effect: 50%"), [
      "met",
      "inconclusive",
    ]),
    [`${check}.planned-looks`]: acts(
      looked("significant-win"),
      rule("may-lose: 0, method: group-sequential, planned-looks: 14"),
      rule("may-lose: 0, method: group-sequential, planned-looks: 100"),
      ["met", "inconclusive"],
    ),
    [`${check}.spending`]: acts(
      looked("significant-win"),
      rule("may-lose: 0, method: group-sequential, planned-looks: 40"),
      rule("may-lose: 0, method: group-sequential, planned-looks: 40, spending: pocock"),
      ["inconclusive", "met"],
    ),
    [`${check}.split`]: acts(
      fivePerCent,
      rule(`may-lose: 2%, ${planned(0.95)}`),
      rule(`may-lose: 2%, ${planned(0.5)}`),
      ["met", "not-met"],
    ),
    [`${check}.min-samples`]: acts(win, rule("may-lose: 0"), rule("may-lose: 0, min-samples: 50000"), [
      "met",
      "inconclusive",
    ]),
    [`${check}.min-duration`]: acts(
      win,
      rule("may-lose: 0, min-duration: 7d"),
      rule("may-lose: 0, min-duration: 28d"),
      ["met", "inconclusive"],
    ),
    [`${check}.max-age`]: acts(win, rule("may-lose: 0, max-age: 40d"), rule("may-lose: 0, max-age: 30d"), [
      "met",
      "met not-met",
    ]),
  };
};

export const deployment: OptionCases = {
  ...ofExperiments("ab-test"),
  ...ofExperiments("canary"),
  "canary.traffic": acts(
    fivePerCent,
    "{ canary: any, may-lose: 2%, traffic: 5% }",
    "{ canary: any, may-lose: 2%, traffic: 20% }",
    ["met", "not-met"],
  ),
  "infrastructure.min-replicas": acts(
    {
      ...card,
      ...changed("m/service.yaml", "kserve/fraud/inferenceservice-champion.yaml", (text) =>
        text.replace("minReplicas: 1", "minReplicas: 2"),
      ),
    },
    "{ infrastructure: replicas }",
    "{ infrastructure: replicas, min-replicas: 3 }",
    ["met", "not-met"],
  ),
  "latency.at-most": acts(
    { ...card, ...real({ "m/run_stats.csv": "locust/fast/run_stats.csv" }) },
    "{ latency: p95, at-most: 50ms }",
    "{ latency: p95, at-most: 48ms }",
    ["met", "not-met"],
  ),
  "latency.failed-at-most": acts(
    { ...card, ...real({ "m/summary.json": "k6/slow-thresholds-fail/handle_summary.json" }) },
    "{ latency: p95, at-most: 10000ms }",
    "{ latency: p95, at-most: 10000ms, failed-at-most: 100% }",
    ["not-met", "met"],
  ),
  "latency.min-samples": acts(
    { ...card, ...real({ "m/report.json": "vegeta/fast/report.json" }) },
    "{ latency: p95, at-most: 100ms, min-samples: 400 }",
    "{ latency: p95, at-most: 100ms, min-samples: 500 }",
    ["met", "inconclusive"],
  ),
  "rollback.against": acts(
    { ...packaged(runs.champion), ...packaged(runs.challenger, "old") },
    "{ rollback: artifact, against: old }",
    "{ rollback: artifact, against: champion }",
    ["met", "missing"],
    { circumstances: onlyM },
  ),
  "rollout-strategy.traffic-at-most": acts(
    served("canary-10"),
    "{ rollout-strategy: canary, traffic-at-most: 10% }",
    "{ rollout-strategy: canary, traffic-at-most: 5% }",
    ["met", "not-met"],
  ),
  "rollout-strategy.analysis": acts(
    served("canary-10"),
    "{ rollout-strategy: canary }",
    "{ rollout-strategy: canary, analysis: true }",
    ["met", "not-met"],
  ),
  "serialisation.allow": acts(
    packaged(runs.champion),
    "{ serialisation: safe-format }",
    "{ serialisation: safe-format, allow: [pkl, joblib] }",
    ["not-met", "met"],
  ),
};
