import type { Value, Wanted } from "../../model/adapter.js";
import type { DatasetRole, Slice, Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { isList, isRecord, list, member, members, scalarText, text } from "../../read/shape.js";
import { valueAndUnit } from "./stated-number.js";
import { splitNamed } from "./split-named.js";

/** Where the results of one task and data set stand. */
interface ResultPlace {
  readonly at: string;
  readonly dataset: string | null;
  readonly split: string | null;
  readonly slice: Slice;
  /** The configuration, where the card has the data set in several. */
  readonly config: string | null;
  readonly about: string | null;
}

/** "age_band=18-24" */
const sliceText = /^([\p{L}_][\p{L}\p{N}_.-]{0,60})=(\S.{0,100})$/u;

const configOf = (result: Value): string | undefined => text(member(member(result, "dataset"), "config"));

function datasetName(dataset: Value | undefined, config: string | undefined): string | null {
  const name = scalarText(member(dataset, "name")) ?? scalarText(member(dataset, "type"));
  if (name === undefined) return null;
  // A slice is written into the data set's name as well: what is left is the data set.
  const sliced = config !== undefined && sliceText.test(config) && name.endsWith(config);
  return (sliced ? name.slice(0, -config.length).trim() : name) || name;
}

function sliceOf(config: string | undefined): Slice {
  const match = config === undefined ? null : sliceText.exec(config);
  return match === null ? {} : { [match[1] ?? ""]: match[2] ?? "" };
}

/** Configurations tell results apart only where a data set's name does not. */
function namesWithConfigs(results: readonly Value[]): ReadonlySet<string> {
  const configs = new Map<string, Set<string>>();
  for (const result of results) {
    const config = configOf(result);
    const name = datasetName(member(result, "dataset"), config);
    if (name === null || config === undefined || sliceText.test(config)) continue;
    configs.set(name, (configs.get(name) ?? new Set()).add(config));
  }
  return new Set([...configs].filter(([, known]) => known.size > 1).map(([name]) => name));
}

function placeOf(result: Value, at: string, about: string | null, configured: ReadonlySet<string>): ResultPlace {
  const dataset = member(result, "dataset");
  const config = configOf(result);
  const name = datasetName(dataset, config);
  return {
    at,
    dataset: name,
    split: text(member(dataset, "split")) ?? null,
    slice: sliceOf(config),
    config:
      name !== null && configured.has(name) && Object.keys(sliceOf(config)).length === 0 ? (config ?? null) : null,
    about,
  };
}

const stem = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/**
 * The part of the data that the metric's own name says, over the data set's: "Training Accuracy" on the split "test"
 * is no test result.
 */
function splitOf(name: string | undefined, place: ResultPlace): string | null {
  const word = /\b(train(?:ing)?|val(?:idation)?|dev|test(?:ing)?|hold-?out)\b/i.exec(name ?? "")?.[1];
  return (word === undefined ? null : splitNamed(word)) ?? place.split;
}

/** Names that only say the type again, and the slice or split, make no other quantity. */
function protocolOf(type: string, name: string | undefined, place: ResultPlace): string | null {
  const config = place.config;
  const kind = /\b(macro|micro|weighted)\b/i.exec(name ?? "")?.[1]?.toLowerCase();
  if (kind !== undefined && !stem(type).includes(kind)) return kind;
  const [own, said] = [interpretMetric(type), interpretMetric(name ?? "")];
  const named = said.known && said.metric === own.metric && own.protocol === null ? said.protocol : null;
  // The data set, its configuration and its slice stand in their own fields.
  const told = [place.dataset ?? "", config ?? "", ...Object.values(place.slice)].map(stem);
  const way =
    named === null || told.some((one) => one !== "" && (stem(named).includes(one) || one.includes(stem(named))))
      ? null
      : named;
  return way === null ? config : config === null ? way : `${way} ${config}`;
}

/** `args: {average: weighted}` says how it was computed, as the name may. */
const averageOf = (metric: Value): string | null => {
  const average = text(member(member(metric, "args"), "average"));
  return average !== undefined && /^(macro|micro|weighted)$/.test(average) ? average : null;
};

function metricStatements(metric: Value, at: string, place: ResultPlace): Statement[] {
  const type = scalarText(member(metric, "type")) ?? scalarText(member(metric, "name"));
  const value = member(metric, "value");
  if (type === undefined || value === undefined) return [];
  const name = text(member(metric, "name"));
  const split = splitOf(name, place);
  const average = averageOf(metric);
  const protocol = protocolOf(type, name, place) ?? (average !== null && stem(type).includes(average) ? null : average);
  const shared = {
    kind: "measurement" as const,
    dataset: place.dataset,
    slice: place.slice,
    // "Constant-mean baseline MAE" is not the model's, whatever its type says.
    about: place.about ?? (name !== undefined && /\bbaseline\b/i.test(name) ? name : null),
    ...(split === null ? {} : { split }),
    ...(protocol === null ? {} : { protocol }),
  };
  if (isRecord(value)) {
    return members(value).flatMap(([key, part]): Statement[] =>
      typeof part === "number" || typeof part === "string"
        ? [
            {
              ...shared,
              where: { pointer: pointer(at, "value", key) },
              raw_metric: `${type}.${key}`,
              ...valueAndUnit(part),
            },
          ]
        : [],
    );
  }
  // A confusion matrix or a curve is no single number.
  if (isList(value)) return [];
  const raw_metric = meantBy(type, name);
  if (raw_metric === null)
    return [
      {
        kind: "problem",
        problem: "conflict",
        where: { pointer: pointer(at, "name") },
        message: `the type says ${type}, the name ${name ?? ""}: which of the two was measured cannot be told`,
        mend: "let type and name say the same",
      },
    ];
  return [{ ...shared, where: { pointer: pointer(at, "value") }, raw_metric, ...valueAndUnit(value) }];
}

/**
 * What a result's type and name say together: "Average precision" of the type `precision` is the average precision.
 * Null where the name is another known metric's, as "ROC AUC" of the type `accuracy`.
 */
function meantBy(type: string, name: string | undefined): string | null {
  if (name === undefined) return type;
  const told = interpretMetric(type);
  const named = interpretMetric(name);
  if (!told.known || !named.known || told.metric === named.metric) return type;
  if (stem(name).includes(stem(type))) return name;
  const [one, other] = [stem(told.metric), stem(named.metric)];
  return one.startsWith(other) || other.startsWith(one) ? type : null;
}

const roleOf = (split: string | null): DatasetRole | null => {
  const named = splitNamed(split ?? "");
  return named === "holdout" ? "test" : named === "train" || named === "validation" || named === "test" ? named : null;
};

function datasetStatement(result: Value, place: ResultPlace): Statement[] {
  const dataset = member(result, "dataset");
  if (place.dataset === null || Object.keys(place.slice).length > 0) return [];
  const revision = text(member(dataset, "revision"));
  return [
    {
      kind: "dataset",
      where: { pointer: pointer(place.at, "dataset") },
      name: place.dataset,
      role: roleOf(place.split),
      location: scalarText(member(dataset, "type")) ?? null,
      digest: revision !== undefined && /^[0-9a-f]{40}$/.test(revision) ? `git:${revision}` : null,
    },
  ];
}

/** Whether the Hub has verified a result, as a field of the card. */
function verifiedStatement(metric: Value, at: string): Statement[] {
  const verified = member(metric, "verified");
  if (typeof verified !== "boolean") return [];
  const key = pointer(at, "verified");
  return [{ kind: "card", where: { pointer: key }, field: key.slice(1).replaceAll("/", "."), value: verified }];
}

const everything = { metrics: null, cardFields: null };

/** True for a sound number of a metric that no rule names. */
function isUnasked(metric: Value, metrics: ReadonlySet<string> | null): boolean {
  const type = member(metric, "type");
  return (
    metrics !== null &&
    typeof type === "string" &&
    Number.isFinite(member(metric, "value")) &&
    !metrics.has(type) &&
    !metrics.has(interpretMetric(type).metric)
  );
}

/**
 * The results of a card's `model-index`: the first model is the card's own, others are named.
 *
 * @param wanted leaves out results that no rule names
 */
export function modelIndexStatements(
  front: Value,
  wanted: Pick<Wanted, "metrics" | "cardFields"> = everything,
): Statement[] {
  const index = list(member(front, "model-index")) ?? [];
  const ownName = text(member(index[0], "name"));
  return index.flatMap((model, position) => {
    const name = text(member(model, "name")) ?? `model ${position + 1}`;
    const results = list(member(model, "results")) ?? [];
    const configured = namesWithConfigs(results);
    const about = position === 0 || name === ownName ? null : name;
    return results.flatMap((result, resultPosition) => {
      const place = placeOf(result, pointer("", "model-index", position, "results", resultPosition), about, configured);
      const metrics = (list(member(result, "metrics")) ?? []).flatMap((metric, metricPosition) => {
        const at = pointer(place.at, "metrics", metricPosition);
        return [
          ...(isUnasked(metric, wanted.metrics) ? [] : metricStatements(metric, at, place)),
          ...(wanted.cardFields === null ? verifiedStatement(metric, at) : []),
        ];
      });
      return [...datasetStatement(result, place), ...metrics];
    });
  });
}
