/** Words in a file's name that say whose results it holds: those of the model that is compared with. */
const otherSide: ReadonlySet<string> = new Set("baseline champion incumbent previous prev".split(" "));

/** Words beside them that leave it at that: "champion_manifest" and "baseline_comparison" are no results of the champion. */
const ofResults: ReadonlySet<string> = new Set(
  (
    "metric metrics result results evaluation evaluations eval score scores performance report summary classification " +
    "regression model run test validation val holdout"
  ).split(" "),
);

const ending = /\.(json|ya?ml|toml|csv|tsv)$/i;
const delimited = /\.[ct]sv$/i;

const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && !/^v?\d+$/.test(word));

/**
 * True where a file's own name says that its results are those of the model that a candidate is compared with:
 * `baseline.json`, `metrics_previous.yaml`, `champion-metrics.json`. False below a folder of a model that calls itself so:
 * its results are its own. A table of rows has to say that it holds results: `baseline.csv` may be any sample.
 *
 * @param path of the file
 * @param folder of the model that it belongs to
 */
export function namesOtherSide(path: string, folder: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name.length > 100 || !ending.test(name)) return false;
  const words = wordsOf(name.replace(ending, ""));
  const said = words.filter((word) => otherSide.has(word));
  if (said.length !== 1) return false;
  const rest = words.filter((word) => !otherSide.has(word));
  if (!rest.every((word) => ofResults.has(word)) || (rest.length === 0 && delimited.test(name))) return false;
  return !wordsOf(folder.slice(folder.lastIndexOf("/") + 1)).some((word) => otherSide.has(word));
}
