import type { Fact, FactOf, ParameterValue } from "../model/fact.js";

/** A file as it was read. */
interface FileRead {
  readonly file: { readonly path: string; readonly baseline: boolean };
  readonly read: { readonly facts: readonly Fact[]; readonly format: string | null };
}

type Parameters = Readonly<Record<string, ParameterValue>>;

const written = (params: Parameters, ...keys: readonly string[]): string | undefined =>
  keys
    .flatMap((key) => (Object.hasOwn(params, key) ? [params[key]] : []))
    .find((value): value is string => typeof value === "string" && value !== "");

/** `pretrained=gpt2,dtype=float`, as a harness is called. */
const argument = (params: Parameters, name: string): string | undefined =>
  written(params, `model_args.${name}`) ??
  (written(params, "model_args") ?? "")
    .split(",")
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** Where the run that a harness tells of has the model that it asked: an adapter's weights are no longer the base's. */
const nameInRun: Readonly<Record<string, (params: Parameters) => string | undefined>> = {
  "lm-eval-results": (params) =>
    argument(params, "peft") ??
    written(params, "model_name") ??
    argument(params, "pretrained") ??
    argument(params, "model"),
  "bigcode-eval-results": (params) => written(params, "peft_model", "model"),
  "nemo-evaluator-results": (params) => written(params, "model_id"),
};

/** Results of MTEB lie below their model and its revision: `BAAI__bge-small-en/5c38ec7c405e/STS12.json`. */
const nameInPath: Readonly<Record<string, RegExp>> = {
  "mteb-results": /(?:^|\/)([^/]{1,100}__[^/]{1,100})\/[^/]+\/[^/]+$/,
};

/** Where weights of a training lie, which says nothing of whose they are. */
const isOfTraining =
  /^(?:(?:checkpoint|ckpt|step|epoch|global_?step|iter|version|run)s?[-_]?[\d.]*|final|best|last|latest|merged|adapter|lora|output|model|weights|export|snapshot|[0-9a-f]{40})(?:[-_](?:final|best|last|merged|hf|model|checkpoint|adapter|lora|ckpt))?$/;

/** The name that a harness was given: the last part of a path, without its owner. Undefined where that names no model. */
function calledBy(given: string): string | undefined {
  const last = given
    .trim()
    .split(/[/\\]|__/)
    .filter((part) => part !== "")
    .at(-1);
  return last === undefined || isOfTraining.test(last.toLowerCase()) ? undefined : last;
}

/** Names are alike whatever their letters' case and their punctuation. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}/]+/gu, "")
    .split("/")
    .at(-1) ?? "";

function evaluatedIn({ file, read: { facts, format } }: FileRead): string | undefined {
  if (format === null) return undefined;
  const run = facts.find((fact): fact is FactOf<"run"> => fact.kind === "run" && fact.params !== null);
  const named = Object.hasOwn(nameInRun, format) ? nameInRun[format]?.(run?.params ?? {}) : undefined;
  const inPath = Object.hasOwn(nameInPath, format) ? nameInPath[format]?.exec(file.path)?.[1] : undefined;
  const given = named ?? inPath;
  return given === undefined ? undefined : calledBy(given);
}

/** What the model is called: as its folder or the configuration has it, and as its only card or package does. */
function ownNames(reads: readonly FileRead[], model: string): ReadonlySet<string> {
  const stated = reads.flatMap(({ read }) =>
    read.facts.flatMap((fact) => (fact.kind === "model" && fact.name !== null ? [plain(fact.name)] : [])),
  );
  const names = new Set(stated);
  return new Set([plain(model), ...(names.size === 1 ? names : [])]);
}

/**
 * Files of harnesses that evaluated several models, beside one: which file's numbers are another model's, by its name.
 * None is where all name one model, whatever it is called, for a folder need not be called as its model is.
 */
export function otherEvaluated<F extends FileRead>(reads: readonly F[], model: string | null): ReadonlyMap<F, string> {
  const others = new Map<F, string>();
  if (model === null) return others;
  for (const baseline of [false, true]) {
    const side = reads.filter(({ file }) => file.baseline === baseline);
    const named = side.flatMap((one) => {
      const name = evaluatedIn(one);
      return name === undefined ? [] : [{ one, name }];
    });
    if (new Set(named.map(({ name }) => plain(name))).size < 2) continue;
    const own = ownNames(side, model);
    for (const { one, name } of named) if (!own.has(plain(name))) others.set(one, name);
  }
  return others;
}

/** A fact of a file that evaluated another model: what it measured is about that one. */
export const factAbout = (fact: Fact, other: string): Fact =>
  fact.kind === "measurement" && fact.about === null ? { ...fact, about: other } : fact;
