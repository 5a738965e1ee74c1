import { canonicalDriftMethod } from "../../normalise/drift-methods.js";

/** What the columns and keys of home-grown drift reports hold, by names that cannot mean anything else. */

/** What one name says of the numbers under it. */
export type DriftColumn =
  | { readonly kind: "feature" }
  | { readonly kind: "score"; readonly method: string }
  /** Of the method beside it where the name says none. */
  | { readonly kind: "p-value"; readonly method: string | null }
  | { readonly kind: "threshold" }
  | { readonly kind: "drifted" };

const methods: ReadonlySet<string> = new Set([
  ...["psi", "ks", "chi-square", "jensen-shannon", "jensen-shannon-divergence", "kl-divergence", "hellinger"],
  ...[
    "wasserstein",
    "wasserstein-normed",
    "l-infinity",
    "mmd",
    "anderson-darling",
    "cramer-von-mises",
    "energy-distance",
  ],
]);

/** Methods that are tests: a p-value beside them is theirs. */
const tests: ReadonlySet<string> = new Set(["ks", "chi-square", "anderson-darling", "cramer-von-mises", "mmd"]);

const spoken: Readonly<Record<string, string>> = {
  js: "jensen-shannon",
  jsd: "jensen-shannon",
  js_distance: "jensen-shannon",
  js_divergence: "jensen-shannon-divergence",
  kl: "kl-divergence",
  kl_div: "kl-divergence",
  chi: "chi-square",
  population_stability_index: "psi",
};

const plainKey = (name: string): string =>
  name
    .trim()
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_|_$/g, "");

const feature =
  /^((input|model|top)_)?(features?|columns?|variables?|fields?|attributes?|cols?|feature_?(name|id)|column_?name|variable_?name|columna|variable_?modelo|variavel|característica|caracteristica)$/;
const drifted = /^((is|has)_)?(data_|feature_|column_)?drift(ed)?(_(detected|found|flag|present|alert))?\??$/;
const limit = /^(threshold|limit|cut_?off|(drift|psi|ks|stattest)_threshold)$/;
const pValue = /(^|_)p_?(val(ue)?s?)?$/;
const measure = /_(stat(istic)?s?|scores?|values?|distances?|tests?|index)$/;

/** The method that a name is, and nothing else: `psi`, `KS statistic`, "JS divergence". */
export function driftMethodNamed(name: string): string | undefined {
  const plain = plainKey(name);
  if (plain === "" || plain.length > 60) return undefined;
  for (const one of [plain, plain.replace(measure, "")]) {
    const id = (Object.hasOwn(spoken, one) ? spoken[one] : undefined) ?? canonicalDriftMethod(one);
    if (id !== undefined && methods.has(id)) return id;
  }
  return undefined;
}

/** True for the name of what holds names of columns. */
export const namesFeatures = (name: string): boolean => feature.test(plainKey(name));

/** What a column's or key's name says; undefined where it says nothing of drift. */
export function driftColumn(name: string): DriftColumn | undefined {
  const plain = plainKey(name);
  if (feature.test(plain)) return { kind: "feature" };
  if (limit.test(plain)) return { kind: "threshold" };
  if (drifted.test(plain)) return { kind: "drifted" };
  if (pValue.test(plain)) {
    const stem = plain.replace(pValue, "");
    const method = stem === "" ? null : driftMethodNamed(stem);
    return method === undefined ? undefined : { kind: "p-value", method };
  }
  const method = driftMethodNamed(name);
  return method === undefined ? undefined : { kind: "score", method };
}

/** A method with the places of its numbers, by the names that stand together. */
export interface MethodColumns {
  readonly method: string;
  readonly score: string | null;
  readonly pValue: string | null;
}

/** The methods that some names tell of; none where a p-value's test is not told. */
export function methodColumns(names: readonly string[]): readonly MethodColumns[] {
  const scores = new Map<string, string>();
  const values = new Map<string, string>();
  let bare: string | null = null;
  for (const name of names) {
    const said = driftColumn(name);
    if (said?.kind === "score" && !scores.has(said.method)) scores.set(said.method, name);
    if (said?.kind !== "p-value") continue;
    if (said.method === null) bare ??= name;
    else if (!values.has(said.method)) values.set(said.method, name);
  }
  const tested = [...scores.keys()].filter((method) => tests.has(method) && !values.has(method));
  if (bare !== null && tested.length === 1) values.set(tested[0] ?? "", bare);
  return [...new Set([...scores.keys(), ...values.keys()])].map((method) => ({
    method,
    score: scores.get(method) ?? null,
    pValue: values.get(method) ?? null,
  }));
}
