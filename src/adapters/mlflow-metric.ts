import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { numeric } from "../read/shape.js";
import { evaluatorCounts } from "./families/mlflow-evaluator.js";
import { latestEntry, metricHistory, type MetricEntry } from "./families/mlflow-metric-line.js";
import {
  entryOf,
  isDeleted,
  isLoggedModelMeta,
  isRunMeta,
  placeInStore,
  runIdOf,
  type StorePlace,
} from "./families/mlflow-store.js";
import { epochMoment } from "./families/moments.js";
import { namedMeasurement } from "./families/sliced-name.js";

const folders = new Set(["metrics"]);
const isOwner = (meta: Value | undefined): boolean => isRunMeta(meta) || isLoggedModelMeta(meta);
const placeOf = (file: EvidenceFile): StorePlace | null =>
  file.segments.includes("metrics") ? placeInStore(file, folders, isOwner) : null;

const malformed = (line: number): Statement => ({
  kind: "problem",
  problem: "unreadable",
  message: "the line is no entry of an MLflow metric: a time in milliseconds, a value, a step",
  mend: "log the metric again, or delete the line",
  where: { line },
});

const empty: Statement = {
  kind: "problem",
  problem: "empty",
  message: "the metric's file holds no entry",
  mend: "log the metric again, or delete the file",
  where: { line: 1 },
};

/** The run's own file, where the model's copy lies in the same store and the run is there too. */
function runsOwnEntries(file: EvidenceFile, place: StorePlace, run: string): readonly MetricEntry[] | null {
  const runFolder = `${place.owner}../../${run}`;
  if (!isRunMeta(file.neighbour(`${runFolder}/meta.yaml`)?.value)) return null;
  const own = file.neighbour(`${runFolder}/metrics/${place.name}`);
  return own === null ? [] : metricHistory(own.text, false).entries;
}

const isSame = (one: MetricEntry, other: MetricEntry): boolean =>
  one.timestamp === other.timestamp && one.step === other.step && one.value === other.value;

/** True for a model's copy of what the run's own file, in the same store, states as well; and of a deleted run's. */
function statedByRun(file: EvidenceFile, place: StorePlace, entry: MetricEntry): boolean {
  if (entry.run === null || !/^\w+$/.test(entry.run)) return false;
  const meta = file.neighbour(`${place.owner}../../${entry.run}/meta.yaml`);
  if (meta !== null && isRunMeta(meta.value) && isDeleted(meta)) return true;
  if (entry.dataset !== null) return false;
  return runsOwnEntries(file, place, entry.run)?.some((own) => isSame(own, entry)) ?? false;
}

/** The fold of a run that is one of several below a parent. */
function foldOf(file: EvidenceFile, place: StorePlace): number | null {
  if (entryOf(file, `${place.owner}tags/mlflow.parentRunId`) === null) return null;
  const fold = entryOf(file, `${place.owner}params/fold`);
  return fold !== null && /^\d{1,6}$/.test(fold) ? Number(fold) : null;
}

/** The latest value of another metric of the same owner. */
const otherMetric =
  (file: EvidenceFile, place: StorePlace, copied: boolean) =>
  (name: string): number | null => {
    const other = file.neighbour(`${place.owner}metrics/${name}`);
    const latest = other === null ? null : latestEntry(metricHistory(other.text, copied).entries);
    return latest === null ? null : (numeric(latest.value) ?? null);
  };

/** One metric of a run in the file store: its whole history, of which the latest entry is the fact. */
export const mlflowMetric: Adapter = {
  id: "mlflow-metric",
  title: "MLflow metric file",
  definedAt: "https://mlflow.org/docs/latest/self-hosting/architecture/backend-store/",
  versions: "1.x, 2.2, 2.22.5, 3.17.2; lines of two columns (before 1.0) and with a data set from the source, not seen",
  reads:
    "The entry with the greatest step, time and value, with its run, the fold of a nested run, and the slice that the name holds (`slice_recall/age_band/65 plus`, `test_auc.country.DE`).",
  leaves:
    "Earlier entries of the history, every metric of a deleted run, and the copy below a logged model of an entry that the run's own file holds.",
  syntax: ["text", "front-matter", "delimited", "yaml", "json", "toml", "xml"],
  numbersAsText: true,
  gives: ["measurement"],

  recognises: (file) => placeOf(file) !== null,

  read(file): readonly Statement[] {
    const place = placeOf(file);
    if (place === null || isDeleted(place.meta)) return [];
    const copied = isLoggedModelMeta(place.meta.value);
    const history = metricHistory(file.text, copied);
    const problems = history.malformed.map(malformed);
    const entry = latestEntry(history.entries);
    if (entry === null) return problems.length > 0 ? problems : [empty];
    if (copied && statedByRun(file, place, entry)) return problems;
    return [
      ...problems,
      {
        kind: "measurement",
        ...namedMeasurement(place.name),
        value: entry.value,
        step: entry.step,
        run: copied ? entry.run : runIdOf(place.meta),
        dataset: entry.dataset,
        fold: foldOf(file, place),
        ...evaluatorCounts(place.name, numeric(entry.value) ?? Number.NaN, otherMetric(file, place, copied)),
        at: epochMoment(entry.timestamp),
        where: { line: entry.line, column: entry.column },
      },
    ];
  },
};
