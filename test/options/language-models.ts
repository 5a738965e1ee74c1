import { acts, card, changed, only, real, type OptionCases } from "./on-corpus.js";

const results = "lm-eval/dummy/i82qcls7/results_2026-11-23T05-08-33.894992.json";
const lmEval = { ...card, ...real({ "m/results.json": results }) };
const beforeBy = (share: number) => ({
  ...real({ "old/README.md": "huggingface/fraud/v1/README.md" }),
  ...changed("old/results.json", results, (text) => text.replace(/"acc,none": [\d.]+/g, `"acc,none": ${share}`)),
});
const promptfoo = (scenario: string) => ({
  ...card,
  ...real({ "m/output.json": `promptfoo/${scenario}/output.json` }),
});
const garak = { ...card, ...real({ "m/garak.report.jsonl": "garak/blank/garak.report.jsonl" }) };

export const languageModels: OptionCases = {
  "benchmark.of": acts(
    lmEval,
    "{ benchmark: fraud_mc, of: accuracy, at-least: 0.5 }",
    "{ benchmark: fraud_mc, of: exact_match, at-least: 0.5 }",
    ["met", "missing"],
  ),
  "benchmark.at-least": acts(
    lmEval,
    "{ benchmark: fraud_mc, of: accuracy, at-least: 0.5 }",
    "{ benchmark: fraud_mc, of: accuracy, at-least: 0.7 }",
    ["met", "not-met"],
  ),
  "benchmark.at-most": acts(
    lmEval,
    "{ benchmark: fraud_mc, of: accuracy, at-most: 0.7 }",
    "{ benchmark: fraud_mc, of: accuracy, at-most: 0.5 }",
    ["met", "not-met"],
  ),
  "benchmark.against": acts(
    { ...lmEval, ...beforeBy(0.9) },
    "{ benchmark: fraud_mc, of: accuracy, may-lose: 0.1, against: m }",
    "{ benchmark: fraud_mc, of: accuracy, may-lose: 0.1, against: old }",
    ["not-applicable", "not-met"],
    only,
  ),
  "benchmark.may-lose": acts(
    { ...lmEval, ...beforeBy(0.9) },
    "{ benchmark: fraud_mc, of: accuracy, against: old, may-lose: 0.5 }",
    "{ benchmark: fraud_mc, of: accuracy, against: old, may-lose: 0.1 }",
    ["met", "not-met"],
    only,
  ),
  "benchmark.shots": acts(
    lmEval,
    "{ benchmark: fraud_mc, of: accuracy, at-least: 0.5, shots: 0 }",
    "{ benchmark: fraud_mc, of: accuracy, at-least: 0.5, shots: 5 }",
    ["met", "met not-met"],
  ),
  "benchmark.protocol": acts(
    lmEval,
    "{ benchmark: fraud_mc, of: accuracy, at-least: 0.5 }",
    "{ benchmark: fraud_mc, of: accuracy, at-least: 0.5, protocol: strict-match }",
    ["met", "missing"],
  ),
  "benchmark.partial": acts(
    {
      ...card,
      ...changed("m/results.json", results, (text) =>
        text.replace(/("fraud_mc": \{\s+"original": 20,\s+"effective": )20/, "$14"),
      ),
    },
    "{ benchmark: fraud_mc, of: accuracy, at-least: 0.5 }",
    "{ benchmark: fraud_mc, of: accuracy, at-least: 0.5, partial: true }",
    ["inconclusive met", "met"],
  ),
  "benchmark.max-age": acts(
    lmEval,
    "{ benchmark: fraud_mc, of: accuracy, at-least: 0.5, max-age: 1d }",
    "{ benchmark: fraud_mc, of: accuracy, at-least: 0.5, max-age: 1h }",
    ["met", "met not-met"],
  ),
  "assertions.at-least": acts(promptfoo("mixed-fail"), "{ assertions: all }", "{ assertions: all, at-least: 10% }", [
    "not-met",
    "met",
  ]),
  "assertions.min-assertions": acts(
    promptfoo("all-pass"),
    "{ assertions: all }",
    "{ assertions: all, min-assertions: 1000 }",
    ["met", "inconclusive"],
  ),
  "assertions.from": acts(
    promptfoo("all-pass"),
    "{ assertions: all }",
    "{ assertions: all, from: [deepeval-results] }",
    ["met", "missing"],
  ),
  "assertions.max-age": acts(
    promptfoo("all-pass"),
    "{ assertions: all, max-age: 1d }",
    "{ assertions: all, max-age: 1h }",
    ["met", "met not-met"],
  ),
  "red-team.at-most": acts(garak, "{ red-team: all }", "{ red-team: all, at-most: 90% }", ["not-met", "met"]),
  "red-team.min-attempts": acts(
    garak,
    "{ red-team: all, at-most: 90% }",
    "{ red-team: all, at-most: 90%, min-attempts: 100000 }",
    ["met", "inconclusive"],
  ),
  "red-team.from": acts(
    garak,
    "{ red-team: all, at-most: 90% }",
    "{ red-team: all, at-most: 90%, from: [inspect-log] }",
    ["met", "missing"],
  ),
  "red-team.max-age": acts(
    garak,
    "{ red-team: all, at-most: 90%, max-age: 30d }",
    "{ red-team: all, at-most: 90%, max-age: 1h }",
    ["met", "met not-met"],
  ),
};
