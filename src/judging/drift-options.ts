import type { OptionTable } from "../model/option.js";
import type { DriftBinning } from "./drift-bins.js";

/** How drift is computed from tables, for every check that does. */
export const tableOptions = {
  binning: {
    kind: "text",
    description:
      "How numbers of tables are cut: quantile (of the reference; the default), equal-width, or sturges, which gives what Evidently gives.",
    choices: ["quantile", "equal-width", "sturges"],
  },
  bins: { kind: "count", description: "How many bins numbers of tables are cut into; 10 by default." },
} as const satisfies OptionTable;

const binnings: readonly DriftBinning[] = ["quantile", "equal-width", "sturges"];

export const driftBinning = (written: string | undefined): DriftBinning =>
  binnings.find((binning) => binning === written) ?? "quantile";
