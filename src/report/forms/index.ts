// Written by scripts/generate.mjs from the files of this folder.
import { csv } from "./csv.js";
import { html } from "./html.js";
import { intoto } from "./intoto.js";
import { json } from "./json.js";
import { junit } from "./junit.js";
import { markdown } from "./markdown.js";
import { sarif } from "./sarif.js";
import { terminal } from "./terminal.js";
import type { Reporter } from "../../model/reporter.js";

/** Every form of the report. */
export const reporters: readonly Reporter[] = [
  csv,
  html,
  intoto,
  json,
  junit,
  markdown,
  sarif,
  terminal,
];
