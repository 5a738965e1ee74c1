import { judgeAge } from "../judging/age.js";
import { resultsAsked } from "../judging/measurement-parts.js";
import { judgeMeasurements } from "../judging/measurements.js";
import { brokenFor, selectMeasurements, type Asked, type Selection } from "../judging/selection.js";
import { missing, unreadableFile } from "../judging/verdict.js";
import { listed, shownNumber } from "../judging/wording.js";
import { defineCheck, type CheckInput, type EvidencePart } from "../model/check.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import type { OptionTable, ValuesOf } from "../model/option.js";

const options = {
  of: { kind: "text", description: "The metric of the benchmark, such as accuracy or exact_match.", required: true },
  "at-least": { kind: "quantity", description: "The lowest score that meets the rule." },
  "at-most": { kind: "quantity", description: "The highest score that meets the rule, for rates of harm." },
  against: { kind: "text", description: "Whose score to compare with: base, champion, release, or a path." },
  "may-lose": { kind: "quantity", description: "How much worse than the baseline, in the metric's own bad direction." },
  shots: {
    kind: "count",
    description: "How many examples the prompt must have had: another number is another benchmark.",
  },
  protocol: { kind: "text", description: "Only scores computed so, such as strict-match." },
  partial: { kind: "flag", description: "True lets a score on a part of the samples count; false by default." },
  "max-age": { kind: "duration", description: "The oldest result that counts." },
} as const satisfies OptionTable;

type Input = CheckInput<readonly string[], ValuesOf<typeof options>>;

export const benchmark = defineCheck({
  id: "benchmark",
  area: "language models",
  title: "The benchmark's score keeps its bounds",
  why: "A score says something only with the task, the shots and all of the samples that it is known for.",
  mend: "Run the benchmark whole, with the shots that it is compared at, and commit the harness's results.",
  whenNot:
    "For your own test set, ask `metric`; what a model has seen in training, `contamination-statement` asks about.",
  subject: { kind: "texts", description: "The task, or several, as the harness names it." },
  options,
  bounds: ["at-least", "at-most", "may-lose"],
  example: {
    rule: "knows-enough: { benchmark: mmlu, of: accuracy, at-least: 0.6, shots: 5 }",
    met: "accuracy 0.64 with 5 shots over all samples",
    notMet: "accuracy 0.64 with no shots",
  },
  needs: ["measurement", "check", "run", "model"],

  plain(tasks, asked) {
    const bounds = [
      asked["at-least"] && `at least ${shownNumber(asked["at-least"].value)}`,
      asked["at-most"] && `at most ${shownNumber(asked["at-most"].value)}`,
      asked["may-lose"] &&
        `no more than ${shownNumber(asked["may-lose"].value)} worse than the ${asked.against ?? "champion"}`,
    ].filter((part) => typeof part === "string");
    return `on ${listed(tasks)}${asked.shots === undefined ? "" : ` with ${asked.shots} shots`}, ${asked.of ?? "the score"} is ${listed(bounds)}`;
  },

  metricsOf: () => null,
  parts: [
    { one: "result", several: "results", of: (input) => input.subject.flatMap((task) => resultsOn(input, task)) },
  ],

  evaluate: (input) => input.subject.flatMap((task) => judgeTask(input, task)),
});

/** The results on a task, and the word of the harness on whether all of its samples were evaluated. */
function resultsOn(input: Input, task: string): readonly EvidencePart[] {
  const { evidence, model, options: asked } = input;
  const results = resultsAsked(evidence, model, wantedOf(input, task), () => task);
  const told = asked.partial === true ? undefined : toldOfSamples(input, task)[0];
  return told === undefined ? results : [...results, { name: told.name, source: told.source, subject: task }];
}

const wantedOf = ({ options: asked }: Input, task: string): Asked => ({
  metric: asked.of ?? "",
  dataset: task,
  split: null,
  run: null,
  where: asked.protocol === undefined ? {} : { protocol: asked.protocol },
  keys: null,
});

const toldOfSamples = ({ evidence }: Input, task: string): readonly FactOf<"check">[] =>
  evidence.of("check").filter(({ name }) => name === `all samples of ${task} were evaluated`);

function judgeTask(input: Input, task: string): readonly Verdict[] {
  const { evidence, options: asked, model, now, history } = input;
  const metric = asked.of ?? "";
  const broken = brokenFor(evidence, "measurement", metric).find(({ claims }) => !claims);
  if (broken !== undefined) return [unreadableFile(broken, task)];
  const wanted = wantedOf(input, task);
  const selection = selectMeasurements(evidence, model, wanted);
  if (selection.kind === "verdict")
    return [{ subject: task, ...selection.verdict, message: `${selection.verdict.message} on ${task}` }];
  const before = beforeOf(input, wanted, task);
  if (before.kind === "stopped") return [before.verdict];
  const facts = selection.groups.flatMap(({ facts: own }) => own);
  return [
    ...judgeMeasurements({
      name: task,
      several: true,
      keys: null,
      selection,
      before: before.selection,
      baselineLabel: before.label,
      bounds: {
        atLeast: asked["at-least"] ?? null,
        atMost: asked["at-most"] ?? null,
        mayLose: before.selection === null ? null : (asked["may-lose"] ?? null),
        changeAtLeast: null,
        changeAtMost: null,
        relativeChangeAtLeast: null,
        relativeChangeAtMost: null,
        minSamples: null,
        sameDataset: false,
      },
      confidence: input.confidence,
      datasets: [],
      baselineDatasets: [],
      rows: null,
      brief: false,
    }),
    ...completeness(input, task),
    ...shots(input, task),
    ...(asked["max-age"] === undefined
      ? []
      : [{ ...judgeAge(facts, asked["max-age"], now, `the result on ${task}`, history), subject: `${task}, age` }]),
  ];
}

type Before =
  | {
      readonly kind: "compared";
      readonly selection: Extract<Selection, { kind: "measurements" }> | null;
      readonly label: string;
    }
  | { readonly kind: "stopped"; readonly verdict: Verdict };

function beforeOf(input: Input, wanted: Asked, task: string): Before {
  const { options: asked } = input;
  const label = asked.against ?? "champion";
  if (asked["may-lose"] === undefined) return { kind: "compared", selection: null, label };
  const baseline = input.baseline(label);
  if (baseline.kind === "absent") return { kind: "stopped", verdict: missing(baseline.why, baseline.mend, task) };
  if (baseline.kind !== "evidence") {
    if (asked["at-least"] !== undefined || asked["at-most"] !== undefined)
      return { kind: "compared", selection: null, label };
    return {
      kind: "stopped",
      verdict: { subject: task, outcome: "not-applicable", message: baseline.why, sources: [] },
    };
  }
  const selection = selectMeasurements(baseline.evidence, { ...input.model, run: null }, wanted);
  if (selection.kind === "measurements") return { kind: "compared", selection, label: baseline.label };
  const message = `the ${baseline.label}: ${selection.verdict.message} on ${task}`;
  return { kind: "stopped", verdict: { subject: task, ...selection.verdict, message } };
}

/** A score on a part of the samples is not the benchmark's: what the harness says of its own completeness is held. */
function completeness(input: Input, task: string): readonly Verdict[] {
  if (input.options.partial === true) return [];
  const told = toldOfSamples(input, task).find(({ passed }) => passed === false);
  if (told === undefined) return [];
  return [
    {
      subject: `${task}, samples`,
      outcome: "inconclusive",
      message: `only ${String(told.observed ?? "some")} of ${String(told.expected ?? "all")} samples of ${task} were evaluated`,
      mend: "run the benchmark without a limit, or say `partial: true`",
      sources: [told.source],
    },
  ];
}

function shots({ evidence, options: asked }: Input, task: string): readonly Verdict[] {
  const wanted = asked.shots;
  if (wanted === undefined) return [];
  const subject = `${task}, shots`;
  const stated = evidence.of("run").flatMap(({ params, source }) =>
    [`num_fewshot.${task}`, "num_fewshot"].flatMap((key) => {
      const shown = params !== null && Object.hasOwn(params, key) ? params[key] : undefined;
      return shown === undefined || shown === null ? [] : [{ shown: Number(shown), source }];
    }),
  );
  const [first] = stated;
  if (first === undefined)
    return [
      missing(
        `no evidence says with how many shots ${task} was run`,
        "commit the harness's whole results file",
        subject,
      ),
    ];
  const other = stated.find(({ shown }) => shown !== wanted);
  return [
    {
      subject,
      outcome: other === undefined ? "met" : "not-met",
      message: `run with ${(other ?? first).shown} shots, asked ${wanted}`,
      sources: [(other ?? first).source],
    },
  ];
}
