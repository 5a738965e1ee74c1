import { canonicalDriftMethod } from "../../normalise/drift-methods.js";
import type { Value } from "../../model/adapter.js";
import { boolean, text } from "../../read/shape.js";

/** The words by which people's own drift reports name methods, verdicts and limits, in English and Spanish. */

/** A key in one spelling: `driftScore`, `Drift Score` and `drift-score` are `drift_score`. */
export const plainKey = (key: string): string =>
  key
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_|_$/g, "");

const stems: readonly (readonly [string, string])[] = [
  ["psi|population_stability_index", "psi"],
  ["ks|kolmogorov_smirnov", "ks"],
  ["chi2|chi_2|chi_square|chi_squared|chisquare", "chi-square"],
  ["js|jsd|jensen_shannon|jensenshannon", "jensen-shannon"],
  ["wasserstein|emd|earth_movers", "wasserstein"],
  ["wasserstein_normed|wasserstein_norm|normalized_wasserstein", "wasserstein-normed"],
  ["kl|kld|kl_div|kullback_leibler", "kl-divergence"],
  ["hellinger", "hellinger"],
  ["cramers_v|cramer_v", "cramers-v"],
  ["l_infinity|linf|l_inf", "l-infinity"],
  ["tvd|total_variation", "total-variation"],
  ["mmd", "mmd"],
  ["l1|l1_norm|manhattan", "l1-distance"],
  ["energy", "energy-distance"],
];
const idOfStem = new Map(stems.flatMap(([names, id]) => names.split("|").map((name) => [name, id] as const)));

/** The method whose distance or statistic a key holds: `psi`, `ks_stat`, `js_distance`. */
export function scoreMethod(key: string): string | undefined {
  const plain = plainKey(key);
  const stem = plain.replace(
    /_(score|stat|statistic|estadistico|estatistica|value|index|distance|dist|divergence|d)$/,
    "",
  );
  const id = idOfStem.get(plain) ?? idOfStem.get(stem);
  return id === "jensen-shannon" && plain.endsWith("divergence") ? "jensen-shannon-divergence" : id;
}

const pValueKey = /^(?:(.+)_)?(?:p|p_?val|p_?values?|p_valor|valor_p)$/;

/** Of a key that holds a p-value the method that it names, null where it names none; undefined for any other key. */
export function pValueMethod(key: string): string | null | undefined {
  const found = pValueKey.exec(plainKey(key));
  if (found === null) return undefined;
  const named = found[1]?.replace(/_(test|2samp)$/, "");
  if (named === undefined || named === "drift") return null;
  return idOfStem.get(named);
}

/** The method of a map of columns: `feature_psi`, `psi_scores`, `categorical_js_divergence`, `ks_p_values`. */
export function mapMethod(key: string): { readonly id: string; readonly holds: "score" | "p_value" } | undefined {
  const plain = plainKey(key);
  if (/threshold|limit|umbral|band|bucket|bin|status|verdict|flag|previous|baseline/.test(plain)) return undefined;
  const bare = plain
    .replace(/^(feature|column|numeric|numerical|categorical|data|per_(feature|column)|input)s?_/, "")
    .replace(/_(by_|per_|of_)?(features?|columns?|variables?|results?|drift|tests?)$/, "")
    .replace(/_(scores|values|stats|statistics|distances|divergences|pvalues)$/, (ending) =>
      ending === "_pvalues" ? "_p_value" : ending.slice(0, -1),
    )
    .replace(/_p_values$/, "_p_value");
  const tested = pValueMethod(bare);
  if (typeof tested === "string") return { id: tested, holds: "p_value" };
  const id = scoreMethod(bare);
  return id === undefined ? undefined : { id, holds: "score" };
}

const tests = new Set(["ks", "chi-square", "anderson-darling", "cramer-von-mises", "mann-whitney", "t-test", "z-test"]);

/** True for a method that a p-value without a name of its own may be of. */
export const isTest = (method: string): boolean => tests.has(method);

/** What a report calls the method in words: `ks_2samp`, `Kolmogorov-Smirnov`, `Chi2`, `K-S p_value`; undefined where nobody knows it. */
export function knownMethod(written: string): string | undefined {
  const bare = plainKey(written).replace(/_(2samp|ind|contingency|test|statistic|stat|score|p_?value)$/, "");
  return idOfStem.get(bare) ?? canonicalDriftMethod(written) ?? canonicalDriftMethod(bare);
}

/** The method that a report names, in the report's own word where nobody knows it. */
export const namedMethod = (written: string): string => knownMethod(written) ?? written;

const flagKey =
  /^((is|has|any|overall|global|dataset|data|feature|column)_)?(data_)?drift(ed|ing)?(_(detected|detectado|detectada|found|flag|present|alert|status))?(_(global|overall))?$/;

/** True for a key that holds a verdict: `drift`, `is_drifted`, `drift_detected`, `dataset_drift`. */
export const isFlagKey = (key: string): boolean => flagKey.test(plainKey(key));

/** True or false as JSON, Python and R write them; undefined where the value is no verdict. */
export function truth(value: Value | undefined): boolean | undefined {
  const written = text(value)?.trim().toLowerCase();
  return written === "true" ? true : written === "false" ? false : boolean(value);
}

export const isVerdictKey = (key: string): boolean =>
  /^((drift|psi|feature|overall|dataset)_)?(status|verdict|result|interpretation|drift_status|conclusion)$/.test(
    plainKey(key),
  );

const noDrift = /^(no|not|without)_((significant|major|data)_)?(drift(ed)?|shift|change)(_detected)?$/;
const someDrift = /^((significant|severe|major|high|critical|data)_)*(drift(ed|ing)?|shift(ed)?)(_detected)?$/;

/** The verdict that a text is: `major_drift`, `No significant drift`, `stable`; undefined where it may be either. */
export function verdictIn(value: Value | undefined): boolean | undefined {
  const plain = plainKey(text(value) ?? "");
  if (noDrift.test(plain) || plain === "stable") return false;
  return someDrift.test(plain) || /^(significant|major|severe)_change$/.test(plain) ? true : undefined;
}
