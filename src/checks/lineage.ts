import { brokenFor } from "../judging/selection.js";
import { missing, unreadableFile } from "../judging/verdict.js";
import { listed } from "../judging/wording.js";
import { defineCheck } from "../model/check.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";

type Run = FactOf<"run">;

/** What a run must say, and what it says of it. */
const parts = {
  inputs: ({ inputs }: Run): string | null =>
    inputs === null || inputs.length === 0 ? null : listed(inputs.slice(0, 4)),
  outputs: ({ outputs }: Run): string | null =>
    outputs === null || outputs.length === 0 ? null : listed(outputs.slice(0, 4)),
  code: ({ code_revision: revision }: Run): string | null => revision,
} as const;

type Part = keyof typeof parts;

const isPart = (name: string): name is Part => Object.hasOwn(parts, name);

const named: Readonly<Record<Part, string>> = {
  inputs: "what it read",
  outputs: "what it wrote",
  code: "the revision of its code",
};

/** A run that failed, or has not ended, made nothing. A run without a status, such as a stage of DVC, has ended. */
const unfinished = /^(fail|abort|kill|error|crash|cancel|start|running|scheduled|pending|other|skip)/i;

export const lineage = defineCheck({
  id: "lineage",
  area: "data",
  title: "It is known what the model was made of",
  why: "A model of unknown data and code can be neither made again nor called back when its data turn out wrong.",
  mend: "Track the run (DVC, MLflow, OpenLineage), with its inputs, outputs and the revision of its code.",
  whenNot: "For models of others, whose maker keeps the lineage.",
  subject: {
    kind: "texts",
    description:
      "What a finished run must name: inputs (data that it read), outputs (what it wrote), code (its revision).",
    choices: ["inputs", "outputs", "code"],
  },
  options: {},
  example: {
    rule: "known-origin: { lineage: [inputs, outputs] }",
    met: "an OpenLineage event COMPLETE with inputs and outputs",
    notMet: "an OpenLineage event FAIL",
  },
  needs: ["run"],

  plain: (names) => `a finished run names ${listed(names.map((name) => (isPart(name) ? named[name] : name)))}`,

  evaluate({ subject: names, evidence, model }) {
    const broken = brokenFor(evidence, "run")[0];
    if (broken !== undefined) return [unreadableFile(broken)];
    const all = evidence.of("run");
    const runs = model.run === null ? all : all.filter(({ run_id: id }) => id === model.run);
    const finished = runs.filter(({ status }) => status === null || !unfinished.test(status));
    return names.flatMap((name) => (isPart(name) ? [judge(name, runs, finished)] : []));
  },
});

function judge(name: Part, runs: readonly Run[], finished: readonly Run[]): Verdict {
  if (runs.length === 0)
    return missing("no run of the model is tracked", "commit dvc.lock, the MLflow run or its lineage event", name);
  const [first] = runs;
  if (finished.length === 0)
    return {
      subject: name,
      outcome: "not-met",
      message: `no run has finished: ${first?.status ?? ""}`,
      sources: runs.slice(0, 5).map(({ source }) => source),
    };
  const telling = finished.find((run) => parts[name](run) !== null);
  if (telling === undefined)
    return {
      subject: name,
      outcome: "not-met",
      message: `no finished run names ${named[name]}`,
      sources: finished.slice(0, 5).map(({ source }) => source),
    };
  return { subject: name, outcome: "met", message: parts[name](telling) ?? "", sources: [telling.source] };
}
