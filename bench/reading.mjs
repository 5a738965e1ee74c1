#!/usr/bin/env node
// What reading costs, in processor time within one process, warm: JSON evidence against JSON.parse of the same text, front
// matter against js-yaml. `node bench/reading.mjs [FOLDER…]`; by default the generated workload and, where it is there,
// the corpus. Needs build/ (`npm run build`) and the workload generator (MODEL_REFEREE_BENCH, ../shared/bench by default).
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CORE_SCHEMA, load, mergeTag } from "js-yaml";
import { splitFrontMatter } from "../build/src/read/front-matter.js";
import { jsonOffsets } from "../build/src/read/json-positions.js";
import { parseJson } from "../build/src/read/json.js";
import { defaultLimits } from "../build/src/read/limits.js";
import { parseYamlSubset, yamlSubsetMarks } from "../build/src/read/yaml-subset.js";
import { parseYaml } from "../build/src/read/yaml.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const ROUNDS = 15;
const schema = CORE_SCHEMA.withTags(mergeTag);

/** Files of a folder by the end of their name; what is huge would be all that is measured. */
const texts = (folder, ending) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => ending.test(path))
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile() && statSync(path).size < 1_000_000)
    .map((path) => readFileSync(path, "utf8"));

const isJson = (text) => {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
};

/** Medians of processor time in milliseconds, the tasks in turn. */
function medians(tasks) {
  const times = new Map(Object.keys(tasks).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS + 3; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const began = process.cpuUsage();
      task();
      const { user, system } = process.cpuUsage(began);
      if (round >= 3) times.get(name).push((user + system) / 1000);
    }
  }
  return new Map(
    [...times].map(([name, values]) => [name, values.sort((a, b) => a - b)[Math.floor(values.length / 2)]]),
  );
}

function show(title, count, tasks) {
  const found = [...medians(tasks)];
  const base = found[0][1];
  process.stdout.write(`${title}: ${count} texts\n`);
  for (const [name, value] of found) {
    const each = ((value * 1000) / count).toFixed(1).padStart(9);
    process.stdout.write(`  ${name.padEnd(44)} ${each} µs each  ${(value / base).toFixed(2)} ×\n`);
  }
}

/** The pointer of a value deep in a document: the last member or element of each level. */
function deepest(value) {
  let pointer = "";
  for (let at = value; typeof at === "object" && at !== null && Object.keys(at).length > 0;) {
    const key = Object.keys(at).at(-1);
    pointer += `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    at = at[key];
  }
  return pointer;
}

function measureJson(folder) {
  const documents = texts(folder, /\.json$/).filter(isJson);
  if (documents.length === 0) return;
  const asked = documents.map((text) => [deepest(JSON.parse(text))]);
  show(`JSON of ${folder}`, documents.length, {
    "JSON.parse": () => documents.forEach((text) => JSON.parse(text)),
    "read as evidence": () => documents.forEach((text) => parseJson(text, defaultLimits)),
    "read, and one value located": () =>
      documents.forEach((text, at) => {
        parseJson(text, defaultLimits);
        jsonOffsets(text, asked[at]);
      }),
  });
}

function measureFrontMatter(folder) {
  const matter = texts(folder, /\.md$/).flatMap((text) => {
    const { yaml } = splitFrontMatter(text);
    try {
      load(yaml ?? "", { schema });
      return yaml === null || yaml.trim() === "" ? [] : [yaml];
    } catch {
      return [];
    }
  });
  if (matter.length === 0) return;
  const simple = matter.filter((yaml) => parseYamlSubset(yaml) !== undefined).length;
  show(`Front matter of ${folder} (${simple} by the subset reader)`, matter.length, {
    "js-yaml": () => matter.forEach((yaml) => load(yaml, { schema })),
    "read as evidence": () => matter.forEach((yaml) => parseYaml(yaml, defaultLimits)),
    "read, and every value located": () =>
      matter.forEach((yaml) => {
        parseYaml(yaml, defaultLimits);
        yamlSubsetMarks(yaml);
      }),
  });
}

const given = process.argv.slice(2);
const workload = given.length === 0 ? mkdtempSync(join(tmpdir(), "model-referee-bench-")) : null;
if (workload !== null) {
  const generator = join(process.env.MODEL_REFEREE_BENCH ?? join(here, "..", "..", "shared", "bench"), "generate.mjs");
  spawnSync(process.execPath, [generator, "--models", "200", "--out", workload], { stdio: "inherit" });
}
const corpus = process.env.MODEL_REFEREE_CORPUS ?? join(here, "..", "..", "shared", "corpus");
try {
  const folders = workload === null ? given : [join(workload, "models"), ...(existsSync(corpus) ? [corpus] : [])];
  for (const folder of folders) {
    measureJson(folder);
    measureFrontMatter(folder);
  }
} finally {
  if (workload !== null) rmSync(workload, { recursive: true, force: true });
}
