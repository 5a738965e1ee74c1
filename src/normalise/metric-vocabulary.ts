import { evaluatedName, type EvaluatedName } from "./evaluated-name.js";
import { byId, byName, core, coreOf, statistics, type Core } from "./metric-core.js";
import { metricTable, type MetricDefinition, type MetricKind, type Trials } from "./metric-table.js";
import { nameTokens, wordOf } from "./metric-name.js";

export type { MetricDefinition, MetricKind, Trials } from "./metric-table.js";

/** What a metric's name says. */
export interface MetricReading {
  /** Canonical id, such as `roc_auc`; the raw name where it is not known. */
  readonly metric: string;
  /** Another way of computing it: `macro`, `weighted`, a filter, the text in parentheses. */
  readonly protocol: string | null;
  /** `train`, `validation`, `test`, `eval`, …, where the name says so. */
  readonly split: string | null;
  /** The class that a name such as `recall_class_1` is about; `{}` is overall. */
  readonly slice: Readonly<Record<string, string>>;
  readonly higherIsBetter: boolean | null;
  /** The metric's own unit (`proportion` for shares), or the one that the name states (`accuracy_pct`). */
  readonly unit: string | null;
  /** True where the name itself states the unit. */
  readonly unitStated: boolean;
  readonly kind: MetricKind;
  readonly range: MetricDefinition["range"];
  /** What the trials of a rate are; null for all else, and for an average of rates over classes. */
  readonly trials: Trials | null;
  readonly known: boolean;
}

const unbounded = { lower: null, upper: null } as const;

const unknown = (raw: string): MetricReading => ({
  metric: raw,
  protocol: null,
  split: null,
  slice: {},
  higherIsBetter: null,
  unit: null,
  unitStated: false,
  kind: "other",
  range: unbounded,
  trials: null,
  known: false,
});

interface Wording {
  readonly split: string | null;
  readonly protocols: readonly string[];
  readonly unit: string | null;
}

/** What the words on one side say; undefined where one of them is none of ours. */
function wordingOf(tokens: readonly string[]): Wording | undefined {
  let split: string | null = null;
  let unit: string | null = null;
  const protocols: string[] = [];
  for (const token of tokens) {
    const word = wordOf(token);
    if (word.kind === "core") return undefined;
    if (word.kind === "split") {
      // In `train/eval-acc` the first word is the panel that the tool draws it in.
      if (split === null || split === "eval" || (split === "train" && word.says === "eval")) split = word.says;
      else if (split !== word.says && word.says !== "eval") return undefined;
    }
    if (word.kind === "unit") unit = word.says;
    if (word.kind === "protocol") protocols.push(word.says);
  }
  return { split, protocols: averaged(protocols), unit };
}

/** In "macro avg" the second word adds nothing. */
const averaged = (protocols: readonly string[]): readonly string[] =>
  protocols.length > 1 ? protocols.filter((word) => word !== "mean") : protocols;

/** The positive rate of a part of the data tells of its labels (`positive_rate_test`), where that of a group tells of predictions. */
function ofLabels(named: readonly string[], found: Core, { split }: Wording): Core {
  const labels = split !== null && named.join(" ") === "positive rate" ? byId.get("prevalence") : undefined;
  return labels === undefined ? found : core(labels);
}

/** "macro avg precision" is a row of a classification report and its precision: no area under a curve. */
const isReportAverage = (tokens: readonly string[], start: number, { definition }: Core): boolean =>
  definition.id === "average_precision" &&
  tokens[start] === "avg" &&
  ["macro", "micro", "weighted"].includes(tokens[start - 1] ?? "");

/** The longest run of words that names a metric, the others being words of ours. */
function parse(tokens: readonly string[]): { readonly core: Core; readonly wording: Wording } | undefined {
  if (tokens.length === 0 || tokens.length > 12) return undefined;
  for (let length = tokens.length; length > 0; length--) {
    for (let start = 0; start + length <= tokens.length; start++) {
      const found = coreOf(tokens.slice(start, start + length));
      if (found === undefined || isReportAverage(tokens, start, found)) continue;
      const wording = wordingOf([...tokens.slice(0, start), ...tokens.slice(start + length)]);
      if (wording !== undefined)
        return { core: ofLabels(tokens.slice(start, start + length), found, wording), wording };
    }
  }
  return aroundUnit(tokens);
}

/** `latency_ms p95`: a unit between the words of a name. */
function aroundUnit(tokens: readonly string[]): ReturnType<typeof parse> {
  const at = tokens.findIndex(
    (token, index) => index > 0 && index < tokens.length - 1 && wordOf(token).kind === "unit",
  );
  const unit = wordOf(tokens[at] ?? "");
  const parsed = unit.kind === "unit" ? parse(tokens.toSpliced(at, 1)) : undefined;
  if (parsed === undefined || unit.kind !== "unit") return undefined;
  return { ...parsed, wording: { ...parsed.wording, unit: unit.says } };
}

interface Pieces {
  readonly name: string;
  readonly protocol: string | null;
  /** The unit in brackets behind the name. */
  readonly unit?: string;
}

/** Notes that change neither the metric nor the way of computing it. */
const idleNote =
  /^(\d+(\.\d+)?\s*% (ci|confidence interval)|n\s*=\s*[\d,]+|(mean|avg|average)?\s*(±|\+\/-|\+-)\s*(sd|std|stdev|std\.? ?dev\.?|se|sem|ci|\d\d\s*% ci)|s\.?e\.?(m\.?)?|stderr|standard error|(cv|rsd|coefficient of variation),?\s*%|%\s*(cv|rsd))$/i;
/** "F1 ± SE": what stands behind a ± in a name says what the numbers beside the metric are. */
const spreadBehind =
  /^([^±]{1,80}?)\s*(?:±|\+\/-)\s*(?:sd|std|stdev|std\.? ?dev\.?|s\.?e\.?|s\.?e\.?m\.?|stderr|standard (?:error|deviation)|(?:\d\d\s*% )?ci)\s*$/i;
const thresholdNote = /^(decision )?thr(eshold)?(?:\s*[=:@])?\s*[\d.]+$/i;

/** Units that stand in brackets behind a name. */
const bracketedUnit =
  /^(ms|µs|us|s|sec|seconds|min|minutes|mm|cm|m|km|px|pixels?|db|hz|khz|mb|gb|°|degrees?|°c|kwh|usd|eur|\$|€|dex|req\/s|rps|qps|fps|tokens?\/s|tok\/s|img\/s|samples\/s)$/i;

/** "R-squared (R2) score": the word behind the brackets adds nothing. */
const scoreBehind = /\)\s+(?:scores?|values?)$/i;

/** `Mean Squared Error (MSE)`: another name of the same metric tells nothing new. */
const isSameMetric = (name: string, inside: string): boolean => {
  const said = byName(nameTokens(inside).join(""));
  return said !== undefined && parse(nameTokens(name))?.core.definition === said;
};

/** `mAP_0.5:0.95`, the mean average precision at an overlap. */
const underlined = /^(.{0,60}\bm?AP)_(0?\.\d{1,3}(?::0?\.\d{1,3})?)$/i;

/** `metrics/mAP50(B)`: YOLO's boxes, masks and poses. */
const ofYolo = /^metrics\/([^()]{1,60})\(([BMP])\)$/;
const yoloParts = { B: "box", M: "mask", P: "pose" } as const;
const isYoloPart = (letter: string | undefined): letter is keyof typeof yoloParts =>
  letter === "B" || letter === "M" || letter === "P";

/** `image_AUROC`, `pixel_F1Score`: what Anomalib takes over whole images and over their pixels. */
const ofAnomalib = /^(image|pixel)_([A-Z][A-Za-z0-9]{1,30})$/;

/** Takes apart what stands behind a comma (a filter of lm-eval), behind `@` (an overlap) or in closing parentheses. */
function pieces(written: string): Pieces {
  const raw = /±|\+\/-/.test(written) ? (spreadBehind.exec(written)?.[1] ?? written) : written;
  const [, detected, letter] = ofYolo.exec(raw) ?? [];
  if (detected !== undefined && isYoloPart(letter)) return { name: `${yoloParts[letter]} ${detected}`, protocol: null };
  const [, over, taken] = ofAnomalib.exec(raw) ?? [];
  if (over !== undefined && taken !== undefined) return { name: taken, protocol: over };
  const filter = /^([^,()]+),([^,()\s][^,()]*)$/.exec(raw);
  if (filter !== null)
    return {
      name: filter[1] ?? raw,
      protocol: filter[2] === "none" ? null : (filter[2] ?? null),
    };
  const overlap =
    /^([^@]+)@\s*(?:threshold(?:\s*[=:])?\s*)?(0?\.\d+(?:\s*[:-]\s*0?\.\d+)*)$/.exec(raw) ?? underlined.exec(raw);
  if (overlap !== null) return { name: overlap[1] ?? raw, protocol: `@${overlap[2] ?? ""}` };
  const note = /^([^()[\]]+)[([]([^()[\]]*)[)\]]\s*$/.exec(raw);
  if (note === null) return { name: raw, protocol: null };
  const [name, inside] = [note[1] ?? raw, (note[2] ?? "").trim()];
  const spoken = nameTokens(inside);
  if (spoken.length === 0 || idleNote.test(inside) || isSameMetric(name, inside)) return { name, protocol: null };
  if (bracketedUnit.test(inside)) return { name, protocol: null, unit: inside };
  if (parse([...nameTokens(name), ...spoken]) !== undefined) return { name: `${name} ${inside}`, protocol: null };
  return { name, protocol: inside };
}

/** As the words beside a name say it, or as it is written. */
function unitInBrackets(unit: string | undefined): string | null {
  if (unit === undefined) return null;
  const word = wordOf(unit.toLowerCase());
  return word.kind === "unit" ? word.says : unit;
}

/** `p95_ms`: a percentile of times, of which latencies alone are told so shortly. */
const timedPercentile = /^(p(?:50|75|90|95|99))_(ms|s|sec|secs|seconds)$/i;

function interpret(raw: string): MetricReading {
  if (raw.length > longestName) return unknown(raw);
  const own = byId.get(raw);
  if (own !== undefined) return readingOf(core(own), { split: null, protocols: [], unit: null }, null);
  const evaluated = evaluatedName(raw);
  if (evaluated !== undefined) return ofEvaluation(raw, evaluated);
  const percentile = timedPercentile.exec(raw);
  if (percentile !== null) return interpret(`latency_${percentile[1] ?? ""}_${percentile[2] ?? ""}`);
  const { name, protocol, unit } = pieces(raw.replaceAll("`", "").trim().replace(scoreBehind, ")"));
  if (protocol !== null && !thresholdNote.test(protocol) && nameTokens(protocol).some((word) => statistics.has(word)))
    return unknown(raw);
  const parsed = parse(nameTokens(name));
  if (parsed === undefined) return unknown(raw);
  const { core: found, wording } = parsed;
  return readingOf(found, { ...wording, unit: wording.unit ?? unitInBrackets(unit) }, protocol);
}

const grades = { lower: 1, upper: 5 } as const;
const share = { lower: 0, upper: 1 } as const;

function ofEvaluation(raw: string, evaluated: EvaluatedName): MetricReading {
  switch (evaluated.kind) {
    case "metric": {
      const parsed = parse(nameTokens(evaluated.name));
      return parsed === undefined ? unknown(raw) : readingOf(parsed.core, parsed.wording, evaluated.protocol);
    }
    case "judged":
      return {
        ...unknown(raw),
        metric: evaluated.name,
        protocol: evaluated.protocol,
        higherIsBetter: true,
        unit: evaluated.share ? "proportion" : null,
        kind: "mean",
        range: evaluated.share ? share : grades,
        known: true,
      };
  }
}

function readingOf(found: Core, wording: Wording, protocol: string | null): MetricReading {
  const protocols = [...wording.protocols, found.protocol, protocol].filter((text) => text !== null);
  const ways = protocols.length === 0 ? null : protocols.join(" ");
  const { kind, trials } = underProtocol(found.definition, ways);
  return {
    metric: found.definition.id,
    protocol: ways,
    split: wording.split,
    slice: found.slice,
    higherIsBetter: found.definition.higherIsBetter,
    unit: wording.unit ?? found.definition.unit,
    unitStated: wording.unit !== null,
    kind,
    range: found.definition.range,
    trials,
    known: true,
  };
}

/** An average of rates over classes or groups is no share of trials: its binomial interval would be wrong. */
export function underProtocol(
  definition: Pick<MetricDefinition, "kind" | "trials">,
  protocol: string | null,
): { readonly kind: MetricKind; readonly trials: Trials | null } {
  const average = protocol !== null && /\b(macro|weighted|samples|mean)\b/.test(protocol);
  return average && definition.kind === "rate"
    ? { kind: "mean", trials: null }
    : { kind: definition.kind, trials: definition.trials };
}

const longestName = 120;
const remembered = new Map<string, MetricReading>();
const mostRemembered = 20_000;

/**
 * What a metric's name says: which metric, over which part of the data, computed how. A name that is not wholly
 * understood stays itself with `known: false`: `accuracy_std` and `recall_threshold` are not the metric.
 *
 * @example interpretMetric("acc,none").metric // "accuracy"
 * @example interpretMetric("val/auc") // metric "roc_auc", split "validation"
 */
export function interpretMetric(raw: string): MetricReading {
  const before = remembered.get(raw);
  if (before !== undefined) return before;
  const reading = interpret(raw);
  if (raw.length > longestName) return reading;
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(raw, reading);
  return reading;
}

/** The definition of a canonical id; undefined where there is none. */
export const metricById = (id: string): MetricDefinition | undefined => byId.get(id);

/** Canonical ids in the table's order, for documentation and for suggestions. */
export const metricIds: readonly string[] = metricTable.map(({ id }) => id);
