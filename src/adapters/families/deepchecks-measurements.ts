import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { member, members, numeric, scalarText, text } from "../../read/shape.js";
import { unwrapped, type CheckResult } from "./deepchecks-check-result.js";

/** What a check measured of the model or counted in the data. */
export function measurementStatements(result: CheckResult): Statement[] {
  const value = unwrapped(member(result.body, "value"));
  const where = pointer(result.where, "value");
  switch (result.name) {
    case "Model Inference Time":
      return typeof value === "number"
        ? [
            {
              kind: "measurement",
              raw_metric: result.name,
              value,
              unit: "s",
              ...sideOf(result.dataset),
              where: { pointer: where },
            },
          ]
        : [];
    case "Roc Report":
      return byClass(value, where, result.dataset, { raw_metric: "AUC", metric: "roc_auc", higher_is_better: true });
    case "Datasets Size Comparison":
      return sizes(value, where);
    default:
      return typeof value === "string" ? performance(value, where) : [];
  }
}

const byClass = (
  value: Value | undefined,
  where: string,
  dataset: string | null,
  metric: { readonly raw_metric: string; readonly metric: string; readonly higher_is_better: boolean },
): Statement[] =>
  members(value).flatMap(([label, wrapped]) => {
    const figure = unwrapped(wrapped);
    return typeof figure === "number"
      ? [
          {
            kind: "measurement" as const,
            ...metric,
            value: figure,
            unit: "proportion",
            dataset,
            slice: { class: label },
            where: { pointer: pointer(where, label) },
          },
        ]
      : [];
  });

const roles = { Train: "train", Test: "test" } as const;

/** The data set by the tool's own word, which says the split, too. */
const sideOf = (dataset: string | null): { readonly dataset: string | null; readonly split: string | null } => ({
  dataset,
  split: dataset === "Train" || dataset === "Test" ? roles[dataset] : null,
});

const sizes = (value: Value | undefined, where: string): Statement[] =>
  (["Train", "Test"] as const).flatMap((side) => {
    const rows = numeric(member(value, side));
    return rows === undefined
      ? []
      : [{ kind: "dataset" as const, name: side, role: roles[side], rows, where: { pointer: pointer(where, side) } }];
  });

/**
 * Tables of performance are JSON text inside a string: rows of data set, class, metric, value and number of samples.
 * The place inside is the string's.
 */
function performance(embedded: string, where: string): Statement[] {
  if (!embedded.includes('"Metric"')) return [];
  const rows = parsedRows(embedded);
  if (rows === undefined)
    return [
      {
        kind: "problem",
        problem: "unreadable",
        message: "a table of performance, JSON inside a string, cannot be read",
        mend: "write the report again with Deepchecks' own to_json",
        where: { pointer: where },
      },
    ];
  return rows.flatMap((row) => measurement(row, where));
}

function measurement(row: Value, where: string): Statement[] {
  const metric = text(member(row, "Metric"));
  const value = member(row, "Value");
  if (metric === undefined || value === undefined || value === null) return [];
  const label = scalarText(member(row, "Class"));
  const n = numeric(member(row, "Number of samples")) ?? null;
  return [
    {
      kind: "measurement",
      raw_metric: metric,
      value,
      ...sideOf(text(member(row, "Dataset")) ?? null),
      n,
      ...(label === undefined ? {} : { slice: { class: label } }),
      ...(label !== undefined && metric === "Recall" ? { trials: n } : {}),
      where: { pointer: where },
    },
  ];
}

function parsedRows(embedded: string): readonly Value[] | undefined {
  try {
    const parsed: unknown = JSON.parse(embedded);
    return isRows(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

const isRows = (value: unknown): value is readonly Value[] =>
  Array.isArray(value) && value.every((row: unknown) => typeof row === "object" && row !== null && !Array.isArray(row));
