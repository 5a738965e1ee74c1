import { facts } from "../judge/judged.js";
import { corpusFiles, corpusIsThere, onCorpus } from "./corpus.js";
import { describeCheck } from "./describe-check.js";

const errors = (
  [stableFailed, stable]: readonly [number, number],
  [canaryFailed, canary]: readonly [number, number],
  ...more: readonly object[]
): string =>
  facts(
    {
      kind: "experiment",
      name: "rollout",
      arms: [
        { name: "stable", exposures: stable, successes: stableFailed },
        { name: "canary", exposures: canary, successes: canaryFailed },
      ],
    },
    ...more,
  );
const card = "# Model\n\n## Intended use\n\nTests.\n\n## Training data\n\nRows.\n";
const real = {
  "m/README.md": card,
  ...corpusFiles({ "m/summary.json": "generated/ab-test/canary-5pct/summary.json" }),
};

describeCheck("canary", {
  met: {
    ...onCorpus({
      "an experiment that lost nothing": {
        files: { ...real, ...corpusFiles({ "m/summary.json": "generated/ab-test/significant-win/summary.json" }) },
        rule: "{ canary: any, may-lose: 0.005, traffic: 50% }",
      },
    }),
    "no more errors than is allowed, on the planned traffic": {
      files: { "m/a.facts.jsonl": errors([3800, 950000], [201, 50000]) },
      rule: "{ canary: any, may-lose: 0.002, lower-is-better: true, traffic: 5% }",
      says: "the split is as planned",
    },
    "the roll-out says how much traffic it gets": {
      files: {
        "m/a.facts.jsonl": errors([3800, 950000], [201, 50000], { kind: "rollout", strategy: "canary", traffic: 5 }),
      },
      rule: "{ canary: any, may-lose: 0.002, lower-is-better: true }",
      says: "the split is as planned",
    },
    "a split that nobody planned is not judged, and that is said": {
      files: { "m/a.facts.jsonl": errors([3800, 950000], [201, 50000]) },
      rule: "{ canary: any, may-lose: 0.002, lower-is-better: true }",
      says: "the planned split is not known",
    },
  },
  "not-met": {
    ...onCorpus({
      "an experiment whose traffic was not split as planned": {
        files: {
          ...real,
          ...corpusFiles({ "m/summary.json": "generated/ab-test/sample-ratio-mismatch/summary.json" }),
        },
        rule: "{ canary: any, may-lose: 0.001, traffic: 50% }",
      },
    }),
    "three times the errors": {
      files: { "m/a.facts.jsonl": errors([3800, 950000], [600, 50000]) },
      rule: "{ canary: any, may-lose: 0.002, lower-is-better: true, traffic: 5% }",
      at: "m/a.facts.jsonl:1",
    },
    "another share of the traffic than the roll-out says voids it": {
      files: {
        "m/a.facts.jsonl": errors([3800, 950000], [201, 50000], { kind: "rollout", strategy: "canary", traffic: 10 }),
      },
      rule: "{ canary: any, may-lose: 0.002, lower-is-better: true }",
      says: "void",
    },
  },
  inconclusive: {
    "too small for anything to be seen": {
      files: { "m/a.facts.jsonl": errors([76, 19000], [4, 1000]) },
      rule: "{ canary: any, may-lose: 0.002, lower-is-better: true, traffic: 5% }",
      says: "more exposures would settle it",
    },
    "no error yet is no proof of none": {
      files: { "m/a.facts.jsonl": errors([8, 1900], [0, 100]) },
      rule: "{ canary: any, may-lose: 0.002, lower-is-better: true, traffic: 5% }",
    },
    ...(corpusIsThere
      ? {
          "a canary of 3000": {
            files: real,
            rule: "{ canary: any, may-lose: 0.002, traffic: 5% }",
            says: "treatment 0.0483 against control 0.0508",
          },
        }
      : {}),
  },
  missing: { "no experiment": { files: { "m/README.md": card }, rule: "{ canary: any, may-lose: 0.002 }" } },
  unreadable: {
    "an arm without successes": {
      files: {
        "m/a.facts.jsonl": facts({
          kind: "experiment",
          arms: [
            { name: "stable", exposures: 10 },
            { name: "canary", exposures: 10 },
          ],
        }),
      },
      rule: "{ canary: any, may-lose: 0.002 }",
      says: "stable states no successes",
    },
  },
});
