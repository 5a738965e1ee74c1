import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { numeric, text } from "../read/shape.js";
import { frameOf, type Frame, type FrameRow } from "./families/nannyml-frame.js";

/** Columns in the order of their alerts, or of how their drift goes with that of the performance. */
export const nannymlRanking: Adapter = {
  id: "nannyml-ranking",
  title: "NannyML ranking of columns",
  definedAt: "https://nannyml.readthedocs.io/en/stable/tutorials/detecting_data_drift/univariate_drift_detection.html",
  versions: "0.13.1; the correlation ranking from the schema, not seen",
  reads: "How many alerts each column had, and, in a ranking by correlation, whether it drifted.",
  leaves: "Ranks, and the correlation of drift with performance.",
  syntax: ["delimited", "json", "json-lines"],
  gives: ["measurement", "drift"],

  recognises: (file) => {
    const frame = frameOf(file);
    return frame !== undefined && isRanking(frame);
  },

  read: (file) => (frameOf(file)?.rows() ?? []).flatMap(rankStatements),
};

const isRanking = ({ columns }: Frame): boolean =>
  columns.includes("column_name") &&
  columns.includes("rank") &&
  (columns.includes("number_of_alerts") || columns.includes("has_drifted"));

function rankStatements(row: FrameRow): Statement[] {
  const column = text(row.value("column_name"));
  if (column === undefined || column === "") return [];
  const alerts = numeric(row.value("number_of_alerts"));
  const drifted = truth(row.value("has_drifted"));
  return [
    ...(alerts === undefined
      ? []
      : [
          {
            kind: "measurement" as const,
            raw_metric: "number_of_alerts",
            value: alerts,
            unit: "count",
            slice: { column },
            where: row.where("number_of_alerts"),
          },
        ]),
    ...(drifted === null
      ? []
      : [{ kind: "drift" as const, scope: "column" as const, column, drifted, where: row.where("has_drifted") }]),
  ];
}

function truth(value: Value | undefined): boolean | null {
  if (typeof value === "boolean") return value;
  return value === "True" || value === "true" ? true : value === "False" || value === "false" ? false : null;
}
