import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { isRecord, list, member, members, scalarText, text } from "../read/shape.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";

interface Part {
  readonly value: Value;
  readonly at: string;
}

const parts = (value: Value | undefined, at: string): readonly Part[] =>
  (list(value) ?? []).map((part, index) => ({ value: part, at: pointer(at, index) }));

/** Models, or evaluations by a module of their own. */
const modelsOf = (value: Value | undefined): readonly Part[] => [
  ...parts(member(value, "models"), "/models"),
  ...parts(member(value, "evaluations"), "/evaluations"),
];

/** The data sets that a model is checked on; evaluations have them one key deeper. */
const datasetsOf = ({ value, at }: Part): readonly Part[] => [
  ...parts(member(value, "datasets"), pointer(at, "datasets")),
  ...parts(member(member(value, "module_config"), "datasets"), pointer(at, "module_config", "datasets")),
];

const isCheck = (value: Value | undefined): boolean => {
  const [first] = modelsOf(value);
  return (
    first !== undefined && datasetsOf(first).some((dataset) => list(member(dataset.value, "metrics")) !== undefined)
  );
};

interface Place {
  readonly raw: string;
  readonly type: string | undefined;
  readonly dataset: string | null;
}

/** "accuracy@top5" is another metric than accuracy; "accuracy@gender" is the accuracy of one output. */
const named = ({ raw, type }: Place): { readonly metric_name?: string } =>
  interpretMetric(raw).known || type === undefined || !/@[^\d@]+$/.test(raw) || /@top/i.test(raw)
    ? {}
    : { metric_name: type };

/** A number, or a number for each class, of which one may be their mean. */
function referenceStatements(reference: Value | undefined, at: string, place: Place): Statement[] {
  if (reference === undefined || reference === null || list(reference) !== undefined) return [];
  const { raw, dataset } = place;
  const shared = { kind: "measurement", raw_metric: raw, dataset, ...named(place) } as const;
  if (!isRecord(reference)) return [{ ...shared, value: reference, where: { pointer: at } }];
  return members(reference).map(([name, value]): Statement => ({
    ...shared,
    value,
    ...(name === "mean" ? { protocol: "mean" } : { slice: { class: name } }),
    where: { pointer: pointer(at, name) },
  }));
}

const metricStatements = (metric: Value, at: string, dataset: string | null): Statement[] => {
  const type = text(member(metric, "type"));
  const raw = scalarText(member(metric, "name")) ?? type;
  return raw === undefined
    ? []
    : referenceStatements(member(metric, "reference"), pointer(at, "reference"), { raw, type, dataset });
};

const modelStatements = (model: Part): Statement[] => [
  { kind: "model", name: text(member(model.value, "name")) ?? null, where: { pointer: pointer(model.at, "name") } },
  ...datasetsOf(model).flatMap(({ value, at }): Statement[] => {
    const name = text(member(value, "name")) ?? null;
    return [
      { kind: "dataset", name, role: "test", where: { pointer: pointer(at, "name") } },
      ...parts(member(value, "metrics"), pointer(at, "metrics")).flatMap((metric) =>
        metricStatements(metric.value, metric.at, name),
      ),
    ];
  }),
];

/** What a model of the Open Model Zoo is expected to reach, by the configuration of its accuracy checker. */
export const omzAccuracyCheck: Adapter = {
  id: "omz-accuracy-check",
  title: "Open Model Zoo accuracy check (`accuracy-check.yml`)",
  definedAt: "https://github.com/openvinotoolkit/open_model_zoo/tree/master/tools/accuracy_checker",
  versions: "Open Model Zoo 2020 to 2024",
  reads: "Reference values of each metric as claims, by data set, and by class where the reference is a map.",
  leaves: "Launchers, preprocessing, annotation, and comments in the file.",
  syntax: ["yaml"],
  gives: ["measurement", "dataset", "model"],
  claims: true,
  recognises: ({ value }) => isCheck(value),
  read: ({ value }) => modelsOf(value).flatMap(modelStatements),
};
