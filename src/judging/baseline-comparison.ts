import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import type { Quantity } from "../model/option.js";
import type { Source } from "../model/source.js";
import type { Quantified } from "./bound.js";
import { changeBounds, type Part } from "./change-bounds.js";
import { comparable } from "./comparable.js";
import type { Measurement, MeasurementsToJudge } from "./measurements-asked.js";
import { changeUncertainty, uncertaintyOf } from "./predictions/rows.js";
import { quantityOf } from "./selection.js";
import type { Uncertainty } from "./uncertainty.js";
import { shownSlice } from "./wording.js";

/** A measurement beside the baseline's: the bounds on the change, or why there is none to judge. */
export type Compared =
  | { readonly kind: "parts"; readonly parts: readonly Part[]; readonly source: Source; readonly value: number }
  | { readonly kind: "verdict"; readonly verdict: Omit<Verdict, "subject"> };

/** Holds a measurement against what the baseline states of the same quantity. */
export function compareWithBaseline(
  fact: Measurement,
  candidate: Quantified,
  unit: Quantity["unit"] | null,
  asked: MeasurementsToJudge,
): Compared {
  const found = baselineOf(fact, asked);
  if (found === null) {
    return {
      kind: "verdict",
      verdict: {
        outcome: "missing",
        message: `the ${asked.baselineLabel} does not state ${asked.name}`,
        mend: "commit its result, or compare with another baseline",
        sources: [],
      },
    };
  }
  const read = comparable(found, unit);
  if (read.kind === "unreadable")
    return {
      kind: "verdict",
      verdict: {
        outcome: "unreadable",
        message: `the ${asked.baselineLabel}: ${read.why}`,
        mend: read.mend,
        sources: [found.source],
      },
    };
  const differs = otherDataset(fact, found, asked);
  if (differs !== null)
    return {
      kind: "verdict",
      verdict: {
        outcome: "not-met",
        message: differs,
        mend: "evaluate both on the same test set, or say `same-dataset: false`",
        sources: [found.source],
      },
    };
  return {
    kind: "parts",
    parts: changeBounds(fact, {
      name: asked.name,
      candidate,
      baseline: withBaselineUncertainty(found, read.quantified, asked),
      baselineLabel: asked.baselineLabel,
      bounds: asked.bounds,
      confidence: asked.confidence,
      paired: pairedOf(fact, found, asked),
      unpaired: unpairedOf(asked),
      brief: asked.brief,
    }),
    source: found.source,
    value: read.quantified.value,
  };
}

function withBaselineUncertainty(fact: Measurement, quantified: Quantified, { rows }: MeasurementsToJudge): Quantified {
  const behind = rows?.behindBaseline.get(fact);
  const uncertainty = behind === undefined || rows?.pairing?.kind === "pair" ? null : uncertaintyOf(behind);
  return uncertainty === null ? quantified : { ...quantified, uncertainty };
}

function pairedOf(fact: Measurement, baseline: Measurement, { rows }: MeasurementsToJudge): Uncertainty | null {
  const own = rows?.behind.get(fact);
  const other = rows?.behindBaseline.get(baseline);
  return own === undefined || other === undefined || rows?.pairing?.kind !== "pair"
    ? null
    : changeUncertainty(own, other);
}

/** Why the rows of both do not pair; null where they do, and where the policy lets two test sets be compared. */
export const unpairedOf = ({ rows, bounds }: MeasurementsToJudge): string | null =>
  rows?.pairing?.kind === "unpaired" && bounds.sameDataset !== false ? rows.pairing.why : null;

/** The baseline's statement of the same quantity; its own data set's name and run do not matter. */
function baselineOf(fact: Measurement, { before }: MeasurementsToJudge): Measurement | null {
  const alike = (before?.groups ?? [])
    .map(({ facts }) => facts[0])
    .filter((other) => shownSlice(other.slice) === shownSlice(fact.slice));
  const same = alike.find(
    (other) => quantityOf({ ...other, version: fact.version, run: fact.run }) === quantityOf(fact),
  );
  return (
    same ?? alike.find(({ split, protocol }) => split === fact.split && protocol === fact.protocol) ?? alike[0] ?? null
  );
}

/** Why the two were taken on different test sets; null where they were not, or where it cannot be told and need not be. */
function otherDataset(
  fact: Measurement,
  before: Measurement,
  { bounds, datasets, baselineDatasets, baselineLabel }: MeasurementsToJudge,
): string | null {
  if (bounds.sameDataset === false) return null;
  const candidate = digestOf(fact, datasets);
  const baseline = digestOf(before, baselineDatasets);
  if (candidate !== null && baseline !== null)
    return candidate === baseline ? null : `measured on another test set than the ${baselineLabel}`;
  if (bounds.sameDataset !== true) return null;
  if (fact.dataset !== null && before.dataset !== null && fact.dataset === before.dataset) return null;
  return `no evidence says that it was measured on the same test set as the ${baselineLabel}`;
}

function digestOf(fact: Measurement, datasets: readonly FactOf<"dataset">[]): string | null {
  const named = datasets.filter(
    ({ name, digest, run }) =>
      digest !== null &&
      (run === null || fact.run === null || run === fact.run) &&
      fact.dataset !== null &&
      name === fact.dataset,
  );
  const tests = datasets.filter(
    ({ role, digest, run }) =>
      digest !== null && role === "test" && (run === null || fact.run === null || run === fact.run),
  );
  const digests = new Set((named.length > 0 ? named : tests).flatMap(({ digest }) => digest ?? []));
  return digests.size === 1 ? ([...digests][0] ?? null) : null;
}
