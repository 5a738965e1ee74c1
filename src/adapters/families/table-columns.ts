import type { MarkdownTable } from "../../model/adapter.js";
import type { Slice } from "../../model/fact.js";
import { plainHeading } from "../../normalise/card-sections.js";
import { isKnownMetric } from "./card-context.js";
import { splitNamed } from "./split-named.js";
import { statedNumber } from "./stated-number.js";

/** What a column of a table of results holds. */
export type ColumnRole =
  | { readonly kind: "metric"; readonly name: string }
  /** The names of metrics, one a row. */
  | { readonly kind: "metric-name" }
  /** Values of the metrics that the rows name. */
  | {
      readonly kind: "value";
      readonly split: string | null;
      readonly about: string | null;
      readonly unit: string | null;
      /** The part of the data that the column is of; absent where it is of all. */
      readonly slice?: Slice;
    }
  | {
      readonly kind:
        "model" | "dataset" | "split" | "step" | "fold" | "threshold" | "n" | "interval" | "error" | "unit" | "ignored";
    }
  /** A setting that tells variants of the model apart. */
  | { readonly kind: "setting"; readonly column: string }
  /** A part of the data, by the column's name. */
  | { readonly kind: "slice"; readonly column: string };

const patterns: readonly (readonly [RegExp, ColumnRole])[] = [
  [
    /^(evaluation |performance |quality )?(metrics?|measures?|measurements?|statistics?|indicators?|kpis?|métricas?|métriques?|metrik(en)?|kennzahl(en)?|indicador(es)?|метрик[аи]|指标|指標|evaluation methods?)( names?)?$/,
    { kind: "metric-name" },
  ],
  [
    /^(models?|model names?|systems?|methods?|approach(es)?|algorithms?|classifiers?|estimators?|architectures?|backbones?|checkpoints?|variants?|networks?|configurations?|configs?|runs?|experiments?|(model )?versions?|frameworks?|techniques?|llms?|encoders?|pipelines?|strateg(y|ies)|settings?|setups?|ablations?|scorers?|feature sets?|sizes?|model sizes?|models? and sizes?|modell?[oei]?|modelos?|modèles?|模型|モデル|(ml |ai |machine learning )?(models?|classifiers?|algorithms?|methods?)( \/ \w+)? ?(types?|names?|variants?|used|ids?|configurations?)|(ml|ai|machine learning|base|trained) (models?|algorithms?))$/,
    { kind: "model" },
  ],
  [
    /^(data ?sets?|(evaluation|eval|test|benchmark) (data ?sets?|tasks?)|tasks?|benchmarks?|corpus|corpora|test ?sets?|subtasks?)( names?)?$/,
    { kind: "dataset" },
  ],
  [/^((data )?splits?|sets?|partitions?|subset)$/, { kind: "split" }],
  [/^(global )?steps?$/, { kind: "step" }],
  [/^(cv )?folds?$/, { kind: "fold" }],
  [/^((decision |score |probability )?thresholds?|cut ?offs?)$/, { kind: "threshold" }],
  [
    /^(n|((test|class|eval|evaluation|validation) )?support|counts?|(n|num|number of|no of|total)? ?(samples?|examples?|instances?|rows|records|images|cases|observations|patients)( size)?|sample size)$/,
    { kind: "n" },
  ],
  [
    /^(?=.*\b(?:ci|intervals?)$|ci\b|(?:confidence|credible) interval\b|wilson\b|bootstrap\b)(?:(?:9\d(?:\.\d)?|bootstrap(?:ped)?|wilson|percentile|credible|confidence|ci|intervals?)(?: |$))+$/,
    { kind: "interval" },
  ],
  [/^(± ?)?(std ?err(or)?|standard errors?( of the mean)?|s ?e( ?m)?)$/, { kind: "error" }],
  [/^units?$/, { kind: "unit" }],
];

/** Columns beside the results that are none. */
const ignoredColumn =
  /\b(targets?|thresholds?|goals?|requirements?|required|limits?|min|max|mín|máx|m[ií]nim[oa]s?|m[aá]xim[oa]s?|minimum|maximum|acceptance|criteri(a|on)|status|pass(ed)?|notes?|descriptions?|comments?|meaning|interpretation|changes?|deltas?|diff(erence)?|disparit(?:y|ies)|disparidade?s?|improvement|gain|rank|sla|slo|budget|weights?|std|sd|stddev|deviation|source|definition|link|url|paper|config|epochs?|trend|verdict|path|file|expected|importance|coefficients?|p value)\b|^(δ|#|id|events?|eventos?|(?:n )?positives?|(?:n )?negatives?|deaths)$/;

/** Words that make a number another model's. */
export const otherModel =
  /\b(baseline|previous|prior|old|champion|reference|before|sota|random|majority|competitor|original|human|teacher)\b/;
const ownValue =
  /^(values?|scores?|results?|performance|mean|average|estimate|current|actual|achieved|observed|measured|ours|this model|our model|new|candidate|now|after|figure|number|percentage|rate|valor(es)?|wert|valeur|resultado|résultat|ergebnis|значение|值)( (value|score|result))?$/;

/** "0 Support" counts one class and "#words" the length of the data: the scores beside them stand on other numbers. */
function countedPart(header: string): ColumnRole | undefined {
  const plain = header.trim().toLowerCase();
  if (/^#\s?sent(s|ences)?$/.test(plain)) return { kind: "n" };
  const isOther =
    /^#\s?(words?|tokens?|char(acter)?s?)$/.test(plain) ||
    /^(\d{1,4}|(macro|micro|weighted|samples) (avg|average))[ _]support$/.test(plain);
  return isOther ? { kind: "ignored" } : undefined;
}

/** The role that a column's header gives it; undefined where the header does not say. */
export function headedRole(header: string): ColumnRole | undefined {
  const counted = countedPart(header);
  if (counted !== undefined) return counted;
  const plain = plainHeading(header);
  // "模型 Model": the same said twice, in two writings.
  const latin = plain.replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu, " ").trim();
  const found = patterns.find(([pattern]) => pattern.test(plain) || (latin !== plain && pattern.test(latin)))?.[1];
  if (found !== undefined) return found;
  if (/^(class(es)?|labels?|class names?|categor(y|ies))$/.test(plain)) return { kind: "slice", column: "class" };
  return undefined;
}

/** The role of a column beside the names of metrics: the value it is of, or none. */
export function valueRole(header: string, isOwn: (label: string) => boolean): ColumnRole | undefined {
  const headed = headedRole(header);
  if (headed !== undefined && headed.kind !== "split" && headed.kind !== "threshold" && headed.kind !== "model") {
    return headed;
  }
  // "Mean ± SD" is over means.
  const plain = plainHeading(header.replace(/(?<=\S\s?)(?:±|\+\/-).*/, ""));
  const unit = /(?<!\d\s?)%|\bpercent\b/.test(header) ? "percent" : null;
  const split = splitNamed(header);
  if (split !== null) return { kind: "value", split, about: null, unit };
  if (ignoredColumn.test(plain)) return { kind: "ignored" };
  if (otherModel.test(plain)) return { kind: "value", split: null, about: header, unit };
  if (plain === "" || ownValue.test(plain) || isOwn(header)) return { kind: "value", split: null, about: null, unit };
  return undefined;
}

/** True for a column that holds no results, and for one whose header only says that it holds values. */
export const isIgnored = (header: string): boolean => {
  const plain = plainHeading(header);
  return ignoredColumn.test(plain) || /^(values?|valor|wert|valeur)( (ms|s|sec|seconds|percent))?$/.test(plain);
};

const cellsOf = (table: MarkdownTable, column: number): string[] =>
  table.rows.map((row) => row[column]?.text ?? "").filter((text) => text !== "" && !/^(-+|–|—|n\/?a)$/i.test(text));

/** True where most cells of a column that are not empty are single numbers. */
export function isNumeric(table: MarkdownTable, column: number): boolean {
  const cells = cellsOf(table, column);
  const numbers = cells.filter((cell) => statedNumber(cell) !== undefined).length;
  return cells.length > 0 && numbers * 2 > cells.length;
}

/** The form in which Model Card Toolkit writes metrics. */
export const isNameAndValue = ({ header }: MarkdownTable): boolean =>
  header.length === 2 &&
  plainHeading(header[0]?.text ?? "") === "name" &&
  plainHeading(header[1]?.text ?? "") === "value";

/** "v1", "v2": a version in each column of numbers. */
const areVersions = ({ header }: MarkdownTable): boolean =>
  header.length > 1 && header.slice(1).every(({ text }) => /^v(ersion )?\d[\d.]*(\s*\(.{1,40}\))?$/i.test(text.trim()));

/** "Precision at the 1% budget", "Warn tier: recall": a metric, and more. */
const mentionsMetric = (name: string): boolean =>
  name
    .split(/(?<!\s)\s*[,:;()]\s*|(?<!\s)\s+(?:at|on|in|for|by)\s+/)
    .some((part) => part !== "" && isKnownMetric(part));

/** Where the names of metrics stand, one a row; undefined where the columns name them, or nothing does. */
export function metricNameColumn(table: MarkdownTable): number | undefined {
  const headed = table.header.findIndex(({ text }) => headedRole(text)?.kind === "metric-name");
  if (headed >= 0) return headed;
  if (table.header.slice(1).some(({ text }) => isKnownMetric(text))) return undefined;
  const names = cellsOf(table, 0);
  const known = names.filter(isKnownMetric).length;
  // Columns of versions hold numbers of what the rows name, in more words than the metric's own.
  if (areVersions(table) && names.filter(mentionsMetric).length * 2 >= names.length && !isNumeric(table, 0)) return 0;
  const looksNamed = /^(names?|)$/.test(plainHeading(table.header[0]?.text ?? ""));
  if (isNameAndValue(table)) return 0;
  return known > 0 && known * (looksNamed ? 3 : 2) >= names.length && !isNumeric(table, 0) ? 0 : undefined;
}
