// Written by scripts/generate.mjs from src/report/forms.
import type { Reporter } from "../../model/reporter.js";

/** Every form of the report by its id, loaded when it is asked for. */
export const formModules: Readonly<Record<string, () => Promise<Reporter>>> = {
  "csv": async () => (await import("../forms/csv.js")).csv,
  "html": async () => (await import("../forms/html.js")).html,
  "intoto": async () => (await import("../forms/intoto.js")).intoto,
  "json": async () => (await import("../forms/json.js")).json,
  "junit": async () => (await import("../forms/junit.js")).junit,
  "markdown": async () => (await import("../forms/markdown.js")).markdown,
  "sarif": async () => (await import("../forms/sarif.js")).sarif,
  "terminal": async () => (await import("../forms/terminal.js")).terminal,
};
