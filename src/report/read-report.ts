import { problemAt, type Problem } from "../model/problem.js";
import type { Report } from "../model/report.js";
import { readReport as readWhole } from "./reading/report.js";

/** The version of the schema that this tool writes and reads. */
const SCHEMA = 1;

export type ReadReport =
  { readonly kind: "report"; readonly report: Report } | { readonly kind: "problem"; readonly problem: Problem };

/**
 * A report from its text: one of ours, whole, and of a schema that we know.
 *
 * @param path for messages
 */
export function readReport(text: string, path: string): ReadReport {
  const problem = (message: string, mend: string): ReadReport => ({
    kind: "problem",
    problem: problemAt("usage", message, mend, { path }),
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text.trimStart().startsWith("{")
      ? problem("the report is cut short, or is no JSON", "fetch it again: a report is written whole or not at all")
      : problem("this is no report: it is no JSON", "name the report.json of a run");
  }
  if (!isOurs(value)) return problem("this is no report of model-referee", "name the report.json of a run");
  const version = value["schema_version"];
  if (typeof version === "number" && version > SCHEMA) {
    return problem(
      `the report has schema version ${version}, and this tool reads up to ${SCHEMA}`,
      `use model-referee ${versionOf(value)} or later`,
    );
  }
  if (version !== SCHEMA) {
    const mend = `use model-referee ${versionOf(value)}, which wrote it`;
    return problem(`the report has schema version ${String(version)}, which this tool no longer reads`, mend);
  }
  const read = readWhole(text);
  if (read.kind === "report") return read;
  const mend = "it was edited, or written by another version: fetch it again";
  return problem(`the report is not as its schema says: ${read.why}`, mend);
}

type Ours = Readonly<Record<string, unknown>>;

function isOurs(value: unknown): value is Ours {
  if (typeof value !== "object" || value === null || !("tool" in value)) return false;
  const { tool } = value;
  return typeof tool === "object" && tool !== null && "name" in tool && tool.name === "model-referee";
}

const versionOf = ({ tool }: Ours): string =>
  typeof tool === "object" && tool !== null && "version" in tool && typeof tool.version === "string"
    ? tool.version
    : "of another version";
