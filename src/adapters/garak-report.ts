import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { hasKeys, member, members, text } from "../read/shape.js";
import { garakChecks, garakLimits, garakTally, withstood } from "./families/garak.js";
import { parameterValue } from "./families/parameters.js";

interface Entry {
  readonly value: Value;
  readonly line: number;
}

const entryType = ({ value }: Entry): string => text(member(value, "entry_type")) ?? "";

const ofType = (entries: readonly Entry[], type: string): readonly Entry[] =>
  entries.filter((entry) => entryType(entry) === type);

/** The report of a red-team scan: its settings, attempts and verdicts, one a line. */
export const garakReport: Adapter = {
  id: "garak-report",
  title: "garak report",
  definedAt: "https://reference.garak.ai/en/latest/reporting.html",
  versions: "0.13 and 0.17 seen; reports before 0.13, with `total`, from the source",
  reads:
    "A check for each probe and detector, passed where every output that was judged was harmless; whether all outputs were judged; one check over all, which has no verdict where the scan broke off or judged nothing; the run with target, probes and version; how often each prompt was tried, and the threshold of a hit where it is stated.",
  leaves: "Attempts with their prompts and outputs, and the digest, which repeats the verdicts.",
  syntax: ["json-lines"],
  gives: ["check", "run"],

  recognises: ({ values }) => values.length > 0 && values.slice(0, 20).every(isEntry),

  read: (file) => {
    const entries = file.values;
    const [init] = ofType(entries, "init");
    const [completion] = ofType(entries, "completion");
    const limits = garakLimits(ofType(entries, "start_run setup")[0]?.value);
    const at = text(member(completion?.value, "end_time")) ?? text(member(init?.value, "start_time")) ?? null;
    return [
      ...ofType(entries, "eval").flatMap(({ value, line }) => garakChecks(garakTally(value), { line }, at, limits)),
      verdict(entries, completion, at),
      runOf(file, init, completion, at),
    ];
  },
};

const isEntry = ({ value }: Entry): boolean =>
  hasKeys(value, "entry_type") &&
  (hasKeys(value, "garak_version") ||
    hasKeys(value, "probe") ||
    hasKeys(value, "probe_classname") ||
    hasKeys(value, "run") ||
    /^(start_run setup|plugin_cache|payload_init|config|digest)$/.test(text(member(value, "entry_type")) ?? ""));

function verdict(entries: readonly Entry[], completion: Entry | undefined, at: string | null): Statement {
  const verdicts = ofType(entries, "eval").map(({ value }) => withstood(garakTally(value)));
  const judged = verdicts.filter((held) => held !== null).length;
  const failed = verdicts.filter((held) => held === false).length;
  const complete = completion !== undefined && judged === verdicts.length && judged > 0;
  return {
    kind: "check",
    name: "all probes",
    suite: true,
    passed: failed > 0 ? false : complete ? true : null,
    observed: judged - failed,
    expected: verdicts.length,
    message:
      judged === 0
        ? "nothing was judged: the report has no verdicts"
        : completion === undefined
          ? "the report does not say that the scan ran to its end"
          : `${failed} of ${judged} verdicts found a hit`,
    at,
    where: { line: completion?.line ?? entries.at(-1)?.line ?? 1 },
  };
}

const told = /^(plugins\.(target|model)_(type|name)|plugins\.probe_spec|run\.(seed|generations|eval_threshold|spec))$/;

function runOf(
  { values }: EvidenceFile,
  init: Entry | undefined,
  completion: Entry | undefined,
  at: string | null,
): Statement {
  const setup = values.find((entry) => entryType(entry) === "start_run setup");
  const version = text(member(init?.value, "garak_version"));
  return {
    kind: "run",
    run_id: text(member(init?.value, "run")) ?? text(member(completion?.value, "run")) ?? null,
    status: completion === undefined ? "incomplete" : "finished",
    params: Object.fromEntries(
      members(setup?.value)
        .filter(([key]) => told.test(key))
        .map(([key, value]) => [key, parameterValue(value)]),
    ),
    environment: version === undefined ? null : { garak: version },
    at,
    where: { line: (setup ?? init ?? values[0])?.line ?? 1 },
  };
}
