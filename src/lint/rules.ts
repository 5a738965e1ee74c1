import type { Quantity } from "../model/option.js";
import type { Policy, Rule } from "../model/policy.js";
import { canonicalDriftMethod } from "../normalise/drift-methods.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";
import { metricTable } from "../normalise/metric-table.js";
import { percentWords, quantityWords } from "../policy/amounts.js";
import { nearest } from "../policy/nearest.js";
import { isQuantity } from "../policy/proportions.js";
import type { Advice, LintId } from "./advice.js";
import { trialsNeeded } from "./reach.js";

type Found = readonly [id: LintId, message: string, mend: string];

/** What the rules of a policy say that can be told without any evidence. */
export function lintRules(policy: Policy, now: number): readonly Advice[] {
  const ofRules = policy.rules.flatMap((rule) =>
    [
      ...neverFails(rule, policy),
      ...neverMet(rule, policy),
      ...beyondReach(rule),
      ...overFolds(rule, policy),
      ...expired(rule, now),
      ...shadowedOptions(rule, policy),
      ...shadowedByRule(rule, policy),
      ...misspelt(rule),
    ].map(([id, message, mend]): Advice => ({
      id,
      policy: policy.id,
      rule: rule.id,
      message,
      mend,
      origin: rule.origin,
    })),
  );
  return [...ofRules, ...unusedParameters(policy)];
}

const unusedParameters = ({ id, unusedParameters: unused }: Policy): readonly Advice[] =>
  unused.map(({ name, origin }) => ({
    id: "unused-parameter",
    policy: id,
    rule: null,
    message: `no rule uses the parameter \`${name}\``,
    mend: `write \`$${name}\` where its value is meant, or delete it`,
    origin,
  }));

const metricsOf = ({ check, subject }: Rule): readonly string[] => check.metricsOf?.(subject) ?? [];

const confidenceOf = (rule: Rule, policy: Policy): number | null =>
  rule.confidence === undefined ? policy.confidence : rule.confidence;

const bound = (rule: Rule, name: string): Quantity | null => {
  const value = rule.options[name];
  return isQuantity(value) ? value : null;
};

function neverFails(rule: Rule, { then, ownRules }: Policy): readonly Found[] {
  const effects = { ...then, ...rule.then };
  const outcomes = ["not-met", "missing", "unreadable", "inconclusive"] as const;
  const found: Found[] = [];
  // What a pack only notes, it means to note: who extends it has not written that.
  if (ownRules.has(rule.id) && outcomes.every((outcome) => effects[outcome] === "note"))
    found.push([
      "never-fails",
      "whatever it finds only is a note",
      "say `then: warn`, or let it stop once the trial is over",
    ]);
  if (rule.check.id === "approval" && rule.subject === 0 && rule.options["roles"] === undefined)
    found.push(["never-fails", "nobody's approval is asked", "ask for at least one, or delete the rule"]);
  if (rule.check.id === "expression" && rule.written["expression"] === true)
    found.push(["never-fails", "the expression is always true", "delete the rule, or write what it should ask"]);
  for (const name of metricsOf(rule)) {
    const { range, known } = interpretMetric(name);
    if (!known) continue;
    const least = bound(rule, "at-least");
    const most = bound(rule, "at-most");
    const width = range.upper === null || range.lower === null ? null : range.upper - range.lower;
    const lose = bound(rule, "may-lose");
    if (least !== null && range.lower !== null && least.value <= range.lower)
      found.push(["never-fails", `every ${name} is at least ${quantityWords(least)}`, "raise the bound"]);
    if (most !== null && range.upper !== null && most.value >= range.upper)
      found.push(["never-fails", `every ${name} is at most ${quantityWords(most)}`, "lower the bound"]);
    if (lose !== null && width !== null && lose.value >= width)
      found.push(["never-fails", `no ${name} can lose more than ${quantityWords(lose)}`, "lower the margin"]);
  }
  for (const [name, spec] of Object.entries(rule.check.options)) {
    if (spec.kind !== "proportion" || rule.options[name] === undefined || name === "allowed-over") continue;
    if (name.endsWith("at-least") && rule.options[name] === 0)
      found.push(["never-fails", `\`${name}: 0%\` asks nothing of a share`, "raise the bound"]);
    if (name.endsWith("at-most") && rule.options[name] === 1)
      found.push(["never-fails", `\`${name}: 100%\` allows every share`, "lower the bound"]);
  }
  found.push(...everyDistance(rule));
  if (rule.options["allowed-over"] === 1)
    found.push(["never-fails", "`allowed-over` lets every part fail", "allow less than 100%"]);
  return found;
}

/** Measures of drift that lie between 0 and 1, whatever the data. */
const bounded = new Set(["share", "ks", "jensen-shannon", "hellinger", "total-variation", "p-value"]);

function everyDistance({ subject, options, check }: Rule): readonly Found[] {
  const most = options["at-most"];
  const methods = Array.isArray(subject) ? subject.filter((method) => typeof method === "string") : [];
  if (!["drift", "prediction-drift", "confidence-drift"].includes(check.id) || !isQuantity(most) || most.value < 1)
    return [];
  return methods.length > 0 && methods.every((method) => bounded.has(canonicalDriftMethod(method) ?? method))
    ? [["never-fails", `every ${methods.join(" and ")} is at most ${quantityWords(most)}`, "lower the bound"]]
    : [];
}

/** A bound that lies beyond all values that the metric can have. */
function beyondReach(rule: Rule): readonly Found[] {
  const [least, most] = [bound(rule, "at-least"), bound(rule, "at-most")];
  return metricsOf(rule).flatMap((name): readonly Found[] => {
    const { range, known } = interpretMetric(name);
    if (!known) return [];
    if (most !== null && range.lower !== null && most.value < range.lower)
      return [["never-met", `no ${name} is at most ${quantityWords(most)}`, "raise the bound"]];
    if (least !== null && range.upper !== null && least.value > range.upper)
      return [["never-met", `no ${name} is at least ${quantityWords(least)}`, "lower the bound"]];
    return [];
  });
}

function neverMet(rule: Rule, policy: Policy): readonly Found[] {
  const confidence = confidenceOf(rule, policy);
  const least = bound(rule, "at-least");
  const samples = rule.options["min-samples"];
  if (confidence === null || least === null || rule.check.id !== "metric") return [];
  const proportion = metricsOf(rule).some((name) => interpretMetric(name).range.upper === 1);
  if (!proportion) return [];
  const needed = trialsNeeded(least.value, confidence);
  if (needed === null) {
    const message = `no sample, however large, shows ${quantityWords(least)} with ${percentWords(confidence)} confidence`;
    return [["never-met", message, "lower the bound a little, or say `confidence: none`"]];
  }
  if (typeof samples !== "number" || samples >= needed) return [];
  const message = `with ${samples} samples not even a perfect slice shows ${quantityWords(least)} with ${percentWords(confidence)} confidence; it takes ${needed}`;
  return [["never-met", message, `say \`min-samples: ${needed}\`, so that smaller slices are pooled`]];
}

const sharedRows =
  "folds share their training rows: bounds and t tests that take them as independent find what is not there";

/** A test over folds that takes them as independent, wherever a rule can ask for one. */
function overFolds(rule: Rule, policy: Policy): readonly Found[] {
  const mend = "ask `cross-validation`, which corrects for it";
  const sure = confidenceOf(rule, policy) !== null;
  if (rule.check.id === "cross-validation") {
    const share = rule.options["test-share"];
    const corrects = typeof share !== "number" || share >= LEAST_TEST_SHARE;
    return corrects
      ? []
      : [
          [
            "plain-t-test",
            `\`test-share: ${percentWords(share)}\` takes the correction away, and leaves a plain t test; ${sharedRows}`,
            "write the share of the rows that each split tests on, or leave it out",
          ],
        ];
  }
  const keys = rule.options["for-each"];
  const each = Array.isArray(keys) && keys.some((group) => Array.isArray(group) && group.includes("fold"));
  if (each && sure) return [["plain-t-test", sharedRows, mend]];
  const means = sure ? metricsOf(rule).filter((name) => overFoldsByName.test(name)) : [];
  return means.map((name) => [
    "plain-t-test",
    `\`${name}\` is a mean over folds, and its standard error takes them as independent; ${sharedRows}`,
    mend,
  ]);
}

/** Below this share of test rows the correction of Nadeau and Bengio for shared training rows is next to nothing. */
const LEAST_TEST_SHARE = 0.01;

/** Names that tools and people give to a mean over folds. */
const overFoldsByName = /(?:^|[_.\s-])(?:cv|k?-?folds?|cross[_-]?val(?:idation|idated)?)(?:$|[_.\s-])/i;

const expired = ({ effective: { until } }: Rule, now: number): readonly Found[] =>
  until === null || until >= now
    ? []
    : [["expired", `it held until ${new Date(until).toISOString().slice(0, 10)}`, "delete it, or give it a later day"]];

const comparing = [
  "may-lose",
  "change-at-least",
  "change-at-most",
  "relative-change-at-least",
  "relative-change-at-most",
];

/** Options that change nothing, because of what else the rule says. */
function shadowedOptions(rule: Rule, policy: Policy): readonly Found[] {
  const has = (name: string): boolean => rule.options[name] !== undefined;
  const compares = comparing.some(has);
  const idle = (name: string, why: string): readonly Found[] => [
    ["shadowed", `\`${name}\` changes nothing: ${why}`, "delete it"],
  ];
  return [
    ...(has("against") && !compares && rule.check.id === "metric" ? idle("against", "no bound compares") : []),
    ...(has("same-dataset") && !compares ? idle("same-dataset", "no bound compares") : []),
    ...(has("allowed-over") && !has("for-each") ? idle("allowed-over", "there is no `for-each`") : []),
    ...(typeof rule.confidence === "number" && (rule.check.bounds ?? []).length === 0
      ? idle("confidence", `\`${rule.check.id}\` judges no bound`)
      : []),
    ...(rule.confidence === null && policy.confidence === null ? idle("confidence", "the policy has none either") : []),
    ...(rule.onlyNew === true && (rule.check.id === "approval" || rule.check.id === "separation-of-duties")
      ? idle("only-new", "approvals are never softened")
      : []),
  ];
}

/** Another rule of the same question that asks more, so that this one says nothing. */
function shadowedByRule(rule: Rule, policy: Policy): readonly Found[] {
  return policy.rules.flatMap((other): readonly Found[] => {
    if (other === rule || other.check.id !== rule.check.id || !sameQuestion(rule, other)) return [];
    return (["at-least", "at-most"] as const).flatMap((kind): readonly Found[] => {
      const [own, stricter] = [bound(rule, kind), bound(other, kind)];
      if (own === null || stricter === null) return [];
      const asksMore = kind === "at-least" ? stricter.value > own.value : stricter.value < own.value;
      const twin = stricter.value === own.value && policy.rules.indexOf(other) < policy.rules.indexOf(rule);
      return asksMore || twin
        ? [
            [
              "shadowed",
              `\`${other.id}\` asks the same with ${kind} ${quantityWords(stricter)}`,
              "delete the one that asks less",
            ],
          ]
        : [];
    });
  });
}

/** The same subject, options and consequences, apart from the bounds. */
function sameQuestion(rule: Rule, other: Rule): boolean {
  const asked = ({ subject, options, then, applies, confidence, effective }: Rule): string => {
    const { "at-least": _, "at-most": __, ...rest } = options;
    return JSON.stringify([
      subject,
      Object.entries(rest).sort(),
      Object.entries(then).sort(),
      applies,
      confidence ?? "",
      effective,
    ]);
  };
  return asked(rule) === asked(other);
}

function misspelt(rule: Rule): readonly Found[] {
  return metricsOf(rule).flatMap((name): readonly Found[] => {
    if (interpretMetric(name).known) return [];
    const near = nearest(
      name.replaceAll("_", "-"),
      knownMetrics.map((id) => id.replaceAll("_", "-")),
    );
    const meant = knownMetrics.find((id) => id.replaceAll("_", "-") === near);
    if (meant === undefined || Math.abs(meant.length - name.length) > 2 || name.length < 4) return [];
    return [
      [
        "misspelt-metric",
        `\`${name}\` is no metric that is known`,
        `did you mean \`${meant}\`? If it is your own, leave it.`,
      ],
    ];
  });
}

const knownMetrics: readonly string[] = metricTable.map(({ id }) => id);
