import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, list, member, members, numeric, text } from "../read/shape.js";
import { trackedStatement } from "./families/dvc.js";
import { nestedMetrics } from "./families/nested-metrics.js";
import { flatParameters } from "./families/parameters.js";

/** One revision or experiment of the table, with the pointer of what it holds. */
interface Experiment {
  /** Null is the working tree. */
  readonly name: string | null;
  readonly revision: string | null;
  readonly data: Value | undefined;
  readonly where: string;
}

const WORKSPACE = "workspace";

const holdsFiles = (data: Value | undefined): boolean =>
  isRecord(data) && hasKeys(data, "timestamp") && isRecord(member(data, "metrics")) && isRecord(member(data, "params"));

const isState = (value: Value | undefined): boolean =>
  hasKeys(value, "rev", "error", "experiments") && (holdsFiles(member(value, "data")) || hasKeys(value, "name"));

/** Before DVC 3: a record of revisions, each a record of its `baseline` and the experiments upon it. */
const isRevision = (value: Value): boolean => {
  const baseline = member(value, "baseline");
  return holdsFiles(member(baseline, "data")) || (hasKeys(baseline, "error") && members(baseline).length === 1);
};

const isTable = (value: Value | undefined): boolean => {
  const states = list(value);
  if (states !== undefined) return states.length > 0 && states.every(isState);
  const revisions = members(value).map(([, revision]) => revision);
  return revisions.length > 0 && revisions.every(isRevision);
};

function experimentsOf(value: Value | undefined): Experiment[] {
  const states = list(value);
  if (states !== undefined) return states.flatMap((state, index) => ofState(state, pointer("", index)));
  return members(value).flatMap(([revision, entries]) =>
    members(entries).map(([key, entry]): Experiment => {
      const data = member(entry, "data");
      const own = key === "baseline" ? revision : key;
      const isTree = own === WORKSPACE;
      return {
        name: isTree ? null : (text(member(data, "name")) ?? own),
        revision: isTree ? null : own,
        data,
        where: pointer("", revision, key, "data"),
      };
    }),
  );
}

/** A state, and below it experiments, each of them one or, with checkpoints, several revisions. */
function ofState(state: Value, where: string): Experiment[] {
  const revision = text(member(state, "rev")) ?? null;
  const isTree = revision === WORKSPACE;
  const own: Experiment = {
    name: isTree ? null : (text(member(state, "name")) ?? revision),
    revision: isTree ? null : revision,
    data: member(state, "data"),
    where: pointer(where, "data"),
  };
  const below = (list(member(state, "experiments")) ?? []).flatMap((range, index) =>
    (list(member(range, "revs")) ?? []).flatMap((inner, place) =>
      ofState(inner, pointer(where, "experiments", index, "revs", place)),
    ),
  );
  return [own, ...below];
}

function metricStatements({ data, name, where }: Experiment, about: string | null): Statement[] {
  const at = text(member(data, "timestamp")) ?? null;
  return members(member(data, "metrics")).flatMap(([file, outcome]) => {
    const metrics = member(outcome, "data");
    const step = numeric(member(metrics, "step")) ?? null;
    const place = pointer(where, "metrics", file);
    const error = member(outcome, "error");
    const broken: Statement[] =
      error === undefined || about !== null
        ? []
        : [
            {
              kind: "problem",
              problem: "unreadable",
              message: `DVC could not read ${file}${name === null ? "" : ` of ${name}`}`,
              mend: "make DVC read it, and print the experiments again",
              where: { pointer: pointer(place, "error") },
            },
          ];
    return [
      ...broken,
      ...nestedMetrics(metrics, pointer(place, "data"), { about, step }).map((each) => ({ ...each, at })),
    ];
  });
}

/** The run that the table's subject was: its parameters, and the data and models with the digests of their content. */
function subjectStatements({ data, revision, where }: Experiment): Statement[] {
  const params = members(member(data, "params")).map(([, file]) => flatParameters(member(file, "data")));
  const inputsAgain = (key: string, path: string): boolean =>
    key === "outs" && member(member(data, "deps"), path) !== undefined;
  const tracked = (["deps", "outs"] as const).flatMap((key) =>
    members(member(data, key)).flatMap(([path, entry]): Statement[] => {
      if (inputsAgain(key, path)) return [];
      const hash = text(member(entry, "hash"));
      const stated = trackedStatement({ path, ...(hash === undefined ? {} : { md5: hash }) }, "", key === "outs");
      return stated === null ? [] : [{ ...stated, where: { pointer: pointer(where, key, path, "hash") } }];
    }),
  );
  const paths = (key: string): string[] => members(member(data, key)).map(([path]) => path);
  return [
    {
      kind: "run",
      params: Object.fromEntries(params.flatMap((file) => Object.entries(file))),
      code_revision: revision,
      inputs: paths("deps"),
      outputs: paths("outs"),
      at: text(member(data, "timestamp")) ?? null,
      where: { pointer: where },
    },
    ...tracked,
  ];
}

/** The table of experiments that `dvc exp show --json` prints. */
export const dvcExpShow: Adapter = {
  id: "dvc-exp-show",
  title: "DVC table of experiments (`dvc exp show --json`)",
  definedAt: "https://dvc.org/doc/command-reference/exp/show",
  versions: "DVC 3.67.1 by a trial, DVC 2 from the source, files of teams not seen",
  reads:
    "Metrics of the working tree, or of the only revision, with its parameters, data and models; metrics of every other revision and experiment say which they are about.",
  leaves: "Parameters and data of other revisions and experiments, and the states of executors.",
  syntax: ["json"],
  gives: ["measurement", "run", "dataset", "model"],
  recognises: ({ value }) => isTable(value),

  read({ value }) {
    const experiments = experimentsOf(value);
    const tree = experiments.find(({ name }) => name === null);
    const subject = tree ?? (experiments.length === 1 ? experiments[0] : undefined);
    return [
      ...experiments.flatMap((each) => metricStatements(each, each === subject ? null : each.name)),
      ...(subject === undefined ? [] : subjectStatements(subject)),
    ];
  },
};
