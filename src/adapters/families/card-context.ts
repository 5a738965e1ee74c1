import { cardSectionsOf, plainHeading } from "../../normalise/card-sections.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";

/** What the place of a number in a document says of it. */
export type Surroundings =
  /** Results are told here: any number may be one. */
  | "results"
  /** The model is described here: a number is one only where its name is a metric's. */
  | "description"
  /** Limits, targets, other people's numbers: none is a result of this model. */
  | "foreign"
  | "unknown";

const foreignHeading =
  /^(targets?|requirements?|thresholds?|goals?|acceptance|baselines?|objectives?|success criteria|expected)\b|\b(targets|requirements|thresholds|goals|baselines|related work|comparison with|prior work|acceptance criteria)\b/;
const resultsHeading =
  /\b(accuracy|performance|results?|evaluat\w*|benchmark\w*|metrics?|scores?|validation|latency|robustness|quality|calibration|slices?|subgroups?|diagnostics|classification report|model comparison)\b/;
const descriptionHeading =
  /\b(hyper ?parameters?|specifications?|configuration|architecture|formats?|hardware|carbon|emissions?|install\w*|inputs?|outputs?|features?|feature importance|class distribution|dataset|data|roadmap|steps)\b/;

const resultSections: ReadonlySet<string> = new Set([
  "evaluation",
  "metrics",
  "fairness",
  "evaluation-data",
  "factors",
]);

function ofHeading(title: string): Surroundings {
  const heading = plainHeading(title);
  // What stands in brackets behind the heading, and a heading that begins with results, do not make them foreign.
  const bare = plainHeading(title.replace(/\([^()]{0,200}\)?/g, " "));
  if (foreignHeading.test(bare) && !/^(metrics|results?|performance|evaluation|scores?)\b/.test(bare)) return "foreign";
  const sections = cardSectionsOf(title);
  if (sections.some(({ id }) => resultSections.has(id)) || resultsHeading.test(heading)) return "results";
  return sections.length > 0 || descriptionHeading.test(heading) ? "description" : "unknown";
}

/** By the nearest heading above that says anything. */
export function surroundingsOf(under: readonly string[]): Surroundings {
  for (const title of [...under].reverse()) {
    const said = ofHeading(title);
    if (said !== "unknown") return said;
  }
  return "unknown";
}

/** Names of quantities that describe a model or its making, and are no results. */
const notMeasured =
  /\b(param(eter)?s?|[gmt]?flops?|[gm]?macs|[gm]params|size|epochs?|batch|learning rate|lr|seeds?|layers?|heads?|hidden|dim(ension)?s?|vocab\w*|context|sequence length|max(imum)? (length|tokens)|tokens?|year|date|version|rank|downloads?|url|link|id|hours?|gpus?|cpus?|memory|vram|ram|disk|cost|price|weight decay|dropout|optimi[sz]er|iterations?|steps?|warm ?up|temperature|patience|importance|coefficients?|weights?|shap|thresholds?|resolution|width|height|frequency|samples? per|ratio of|train test|train(ing)? (rows|samples|examples|size|time|data|set|images|instances))\b|^(test|testing|validation|val|dev|eval|evaluation|hold ?out|held out) (rows|samples|examples|size|data|set|split|images|instances)$/;

/** True for the name of a quantity that describes a model or its making. */
export const isSetting = (name: string): boolean => notMeasured.test(plainHeading(name.replaceAll("_", " ")));

export const isKnownMetric = (name: string): boolean => name.length <= 120 && interpretMetric(name).known;

/**
 * True where a quantity of this name, in these surroundings, is a result of the model.
 *
 * @param named true where the document itself calls it a metric
 */
export function isResult(name: string, surroundings: Surroundings, unit: string | null, named: boolean): boolean {
  if (surroundings === "foreign" || name.length > 120 || !/\p{L}/u.test(name)) return false;
  if (isKnownMetric(name)) return true;
  if (isSetting(name)) return false;
  if (surroundings === "results") return true;
  return named && (surroundings === "unknown" || unit === "percent");
}
