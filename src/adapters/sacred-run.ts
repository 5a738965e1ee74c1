import type { Adapter, Value } from "../model/adapter.js";
import type { ParameterValue, Statement } from "../model/fact.js";
import { below, list, member, text } from "../read/shape.js";
import { isSacredRun, sacredRunId } from "./families/sacred.js";

/** `numpy==1.26.4` of each package, the interpreter beside them. */
function environmentOf(value: Value | undefined): Readonly<Record<string, ParameterValue>> {
  const packages = (list(below(value, "experiment", "dependencies")) ?? []).flatMap((entry) => {
    const [, name, version] = /^([^=\s]{1,100})==(\S{1,100})$/.exec(text(entry) ?? "") ?? [];
    return name === undefined || version === undefined ? [] : [[name, version] as const];
  });
  const python = text(below(value, "host", "python_version"));
  return Object.fromEntries([...(python === undefined ? [] : [["python", python] as const]), ...packages]);
}

/** The revision of the only repository, where the run's sources were committed. */
function revisionOf(value: Value | undefined): string | null {
  const repositories = list(below(value, "experiment", "repositories")) ?? [];
  const revisions = new Set(repositories.flatMap((entry) => text(member(entry, "commit")) ?? []));
  return revisions.size === 1 ? ([...revisions][0] ?? null) : null;
}

/** What Sacred noted of a run. */
export const sacredRun: Adapter = {
  id: "sacred-run",
  title: "Sacred run (`run.json`)",
  definedAt: "https://sacred.readthedocs.io/en/stable/collected_information.html",
  versions: "0.8, from the source, not seen",
  reads: "The run, which is the folder's name, its status, when it ended, the commit, packages and artifacts.",
  leaves: "Host, sources and resources, and the result, which has no name.",
  syntax: ["json"],
  gives: ["run"],
  recognises: ({ value }) => isSacredRun(value),

  read(file): readonly Statement[] {
    const { value } = file;
    return [
      {
        kind: "run",
        run_id: sacredRunId(file),
        status: text(member(value, "status")) ?? null,
        code_revision: revisionOf(value),
        environment: environmentOf(value),
        outputs: (list(member(value, "artifacts")) ?? []).flatMap(
          (name) => text(name) ?? text(member(name, "name")) ?? [],
        ),
        at: text(member(value, "stop_time")) ?? text(member(value, "start_time")) ?? null,
        where: { pointer: "/status" },
      },
    ];
  },
};
