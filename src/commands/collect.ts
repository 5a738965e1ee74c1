import { join, posix, relative, resolve, sep } from "node:path";
import {
  addressOf,
  CollectError,
  fetchBytes,
  shownAddress,
  without,
  type Asking,
  type Credentials,
} from "../collect/ask.js";
import { asFiles, factLines } from "../collect/facts.js";
import { collectMlflow, type MlflowRequest } from "../collect/mlflow.js";
import type { Fact } from "../model/fact.js";
import { defaultConfiguration } from "../model/configuration.js";
import { lockName, type LockedFile } from "../model/lock.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { Environment } from "../model/world.js";
import { instantOf } from "../normalise/instant.js";
import { lockText, readLock, withFiles } from "../read/lock.js";
import { survey } from "../survey.js";
import { disk } from "../world/disk.js";
import { memory } from "../world/memory.js";
import { systemNetwork } from "../world/network.js";
import { writeAllWhole } from "../world/whole-file.js";
import type { Command, CommandArguments, CommandWorld } from "./command.js";
import { inspectFacts } from "./inspect-facts.js";
import { placeOf, type Place } from "./place.js";
import { configurationFor } from "./prepare.js";
import { sha256Digest } from "../model/sha256.js";

const TRIES = 4;
const TIMEOUT = 30_000;
const MOST_RUNS = 1_000;
/** Characters from which on a credential is told from other texts. */
const SURELY_SECRET = 12;

export const collect: Command = {
  id: "collect",
  summary:
    "Brings evidence from elsewhere into the repository: facts from an MLflow server, or files from addresses, each with its entry in referee.lock.",
  usage: "mlflow --uri URL [--model NAME [--alias NAME]] [--experiment NAME …] | files URL… --output DIR",
  options: {
    uri: { type: "string", value: "URL", description: "the tracking server; MLFLOW_TRACKING_URI by default" },
    model: { type: "string", value: "NAME", description: "a registered model: the runs of its versions" },
    alias: { type: "string", value: "NAME", description: "only the version that this alias points to" },
    experiment: { type: "string", multiple: true, value: "NAME", description: "runs of this experiment" },
    "no-history": { type: "boolean", value: "", description: "only the latest value of each metric" },
    "most-runs": { type: "string", value: "N", description: `runs at most; ${MOST_RUNS} by default` },
    output: {
      type: "string",
      value: "PATH",
      description: "the file of facts, or the folder of files; beside the model's card by default",
    },
  },
  examples: [
    "model-referee collect mlflow --uri https://mlflow.example.org --model fraud-detector --alias champion",
    "model-referee collect files https://example.org/drift.json --output models/fraud/drift",
  ],

  async run(args, world) {
    const [what, ...rest] = args.positionals;
    const place = placeOf(world.folder, [], undefined);
    try {
      if (what === "mlflow" && rest.length === 0) await fromMlflow(args, world, place);
      else if (what === "files" && rest.length > 0) await fromAddresses(rest, args, world, place);
      else
        throw new UsageError([
          problemAt("usage", "collect takes `mlflow`, or `files` with addresses", "see model-referee collect --help"),
        ]);
    } catch (error) {
      if (!(error instanceof CollectError)) throw error;
      throw new UsageError([problemAt("usage", `nothing was collected: ${error.message}`, error.mend)]);
    }
    return 0;
  },
};

/** Bearer before basic, as MLflow's own client has it; never from the command line, where others could see it. */
function credentialsIn(environment: Environment): Credentials | null {
  const token = environment["MLFLOW_TRACKING_TOKEN"];
  if (token !== undefined && token !== "") return { authorization: `Bearer ${token}`, secrets: [token] };
  const user = environment["MLFLOW_TRACKING_USERNAME"];
  const password = environment["MLFLOW_TRACKING_PASSWORD"];
  if (user === undefined || user === "") return null;
  const both = Buffer.from(`${user}:${password ?? ""}`).toString("base64");
  return { authorization: `Basic ${both}`, secrets: [both, password ?? ""] };
}

/** Those that no name or number can hold by chance: only these are looked for in what was collected. */
const longOf = (credentials: Credentials | null): Credentials | null =>
  credentials === null
    ? null
    : { ...credentials, secrets: credentials.secrets.filter(({ length }) => length >= SURELY_SECRET) };

const loginOfMlflow =
  "give MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, in the environment";
const loginOfFiles = "name an address that needs no login, such as a presigned one that has not expired";

const askingWith = (credentials: Credentials | null, login: string): Asking => ({
  network: systemNetwork,
  wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  credentials,
  login,
  tries: TRIES,
  timeout: TIMEOUT,
});

async function fromMlflow(args: CommandArguments, world: CommandWorld, place: Place): Promise<void> {
  const written = args.text("uri") ?? world.environment["MLFLOW_TRACKING_URI"];
  if (written === undefined || written === "")
    throw new UsageError([
      problemAt("usage", "no server is named", "say --uri https://host, or set MLFLOW_TRACKING_URI"),
    ]);
  const uri = addressOf(written);
  if (uri.search !== "" || uri.hash !== "")
    throw new CollectError(
      `the address ${shownAddress(written)} has more behind it (? or #), which is not sent to a tracking server`,
      "leave it out; a login is given in the environment",
    );
  const request = requestOf(args, uri);
  const path = await outputOf(args.text("output"), request.model, place);
  const credentials = credentialsIn(world.environment);
  const collected = await collectMlflow(request, askingWith(credentials, loginOfMlflow));
  const lines = without(longOf(credentials), factLines(await factsOf(asFiles(collected.documents))));
  const entry: LockedFile = {
    path,
    digest: digestOf(lines),
    kind: "mlflow",
    from: shownAddress(written),
    collected: instantOf(world.clock.now()) ?? "",
    asked: {
      ...(request.model === null ? {} : { model: request.model }),
      ...(request.alias === null ? {} : { alias: request.alias }),
      ...(request.experiments.length === 0 ? {} : { experiments: request.experiments }),
    },
    runs: collected.runs,
  };
  write(place, [{ entry, content: Buffer.from(lines) }], world);
  for (const note of collected.notes) world.err.write(`${note}\n`);
  const facts = lines.split("\n").length - 1;
  world.out.write(`${path}: ${facts} facts of ${collected.runs.length} runs; locked in ${lockName}\n`);
}

function requestOf(args: CommandArguments, uri: URL): MlflowRequest {
  const model = args.text("model") ?? null;
  const alias = args.text("alias") ?? null;
  if (alias !== null && model === null)
    throw new UsageError([problemAt("usage", "--alias needs --model", "name the registered model that has the alias")]);
  const most = Number(args.text("most-runs") ?? MOST_RUNS);
  if (!Number.isInteger(most) || most < 1)
    throw new UsageError([problemAt("usage", "--most-runs is no number of runs", "write a whole number, 1 or more")]);
  const experiments = args.texts("experiment");
  if (model !== null && experiments.length > 0)
    throw new UsageError([problemAt("usage", "--model and --experiment exclude each other", "say one of them")]);
  return { uri, model, alias, experiments, history: !args.flag("no-history"), mostRuns: most };
}

/** The file of facts relative to the root: as asked, else beside the card of the model of that name. */
async function outputOf(asked: string | undefined, model: string | null, place: Place): Promise<string> {
  if (asked !== undefined) return insideRoot(asked.endsWith(".facts.jsonl") ? asked : `${asked}.facts.jsonl`, place);
  if (model === null)
    throw new UsageError([
      problemAt("usage", "where the facts should go is not said", "say --output FILE.facts.jsonl"),
    ]);
  const { models } = await survey({
    tree: place.tree,
    rootName: place.rootName,
    configuration: configurationFor(place),
    scope: [""],
    modelFiles: false,
    formats: "all",
  });
  const known = models.find(({ identity }) => identity.name === model);
  const folder = known?.identity.path ?? posix.join("models", model.replaceAll(/[^\w.-]+/g, "-"));
  return posix.join(folder, "mlflow.facts.jsonl");
}

function insideRoot(path: string, { root }: Place): string {
  const way = relative(root, resolve(root, path)).split(sep).join("/");
  if (way === "" || way.startsWith("../"))
    throw new UsageError([problemAt("usage", `${path} lies outside of the checked root`, "name a path below it")]);
  return way;
}

async function factsOf(files: Readonly<Record<string, string>>): Promise<readonly Fact[]> {
  const surveyed = await survey({
    tree: memory(files),
    rootName: "collected",
    configuration: defaultConfiguration,
    scope: [""],
    modelFiles: false,
    formats: "all",
  });
  const facts: Fact[] = [];
  for await (const ofFile of inspectFacts(surveyed)) facts.push(...ofFile);
  return facts;
}

async function fromAddresses(
  addresses: readonly string[],
  args: CommandArguments,
  world: CommandWorld,
  place: Place,
): Promise<void> {
  const folder = args.text("output");
  if (folder === undefined)
    throw new UsageError([problemAt("usage", "where the files should go is not said", "say --output DIR")]);
  const urls = addresses.map(addressOf);
  const files: Collected[] = [];
  for (const url of urls) {
    const name = decoded(url.pathname.split("/").at(-1) ?? "").replaceAll(/[^\p{L}\p{N}._-]+/gu, "-");
    if (name === "" || name.startsWith("."))
      throw new CollectError(`${shownAddress(url.href)} names no file`, "name the file itself");
    const content = await fetchBytes(url, askingWith(null, loginOfFiles));
    files.push({
      content,
      entry: {
        path: insideRoot(posix.join(folder, name), place),
        digest: digestOf(content),
        kind: "url",
        from: shownAddress(url.href),
        collected: instantOf(world.clock.now()) ?? "",
        asked: {},
        runs: [],
      },
    });
  }
  const twice = files.find(({ entry }, index) => files.findIndex((other) => other.entry.path === entry.path) !== index);
  if (twice !== undefined)
    throw new CollectError(`two addresses give the same file ${twice.entry.path}`, "collect them into two folders");
  write(place, files, world);
  for (const { entry } of files) world.out.write(`${entry.path}: from ${entry.from}; locked in ${lockName}\n`);
}

/** A segment of an address as it is meant; as it is written where that is no text. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

interface Collected {
  readonly entry: LockedFile;
  readonly content: Uint8Array;
}

const digestOf = (content: string | Uint8Array): string => sha256Digest(content);

/**
 * Files first and the lock last: a run that is killed leaves at worst a file that its lock does not know, which a check
 * refuses.
 */
function write({ root }: Place, files: readonly Collected[], { writer }: CommandWorld): void {
  const found = readLock(disk(root));
  if (found.kind === "problem") throw new UsageError([found.problem]);
  const lock = withFiles(
    found.kind === "lock" ? found.lock : { files: [] },
    files.map(({ entry }) => entry),
  );
  const code = writeAllWhole(
    [
      ...files.map(({ entry, content }) => ({ path: join(root, entry.path), content })),
      { path: join(root, lockName), content: lockText(lock) },
    ],
    writer,
  );
  if (code === null) return;
  throw new UsageError([
    problemAt("usage", `what was collected cannot be written (${code})`, "name a place that may be written"),
  ]);
}
