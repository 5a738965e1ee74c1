import type { Effect, Finding, Outcome } from "../model/finding.js";
import type { Report } from "../model/report.js";
import { listed } from "../judging/wording.js";
import { isPaper } from "./headline.js";
import { metricName } from "./metric-name.js";
import { wordsOfRule } from "./rule-words.js";

/** One thing to do: everything that one rule found, and when it is done. */
export interface Action {
  readonly policy: string;
  readonly rule: string;
  /** The model itself, or what is written and signed about it. */
  readonly about: "model" | "paper";
  readonly title: string;
  readonly outcome: Outcome;
  readonly effect: Effect;
  readonly findings: readonly [Finding, ...Finding[]];
  readonly mend: string;
  /** What the rule asks, as one sentence. */
  readonly done: string;
}

/** What there is to do about findings, by rule: the model before the paper, worst first. */
export function actionsOf(findings: readonly Finding[], report: Report): readonly Action[] {
  const byRule = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.policy, finding.rule]);
    const known = byRule.get(key);
    if (known === undefined) byRule.set(key, [finding]);
    else known.push(finding);
  }
  const actions = [...byRule.values()].map((group) => actionOf(group, report));
  return [...actions.filter(({ about }) => about === "model"), ...actions.filter(({ about }) => about === "paper")];
}

/** Metrics by their names, where the rule is about metrics. */
function titleOf(findings: readonly Finding[]): string | null {
  const metrics = findings.map(({ judged }) => judged?.metric ?? null);
  if (metrics.some((metric) => metric === null)) return null;
  return listed([...new Set(metrics.flatMap((metric) => (metric === null ? [] : [metricName(metric)])))]);
}

function actionOf(findings: readonly [Finding, ...Finding[]], report: Report): Action {
  const [first] = findings;
  const words = wordsOfRule(first, report);
  return {
    policy: first.policy,
    rule: first.rule,
    about: isPaper(first) ? "paper" : "model",
    title: titleOf(findings) ?? words.title,
    outcome: first.outcome,
    effect: first.effect,
    findings,
    mend: first.mend,
    done: words.says,
  };
}
