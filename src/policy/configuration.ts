import { posix } from "node:path";
import {
  defaultConfiguration,
  type Configuration,
  type ConfiguredModel,
  type EvidenceRule,
} from "../model/configuration.js";
import { problemAt, type Problem } from "../model/problem.js";
import { atDocument, parseWritten } from "./document.js";
import type { PolicyFiles } from "./files.js";
import {
  choice,
  flag,
  leaf,
  listOf,
  mapOf,
  mapping,
  oneOrMore,
  optional,
  required,
  text,
  type At,
  type Form,
  type Schema,
} from "./form.js";
import { mappingForm } from "./mapping-form.js";
import { nearestAdvice } from "./nearest.js";
import { optionKinds } from "./option-kinds.js";
import { complainOfSigner, signerForm, signerOf } from "./signers.js";
import { withoutTrailingSlashes } from "../model/trailing-slashes.js";

/** A path below the checked root, without a slash at either end; empty for the root itself. */
const folder: Form<string> = leaf(
  "a folder below the root, such as models/fraud",
  { type: "string", pattern: "^(?!/)(?!.*(^|/)\\.\\.(/|$)).*\\S" },
  (value) => {
    if (typeof value !== "string" || !/\S/.test(value) || value.startsWith("/")) return undefined;
    if (value.split("/").includes("..") || /[\n\r\u2028\u2029]/.test(value)) return undefined;
    const path = posix.normalize(value).replace(/\/$/, "");
    return path === "." ? "" : path;
  },
);

const gateId = leaf(
  "a name of letters, digits, `-`, `_` and `.`",
  { type: "string", pattern: "^[A-Za-z0-9._-]{1,60}$" },
  (value) => (typeof value === "string" && /^[A-Za-z0-9._-]{1,60}$/.test(value) ? value : undefined),
);

const stages = mapping({
  order: optional(listOf(text), "the stages, first to last"),
  default: optional(text, "the stage of a model that names none"),
  transitions: optional(
    mapOf(oneOrMore(text)),
    "stages that may be entered, by the one that is left, `new` for a new model; the next one and any before by default",
  ),
});

const model = mapping({
  name: required(text, "the model's name in every report"),
  path: required(folder, "its folder, relative to the root"),
  stage: optional(text, "the stage that it is in, or enters"),
  risk: optional(text, "its risk class, in your own words"),
  owner: optional(text, 'who answers for it, such as "@acme/fraud"'),
  champion: optional(text, "the model that serves now: its name, or a path"),
  run: optional(text, "the run whose results are judged: its id, tag or registry alias"),
});

const tableColumns = mapping({
  id: optional(text, "what names each row: two models are compared on the same ids"),
  label: optional(text, "what is true"),
  score: optional(text, "a probability, or another number that ranks rows"),
  prediction: optional(text, "the class or value that was predicted"),
  weight: optional(text, "how many rows each line counts, a whole number: `model-referee sql` writes such tables"),
  histogram: optional(text, "of counts of single columns: what names the column that the line is of"),
  value: optional(text, "of counts of single columns: the value that is counted"),
});

const evidence = mapping({
  files: required(oneOrMore(text), "files relative to the root, with `*` and `**`"),
  model: optional(text, "the model that they belong to"),
  role: optional(
    choice(["candidate", "baseline", "predictions", "reference", "current"] as const),
    "`baseline`: not the candidate's; `against: champion` reads it. `candidate`: the model's own, whatever its name says. `predictions`, `reference`, `current`: a table of rows",
  ),
  columns: optional(tableColumns, "the columns of a table of rows, where their names do not tell"),
  map: optional(mappingForm, "how a home-grown shape becomes facts"),
});

const configurationForm = mapping({
  policies: optional(oneOrMore(text), "paths relative to this file, or packs such as referee:baseline"),
  waivers: optional(oneOrMore(text), "files with waivers, relative to this file"),
  stages: optional(stages, "the stages of a model's life"),
  models: optional(listOf(model, 0), "models, where folders do not tell enough"),
  evidence: optional(listOf(evidence, 0), "where evidence lies, and how it is read"),
  ignore: optional(oneOrMore(text), "files that are no evidence, with `*` and `**`"),
  history: optional(
    oneOrMore(text),
    "folders with reports of earlier runs, whose decisions and numbers a report shows over time",
  ),
  "gate-id": optional(gateId, "tells two gates on one pull request apart"),
  "allow-clock": optional(flag, "true where an action run may be given the clock"),
  "longest-waiver": optional(optionKinds.duration.form(), "how long a waiver may last from now; 180d by default"),
  signers: optional(listOf(signerForm, 0), "whose signatures make evidence `attested`"),
  "nothing-to-judge": optional(
    choice(["undecided", "pass"] as const),
    "what a run decides that finds nothing to judge; undecided by default",
  ),
});

export const configurationShape = (): Schema => configurationForm.schema;

/**
 * Reads `referee.yaml`. An empty file is the default configuration.
 *
 * @param path relative to the folder of `from`
 * @returns the default configuration where there is any problem
 */
export function loadConfiguration(
  path: string,
  from: PolicyFiles,
): { readonly configuration: Configuration; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const found = from.read(path);
  if (found.kind !== "text") {
    const why = found.kind === "missing" ? "there is no such file" : `it cannot be read: ${found.why}`;
    problems.push(problemAt("configuration", `the configuration \`${path}\`: ${why}`, "name another", { path }));
  } else {
    const configuration = readConfiguration(found.text, path, problems);
    if (configuration !== null) return { configuration, problems: [] };
  }
  return { configuration: { ...defaultConfiguration, path }, problems };
}

function readConfiguration(source: string, path: string, problems: Problem[]): Configuration | null {
  const { document, problems: broken } = parseWritten(source, path, "configuration", {});
  problems.push(...broken);
  if (document === null) return null;
  const at = atDocument(document, problems);
  const written = configurationForm.read(document.value, at);
  if (written !== undefined) complainOfContradictions(written, at);
  return written === undefined || problems.length > 0 ? null : configurationOf(written, path);
}

type Written = NonNullable<ReturnType<typeof configurationForm.read>>;

function configurationOf(written: Written, path: string): Configuration {
  return {
    path,
    policies: written.policies ?? [],
    waivers: written.waivers ?? [],
    stages: stagesOf(written),
    models: (written.models ?? []).map(modelOf),
    evidence: (written.evidence ?? []).flatMap((entry) => entry.files.map((glob) => evidenceRule(glob, entry))),
    // A report of an earlier run is no evidence of this one.
    ignore: [...(written.ignore ?? []), ...historyOf(written).map((folder) => `${folder}/**`)],
    history: historyOf(written),
    gateId: written["gate-id"] ?? defaultConfiguration.gateId,
    allowClock: written["allow-clock"] ?? defaultConfiguration.allowClock,
    longestWaiver: written["longest-waiver"] ?? defaultConfiguration.longestWaiver,
    nothingToJudgeIsFine: written["nothing-to-judge"] === "pass",
    signers: (written.signers ?? []).flatMap((entry) => signerOf(entry) ?? []),
  };
}

const historyOf = ({ history }: Written): readonly string[] => (history ?? []).map(withoutTrailingSlashes);

function evidenceRule(
  files: string,
  { model: name, role, map, columns }: NonNullable<Written["evidence"]>[number],
): EvidenceRule {
  // Only tables of rows have columns to name, and of those only predictions have a champion.
  const ofBaseline = columns === undefined ? null : "predictions";
  const tableRole = role === undefined || role === "candidate" ? null : role === "baseline" ? ofBaseline : role;
  return {
    files,
    model: name ?? null,
    baseline: role === "baseline",
    ...(role === "candidate" ? { candidate: true } : {}),
    mapping: map ?? null,
    table:
      tableRole === null && columns === undefined
        ? null
        : {
            role: tableRole,
            columns: Object.fromEntries(Object.entries(columns ?? {}).filter(([, column]) => column !== undefined)),
          },
  };
}

const modelOf = ({ name, path, ...rest }: NonNullable<Written["models"]>[number]): ConfiguredModel => ({
  name,
  path,
  stage: rest.stage ?? null,
  risk: rest.risk ?? null,
  owner: rest.owner ?? null,
  champion: rest.champion ?? null,
  run: rest.run ?? null,
});

/** The default stage is production where the order has it, else the last of the order. */
function stagesOf({ stages: given }: Written): Configuration["stages"] {
  const order = given?.order ?? defaultConfiguration.stages.order;
  const usual = order.includes(defaultConfiguration.stages.default)
    ? defaultConfiguration.stages.default
    : (order.at(-1) ?? defaultConfiguration.stages.default);
  const { transitions } = given ?? {};
  return { order, default: given?.default ?? usual, ...(transitions === undefined ? {} : { transitions }) };
}

/** Models that are alike, and stages that the order does not have: a misspelt stage would take a model from its gate. */
function complainOfContradictions(written: Written, at: At): void {
  const { order } = stagesOf(written);
  const known = [...order, "archived"];
  const stage = (name: string | undefined, where: At): void => {
    if (name === undefined || known.includes(name)) return;
    where.complain(
      `\`${name}\` is none of the stages`,
      `${nearestAdvice(name, known)} Stages of your own go into \`stages.order\`.`,
    );
  };
  twice(order, "the stage", (index) => at.below("stages").below("order").below(index));
  stage(written.stages?.default, at.below("stages").below("default"));
  const transitions = at.below("stages").below("transitions");
  for (const [left, entered] of written.stages?.transitions ?? []) {
    if (![...known, "new"].includes(left))
      transitions.complainOfKey(left, `\`${left}\` is none of the stages`, nearestAdvice(left, [...known, "new"]));
    entered.forEach((name, index) => stage(name, transitions.below(left).below(index)));
  }
  const models = written.models ?? [];
  const place = (key: string) => (index: number) => at.below("models").below(index).below(key);
  models.forEach((one, index) => stage(one.stage, place("stage")(index)));
  twice(
    models.map(({ name }) => name),
    "the model",
    place("name"),
  );
  twice(
    models.map(({ path }) => path),
    "the folder",
    place("path"),
  );
  (written.signers ?? []).forEach((one, index) => complainOfSigner(one, at.below("signers").below(index)));
}

function twice(names: readonly string[], what: string, place: (index: number) => At): void {
  names.forEach((name, index) => {
    if (names.indexOf(name) < index) place(index).complain(`${what} \`${name}\` stands twice`, "write it once");
  });
}
