import type { Value } from "../../model/adapter.js";
import type { ParameterValue } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { instantOf } from "../../normalise/instant.js";
import { fault, type Fault } from "../../read/fault.js";
import { parseJson } from "../../read/json.js";
import { defaultLimits } from "../../read/limits.js";
import { decodeMessage } from "../../read/protobuf.js";
import { readRecordLog } from "../../read/record-log.js";
import { below, list, member, members, number, scalarText, text } from "../../read/shape.js";
import { NamedTree } from "./named-tree.js";
import { wandbRecord } from "./wandb-record.js";

/** Where an entry of the log stands, and the step that its record tells. */
export interface Logged {
  readonly pointer: string;
  readonly step: number | null;
}

/** What a log says of its run. */
export interface RunLog {
  readonly runId: string | null;
  readonly pointer: string;
  readonly started: string | null;
  readonly commit: string | null;
  /** Null where the log does not tell that the run ended. */
  readonly exitCode: number | null;
  readonly environment: Readonly<Record<string, ParameterValue>>;
  readonly config: NamedTree<Logged>;
  /** What was logged last under each name, and over it what the summary makes of it. */
  readonly values: NamedTree<Logged>;
  /** Artifacts, by kind and name. */
  readonly used: readonly string[];
  readonly made: readonly string[];
  readonly records: number;
  readonly fault: Fault | null;
}

interface Entry {
  readonly path: readonly string[];
  /** Null where the name is taken out. */
  readonly entry: Value | null;
  readonly at: Logged;
}

/** The last entry under each name, in the order in which they were written. */
type Latest = Map<string, Entry>;

const pathOf = (entry: Value): readonly string[] => {
  const nested = (list(member(entry, "nested_key")) ?? []).flatMap((key) => text(key) ?? []);
  return nested.length > 0 ? nested : [text(member(entry, "key")) ?? ""];
};

function put(latest: Latest, entry: Entry): void {
  const key = JSON.stringify(entry.path);
  latest.delete(key);
  latest.set(key, entry);
}

/** The updates and removals of a configuration or summary. */
function change(latest: Latest, changes: Value | undefined, base: string): void {
  list(member(changes, "update"))?.forEach((entry, index) => {
    put(latest, { path: pathOf(entry), entry, at: { pointer: pointer(base, "update", index), step: null } });
  });
  list(member(changes, "remove"))?.forEach((entry, index) => {
    put(latest, {
      path: pathOf(entry),
      entry: null,
      at: { pointer: pointer(base, "remove", index), step: null },
    });
  });
}

/** The values that were logged together, unless those of a greater step are known. */
function log(latest: Latest, history: Value, base: string): void {
  const items = list(member(history, "item")) ?? [];
  const stated = items.find((item) => pathOf(item).join() === "_step");
  const told = stated === undefined ? undefined : number(valueOf(stated));
  const step = told ?? number(below(history, "step", "num")) ?? (member(history, "step") === undefined ? null : 0);
  items.forEach((entry, index) => {
    const path = pathOf(entry);
    const known = latest.get(JSON.stringify(path))?.at.step ?? null;
    if (step !== null && known !== null && step < known) return;
    put(latest, { path, entry, at: { pointer: pointer(base, "item", index), step } });
  });
}

/** The value of an entry: written as JSON, or in its own kind. */
function valueOf(entry: Value): Value {
  const written = text(member(entry, "value_json")) ?? text(member(entry, "json"));
  if (written !== undefined) return parseJson(written, defaultLimits).value ?? null;
  return (
    ["number", "integer", "boolean", "text"].reduce<Value | undefined>(
      (found, kind) => found ?? member(entry, kind),
      undefined,
    ) ?? null
  );
}

function treeOf(...layers: readonly Latest[]): NamedTree<Logged> {
  const tree = new NamedTree<Logged>();
  for (const layer of layers)
    for (const { path, entry, at } of layer.values())
      if (entry === null) tree.remove(path);
      else tree.set(path, valueOf(entry), at);
  return tree;
}

const scalars = (message: Value | undefined): readonly (readonly [string, ParameterValue])[] =>
  members(message).flatMap(([key, value]) => {
    const written = scalarText(value);
    return written === undefined || written === "" ? [] : [[key, typeof value === "number" ? value : written]];
  });

const artifactName = (artifact: Value): string | null => {
  const name = text(member(artifact, "name")) ?? "";
  const kind = text(member(artifact, "type")) ?? "";
  return name === "" ? null : kind === "" ? name : `${kind}:${name}`;
};

const unknownRecord = (index: number): Fault =>
  fault("unreadable", `record ${index + 1} of the log is none of W&B's`, "copy it again from where it was written");

/** Reads the log of a run to its end, or to where it is damaged. */
export function readRunLog(bytes: Uint8Array): RunLog {
  const [config, history, summary]: readonly [Latest, Latest, Latest] = [new Map(), new Map(), new Map()];
  const environment = new Map<string, ParameterValue>();
  const [used, made] = [new Set<string>(), new Set<string>()];
  let run: Value = {};
  let at = "/0";
  let commit: string | null = null;
  let exitCode: number | null = null;
  let records = 0;
  let unknown: Fault | null = null;

  const readers: Readonly<Record<string, (message: Value, base: string) => void>> = {
    history: (message, base) => log(history, message, base),
    summary: (message, base) => change(summary, message, base),
    config: (message, base) => change(config, message, base),
    telemetry: (message) => scalars(message).forEach(([key, value]) => environment.set(key, value)),
    environment(message) {
      scalars(message).forEach(([key, value]) => environment.set(key, value));
      commit = text(below(message, "git", "commit")) ?? commit;
    },
    run(message, base) {
      run = message;
      at = base;
      change(config, member(message, "config"), pointer(base, "config"));
      change(summary, member(message, "summary"), pointer(base, "summary"));
      scalars(member(message, "telemetry")).forEach(([key, value]) => environment.set(key, value));
      commit = text(below(message, "git", "commit")) ?? commit;
    },
    exit(message) {
      exitCode = number(member(message, "exit_code")) ?? 0;
    },
    artifact: (message) => addName(made, message),
    use_artifact: (message) => addName(used, message),
  };
  const fault = readRecordLog(bytes, (record, index) => {
    records = index + 1;
    const message = decodeMessage(record, wandbRecord);
    if (message === undefined) unknown ??= unknownRecord(index);
    for (const [kind, value] of members(message)) readers[kind]?.(value, pointer("", index, kind));
  });
  const seconds = number(below(run, "start_time", "seconds"));
  return {
    runId: text(member(run, "run_id")) ?? null,
    pointer: at,
    started:
      seconds === undefined
        ? null
        : instantOf(seconds * 1000 + Math.floor((number(below(run, "start_time", "nanos")) ?? 0) / 1e6)),
    commit,
    exitCode,
    environment: Object.fromEntries(environment),
    config: treeOf(config),
    values: treeOf(history, summary),
    used: [...used],
    made: [...made],
    records,
    fault: unknown ?? fault,
  };
}

function addName(names: Set<string>, artifact: Value): void {
  const name = artifactName(artifact);
  if (name !== null) names.add(name);
}
