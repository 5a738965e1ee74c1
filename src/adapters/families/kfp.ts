import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { hasKeys, isRecord, list, member, members, text } from "../../read/shape.js";
import { roleOfPath } from "./data-role.js";
import { confusionStatements, type ConfusionCell } from "./confusion-matrix.js";
import { sliceNamed } from "./slice-text.js";
import { namedMeasurement } from "./sliced-name.js";

/** Artifacts of Kubeflow Pipelines 2, as an executor and the metadata store describe them. */

export const isClassificationMetrics = (value: Value | undefined): boolean =>
  hasKeys(member(value, "confusionMatrix"), "annotationSpecs", "rows") ||
  hasKeys(list(member(value, "confidenceMetrics"))?.[0], "confidenceThreshold");

/** Metrics of a part of the data each: `evaluationSlices` of a `SlicedClassificationMetrics` artifact. */
const slicesOf = (value: Value | undefined): readonly Value[] =>
  (list(member(value, "evaluationSlices")) ?? []).filter((part) => hasKeys(part, "sliceClassificationMetrics"));

export const isSlicedClassification = (value: Value | undefined): boolean => slicesOf(value).length > 0;

/** The confusion matrices of the parts; one of everything is called overall. */
export const slicedStatements = (value: Value | undefined, base: string): readonly Statement[] =>
  (list(member(value, "evaluationSlices")) ?? []).flatMap((part, index) => {
    const place = pointer(base, "evaluationSlices", index, "sliceClassificationMetrics");
    const slice = sliceNamed(text(member(part, "slice")) ?? String(index));
    return classificationStatements(member(part, "sliceClassificationMetrics"), place).map((cell) =>
      cell.kind === "measurement" ? { ...cell, slice: { ...slice, ...cell.slice } } : cell,
    );
  });

/** The confusion matrix: its rows are what was true, its columns what was predicted. */
export function classificationStatements(value: Value | undefined, base: string): readonly Statement[] {
  const matrix = member(value, "confusionMatrix");
  const classes = (list(member(matrix, "annotationSpecs")) ?? []).map(
    (spec) => text(member(spec, "displayName")) ?? "",
  );
  const rows = (list(member(matrix, "rows")) ?? []).map((row) => list(member(row, "row")) ?? []);
  const cells = rows.flatMap((row, actual) =>
    row.map((count, predicted): ConfusionCell => ({
      actual: classes[actual] ?? String(actual),
      predicted: classes[predicted] ?? String(predicted),
      count,
      where: { pointer: pointer(base, "confusionMatrix", "rows", actual, "row", predicted) },
    })),
  );
  return confusionStatements(cells);
}

type Kind = "metrics" | "dataset" | "model" | "other";

const kindOfSchema: Readonly<Record<string, Kind>> = {
  "system.Metrics": "metrics",
  "system.SlicedClassificationMetrics": "other",
  "system.Dataset": "dataset",
  "system.Model": "model",
};

/** An executor's own output leaves out the types of its artifacts: then what the metadata holds tells. */
function kindOf(artifact: Value, metadata: Value | undefined): Kind {
  const schema = text(member(member(artifact, "type"), "schemaTitle"));
  if (schema !== undefined) return Object.hasOwn(kindOfSchema, schema) ? (kindOfSchema[schema] ?? "other") : "other";
  if (text(member(metadata, "framework")) !== undefined) return "model";
  const numbers = members(metadata).filter(([, value]) => typeof value === "number");
  if (numbers.some(([key]) => interpretMetric(key).known)) return "metrics";
  if (["sha256", "md5", "digest", "rows"].some((key) => hasKeys(metadata, key))) return "dataset";
  return numbers.length > 0 && numbers.length === members(metadata).length ? "metrics" : "other";
}

function digestOf(metadata: Value | undefined): string | null {
  for (const algorithm of ["sha256", "md5", "sha1"]) {
    const digest = text(member(metadata, algorithm));
    if (digest !== undefined) return `${algorithm}:${digest}`;
  }
  return text(member(metadata, "digest")) ?? null;
}

/** A number; protobuf's JSON has what is not finite as text. */
const isNumber = (value: Value): boolean => typeof value === "number" || /^-?(nan|infinity)$/i.test(text(value) ?? "");

const metricStatements = (metadata: Value | undefined, base: string, onlyKnown = false): readonly Statement[] =>
  members(metadata).flatMap(([name, value]): Statement[] =>
    isNumber(value) && (!onlyKnown || interpretMetric(name).known)
      ? [{ kind: "measurement", ...namedMeasurement(name), value, where: { pointer: pointer(base, name) } }]
      : [],
  );

function datasetStatement(artifact: Value, metadata: Value | undefined, base: string): Statement {
  const name = text(member(artifact, "name")) ?? null;
  const rows = member(metadata, "rows");
  const source = text(member(metadata, "source"));
  const location = source ?? text(member(artifact, "uri")) ?? null;
  return {
    kind: "dataset",
    name,
    role: roleOfPath(source ?? name ?? ""),
    digest: digestOf(metadata),
    rows: typeof rows === "number" ? rows : null,
    location,
    where: { pointer: pointer(base, "name") },
  };
}

/** What one artifact and its metadata state. */
export function artifactStatements(artifact: Value, base: string): readonly Statement[] {
  const metadata = member(artifact, "metadata");
  if (!isRecord(metadata)) return [];
  const place = pointer(base, "metadata");
  if (isClassificationMetrics(metadata)) return classificationStatements(metadata, place);
  if (isSlicedClassification(metadata)) return slicedStatements(metadata, place);
  switch (kindOf(artifact, metadata)) {
    case "metrics":
      return metricStatements(metadata, place);
    case "dataset":
      return [datasetStatement(artifact, metadata, base)];
    case "model": {
      const framework = text(member(metadata, "framework")) ?? null;
      return [
        { kind: "model", framework, artifact_digest: digestOf(metadata), where: { pointer: place } },
        ...metricStatements(metadata, place, true),
      ];
    }
    case "other":
      return [];
  }
}
