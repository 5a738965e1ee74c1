import { committed, loggedRun, packaged, runs as logged } from "./real-models.js";
import { onCorpus } from "./corpus.js";
import { facts, measurement } from "../judge/judged.js";
import { describeCheck } from "./describe-check.js";
import { historyOf } from "./history-of.js";

/** The results were changed some times, once a day. */
const changed = (times: number, cutOff: string | null = null) =>
  historyOf(
    {
      "m/a.facts.jsonl": Array.from({ length: times }, (_, day) =>
        new Date(Date.parse("2026-11-20T00:00:00Z") - day * 86_400_000).toISOString().slice(0, 10),
      ),
    },
    cutOff,
  );

const tested = facts(measurement("accuracy", 0.9, { dataset: "holdout", split: "test", trials: 900 }));
const runs = (count: number): string =>
  facts(
    ...Array.from({ length: count }, (_, run) =>
      measurement("accuracy", 0.9, { dataset: "holdout", split: "test", run: `run-${run}` }),
    ),
  );

const both = { ...packaged(logged.champion), ...loggedRun(logged.champion), ...loggedRun(logged.challenger) };
const twice = committed(loggedRun(logged.champion), loggedRun(logged.challenger));

describeCheck("test-set-reuse", {
  met: {
    ...onCorpus({
      "two runs of MLflow on one test set": {
        files: both,
        rule: "{ test-set-reuse: test, at-most: 2 }",
        with: { history: twice },
        says: "2 runs state one",
      },
    }),
    "as often as is allowed": {
      files: { "m/a.facts.jsonl": tested },
      rule: "{ test-set-reuse: test, at-most: 6 }",
      with: { history: changed(6) },
      says: "test has been decided on at least 6 times (6 commits changed its results)",
    },
    "once leaves the promise whole": {
      files: { "m/a.facts.jsonl": tested },
      rule: "{ test-set-reuse: holdout, promise-at-least: 95% }",
      policy: "confidence: 95%",
      with: { history: changed(1) },
    },
  },
  "not-met": {
    ...onCorpus({
      "two runs of MLflow on a test set for one": {
        files: both,
        rule: "{ test-set-reuse: test, at-most: 1 }",
        with: { history: twice },
      },
    }),
    "once too often": {
      files: { "m/a.facts.jsonl": tested },
      rule: "{ test-set-reuse: test, at-most: 5 }",
      with: { history: changed(6) },
    },
    "runs are decisions as well": {
      files: { "m/a.facts.jsonl": runs(7) },
      rule: "{ test-set-reuse: holdout, at-most: 6 }",
      says: "7 runs state one",
    },
    // Bonferroni: 1 - 20 * 0.01 = 0.8. Blom: z((20 - 0.375) / 20.25) = 1.868; times sqrt(0.9 * 0.1 / 900) = 0.01.
    "too little of the promise is left": {
      files: { "m/a.facts.jsonl": tested },
      rule: "{ test-set-reuse: test, promise-at-least: 90% }",
      policy: "confidence: 99%",
      with: { history: changed(20) },
      says: "a promise of 99 % for each leaves 80 % for the best of them; the best accuracy of 20 equal models is about 0.0187 too high by luck alone",
    },
    "what is seen of a shallow clone is enough to show it": {
      files: { "m/a.facts.jsonl": tested },
      rule: "{ test-set-reuse: test, at-most: 5 }",
      with: { history: changed(6, "the clone is shallow") },
    },
  },
  inconclusive: {
    "a shallow clone does not say how often before": {
      files: { "m/a.facts.jsonl": tested },
      rule: "{ test-set-reuse: test, at-most: 6 }",
      with: { history: changed(2, "the clone is shallow") },
      says: "cannot be told: the clone is shallow",
    },
  },
  missing: {
    "no result on the set": {
      files: { "m/a.facts.jsonl": tested },
      rule: "{ test-set-reuse: imagenet, at-most: 6 }",
    },
    "results on training data are no decisions on the test set": {
      files: { "m/a.facts.jsonl": facts(measurement("accuracy", 0.9, { split: "train" })) },
      rule: "{ test-set-reuse: test, at-most: 6 }",
    },
  },
  unreadable: {
    "the results are cut off": {
      files: { "m/a.facts.jsonl": `${tested}{"kind": "measurem` },
      rule: "{ test-set-reuse: test, at-most: 6 }",
    },
  },
});
