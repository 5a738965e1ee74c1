#!/usr/bin/env node
// Runs the recipes of docs/evidence-elsewhere.md as they are written there, against stand-ins for the services, and holds
// what is judged against the same files in the repository. `node bench/elsewhere/compare.mjs [FOLDER]`; needs dist/,
// Python 3.10 or later and PyPI. Never needed by `npm test`.
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "..", "..");
const cli = process.env.MODEL_REFEREE_CLI ?? join(root, "dist", "cli", "index.js");
const work = process.argv[2] ?? mkdtempSync(join(tmpdir(), "model-referee-elsewhere-"));
const recipes = readFileSync(join(root, "docs", "evidence-elsewhere.md"), "utf8");

/** The blocks of code under a heading, in order. */
function blocksOf(heading, language) {
  const [, rest = ""] = recipes.split(`\n## ${heading}\n`);
  const [section] = rest.split("\n## ");
  return [...section.matchAll(/```(\w+)\n([^]*?)```/g)]
    .filter(([, written]) => written === language)
    .map(([, , code]) => code);
}

function run(command, args, { most = 0, ...options } = {}) {
  const ran = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28, ...options });
  if (ran.status === null || ran.status > most)
    throw new Error(`${command} ${args.join(" ")} ended with ${ran.status}\n${ran.stdout}\n${ran.stderr}`);
  return ran.stdout;
}

/** The folder of programs of a virtual environment with these packages. */
function programs(name, packages) {
  const venv = join(work, `${name}-venv`);
  if (!existsSync(venv)) {
    run("python3", ["-m", "venv", venv]);
    run(join(venv, "bin", "python"), ["-m", "pip", "install", "--quiet", ...packages]);
  }
  return join(venv, "bin");
}

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** Starts a service and waits until it answers. */
async function serving(command, args, port, then) {
  const service = spawn(command, args, { stdio: "ignore" });
  try {
    for (let second = 0; ; second++) {
      if (await fetch(`http://127.0.0.1:${port}/`).catch(() => null)) break;
      if (second > 60 || service.exitCode !== null) throw new Error(`${command} does not start`);
      await new Promise((done) => setTimeout(done, 1_000));
    }
    return await then();
  } finally {
    service.kill();
  }
}

const policy = `policy: gate
rules:
  floor: { metric: recall, at-least: 80% }
  accurate: { metric: accuracy, at-least: 80% }
  calm: { drift: psi, for-each: column, at-most: 0.2 }
then: warn
`;
const repository = {
  "referee.yaml": "policies: [gate.yaml]\nmodels: [{ name: fraud-detector, path: models/fraud }]\n",
  "gate.yaml": policy,
  "models/fraud/README.md": "---\nlicense: mit\n---\n# Fraud\n\n## Intended use\n\nScores payments.\n",
};
const quality = {
  binary_classification_metrics: {
    confusion_matrix: { 0: { 0: 880, 1: 20 }, 1: { 0: 12, 1: 88 } },
    recall: { value: 0.88, standard_deviation: "NaN" },
    accuracy: { value: 0.968, standard_deviation: "NaN" },
  },
};
const drift = '{"kind":"drift","scope":"column","column":"amount","method":"psi","score":0.31}\n';
const card = {
  model_overview: { model_name: "fraud-detector", model_version: 4, model_creator: "risk" },
  intended_uses: { intended_uses: "Scores payments of shops.", purpose_of_model: "Fewer losses." },
  evaluation_details: [
    {
      name: "holdout",
      datasets: ["s3://acme-ml/fraud/holdout.parquet"],
      metric_groups: [{ name: "binary", metric_data: [{ name: "recall", type: "number", value: 0.88 }] }],
    },
  ],
};

/** Files below a folder of its own, whose name is always the same. */
function folderWith(name, files) {
  const folder = join(work, "play", name, "repository");
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries({ ...repository, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A shell in which `model-referee` is the built command. */
function environmentWith(folder, more = {}) {
  const shims = join(work, "shims");
  mkdirSync(shims, { recursive: true });
  writeFileSync(join(shims, "model-referee"), `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`);
  chmodSync(join(shims, "model-referee"), 0o755);
  return { PATH: [shims, folder, process.env.PATH].join(delimiter), HOME: work, NO_COLOR: "1", ...more };
}

const shell = (code, cwd, env) => run("sh", ["-ec", code], { cwd, env, most: 2 });

let failed = 0;
function held(title, good, found = "") {
  if (!good) failed += 1;
  process.stdout.write(`${good ? "ok  " : "FAIL"}  ${title}\n${good ? "" : `${found}\n`}`);
}

/** What a check says of the same files in the repository. */
const inTree = (name, files, env) => shell("model-referee check", folderWith(name, files), env);

async function onAws() {
  const bin = programs("aws", ["moto[server]==5.2.*", "awscli"]);
  const port = await freePort();
  const env = environmentWith(bin, {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_ACCESS_KEY_ID: "AKIDSECRETACCESS",
    AWS_SECRET_ACCESS_KEY: "secretsecretsecret",
    AWS_DEFAULT_REGION: "eu-central-1",
  });
  await serving(join(bin, "moto_server"), ["-H", "127.0.0.1", "-p", String(port)], port, () => {
    const bucket = folderWith("bucket-content", {
      "reports/models/fraud/evaluation.json": JSON.stringify(quality),
      "reports/models/fraud/notes.txt": "not asked for",
      "fraud/evaluation/evaluation.json": JSON.stringify(quality),
      "fraud/drift.facts.jsonl": drift,
      "card.json": JSON.stringify(card),
    });
    shell("aws s3 mb s3://acme-ml && aws s3 sync . s3://acme-ml", bucket, env);
    shell(
      "aws sagemaker create-model-card --model-card-name fraud-detector --model-card-status Draft --content file://card.json",
      bucket,
      env,
    );
    const evaluation = { "models/fraud/evaluation.json": JSON.stringify(quality) };
    const due = inTree("bucket-tree", evaluation, env);
    const [asRepository, ofOneModel, , presigned] = blocksOf("A bucket", "sh");
    for (const [title, recipe] of [
      ["a bucket laid out as the repository", asRepository],
      ["a bucket of one model", ofOneModel],
    ]) {
      const said = shell(recipe, folderWith("bucket", {}), env);
      held(
        title,
        said.endsWith(due),
        `${said}
---
${due}`,
      );
    }

    const folder = folderWith("presigned", evaluation);
    const named = presigned.replaceAll("drift.json", "drift.facts.jsonl");
    const told = shell(`${named}\nmodel-referee check --verbose`, folder, env);
    const lock = readFileSync(join(folder, "referee.lock"), "utf8");
    const collected = readFileSync(join(folder, "models/fraud/drift/drift.facts.jsonl"), "utf8");
    held(
      "a presigned address is collected",
      collected === drift && lock.includes("/acme-ml/fraud/drift.facts.jsonl"),
      lock,
    );
    held("its signature is written nowhere", !/Signature|AKID|X-Amz|secretsecret/.test(told + lock), told + lock);
    held("what was collected is judged", told.includes("0.31"), told);

    const sagemaker = folderWith("sagemaker", {});
    const [recipe] = blocksOf("SageMaker", "sh");
    // The CLI makes no folder for what its output is sent to.
    const said = shell(recipe, sagemaker, env);
    const described = readFileSync(join(sagemaker, "evidence/models/fraud/model-card.json"), "utf8");
    const whole = inTree("sagemaker-tree", { ...evaluation, "models/fraud/model-card.json": described }, env);
    held(
      "SageMaker's reports and model card",
      said.endsWith(whole) && described.includes("Content"),
      `${said}\n---\n${whole}`,
    );
    const facts = shell("model-referee inspect evidence --format jsonl", sagemaker, env);
    held("the card's metric and version are facts", /"value":0\.88/.test(facts) && /"version":"4"/.test(facts), facts);
  });
}

async function onWandb() {
  const bin = programs("wandb", ["wandb==0.31.*"]);
  const port = await freePort();
  const env = environmentWith(bin, {
    WANDB_BASE_URL: `http://127.0.0.1:${port}`,
    WANDB_API_KEY: "5ec2e7".padEnd(40, "0"),
  });
  await serving("python3", [join(here, "wandb_service.py"), String(port)], port, () => {
    const folder = folderWith("wandb", {});
    const [script] = blocksOf("Weights & Biases", "python");
    run(join(bin, "python"), ["-c", script], { cwd: folder, env });
    const said = shell(`${blocksOf("Weights & Biases", "sh")[0]} --verbose`.replace("\n", ""), folder, env);
    held("W&B's export is judged", /87\.58|0\.8758/.test(said), said);
    const facts = shell("model-referee inspect evidence --format jsonl", folder, env);
    const values = facts
      .split("\n")
      .filter((line) => line.includes('"measurement"'))
      .map((line) => JSON.parse(line));
    const auc = values.filter(({ raw_metric: name }) => name.startsWith("val/auc")).map(({ value }) => value);
    held("a metric with a summary of its own is kept", auc.length === 1 && auc[0] === 0.91, facts);
    const strange = values
      .filter(({ non_finite: not }) => not !== null)
      .map(({ raw_metric: name, non_finite: not }) => `${name} ${not}`);
    held(
      "NaN and infinity are told as such",
      strange.sort().join() === "test/ratio Infinity,val/loss NaN",
      strange.join(),
    );
    held("the run's parameters come along", /"depth":"?6/.test(facts) && !said.includes("5ec2e7"), facts);
  });
}

/** The SDK's own entities, from a client that asks nobody. */
const azureClient = `
from azure.ai.ml import MLClient
from azure.ai.ml.entities import Model
class Models:
    def get(self, name, label):
        return Model(name=name, version="4", type="mlflow_model", path="azureml://jobs/j/outputs/model", description="Scores payments of shops.", tags={"stage": "staging"})
class Client:
    models = Models()
MLClient.from_config = classmethod(lambda cls, credential: Client())
`;

function onAzure() {
  const bin = programs("azure", ["azure-ai-ml==1.35.*", "azure-identity"]);
  const env = environmentWith(bin);
  const folder = folderWith("azure", {});
  const [script] = blocksOf("Azure ML", "python");
  run(join(bin, "python"), ["-c", `${azureClient}${script}`], { cwd: folder, env });
  const facts = shell("model-referee inspect evidence --format jsonl", folder, env);
  const models = facts
    .split("\n")
    .filter((line) => line.includes('"kind":"model"'))
    .map((line) => JSON.parse(line));
  const [model] = models;
  const good =
    model?.format === "azureml-asset" &&
    model.name === "fraud-detector" &&
    model.version === "4" &&
    model.stage === "staging";
  held("Azure ML's model as its SDK writes it", good, facts);
}

function onBigQuery() {
  const bin = programs("bigquery", ["sqlglot", "duckdb"]);
  const env = environmentWith(bin);
  const folder = folderWith("bigquery", {});
  const columns = "--label y_true --prediction y_pred --slice country --slice 'age band' --score y_score";
  const queries = {
    counts: `counts --table scoring.may ${columns}`,
    rounded: `counts --table scoring.may ${columns} --score-digits 2`,
    histograms: "histograms --table scoring.may --column country --bins y_score=0.2,0.5,0.8",
  };
  for (const [name, asked] of Object.entries(queries)) {
    for (const dialect of ["bigquery", "duckdb"])
      shell(`model-referee sql ${asked} --dialect ${dialect} > ${name}.${dialect}.sql`, folder, env);
    const told = run(join(bin, "python"), [join(here, "bigquery.py"), `${name}.bigquery.sql`, `${name}.duckdb.sql`], {
      cwd: folder,
      env,
    });
    held(`BigQuery's ${name}: ${told.trim()}`, told.startsWith("the same"), told);
  }
}

const plays = { aws: onAws, wandb: onWandb, azure: onAzure, bigquery: onBigQuery };
for (const [name, play] of Object.entries(plays)) if ((process.argv[3] ?? name) === name) await play();
process.exitCode = failed === 0 ? 0 : 1;
