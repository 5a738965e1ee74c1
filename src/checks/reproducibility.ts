import { chosenRun, type ChosenRun } from "../judging/chosen-run.js";
import { isUnfilled } from "../judging/stated-fields.js";
import { listed } from "../judging/wording.js";
import { defineCheck, type CheckInput } from "../model/check.js";
import type { ParameterValue } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import type { Source } from "../model/source.js";

const parts = ["parameters", "seed", "code-revision", "environment", "data"] as const;
type Part = (typeof parts)[number];
type Run = Extract<ChosenRun, { kind: "run" }>;

export const reproducibility = defineCheck({
  id: "reproducibility",
  area: "development",
  title: "The model could be made again",
  why: "A result that nobody can make again can neither be defended nor mended.",
  mend: "Log the parameters, the seed, the commit, the versions of the libraries and the data's digest with the run.",
  whenNot: "It asks that what is needed was recorded. Only a second run shows that the first is repeated.",
  subject: {
    kind: "texts",
    description: `What must be recorded: ${parts.join(", ")}; or all.`,
    choices: [...parts, "all"],
  },
  options: { run: { kind: "text", description: "The run that made the model: its id." } },
  example: {
    rule: "repeatable: { reproducibility: [parameters, seed, code-revision] }",
    met: "a run with its parameters, seed 7 and the commit 4f2a91c",
    notMet: "a run with its parameters, and neither seed nor commit",
  },
  needs: ["run", "model", "dataset"],

  plain: (asked) =>
    `of the run that made the model, ${asked.includes("all") ? listed(parts) : listed(asked)} ${asked.length === 1 && !asked.includes("all") ? "is" : "are"} recorded`,

  evaluate(input) {
    const { subject, options, evidence, model } = input;
    const run = chosenRun(evidence, model, options.run ?? null);
    const asked = subject.includes("all") ? parts : parts.filter((part) => subject.includes(part));
    if (run.kind === "verdict") return asked.map((part) => ({ ...run.verdict, subject: part }));
    return asked.map((part) => judge(part, run, input));
  },
});

interface Recorded {
  readonly told: string;
  readonly source: Source;
}

function judge(part: Part, run: Run, input: CheckInput): Verdict {
  const found = recorded(part, run, input);
  if (typeof found !== "string") return { subject: part, outcome: "met", message: found.told, sources: [found.source] };
  return { subject: part, outcome: "not-met", message: found, sources: [run.facts[0].source] };
}

/** What the run states of a part, or why that is nothing. */
function recorded(part: Part, { facts, id }: Run, { evidence }: CheckInput): Recorded | string {
  switch (part) {
    case "parameters":
      for (const { params, source } of facts) {
        const count = filled(params).length;
        if (count > 0) return { told: `${count} parameters are recorded`, source };
      }
      return "the run records no parameters";
    case "seed":
      for (const { params, environment, source } of facts) {
        const seed = [...filled(params), ...filled(environment)].find(([name]) =>
          /(?:^|[_.\s-])(?:seed|random_?state)s?(?:$|[_.\s-])/i.test(name),
        );
        if (seed !== undefined) return { told: `${seed[0]} is ${String(seed[1])}`, source };
      }
      return "the run records no seed";
    case "code-revision":
      for (const { code_revision: revision, source } of facts) {
        if (revision === null) continue;
        if (!/^[0-9a-f]{7,64}$/i.test(revision)) return `the code's revision “${revision}” is no commit`;
        return { told: `made by the code of ${revision.slice(0, 12)}`, source };
      }
      return "the run records no commit of the code";
    case "environment":
      for (const { environment, source } of facts) {
        const pinned = filled(environment).filter(([, value]) => /\d\.\d|sha256:|@sha/.test(String(value)));
        if (pinned.length > 0)
          return { told: `${pinned.length} versions are recorded, ${pinned[0]?.[0] ?? ""} among them`, source };
      }
      return "the run records no version of what it ran on";
    case "data": {
      const own = evidence.of("dataset").filter(({ run }) => run === null || id === null || run === id);
      const versioned = own.find(({ digest }) => digest !== null);
      return versioned === undefined
        ? "no digest names the data that it was made from"
        : { told: `${versioned.name ?? "the data"} is ${versioned.digest ?? ""}`, source: versioned.source };
    }
  }
}

const filled = (
  values: Readonly<Record<string, ParameterValue>> | null,
): readonly (readonly [string, ParameterValue])[] =>
  Object.entries(values ?? {}).filter(([, value]) => value !== null && !isUnfilled(String(value)));
