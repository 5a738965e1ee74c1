import { facts } from "../judge/judged.js";
import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";

const arm = (name: string, exposures: unknown, successes: unknown): object => ({ name, exposures, successes });
const experiment = (control: object, treatment: object, more: object = {}): string =>
  facts({ kind: "experiment", name: "checkout", arms: [control, treatment], ...more });
const win = experiment(arm("control", 40000, 2066), arm("treatment", 40000, 2254), { looks: 3 });
const card = "# Model\n\n## Intended use\n\nTests.\n\n## Training data\n\nRows.\n";
const real = (scenario: string) => ({
  "m/README.md": card,
  ...corpusFiles({ "m/summary.json": `generated/ab-test/${scenario}/summary.json` }),
});
const even = "split: { control: 0.5, treatment: 0.5 }";

describeCheck("ab-test", {
  met: {
    // By hand: d = 0.0047, V = 2.553e-6, tau = 0.005165, alpha = 0.1; the half-width is 0.0044.
    "the gain lies above the always-valid interval's reach": {
      files: { "m/a.facts.jsonl": win },
      rule: `{ ab-test: any, change-at-least: 0, ${even} }`,
      says: "+0.0047 [+0.0003, +0.0091]",
    },
    "no worse than is allowed": {
      files: { "m/a.facts.jsonl": experiment(arm("control", 400000, 20000), arm("treatment", 400000, 20000)) },
      rule: "{ ab-test: checkout, may-lose: 0.01 }",
    },
    "arms that only the rule tells apart": {
      files: { "m/a.facts.jsonl": experiment(arm("blue", 400000, 24000), arm("green", 400000, 20000)) },
      rule: "{ ab-test: any, change-at-least: 0, control: green, treatment: blue }",
      says: "blue 0.06 against green 0.05, +0.01",
    },
    "a planned look": {
      files: {
        "m/a.facts.jsonl": experiment(arm("control", 40000, 2000), arm("treatment", 40000, 2300), { looks: 3 }),
      },
      rule: `{ ab-test: any, change-at-least: 0, method: group-sequential, planned-looks: 5, ${even} }`,
      // Lan and DeMets' bounds of O'Brien-Fleming type at 5 %, two-sided: 4.8769 3.3570 2.6803 2.2898 2.0310.
      policy: "confidence: 97.5%",
      says: "look 3 of 5, z 4.7033 against 2.6803",
    },
    "one look at a fixed end": {
      files: {
        "m/a.facts.jsonl": experiment(arm("control", 40000, 2066), arm("treatment", 40000, 2254), { looks: 1 }),
      },
      rule: `{ ab-test: any, change-at-least: 0, method: fixed-horizon, ${even} }`,
    },
    "means with their variance": {
      files: {
        "m/a.facts.jsonl": experiment(
          { name: "control", exposures: 10000, mean: 1.7, variance: 9 },
          { name: "treatment", exposures: 10000, mean: 2.1, variance: 9 },
        ),
      },
      rule: `{ ab-test: any, measure: mean, change-at-least: 0 }`,
    },
    ...(corpusIsThere
      ? {
          "a win that was measured": {
            files: real("significant-win"),
            rule: `{ ab-test: any, change-at-least: 0, ${even} }`,
          },
        }
      : {}),
  },
  "not-met": {
    "worse than is allowed": {
      files: { "m/a.facts.jsonl": experiment(arm("control", 40000, 2800), arm("treatment", 40000, 2066)) },
      rule: `{ ab-test: any, may-lose: 0.002, ${even} }`,
    },
    "of two bounds the stricter stands, whichever it is": {
      files: { "m/a.facts.jsonl": experiment(arm("control", 40000, 2800), arm("treatment", 40000, 2066)) },
      rule: `{ ab-test: any, may-lose: 0.002, change-at-least: -0.5, ${even} }`,
      says: "may lose 0.002",
    },
    "more errors, where fewer are better": {
      files: { "m/a.facts.jsonl": experiment(arm("control", 40000, 200), arm("treatment", 40000, 800)) },
      rule: `{ ab-test: any, may-lose: 0.002, lower-is-better: true }`,
    },
    // Fabijan et al. (2019), the example of their figure: p = 1.8e-6.
    "a split that is not the planned one voids it, whatever it shows": {
      files: { "m/a.facts.jsonl": experiment(arm("control", 821588, 1000), arm("treatment", 815482, 9000)) },
      rule: `{ ab-test: any, change-at-least: 0, ${even} }`,
      says: /is void: .*sample ratio mismatch, p 0\.0000018/,
    },
    "halves are planned where nobody says otherwise": {
      files: { "m/a.facts.jsonl": experiment(arm("control", 52000, 2718), arm("treatment", 47800, 2570)) },
      rule: "{ ab-test: any, change-at-least: 0 }",
      says: "void",
    },
    "too old": {
      files: {
        "m/a.facts.jsonl": experiment(arm("control", 40000, 2066), arm("treatment", 40000, 2254), {
          ended: "2026-01-01T00:00:00Z",
        }),
      },
      rule: "{ ab-test: any, change-at-least: 0, max-age: 30d }",
    },
    ...(corpusIsThere
      ? {
          "a loss that was measured": { files: real("regression"), rule: `{ ab-test: any, may-lose: 0, ${even} }` },
          "a mismatch that was made": {
            files: real("sample-ratio-mismatch"),
            rule: `{ ab-test: any, may-lose: 0.01, ${even} }`,
            says: "void",
          },
        }
      : {}),
  },
  inconclusive: {
    "a fixed end that was looked at five times": {
      files: {
        "m/a.facts.jsonl": experiment(arm("control", 40000, 2066), arm("treatment", 40000, 2254), { looks: 5 }),
      },
      rule: `{ ab-test: any, change-at-least: 0, method: fixed-horizon, ${even} }`,
      // Armitage, McPherson and Rowe: five looks at 1.96 come to 0.142.
      policy: "confidence: 97.5%",
      says: "looked at 5 times, which makes 7.0845 % of its 2.5 %",
    },
    "a fixed end, and nobody says how often it was looked at": {
      files: { "m/a.facts.jsonl": experiment(arm("control", 40000, 2066), arm("treatment", 40000, 2254)) },
      rule: `{ ab-test: any, change-at-least: 0, method: fixed-horizon, ${even} }`,
    },
    "more looks than were planned": {
      files: {
        "m/a.facts.jsonl": experiment(arm("control", 40000, 2066), arm("treatment", 40000, 2254), { looks: 7 }),
      },
      rule: `{ ab-test: any, change-at-least: 0, method: group-sequential, planned-looks: 5, ${even} }`,
      says: "looked at 7 times, and 5 looks were planned",
    },
    "a plainly unequal split without a plan": {
      files: { "m/a.facts.jsonl": experiment(arm("control", 57000, 2896), arm("treatment", 3000, 145)) },
      rule: "{ ab-test: any, change-at-least: 0 }",
      says: "no plan says how it should be",
    },
    "a plan of other arms": {
      files: { "m/a.facts.jsonl": win },
      rule: "{ ab-test: any, change-at-least: 0, split: { a: 0.5, b: 0.5 } }",
    },
    "too few exposures": {
      files: { "m/a.facts.jsonl": experiment(arm("control", 60, 2), arm("treatment", 60, 2)) },
      rule: `{ ab-test: any, may-lose: 0.01, ${even} }`,
      says: "60 exposures in an arm, and at least 100 are asked",
    },
    "shorter than a week": {
      files: {
        "m/a.facts.jsonl": experiment(arm("control", 40000, 2066), arm("treatment", 40000, 2254), {
          started: "2026-11-01T00:00:00Z",
          ended: "2026-11-04T00:00:00Z",
        }),
      },
      rule: "{ ab-test: any, change-at-least: 0, min-duration: 7d }",
      says: "it ran for 3 days, and 7 days are asked",
    },
    ...(corpusIsThere
      ? {
          "no loss was found by a test that could not have shown one": {
            files: real("underpowered"),
            rule: `{ ab-test: any, may-lose: 0.005, ${even} }`,
            says: /about [\d,.e+]+ more exposures would settle it/,
          },
          "arms that do not differ": { files: real("flat"), rule: `{ ab-test: any, change-at-least: 0, ${even} }` },
        }
      : {}),
  },
  missing: {
    "no experiment": { files: { "m/README.md": card }, rule: "{ ab-test: any, may-lose: 0.01 }" },
    "another experiment": { files: { "m/a.facts.jsonl": win }, rule: "{ ab-test: search, may-lose: 0.01 }" },
    "arms that nobody can tell apart": {
      files: { "m/a.facts.jsonl": experiment(arm("x", 40000, 2066), arm("y", 40000, 2254)) },
      rule: "{ ab-test: any, may-lose: 0.01 }",
    },
    "an experiment without arms": {
      files: { "m/a.facts.jsonl": facts({ kind: "experiment", name: "checkout", arms: [] }) },
      rule: "{ ab-test: any, may-lose: 0.01 }",
      says: "no arms",
    },
  },
  unreadable: {
    "more successes than exposures": {
      files: { "m/a.facts.jsonl": experiment(arm("control", 100, 2066), arm("treatment", 100, 22)) },
      rule: "{ ab-test: any, may-lose: 0.01 }",
      says: "control has 2066 successes of 100 exposures",
    },
    "an arm that was exposed to nothing": {
      files: { "m/a.facts.jsonl": experiment(arm("control", 0, 0), arm("treatment", 100, 22)) },
      rule: "{ ab-test: any, may-lose: 0.01 }",
      says: "exposed to nothing",
    },
    "a mean without its variance": {
      files: {
        "m/a.facts.jsonl": experiment(
          { name: "control", exposures: 10000, mean: 1.7 },
          { name: "treatment", exposures: 10000, mean: 2.1 },
        ),
      },
      rule: "{ ab-test: any, measure: mean, may-lose: 0.01 }",
    },
  },
});
