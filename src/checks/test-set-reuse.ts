import { brokenFor } from "../judging/selection.js";
import { judgedNumbers, missing, unreadableFile } from "../judging/verdict.js";
import { listed, shownNumber } from "../judging/wording.js";
import { keeps } from "../judging/bound.js";
import { defineCheck, type CheckInput, type EvidencePart } from "../model/check.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import type { OptionTable, ValuesOf } from "../model/option.js";
import { normalQuantile } from "../statistics/normal-distribution.js";

const options = {
  "at-most": { kind: "count", description: "How often the test set may have been decided on." },
  "promise-at-least": {
    kind: "proportion",
    description: "What must be left of the rule's confidence once every decision on the same test set is paid for.",
  },
  of: { kind: "text", description: "Only decisions on this metric." },
} as const satisfies OptionTable;

type Measurement = FactOf<"measurement">;
type Input = CheckInput<readonly string[], ValuesOf<typeof options>>;

/** Where neither rule nor policy promises anything, what one decision is usually promised with. */
const USUAL_CONFIDENCE = 0.95;

export const testSetReuse = defineCheck({
  id: "test-set-reuse",
  area: "development",
  title: "The test set is not worn out",
  why: "Each model that is chosen by its result on a test set fits that set a little more; after enough of them the best result is the luckiest.",
  mend: "Decide on a validation set, and take a fresh test set for the result that counts.",
  whenNot: "For results that nobody chooses by, such as a monitor of the model that serves.",
  subject: {
    kind: "texts",
    description: "The data set's name, several, or test for whatever the results were tested on.",
  },
  options,
  bounds: ["at-most", "promise-at-least"],
  example: {
    rule: "fresh-test-set: { test-set-reuse: test, at-most: 20 }",
    met: "results on the test set that changed in 6 commits",
    notMet: "results on the test set that changed in 34 commits",
  },
  needs: ["measurement", "run", "dataset"],
  parts: [
    { one: "decision", several: "decisions", of: (input) => input.subject.flatMap((name) => decidedOn(input, name)) },
  ],

  plain(names, asked) {
    const bounds = [
      asked["at-most"] !== undefined && `has been decided on at most ${asked["at-most"]} times`,
      asked["promise-at-least"] !== undefined &&
        `leaves at least ${shownNumber(asked["promise-at-least"] * 100)} % of confidence in the best result`,
    ].filter((part) => typeof part === "string");
    return `the ${names.includes("test") ? "test set" : `data set ${listed(names)}`} ${listed(bounds)}`;
  },

  evaluate: (input) => input.subject.map((name) => judgeSet(input, name)),
});

/** How often a set has been decided on, as far as its results tell: by their runs, or the commits that changed them. */
interface Decisions {
  readonly uses: number;
  readonly runs: ReadonlySet<string>;
  readonly commits: ReadonlySet<string>;
}

function decisionsOn(facts: readonly Measurement[], { history }: Input): Decisions {
  const runs = new Set(facts.flatMap(({ run }) => run ?? []));
  const paths = new Set(facts.map(({ source }) => source.path));
  const commits = new Set([...paths].flatMap((path) => history.changes(path).map(({ commit }) => commit)));
  return { uses: Math.max(1, runs.size, commits.size), runs, commits };
}

/** A set is no fresher for it that the results of former decisions are gone. */
function decidedOn(input: Input, name: string): readonly EvidencePart[] {
  const facts = input.evidence.of("measurement").filter((fact) => isOnSet(fact, name, input));
  const [first] = facts;
  if (first === undefined) return [];
  const part = { name: `on ${name}`, source: first.source, subject: name };
  return Array<EvidencePart>(decisionsOn(facts, input).uses).fill(part);
}

function judgeSet(input: Input, name: string): Verdict {
  const { evidence, options: asked, history } = input;
  // A run that cannot be read may have used the set once more.
  const broken = [...brokenFor(evidence, "measurement", asked.of ?? null), ...brokenFor(evidence, "run")].find(
    ({ claims }) => !claims,
  );
  if (broken !== undefined) return unreadableFile(broken, name);
  const facts = evidence.of("measurement").filter((fact) => isOnSet(fact, name, input));
  const [first] = facts;
  if (first === undefined)
    return missing(`no evidence states a result on ${name}`, "name the data set as the results do", name);
  const { uses, runs, commits } = decisionsOn(facts, input);
  const confidence = input.confidence ?? USUAL_CONFIDENCE;
  const left = Math.max(0, 1 - uses * (1 - confidence));
  const counted = [
    ...(commits.size > 0 ? [`${commits.size} commits changed its results`] : []),
    ...(runs.size > 0 ? [`${runs.size} runs state one`] : []),
  ];
  const message = [
    `${name} has been decided on at least ${uses} ${uses === 1 ? "time" : "times"}${counted.length === 0 ? "" : ` (${listed(counted)})`}`,
    `a promise of ${shownNumber(confidence * 100)} % for each leaves ${shownNumber(left * 100)} % for the best of them`,
    ...luck(facts, uses),
  ].join("; ");
  const sources = facts.slice(0, 1).map(({ source }) => source);
  const tooOften = asked["at-most"] !== undefined && uses > asked["at-most"];
  const tooLittle = asked["promise-at-least"] !== undefined && !keeps(left, "at-least", asked["promise-at-least"]);
  const judged = judgedNumbers({
    metric: "decisions",
    value: uses,
    unit: "count",
    higher_is_better: false,
    bound_kind: "at-most",
    bound: asked["at-most"] ?? null,
    confidence,
  });
  if (tooOften || tooLittle) return { subject: name, outcome: "not-met", message, sources, judged };
  if (history.cutOff === null) return { subject: name, outcome: "met", message, sources, judged };
  return {
    subject: name,
    outcome: "inconclusive",
    message: `${message}; how often before cannot be told: ${history.cutOff}`,
    mend: "let git's whole history be seen",
    sources,
    judged,
  };
}

function isOnSet(fact: Measurement, name: string, { evidence, options: asked }: Input): boolean {
  if (fact.claimed || fact.about !== null || fact.split === "train" || fact.split === "validation") return false;
  if (asked.of !== undefined && fact.metric !== asked.of && fact.raw_metric !== asked.of) return false;
  if (fact.dataset === name || fact.split === name) return true;
  if (name !== "test") return false;
  const named = evidence.of("dataset").find((dataset) => dataset.name !== null && dataset.name === fact.dataset);
  return named === undefined || named.role === null || named.role === "test";
}

/**
 * What choosing the best of several equally good models gains by luck: the expected greatest of as many normal deviates,
 * after Blom (1958), times the standard error.
 */
function luck(facts: readonly Measurement[], uses: number): readonly string[] {
  const told = facts.find(
    ({ value, trials, unit, slice }) =>
      value !== null && trials !== null && trials > 0 && unit === "proportion" && Object.keys(slice).length === 0,
  );
  if (told?.value === undefined || told.value === null || told.trials === null || uses < 2) return [];
  const deviation = Math.sqrt(Math.max(0, told.value * (1 - told.value)) / told.trials);
  const gain = normalQuantile((uses - 0.375) / (uses + 0.25)) * deviation;
  return [`the best ${told.metric} of ${uses} equal models is about ${shownNumber(gain)} too high by luck alone`];
}
