import type { Gathered } from "../gather/gather.js";
import type { FactOf } from "../model/fact.js";
import type { Finding } from "../model/finding.js";
import type { ReportedProblem } from "../model/report.js";
import type { MetricRow } from "../model/report-detail.js";
import type { Source } from "../model/source.js";
import { createLocator, loadYamlPlaces, needsYamlPlaces } from "../read/locate.js";
import type { Survey } from "../survey.js";

/** Gives the sources of findings their lines and columns: of all of them, or of those that do not pass. */
export async function locateFindings(
  findings: readonly Finding[],
  { reader }: Survey,
  complete: boolean,
): Promise<readonly Finding[]> {
  const shown = (finding: Finding): boolean => complete || finding.effect !== "pass";
  const sources = findings.filter(shown).flatMap((finding) => finding.sources);
  if (sources.length === 0) return findings;
  const yamlPlaces = needsYamlPlaces(sources, reader) ? await loadYamlPlaces() : null;
  const places = createLocator(reader, yamlPlaces, complete).locate(sources);
  let at = 0;
  return findings.map((finding) =>
    shown(finding) ? { ...finding, sources: finding.sources.map((source) => places[at++] ?? source) } : finding,
  );
}

/** The problems of a model's files, each at its line. */
export async function locateProblems(
  { facts }: Gathered,
  model: string,
  { reader }: Survey,
): Promise<readonly ReportedProblem[]> {
  const problems = facts.filter((fact): fact is FactOf<"problem"> => fact.kind === "problem");
  if (problems.length === 0) return [];
  const sources = problems.map(({ source }) => source);
  const yamlPlaces = needsYamlPlaces(sources, reader) ? await loadYamlPlaces() : null;
  const places = createLocator(reader, yamlPlaces, false).locate(sources);
  return problems.map(({ problem, message, mend, source }, index) => ({
    problem,
    message,
    mend,
    path: source.path,
    line: places[index]?.line ?? 1,
    column: places[index]?.column ?? null,
    model,
  }));
}

/** Rows of numbers, each at its line. */
export async function locateRows(rows: readonly MetricRow[], { reader }: Survey): Promise<readonly MetricRow[]> {
  const sources: readonly Source[] = rows.map(({ source }) => source);
  if (sources.length === 0) return rows;
  const yamlPlaces = needsYamlPlaces(sources, reader) ? await loadYamlPlaces() : null;
  const places = createLocator(reader, yamlPlaces, false).locate(sources);
  return rows.map((row, index) => ({ ...row, source: places[index] ?? row.source }));
}
