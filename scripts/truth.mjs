#!/usr/bin/env node
// Holds what the tool reads against the corpus's truth: `npm run truth -- [CORPUS] [--only TEXT] [--held FILE]`.
// With --held only the families that FILE lists must hold whole; without, every family that is read.
import { readFileSync } from "node:fs";
import { register } from "node:module";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

register("./typescript-loader.mjs", import.meta.url);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string" }, held: { type: "string" } },
});
const { runTruth } = await import("../test/truth/run.ts");
const { readEvidence } = await import("../test/read-evidence.ts");
const { adapters } = await import("../src/adapters/index.ts");
const { loadConfiguration } = await import("../src/policy/configuration.ts");
const { policyFilesOf } = await import("../src/policy/files.ts");
const { disk } = await import("../src/world/disk.ts");

/** The mappings of home-grown files stand beside the comparison, not in the corpus. */
const mappings = fileURLToPath(new URL("../test/truth", import.meta.url));
const { configuration, problems } = loadConfiguration("referee.yaml", policyFilesOf(disk(mappings)));
if (problems.length > 0) throw new Error(problems.map(({ message, line }) => `${message} (line ${line})`).join("\n"));

process.exitCode = await runTruth({
  corpus: positionals[0] ?? process.env.MODEL_REFEREE_CORPUS ?? "../shared/corpus",
  only: values.only ?? "",
  formats: new Set(adapters.map(({ id }) => id)),
  readFacts: (folder) => readEvidence(folder, configuration),
  held: values.held === undefined ? null : JSON.parse(readFileSync(values.held, "utf8")),
  print: (text) => process.stdout.write(`${text}\n`),
});
