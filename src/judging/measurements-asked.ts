import type { FactOf } from "../model/fact.js";
import type { Quantity } from "../model/option.js";
import type { JudgedRows } from "./predictions/judged-rows.js";
import type { Selection } from "./selection.js";

export type Measurement = FactOf<"measurement">;
export type Measurements = Extract<Selection, { kind: "measurements" }>;

/** What a rule holds a metric against. */
export interface MetricBounds {
  readonly atLeast: Quantity | null;
  readonly atMost: Quantity | null;
  readonly mayLose: Quantity | null;
  readonly changeAtLeast: Quantity | null;
  readonly changeAtMost: Quantity | null;
  readonly relativeChangeAtLeast: Quantity | null;
  readonly relativeChangeAtMost: Quantity | null;
  readonly minSamples: number | null;
  readonly sameDataset: boolean | null;
}

/** The measurements of one metric, what they are compared with, and what they are held against. */
export interface MeasurementsToJudge {
  readonly name: string;
  /** True where the rule names several metrics, so that the subject must say which. */
  readonly several: boolean;
  readonly keys: readonly string[] | null;
  readonly selection: Measurements;
  readonly before: Measurements | null;
  readonly baselineLabel: string;
  readonly bounds: MetricBounds;
  readonly confidence: number | null;
  readonly datasets: readonly FactOf<"dataset">[];
  readonly baselineDatasets: readonly FactOf<"dataset">[];
  /** Rows of predictions behind the measurements. */
  readonly rows: JudgedRows | null;
  /** True where nobody is shown what is met. */
  readonly brief: boolean;
}
