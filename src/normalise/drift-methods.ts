/** What is said of how a drift number was computed, in the words of the tool that computed it. */
export interface DriftMethod {
  /** Canonical id, such as `psi`, `ks`, `wasserstein-normed`; the tool's own name where nobody knows it. */
  readonly id: string;
  /** A test gives a p-value, a distance or a statistic gives a score. */
  readonly gives: "p_value" | "score";
  /** The side of the threshold on which the tool says drift: a p-value drifts when low. */
  readonly drifts: "low" | "high";
  /** True where a number equal to the threshold is no drift yet. */
  readonly strict: boolean;
}

const test = (id: string): DriftMethod => ({ id, gives: "p_value", drifts: "low", strict: true });
const inclusiveTest = (id: string): DriftMethod => ({ id, gives: "p_value", drifts: "low", strict: false });
const distance = (id: string): DriftMethod => ({ id, gives: "score", drifts: "high", strict: false });
const strictDistance = (id: string): DriftMethod => ({ id, gives: "score", drifts: "high", strict: true });

const spelling = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "");

type Table = ReadonlyMap<string, DriftMethod>;

type Rows = readonly (readonly [DriftMethod, readonly string[]])[];

/** A table is made when a method of its tool is met. */
function table(rows: () => Rows): () => Table {
  let made: Table | undefined;
  return () =>
    (made ??= new Map(
      rows().flatMap(([method, names]) => [method.id, ...names].map((name) => [spelling(name), method] as const)),
    ));
}

/**
 * Evidently names a method by its id (`ks`) where the user chose it and by its display name (`K-S p_value`) where it
 * was the default. Its `TVD` is the p-value of a permutation test.
 */
const ofEvidently = table(() => [
  [inclusiveTest("ks"), ["K-S p_value"]],
  [test("chi-square"), ["chi-square p_value", "chisquare"]],
  [test("z-test"), ["Z-test p_value", "z"]],
  [test("anderson-darling"), ["anderson"]],
  [inclusiveTest("cramer-von-mises"), ["Cramer-Von-mises"]],
  [test("epps-singleton"), ["es"]],
  [test("mann-whitney"), ["mannw", "Mann-Whitney U-rank test"]],
  [test("t-test"), []],
  [test("g-test"), []],
  [test("fisher-exact"), ["Fisher's Exact test"]],
  [test("total-variation"), ["TVD", "Total-Variation-Distance"]],
  [test("mmd"), ["empirical_mmd", "emperical_mmd"]],
  [distance("psi"), []],
  [distance("wasserstein-normed"), ["wasserstein", "Wasserstein distance (normed)"]],
  [distance("jensen-shannon"), ["jensenshannon", "Jensen-Shannon distance"]],
  [distance("kl-divergence"), ["kl_div", "Kullback-Leibler divergence"]],
  [distance("hellinger"), ["Hellinger distance"]],
  [strictDistance("energy-distance"), ["ed", "Energy-distance"]],
  [
    strictDistance("domain-classifier"),
    [
      "perc_text_content_drift",
      "Percentile text content drift",
      "abs_text_content_drift",
      "Absolute text content drift",
      "text_content_drift",
      "Text content drift",
    ],
  ],
]);

/** NannyML gives statistics and distances, never p-values, and alerts beyond its thresholds. */
const ofNannyml = table(() => [
  [strictDistance("jensen-shannon"), ["jensen_shannon"]],
  [strictDistance("ks"), ["kolmogorov_smirnov"]],
  [strictDistance("wasserstein"), []],
  [strictDistance("hellinger"), []],
  [strictDistance("l-infinity"), ["l_infinity"]],
  [strictDistance("chi-square"), ["chi2"]],
  [strictDistance("reconstruction-error"), ["reconstruction_error", "pca_reconstruction_error"]],
  [strictDistance("domain-classifier"), ["domain_classifier", "domain_classifier_auroc"]],
]);

const ofDeepchecks = table(() => [
  [strictDistance("ks"), ["Kolmogorov-Smirnov"]],
  [strictDistance("cramers-v"), ["Cramer's V"]],
  [strictDistance("psi"), []],
  [strictDistance("wasserstein-scaled"), ["Earth Mover's Distance"]],
  [strictDistance("domain-classifier"), ["Domain Classifier"]],
]);

const ofWhylogs = table(() => [
  [inclusiveTest("ks"), []],
  [inclusiveTest("chi-square"), ["chi-squared"]],
  [distance("hellinger"), []],
]);

const ofAlibi = table(() => [
  [test("ks"), ["KSDrift"]],
  [test("chi-square"), ["ChiSquareDrift"]],
  [test("cramer-von-mises"), ["CVMDrift", "CVMDriftOnline"]],
  [test("fisher-exact"), ["FETDrift", "FETDriftOnline"]],
  [test("mmd"), ["MMDDrift", "MMDDriftTorch", "MMDDriftTF", "MMDDriftKeops", "MMDDriftOnline"]],
  [test("lsdd"), ["LSDDDrift", "LSDDDriftTorch", "LSDDDriftTF", "LSDDDriftOnline"]],
  [test("tabular"), ["TabularDrift"]],
  [test("learned-kernel"), ["LearnedKernelDrift", "LearnedKernelDriftTorch", "LearnedKernelDriftTF"]],
  [test("context-mmd"), ["ContextMMDDrift", "ContextMMDDriftTorch", "ContextMMDDriftTF"]],
  [test("spot-the-diff"), ["SpotTheDiffDrift", "SpotTheDiffDriftTorch", "SpotTheDiffDriftTF"]],
  [test("classifier"), ["ClassifierDrift", "ClassifierDriftTorch", "ClassifierDriftTF", "ClassifierDriftSklearn"]],
  [test("regressor-uncertainty"), ["RegressorUncertaintyDrift"]],
  [test("classifier-uncertainty"), ["ClassifierUncertaintyDrift"]],
]);

/** River's detectors watch a stream: they alarm and give no number, and go by the names of their classes. */
const ofRiver = table(() =>
  ["ADWIN", "PageHinkley", "KSWIN", "DDM", "EDDM", "HDDM_A", "HDDM_W", "FHDDM", "DummyDriftDetector"].map((name) => [
    distance(name),
    [],
  ]),
);

/** TensorFlow Data Validation gives distances; its Jensen-Shannon is the divergence, the square of the distance. */
const ofTfdv = table(() => [
  [strictDistance("l-infinity"), ["L_INFTY"]],
  [strictDistance("jensen-shannon-divergence"), ["JENSEN_SHANNON_DIVERGENCE"]],
  [strictDistance("normalized-absolute-difference"), ["NORMALIZED_ABSOLUTE_DIFFERENCE"]],
]);

const tools = {
  evidently: ofEvidently,
  nannyml: ofNannyml,
  deepchecks: ofDeepchecks,
  whylogs: ofWhylogs,
  "alibi-detect": ofAlibi,
  river: ofRiver,
  tfdv: ofTfdv,
} as const satisfies Readonly<Record<string, () => Table>>;

export type DriftTool = keyof typeof tools;

/** The method that a tool calls `name`, by its id or its display name; undefined where the tool knows no such method. */
export const driftMethodOf = (tool: DriftTool, name: string): DriftMethod | undefined =>
  tools[tool]().get(spelling(name));

/** Canonical ids, with the other names under which people know them. */
const others: Readonly<Record<string, readonly string[]>> = {
  "chi-square": ["chi2", "chi-squared"],
  ks: ["kolmogorov-smirnov", "ks-test"],
  psi: ["population-stability-index"],
  "kl-divergence": ["kullback-leibler"],
  "l-infinity": ["linfty", "l-inf"],
  wasserstein: ["earth-movers-distance", "emd"],
  "wasserstein-normed": ["wasserstein-distance-normed"],
};

let known: ReadonlyMap<string, string> | undefined;

/** Every spelling known. A name that is one method's id and another tool's word for a second is the first. */
function ids(): ReadonlyMap<string, string> {
  if (known !== undefined) return known;
  const tables = Object.values(tools).map((made) => made());
  return (known = new Map([
    ...tables.flatMap((methods) => [...methods].map(([name, { id }]) => [name, id] as const)),
    ...Object.entries(others).flatMap(([id, names]) => names.map((name) => [spelling(name), id] as const)),
    ...tables.flatMap((methods) => [...methods.values()].map(({ id }) => [spelling(id), id] as const)),
  ]));
}

/** Every canonical id, sorted. */
export const driftMethodIds = (): readonly string[] => [...new Set(ids().values())].sort();

/** The canonical id of a method as a policy or a mapping writes it, in a tool's words too; undefined where nobody knows it. */
export const canonicalDriftMethod = (name: string): string | undefined => ids().get(spelling(name));
