import { defineCheck, type CheckInput } from "../model/check.js";
import type { FactOf } from "../model/fact.js";
import type { Judged, Verdict } from "../model/finding.js";
import type { OptionTable, ValuesOf } from "../model/option.js";
import { canonicalDriftMethod } from "../normalise/drift-methods.js";
import { keeps } from "../judging/bound.js";
import { judgeAge } from "../judging/age.js";
import { brokenFor } from "../judging/selection.js";
import { listed, shownNumber, shownSpan } from "../judging/wording.js";

const options = {
  "at-most": {
    kind: "quantity",
    description: "The largest score that meets the rule; without it the tool's own verdict is judged.",
  },
  "for-each": { kind: "text", description: "column: a finding for each column.", choices: ["column"] },
  "allowed-over": {
    kind: "proportion",
    description: "The share of columns that may be over the bound; one finding for the model.",
  },
  "max-age": { kind: "duration", description: "The oldest report that counts." },
  "min-samples": {
    kind: "count",
    description: "Current rows below which a score is inconclusive, where the report states them.",
  },
  scope: {
    kind: "text",
    description: "Only drift of this scope.",
    choices: ["column", "dataset", "prediction", "target", "concept", "attribution", "performance"],
  },
} as const satisfies OptionTable;

type Options = ValuesOf<typeof options>;
type Drift = FactOf<"drift">;

export const drift = defineCheck({
  id: "drift",
  area: "monitoring",
  title: "Inputs have not drifted",
  why: "A model is only known to be good on data like those it was tested on.",
  mend: "Look at the column's source; mend the feed, or train on what now arrives.",
  whenNot: "Drift is judged by its size: for tests that give only p-values, choose a distance in the tool.",
  subject: {
    kind: "texts",
    description:
      "The method of the score (psi, wasserstein-normed, jensen-shannon, …), any, or share for the share of drifted columns.",
  },
  options,
  example: {
    rule: "stable-inputs: { drift: psi, for-each: column, at-most: 0.2, allowed-over: 10% }",
    met: "one of twelve columns over 0.2",
    notMet: "three of ten columns over 0.2",
  },
  needs: ["drift"],

  plain(methods, asked) {
    const bound =
      asked["at-most"] === undefined
        ? "is not flagged by the tool"
        : `is at most ${shownNumber(asked["at-most"].value)}`;
    const over =
      asked["allowed-over"] === undefined
        ? ""
        : `, but for ${shownNumber(asked["allowed-over"] * 100)} % of the columns`;
    const age = asked["max-age"] === undefined ? "" : `, in a report not older than ${shownSpan(asked["max-age"])}`;
    return `drift by ${listed(methods, "or")} ${bound}${over}${age}`;
  },

  evaluate(input) {
    const { evidence, options: asked } = input;
    const broken = brokenFor(evidence, "drift")[0];
    if (broken !== undefined)
      return [
        {
          subject: null,
          outcome: "unreadable",
          message: `${broken.source.path}: ${broken.message}`,
          mend: broken.mend,
          sources: [broken.source],
        },
      ];
    const facts = evidence.of("drift").filter((fact) => isAsked(fact, input));
    const [first] = facts;
    if (first === undefined)
      return [
        {
          subject: null,
          outcome: "missing",
          message: `no evidence of drift by ${listed(input.subject, "or")}`,
          mend: "write a drift report below the model's folder, or map the one you have",
          sources: [],
        },
      ];
    const aged =
      asked["max-age"] === undefined
        ? null
        : judgeAge(facts, asked["max-age"], input.now, "the drift report", input.history);
    const verdicts = facts.map((fact) => judge(fact, asked));
    const judged = asked["allowed-over"] === undefined ? verdicts : [together(verdicts, asked["allowed-over"])];
    return aged === null || aged.outcome === "met" ? judged : [...judged, aged];
  },
});

function isAsked(fact: Drift, { subject: methods, options: asked }: CheckInput<readonly string[], Options>): boolean {
  if (asked.scope !== undefined && fact.scope !== asked.scope) return false;
  if (methods.includes("share")) return fact.scope === "dataset" && fact.share !== null;
  if (asked["for-each"] === "column" && (fact.scope === "dataset" || fact.column === null)) return false;
  if (methods.includes("any"))
    return (
      asked.scope !== undefined || asked["for-each"] !== undefined || fact.scope !== "dataset" || fact.share === null
    );
  return methods.some(
    (method) => fact.method !== null && (fact.method === method || canonicalDriftMethod(method) === fact.method),
  );
}

function judge(fact: Drift, asked: Options): Verdict {
  const subject = fact.column ?? fact.scope;
  const sources = [fact.source];
  const bound = asked["at-most"]?.value;
  const score = fact.score ?? fact.share;
  if (fact.non_finite !== null)
    return {
      subject,
      outcome: "unreadable",
      message: `the score of ${subject} is ${fact.non_finite}`,
      mend: "find out why it could not be computed",
      sources,
    };
  if (bound === undefined) return byFlag(fact, subject);
  if (score === null) {
    if (fact.p_value === null)
      return {
        subject,
        outcome: "unreadable",
        message: `no score is stated for ${subject}`,
        mend: "write the score into the report",
        sources,
      };
    return {
      subject,
      outcome: "inconclusive",
      message: `${fact.method ?? "the test"} gives p ${shownNumber(fact.p_value)} and no size`,
      mend: "report a distance, such as psi or wasserstein-normed",
      sources,
    };
  }
  const minimum = asked["min-samples"];
  const n = fact.n_current;
  const message = `${subject} ${shownNumber(score)}${fact.method === null ? "" : ` by ${fact.method}`}, at most ${shownNumber(bound)}`;
  if (minimum !== undefined && n !== null && n < minimum)
    return {
      subject,
      outcome: "inconclusive",
      message: `${message}; ${n} rows, fewer than ${minimum}`,
      mend: "wait for more rows",
      sources,
      judged: judgedOf(fact, score, bound),
    };
  return {
    subject,
    outcome: keeps(score, "at-most", bound) ? "met" : "not-met",
    message,
    sources,
    judged: judgedOf(fact, score, bound),
  };
}

function byFlag(fact: Drift, subject: string): Verdict {
  const sources = [fact.source];
  if (fact.drifted === null)
    return {
      subject,
      outcome: "missing",
      message: `the tool gives no verdict on ${subject}`,
      mend: "say `at-most`, and the score is judged",
      sources,
    };
  if (!fact.drifted) return { subject, outcome: "met", message: `${subject} has not drifted, says the tool`, sources };
  const pOnly = fact.score === null && fact.share === null && fact.p_value !== null;
  if (pOnly)
    return {
      subject,
      outcome: "inconclusive",
      message: `${subject} is flagged by a p-value alone, which says nothing of its size`,
      mend: "report a distance beside the test",
      sources,
    };
  return { subject, outcome: "not-met", message: `${subject} has drifted, says the tool`, sources };
}

function together(verdicts: readonly Verdict[], allowed: number): Verdict {
  const over = verdicts.filter(({ outcome }) => outcome === "not-met");
  const unknown = verdicts.filter(({ outcome }) => outcome !== "not-met" && outcome !== "met");
  const share = over.length / verdicts.length;
  const names = over.slice(0, 5).map(({ message }) => message);
  const message = `${over.length} of ${verdicts.length} over the bound, at most ${shownNumber(allowed * 100)} % may be${names.length === 0 ? "" : `: ${names.join("; ")}`}`;
  const shown = over.length > 0 ? over : verdicts.slice(0, 1);
  const sources = shown.flatMap(({ sources: own }) => own);
  if (!keeps(share, "at-most", allowed)) return { subject: null, outcome: "not-met", message, sources };
  if (keeps((over.length + unknown.length) / verdicts.length, "at-most", allowed))
    return { subject: null, outcome: "met", message, sources };
  const first = unknown[0];
  return {
    subject: null,
    outcome: first?.outcome ?? "inconclusive",
    message: `${message}; ${unknown.length} cannot be judged: ${first?.message ?? ""}`,
    sources: unknown.flatMap(({ sources: own }) => own),
  };
}

const judgedOf = (fact: Drift, score: number, bound: number): Judged => ({
  metric: fact.method ?? (fact.share === null ? "drift" : "share of drifted columns"),
  value: score,
  unit: null,
  higher_is_better: false,
  bound_kind: "at-most",
  bound,
  baseline: null,
  change: null,
  interval: null,
  n: fact.n_current,
  rung: "point",
  method: null,
  confidence: null,
  samples_needed: null,
  p_value: null,
  p_adjusted: null,
});
