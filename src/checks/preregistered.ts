import { brokenFor } from "../judging/selection.js";
import { missing, unreadableFile } from "../judging/verdict.js";
import { listed } from "../judging/wording.js";
import { defineCheck, type CheckInput } from "../model/check.js";
import type { FactCommon } from "../model/fact.js";
import type { FileChange } from "../model/history.js";
import type { Verdict } from "../model/finding.js";
import { wholeFile } from "../model/source.js";
import type { OptionTable, ValuesOf } from "../model/option.js";

const options = {
  results: {
    kind: "text",
    description: "Which results must be younger: evaluation, by default, or experiment.",
    choices: ["evaluation", "experiment"],
  },
  of: { kind: "text", description: "Only results of this metric." },
  "since-first-result": {
    kind: "flag",
    description:
      "True asks that the file stand unchanged since before the very first result, not only since before the newest.",
  },
} as const satisfies OptionTable;

type Input = CheckInput<readonly string[], ValuesOf<typeof options>>;

export const preregistered = defineCheck({
  id: "preregistered",
  area: "development",
  title: "The threshold was there before the result",
  why: "A bound that is written after the result was seen bounds nothing.",
  mend: "Change the threshold in a commit of its own, merge it, and evaluate after that.",
  whenNot: "Where results are not committed but arrive on the run: their time is the run's, which is always after.",
  subject: {
    kind: "texts",
    description:
      "Files that hold the thresholds or the plan, relative to the checked root, such as policies/gate.yaml.",
  },
  options,
  example: {
    rule: "threshold-first: { preregistered: policies/gate.yaml }",
    met: "gate.yaml last changed on Monday, and results committed on Tuesday",
    notMet: "gate.yaml changed in the commit that brings the results",
  },
  needs: ["measurement", "experiment"],

  plain: (paths, asked) =>
    `${listed(paths)} ${paths.length === 1 ? "was" : "were"} last changed before the ${asked["since-first-result"] === true ? "first" : "newest"} ${asked.results ?? "evaluation"} result was committed`,

  evaluate(input) {
    const { evidence, options: asked, history } = input;
    const kind = asked.results === "experiment" ? "experiment" : "measurement";
    const broken = brokenFor(evidence, kind, asked.of ?? null).find(({ claims }) => !claims);
    if (broken !== undefined) return [unreadableFile(broken)];
    const results = resultsOf(input);
    if (results.length === 0)
      return [missing("no evidence states a result", "commit the results below the model's folder")];
    const paths = [...new Set(results.map(({ source }) => source.path))].sort();
    return input.subject.map((threshold): Verdict => {
      const written = history.lastChange(threshold);
      if (written === null)
        return missing(
          `when ${threshold} was last changed cannot be told: ${history.cutOff ?? "it is not committed as it stands"}`,
          "commit it before the results, and fetch the whole history (fetch-depth: 0)",
          threshold,
          [wholeFile(threshold)],
        );
      const verdicts = paths.map((path) => compare(threshold, written, path, input));
      return verdicts.find(({ outcome }) => outcome !== "met") ?? verdicts[0] ?? missing("no results", "", threshold);
    });
  },
});

function resultsOf({ evidence, options: asked }: Input): readonly FactCommon[] {
  if (asked.results === "experiment") return evidence.of("experiment");
  return evidence
    .of("measurement")
    .filter(
      ({ claimed, about, metric, raw_metric: raw }) =>
        !claimed && about === null && (asked.of === undefined || metric === asked.of || raw === asked.of),
    );
}

function compare(threshold: string, written: FileChange, path: string, { options: asked, history }: Input): Verdict {
  const changes = history.changes(path);
  const result = asked["since-first-result"] === true ? changes.at(-1) : changes[0];
  const sources = [wholeFile(threshold), wholeFile(path)];
  if (result === undefined || (asked["since-first-result"] === true && history.cutOff !== null))
    return missing(
      `when the result in ${path} was ${asked["since-first-result"] === true ? "first " : ""}committed cannot be told: ${history.cutOff ?? "it is not committed as it stands"}`,
      "commit the results after the threshold, and fetch the whole history (fetch-depth: 0)",
      threshold,
      sources,
    );
  const dates = `${threshold} changed ${day(written)} (${short(written)}), ${path} ${day(result)} (${short(result)})`;
  if (written.commit === result.commit)
    return {
      subject: threshold,
      outcome: "not-met",
      message: `the threshold came with the result, in one commit: ${dates}`,
      sources,
    };
  return {
    subject: threshold,
    outcome: written.at < result.at ? "met" : "not-met",
    message: written.at < result.at ? dates : `the threshold was changed after the result: ${dates}`,
    sources,
  };
}

const day = ({ at }: FileChange): string => new Date(at).toISOString().slice(0, 10);
const short = ({ commit }: FileChange): string => commit.slice(0, 7);
