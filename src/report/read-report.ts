import { problemAt, type Problem } from "../model/problem.js";
import type { Report } from "../model/report.js";
import { reportOf } from "./reading/report.js";
import { fieldsOf, textAt, type Span } from "./reading/report-text.js";

/** The version of the schema that this tool writes and reads. */
const SCHEMA = 1;

export type ReadReport =
  { readonly kind: "report"; readonly report: Report } | { readonly kind: "problem"; readonly problem: Problem };

/**
 * A report from its text: one of ours, whole, and of a schema that we know.
 *
 * @param written as a text, or as the bytes of one
 * @param path for messages
 */
export function readReport(written: string | Uint8Array, path: string): ReadReport {
  const problem = (message: string, mend: string): ReadReport => ({
    kind: "problem",
    problem: problemAt("usage", message, mend, { path }),
  });
  const bytes = typeof written === "string" ? Buffer.from(written, "utf8") : written;
  const told = originOf(bytes);
  if (told === "broken") {
    return textAt(bytes, { start: 0, end: 200 }).trimStart().startsWith("{")
      ? problem("the report is cut short, or is no JSON", "fetch it again: a report is written whole or not at all")
      : problem("this is no report: it is no JSON", "name the report.json of a run");
  }
  if (told === "strange") return problem("this is no report of model-referee", "name the report.json of a run");
  const { fields, schema, version } = told;
  if (typeof schema === "number" && schema > SCHEMA) {
    return problem(
      `the report has schema version ${schema}, and this tool reads up to ${SCHEMA}`,
      `use model-referee ${version} or later`,
    );
  }
  if (schema !== SCHEMA) {
    const mend = `use model-referee ${version}, which wrote it`;
    return problem(`the report has schema version ${String(schema)}, which this tool no longer reads`, mend);
  }
  const read = reportOf(bytes, fields);
  if (read.kind === "report") return read;
  const mend = "it was edited, or written by another version: fetch it again";
  return problem(`the report is not as its schema says: ${read.why}`, mend);
}

/** Who wrote a report, and by which schema. */
interface Origin {
  /** Where its fields lie. */
  readonly fields: ReadonlyMap<string, Span>;
  readonly schema: unknown;
  /** For messages. */
  readonly version: string;
}

function originOf(bytes: Uint8Array): Origin | "broken" | "strange" {
  try {
    const fields = fieldsOf(bytes);
    if (fields === null) return "strange";
    const field = (name: string): unknown => {
      const span = fields.get(name);
      return span === undefined ? undefined : JSON.parse(textAt(bytes, span));
    };
    const tool = field("tool");
    if (typeof tool !== "object" || tool === null || !("name" in tool) || tool.name !== "model-referee")
      return "strange";
    const version = "version" in tool && typeof tool.version === "string" ? tool.version : "of another version";
    return { fields, schema: field("schema_version"), version };
  } catch (error) {
    if (error instanceof SyntaxError) return "broken";
    throw error;
  }
}
