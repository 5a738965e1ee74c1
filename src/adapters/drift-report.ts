import type { Adapter, EvidenceFile } from "../model/adapter.js";
import type { Drift } from "./families/drift-column.js";
import { driftOfDocument, isCalledDrift } from "./families/drift-document.js";
import { driftOfTable } from "./families/drift-rows.js";
import { holdsMetrics } from "./families/metrics-look.js";

const looked = new WeakMap<EvidenceFile, { readonly drift: readonly Drift[] | undefined }>();

/** The drift that a file states; undefined where it is no drift report. */
export function driftIn(file: EvidenceFile): readonly Drift[] | undefined {
  const known = looked.get(file);
  if (known !== undefined) return known.drift;
  const drift = file.syntax === "delimited" ? driftOfTable(file) : driftOfDocument(file);
  looked.set(file, { drift });
  return drift;
}

/** Drift in a shape of the team's own, where its words leave no doubt. */
export const driftReport: Adapter = {
  id: "drift-report",
  title: "Plain drift report",
  definedAt: "https://en.wikipedia.org/wiki/Concept_drift",
  versions: "JSON and CSV as people and scripts write them: a record, a row or a number for each column",
  reads:
    "Of each column the score of every method that is named (`psi`, `ks_statistic`, `test: chi2`), its p-value and limit, and the verdict; the verdict on the whole, the share of drifted columns, and rows on both sides. A limit without a method is taken where a column has one number, or where the verdicts tell which of two it bounds.",
  leaves:
    "Means and other statistics of the columns, texts such as `moderate`, the number of a test that may be its statistic or its p-value, and reports in which one column stands with two scores of a method, as of two periods.",
  syntax: ["json", "delimited"],
  gives: ["drift"],
  fallback: true,
  numbersAsText: true,

  recognises: (file) => driftIn(file) !== undefined && (isCalledDrift(file) || !holdsMetrics(file)),
  read: (file) => driftIn(file) ?? [],
};
