#!/usr/bin/env node
// Holds what is judged of the result of `sql counts`, run by DuckDB and Spark, against the rows themselves.
// `node bench/warehouse/compare.mjs [ROWS] [FOLDER]`; needs dist/, the workload generator, Python, Java and PyPI.
// Never needed by `npm test`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const cli = process.env.MODEL_REFEREE_CLI ?? join(here, "..", "..", "dist", "cli", "index.js");
const bench = process.env.MODEL_REFEREE_BENCH ?? join(here, "..", "..", "..", "shared", "bench");
const rows = Number(process.argv[2] ?? 1_000_000);
const work = process.argv[3] ?? mkdtempSync(join(tmpdir(), "model-referee-warehouse-"));

function run(command, args, options = {}) {
  const ran = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28, ...options });
  if (ran.status === null || ran.status > (options.most ?? 0))
    throw new Error(`${command} ${args.join(" ")}\n${ran.stderr}`);
  return ran.stdout;
}

const policy = `policy: counts
confidence: 95%
rules:
  floors: { metric: [accuracy, recall, precision, f1, mcc], at-least: 10% }
  no-loss: { metric: [accuracy, recall, f1], against: champion, may-lose: 0.01 }
  segments: { metric: [accuracy, recall], for-each: [region, device, age_band], at-least: 10% }
  fair: { fairness: equal-opportunity, for-each: [age_band], ratio-at-least: 50% }
`;
const withScores = policy.replace("mcc]", "mcc, roc_auc, brier_score]").replace("recall, f1]", "recall, f1, roc_auc]");

const overall = withScores
  .split("\n")
  .filter((line) => !line.includes("for-each"))
  .join("\n");

/** All numbers that were judged, by rule and subject. */
function judged(folder, evidence, rules) {
  writeFileSync(
    join(folder, "referee.yaml"),
    `policies: [gate.yaml]\nmodels: [{ name: now, path: model }]\n${evidence}\n`,
  );
  writeFileSync(join(folder, "gate.yaml"), rules);
  const started = performance.now();
  const report = JSON.parse(run(process.execPath, [cli, "check", "--format", "json"], { cwd: folder, most: 2 }));
  const numbers = report.findings.flatMap(({ rule, subject, judged: one }) =>
    one === null || one === undefined
      ? []
      : [
          ["value", one.value],
          ["baseline", one.baseline],
          ["change", one.change],
          ["p", one.p_value],
          ["lower", one.interval?.lower],
          ["upper", one.interval?.upper],
        ].flatMap(([name, number]) => (typeof number === "number" ? [[`${rule} ${subject} ${name}`, number]] : [])),
  );
  return { decision: report.decision, numbers: new Map(numbers), seconds: (performance.now() - started) / 1000 };
}

const python = join(work, "sql-venv", "bin", "python");
if (!existsSync(python)) {
  run("python3", ["-m", "venv", join(work, "sql-venv")]);
  run(python, ["-m", "pip", "install", "--quiet", "duckdb", "pyspark==3.5.*"]);
}
const data = join(work, `rows-${rows}`);
if (!existsSync(data))
  run(process.execPath, [join(bench, "generate.mjs"), "--predictions", String(rows), "--out", data]);
const files = ["challenger", "champion"].map((name) => join(data, `predictions_${name}.csv`));

// The rows themselves, with the classes that the view states.
const direct = join(work, "direct");
rmSync(direct, { recursive: true, force: true });
mkdirSync(join(direct, "model"), { recursive: true });
for (const [index, name] of ["predictions", "champion"].entries()) {
  const [header, ...lines] = readFileSync(files[index], "utf8").trimEnd().split("\n");
  const score = header.split(",").indexOf("y_score");
  const classed = lines.map((line) => `${line},${Number(Number(line.split(",")[score]) >= 0.5)}`);
  writeFileSync(join(direct, "model", `${name}.csv`), [`${header},y_pred`, ...classed, ""].join("\n"));
}
const ofRows = "evidence: [{ files: model/champion.csv, role: baseline, columns: { label: y_true } }]";

const columns = ["--label", "y_true", "--prediction", "y_pred", "--champion-prediction", "champion_pred"];
const scores = ["--score", "y_score", "--champion-score", "champion_score"];
const slices = ["region", "device", "age_band"].flatMap((slice) => ["--slice", slice]);
const suites = {
  classes: { options: [...columns, ...slices], rules: policy, form: "csv" },
  "classes in Parquet": { options: [...columns, ...slices], rules: policy, form: "parquet" },
  scores: { options: [...columns, ...scores, ...slices], rules: withScores, form: "csv" },
};
/** Rounded scores are held against the rows with the same engine's rounded scores: what rounding moves is told apart. */
const rounded = { options: [...columns, ...scores], rules: overall, digits: 2 };

let worst = 0;

/** The judged numbers of a query's result, as an engine gives it. */
function ofEngine(engine, name, query, form, rules) {
  const path = join(work, `${name}-${engine}.sql`);
  writeFileSync(path, query);
  const folder = join(work, `${name}-${engine}`.replaceAll(" ", "-"));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "model"), { recursive: true });
  const out = join(folder, "model", `counts.${form}`);
  const said = run(python, [join(here, "run_query.py"), engine, ...files, path, out]).trim();
  rmSync(`${out}.parts`, { recursive: true, force: true });
  const evidence = query
    .split("\n")
    .filter((line) => /^-- (evidence:| {2}- )/.test(line))
    .map((line) => line.slice(3).replace("counts.csv", `model/counts.${form}`))
    .join("\n");
  return { said, bytes: statSync(out).size, ...judged(folder, evidence, rules) };
}

function compare(expected, found) {
  const apart = [...expected.numbers].map(([name, number]) => Math.abs(number - (found.numbers.get(name) ?? NaN)));
  const most = Math.max(...apart);
  worst = Math.max(worst, Number.isNaN(most) || found.numbers.size !== expected.numbers.size ? Infinity : most);
  process.stdout.write(
    `  ${found.said}, ${found.bytes} bytes, ${found.decision}, ${found.seconds.toFixed(1)} s; furthest apart ${most}\n`,
  );
}

const told = (name, { numbers, decision, seconds }) =>
  process.stdout.write(`${name}: rows, ${numbers.size} numbers, ${decision}, ${seconds.toFixed(1)} s\n`);
const queryOf = (engine, options) =>
  run(process.execPath, [cli, "sql", "counts", "--dialect", engine, "--table", "joined", ...options]);
const engines = (process.env.MODEL_REFEREE_ENGINES ?? "duckdb,spark").split(",");

for (const [name, { options, rules, form }] of Object.entries(suites)) {
  const expected = judged(direct, ofRows, rules);
  told(name, expected);
  for (const engine of engines) compare(expected, ofEngine(engine, name, queryOf(engine, options), form, rules));
}

for (const engine of engines) {
  const { options, rules, digits } = rounded;
  const query = queryOf(engine, [...options, "--score-digits", String(digits)]);
  // The same columns of every row, each counting for itself.
  const ofEach = query
    .replace(/^GROUP BY .*$/m, "")
    .replace(/COUNT\(\*\)/, "1")
    .replace(/^ORDER BY .*$/m, ";");
  const expected = ofEngine(engine, "rounded rows", ofEach, "csv", rules);
  told(`scores of ${digits} digits, ${engine}`, expected);
  compare(expected, ofEngine(engine, "rounded", query, "csv", rules));
}
process.exitCode = worst <= 1e-12 ? 0 : 1;
