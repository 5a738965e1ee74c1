// Written by scripts/generate.mjs from the files of this folder.
import { json } from "./json.js";
import { markdown } from "./markdown.js";
import { terminal } from "./terminal.js";
import type { Reporter } from "../../model/report.js";

/** Every form of the report. */
export const reporters: readonly Reporter[] = [
  json,
  markdown,
  terminal,
];
