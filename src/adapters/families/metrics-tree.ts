import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { isList, isRecord, members, type ValueRecord } from "../../read/shape.js";
import { classificationReport, isClassificationReport } from "./classification-report.js";
import { confusionBeside } from "./confusion-beside.js";
import { comparedSides } from "./experiment-sides.js";
import { recordsFrame } from "./frame.js";
import { holdsRecords, isMetricsFrame, isSliceFrame } from "./frame-kinds.js";
import { holdsClasses, isClass, ofClass } from "./metrics-classes.js";
import {
  isColumn,
  isColumnBeside,
  isCountedColumn,
  isPartBeside,
  measuresAny,
  namesMetric,
  overallOf,
} from "./metrics-columns.js";
import { inGrades } from "./grades.js";
import { isGated, isLimitBeside, isValueKey, ownGates } from "./metrics-gates.js";
import { ownUncertainty, surrounding } from "./metrics-beside.js";
import { datasetNamed, keyRole, singular } from "./metrics-keys.js";
import {
  asFold,
  asSplit,
  into,
  isCondition,
  isMeasured,
  isSpread,
  isMetricName,
  isOwn,
  measured,
  merged,
  ofPart,
  partNamed,
  root,
  stated,
  type Place,
} from "./metrics-place.js";
import { holdsGroups, isGroups, isSensitive, ofColumn, sensitiveIn, withoutColumn } from "./group-columns.js";
import { means } from "./mean-with-spread.js";
import { areNamedMetrics, namedMetric, namedMetrics } from "./named-metrics.js";
import { namedScores } from "./named-score.js";
import { frameStatements } from "./results-frame.js";
import { areExamples, labelling, nameIn, numbered } from "./record-names.js";
import { aboutModel, chosenModel, comparesModels, estimatorsIn, holdsModels, namesChosen } from "./several-models.js";
import { sliceNamed } from "./slice-text.js";

/**
 * The measurements of a document in a shape of its team's own: numbers under names that the vocabulary knows, with the
 * counts, data sets, splits, slices and folds that its keys tell. Beside them, numbers of unknown names are metrics of
 * the team's own.
 */
export function metricsOf(value: Value | undefined, base: string): readonly Statement[] {
  const statements: Statement[] = [];
  if (isRecord(value)) visit(value, root(base), statements);
  if (isList(value)) visitList(value, root(base), statements);
  return inGrades(statements, value);
}

/** Gathers the measurements of a record at its place into `out`. */
export function visit(record: ValueRecord, place: Place, out: Statement[]): void {
  if (isClassificationReport(record)) {
    out.push(...classificationReport(record, place.at, {}).map((statement) => merged(statement, place)));
    return;
  }
  const said = ofClass(record, surrounding(record, place.said), place.slice);
  const here: Place = { ...place, said, chosen: chosenModel(record) ?? place.chosen };
  if (namesChosen(record, place.chosen)) return visitModels(record, here, out);
  out.push(...confusionBeside(record, place.at).map((statement) => merged(statement, here)));
  out.push(...namedScores(record, here), ...means(record, here));
  const byClass = holdsClasses(record);
  const overall = overallOf(record);
  const sensitive = sensitiveIn(record);
  const estimators = estimatorsIn(record);
  const known = measuresAny(record, place.parent);
  const gates = ownGates(record);
  for (const [key, child] of members(record)) {
    if (byClass && isClass(child) && keyRole(key).kind === "unknown")
      visit(child, into(here, key, { slice: { ...here.slice, class: key } }), out);
    else if (isRecord(child) && isGroups(key) && sensitive !== undefined)
      visitSlices(key, child, into(here, key, { slice: withoutColumn(here.slice, sensitive) }), sensitive, null, out);
    else if (isRecord(child) && isColumnBeside(overall, key, child))
      visitSlices(key, child, into(here, key), key, null, out);
    else if (isRecord(child) && isPartBeside(overall, key, child))
      visit(child, into(here, key, { slice: { ...here.slice, ...sliceNamed(key) } }), out);
    else if (holdsModels(key, child, here.chosen)) visitModels(child, into(here, key), out);
    else if (isRecord(child) && gates.has(key)) visitMetric(key, child, into(here, key), out);
    else if (isRecord(child) && estimators.has(key))
      visit(child, into(here, key, { about: aboutModel(key, here.chosen) ?? here.about }), out);
    else if (isRecord(child) && areNamedMetrics([child])) out.push(...namedMetric(child, into(here, key)));
    else if (isRecord(child)) descend(key, child, here, out);
    else if (isList(child)) descendList(key, child, here, sensitive, out);
    else if (isMetricName(key, place.parent) ? isMeasured(child) || child === null : known && isOwn(key, child))
      out.push(measured(key, child, record, here));
  }
}

function descend(key: string, child: ValueRecord, place: Place, out: Statement[]): void {
  const role = keyRole(key);
  switch (role.kind) {
    case "skipped":
      return;
    case "transparent":
      return visit(child, into(place, key, { parent: place.parent }), out);
    case "split":
      return visit(child, into(place, key, { said: asSplit(place.said, role.split) }), out);
    case "protocol":
      return visit(child, into(place, key, { protocol: [...place.protocol, role.protocol] }), out);
    case "fold":
      return visit(child, into(place, key, { said: asFold(place.said, role.fold) }), out);
    case "folds":
    case "datasets":
      return visitNamed(child, into(place, key), role.kind, out);
    case "slices":
      return visitSlices(key, child, into(place, key), role.column, role.metric, out);
    case "other-model":
      return visit(child, into(place, key, { about: key }), out);
    case "metric":
      return visitMetric(key, child, into(place, key), out);
    case "unknown":
      if (isSensitive(key) && members(child).some(([below, held]) => isRecord(held) && holdsGroups(below)))
        return visitAttribute(key, child, into(place, key), out);
      if (isCountedColumn(key, child)) return visitSlices(key, child, into(place, key), key, null, out);
      return visit(child, into(place, key, { ...partNamed(key, place), parent: key }), out);
  }
}

function visitModels(models: ValueRecord, place: Place, out: Statement[]): void {
  for (const [name, child] of members(models))
    if (isRecord(child)) visit(child, into(place, name, { about: aboutModel(name, place.chosen) ?? place.about }), out);
}

/** Records by data set or by fold. */
function visitNamed(record: ValueRecord, place: Place, by: "datasets" | "folds", out: Statement[]): void {
  // What stands below folds and is of none of them is over all of them.
  const overFolds = by === "folds" && place.said.fold === null && place.said.split === null;
  const whole = overFolds ? { ...place, said: asSplit(place.said, "cross-validation") } : place;
  if (members(record).some(([key, child]) => isMeasured(child) && isMetricName(key, null)))
    return visit(record, whole, out);
  for (const [key, child] of members(record)) {
    if (isList(child)) descendList(key, child, place, undefined, out);
    if (!isRecord(child)) continue;
    const number = Number(/\d{1,3}$/.exec(key)?.[0] ?? Number.NaN);
    if (by === "datasets") visit(child, into(place, key, { said: { ...place.said, ...datasetNamed(key) } }), out);
    else if (Number.isNaN(number)) descend(key, child, keyRole(key).kind === "folds" ? place : whole, out);
    else visit(child, into(place, key, { said: asFold(place.said, number) }), out);
  }
}

function visitSlices(
  key: string,
  record: ValueRecord,
  place: Place,
  column: string | null,
  metric: string | null,
  out: Statement[],
): void {
  // `per_class` may hold the whole report, its averages and all.
  if (metric === null && isClassificationReport(record)) return visit(record, place, out);
  for (const [name, child] of members(record)) {
    const slice = { ...place.slice, ...(column === null ? sliceNamed(name) : { [column]: name }) };
    if (isRecord(child)) {
      const inner = members(child).find(([below]) => keyRole(below).kind === "slices");
      const below = keyRole(name).kind === "metric" ? undefined : inner;
      if (metric === null && namesMetric(name, child)) visitSlices(key, child, into(place, name), column, name, out);
      else if (
        column === null &&
        isRecord(below?.[1]) &&
        !Object.keys(sliceNamed(name)).some((part) => part !== "slice")
      )
        visitAttribute(name, child, into(place, name), out);
      else if (column === null && isColumn(child)) visitSlices(key, child, into(place, name), name, metric, out);
      else if (metric !== null) visitMetric(metric, child, into(place, name, { slice }), out);
      else visit(child, into(place, name, { slice }), out);
    } else if (isMeasured(child)) {
      const called = metric ?? key;
      const raw = singular(key) === called ? key : called;
      out.push(stated(raw, called, child, pointer(place.at, name), ofPart(place, slice), {}));
    }
  }
}

/** `{"sex": {"by_group": {…}, "demographic_parity_difference": 0.1}}`: a column, its groups, and numbers over them. */
function visitAttribute(column: string, record: ValueRecord, place: Place, out: Statement[]): void {
  const rest: [string, Value][] = [];
  for (const [key, child] of members(record)) {
    const role = keyRole(key);
    if (isRecord(child) && role.kind === "slices") visitSlices(key, child, into(place, key), column, role.metric, out);
    else rest.push([key, child]);
  }
  visit(Object.fromEntries(rest), { ...place, protocol: [...place.protocol, column] }, out);
}

/** A metric's name over its value and uncertainty, its splits and averages, or its slices. */
function visitMetric(metric: string, record: ValueRecord, place: Place, out: Statement[]): void {
  const said = surrounding(record, place.said);
  // What a metric passes or fails by is its limit, and no threshold of decisions.
  const here: Place = { ...place, said: isGated(record) ? { ...said, threshold: place.said.threshold } : said };
  const uncertainty = ownUncertainty(record);
  const models = comparesModels(record);
  const sides = comparedSides(record);
  for (const [key, child] of members(record)) {
    const at = pointer(here.at, key);
    const about = sides.get(key);
    const together = interpretMetric(`${metric} ${key}`);
    if (about !== undefined) out.push(stated(metric, metric, child, at, { ...here, about }, {}));
    else if (isValueKey(key, record) && !isRecord(child)) {
      if (isMeasured(child) || child === null) out.push(stated(metric, metric, child, at, here, uncertainty));
    } else if (together.known && isMeasured(child)) {
      out.push(
        stated(
          `${metric}.${key}`,
          `${metric} ${key}`,
          child,
          at,
          here,
          together.protocol === "mean" ? uncertainty : {},
        ),
      );
    } else if (isSpread(key) || isCondition(key) || isLimitBeside(key, record) || isList(child)) continue;
    else if (models && isMeasured(child))
      out.push(
        stated(metric, metric, child, at, keyRole(key).kind === "other-model" ? { ...here, about: key } : here, {}),
      );
    // `{"ndcg": {"NDCG@10": 0.67}}`: what stands below is a metric by its own name, and no part of the data.
    else if (isMeasured(child) && interpretMetric(key).known) out.push(stated(key, key, child, at, here, {}));
    else if (isRecord(child)) visitMetricPart(metric, key, child, here, out);
    else if (isMeasured(child))
      out.push(stated(metric, metric, child, at, ofPart(here, { ...here.slice, ...sliceNamed(key) }), {}));
  }
}

function visitMetricPart(metric: string, key: string, child: ValueRecord, place: Place, out: Statement[]): void {
  const role = keyRole(key);
  if (role.kind === "skipped") return;
  if (role.kind === "split")
    return visitMetric(metric, child, into(place, key, { said: asSplit(place.said, role.split) }), out);
  if (role.kind === "slices") return visitSlices(key, child, into(place, key), role.column, metric, out);
  if (role.kind === "transparent") return visitMetric(metric, child, into(place, key), out);
  if (members(child).some(([below]) => isValueKey(below, child)))
    return visitMetric(metric, child, into(place, key, { slice: { ...place.slice, ...sliceNamed(key) } }), out);
  visitSlices(key, child, into(place, key), key, metric, out);
}

function descendList(
  key: string,
  child: readonly Value[],
  above: Place,
  sensitive: string | undefined,
  out: Statement[],
): void {
  const role = keyRole(key);
  if (role.kind === "skipped") return;
  const column = role.kind === "slices" ? (role.column ?? (isGroups(key) ? (sensitive ?? null) : null)) : undefined;
  const place = typeof column === "string" ? { ...above, slice: withoutColumn(above.slice, column) } : above;
  const below = into(place, key, {
    ...(role.kind === "split" ? { said: asSplit(place.said, role.split) } : {}),
    ...(role.kind === "unknown" ? { protocol: [...place.protocol, key] } : {}),
    ...(role.kind === "other-model" ? { about: key } : {}),
  });
  if (role.kind === "metric" && place.said.fold === null) return;
  visitList(child, below, out, role.kind === "folds", column);
}

/** A list of records: a table of results, the folds of a cross-validation, or records of metrics with a name each. */
function visitList(
  records: readonly Value[],
  place: Place,
  out: Statement[],
  areFolds = false,
  slicesOf: string | null | undefined = undefined,
): void {
  if (records.length === 0 || records.length > 10_000 || !records.every(isRecord) || areExamples(records)) return;
  if (!areFolds && areNamedMetrics(records)) {
    out.push(...namedMetrics(records, place));
    return;
  }
  const frame = recordsFrame(records, place.at);
  const isTable = frame !== undefined && !areFolds && !holdsRecords(frame);
  if (isTable && (isMetricsFrame(frame) || isSliceFrame(frame))) {
    out.push(...frameStatements(frame, () => false).map((said) => merged(ofColumn(said, slicesOf), place)));
    return;
  }
  const labels = labelling(records);
  records.forEach((record, index) => {
    const said = surrounding(record, place.said);
    const fold = areFolds ? { said: asFold(said, said.fold ?? index + 1) } : {};
    const told = areFolds || records.length === 1;
    const name = areFolds ? undefined : nameIn(record, slicesOf, place.at);
    const { slice, ...apart } = areFolds ? { slice: {} } : labels(record);
    const known = name !== undefined || told || Object.keys({ ...slice, ...apart }).length > 0;
    const named = { ...(known ? name : numbered(index))?.(place), ...apart };
    visit(record, into(place, index, { ...fold, ...named, slice: { ...(named.slice ?? place.slice), ...slice } }), out);
  });
}
