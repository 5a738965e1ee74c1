import { expect, test } from "vitest";
import { canonicalDriftMethod, driftMethodIds, driftMethodOf } from "../../src/normalise/drift-methods.js";

// Directions and strictness are those of the `return` lines of each tool's own source.
test.each([
  ["evidently", "K-S p_value", { id: "ks", gives: "p_value", drifts: "low", strict: false }],
  ["evidently", "ks", { id: "ks", gives: "p_value", drifts: "low", strict: false }],
  ["evidently", "chi-square p_value", { id: "chi-square", gives: "p_value", drifts: "low", strict: true }],
  [
    "evidently",
    "Wasserstein distance (normed)",
    { id: "wasserstein-normed", gives: "score", drifts: "high", strict: false },
  ],
  ["evidently", "jensenshannon", { id: "jensen-shannon", gives: "score", drifts: "high", strict: false }],
  ["evidently", "ed", { id: "energy-distance", gives: "score", drifts: "high", strict: true }],
  ["evidently", "TVD", { id: "total-variation", gives: "p_value", drifts: "low", strict: true }],
  ["evidently", "emperical_mmd", { id: "mmd", gives: "p_value", drifts: "low", strict: true }],
  ["nannyml", "kolmogorov_smirnov", { id: "ks", gives: "score", drifts: "high", strict: true }],
  ["nannyml", "chi2", { id: "chi-square", gives: "score", drifts: "high", strict: true }],
  ["deepchecks", "Cramer's V", { id: "cramers-v", gives: "score", drifts: "high", strict: true }],
  ["whylogs", "chi-square", { id: "chi-square", gives: "p_value", drifts: "low", strict: false }],
  ["alibi-detect", "MMDDriftTorch", { id: "mmd", gives: "p_value", drifts: "low", strict: true }],
] as const)("%s calls %s what others call by one id", (tool, name, method) => {
  expect(driftMethodOf(tool, name)).toEqual(method);
});

test.each([
  ["evidently", "custom function 'gap'"],
  ["nannyml", "psi"],
] as const)("%s knows no method %s", (tool, name) => {
  expect(driftMethodOf(tool, name)).toBeUndefined();
});

test.each([
  ["PSI", "psi"],
  ["Kolmogorov-Smirnov", "ks"],
  ["jensen_shannon", "jensen-shannon"],
  ["chi2", "chi-square"],
  ["pagehinkley", "PageHinkley"],
  ["kl_div", "kl-divergence"],
  ["wasserstein", "wasserstein"],
  ["Wasserstein distance (normed)", "wasserstein-normed"],
  ["nonsense", undefined],
])("a policy may write %s", (name, id) => {
  expect(canonicalDriftMethod(name)).toBe(id);
});

test("every id is its own canonical name", () => {
  expect(driftMethodIds().length).toBeGreaterThan(30);
  expect(driftMethodIds().filter((id) => canonicalDriftMethod(id) !== id)).toEqual([]);
});
