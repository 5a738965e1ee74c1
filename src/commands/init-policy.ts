import { shownNumber } from "../judging/wording.js";
import type { ProposedModel, SeenModel } from "./init-models.js";

/** A rule that `init` may write, and evidence that just meets it. */
export interface ProposedRule {
  readonly id: string;
  readonly text: string;
  /** Facts of a case in which it is met, one line of YAML each. */
  readonly facts: readonly string[];
  /** Facts of a case that is a tenth worse, and fails it; none where there is nothing to be worse. */
  readonly worse: readonly string[];
  /** Facts of a champion that is just as much better as may be. */
  readonly champion: readonly string[];
  /** Facts of one that is worse by more than that: it would not do in the candidate's place. */
  readonly outdone: readonly string[];
}

interface Reached {
  readonly metric: string;
  readonly unit: string | null;
  /** Of every model. */
  readonly values: readonly number[];
  readonly higher: boolean;
}

/** The metrics that all models state, and that have a better direction. */
function reachedByAll(models: readonly SeenModel[]): readonly Reached[] {
  const [first] = models;
  return (first?.rows ?? []).flatMap(({ metric, higher_is_better: higher, unit }) => {
    const values = models.flatMap(({ rows }) => rows.find((row) => row.metric === metric)?.value ?? []);
    return higher === null || values.length < models.length ? [] : [{ metric, unit, values, higher }];
  });
}

interface Floor extends Pick<Reached, "metric" | "unit"> {
  readonly floor: number;
}

/** Floors that every model meets today, a little below the worst of them: of shares, and of what is at most 1 as they are. */
function floors(reached: readonly Reached[]): readonly Floor[] {
  return reached.flatMap(({ metric, unit, values, higher }) => {
    const isShare = unit === "proportion" || (unit === null && values.every((value) => value > 0 && value <= 1));
    if (!higher || !isShare) return [];
    const worst = Math.min(...values);
    // Nothing stays perfect.
    const floor = Math.min(0.98, Math.floor(worst * 50) / 50);
    return floor > 0 ? [{ metric, unit, floor }] : [];
  });
}

/** Errors of estimates and of probabilities; times and sizes are not bounded by what they happen to be. */
const ofError = /^(?:rmse|mae|mse|mape|smape|rmsle|log_loss|brier_score|wer|cer|ece|expected_calibration_error)$/;

/** Ceilings that every model keeps today: of the worst error its first two digits, rounded up. */
function ceilings(reached: readonly Reached[]): readonly ProposedRule[] {
  return reached.flatMap(({ metric, unit, values, higher }) => {
    const worst = Math.max(...values);
    if (higher || !ofError.test(metric) || !(worst > 0)) return [];
    const digit = 10 ** (Math.floor(Math.log10(worst)) - 1);
    const ceiling = Number((Math.ceil(worst / digit - 1e-9) * digit).toPrecision(3));
    return [
      {
        id: `${metric.replaceAll("_", "-")}-ceiling`,
        text: `{ metric: ${metric}, at-most: ${String(ceiling)} }`,
        facts: [measured({ metric, unit }, ceiling)],
        worse: [measured({ metric, unit }, ceiling * 1.1)],
        champion: [],
        outdone: [],
      },
    ];
  });
}

const measured = ({ metric, unit }: Pick<Reached, "metric" | "unit">, value: number): string =>
  `{ kind: measurement, metric: ${metric}, value: ${String(Number(value.toPrecision(4)))}${unit === null ? "" : `, unit: ${/^[a-z]+$/.test(unit) ? unit : JSON.stringify(unit)}`} }`;

/** The most that a candidate loses against its champion today, in whole hundredths and at least one. */
function margin(models: readonly SeenModel[], proposed: readonly ProposedModel[], metrics: readonly string[]): number {
  const valueOf = (name: string, metric: string): number =>
    models.find(({ identity }) => identity.name === name)?.rows.find((row) => row.metric === metric)?.value ??
    Number.NaN;
  const losses = proposed.flatMap(({ name, champion }) =>
    champion === null || champion === name
      ? []
      : metrics.map((metric) => valueOf(champion, metric) - valueOf(name, metric)),
  );
  return Math.max(0.01, Math.ceil(Math.max(...losses.filter(Number.isFinite), 0) * 100 - 1e-9) / 100);
}

/** Rules that the models may meet today; those that they do not are to be left out. */
export function proposeRules(
  models: readonly SeenModel[],
  proposed: readonly ProposedModel[],
): readonly ProposedRule[] {
  const stated = reachedByAll(models);
  const reached = floors(stated);
  const metrics = reached.map(({ metric }) => metric);
  const lose = margin(models, proposed, metrics);
  const compares = metrics.length > 0 && proposed.some(({ name, champion }) => champion !== null && champion !== name);
  const drift = models.every(({ evidence }) => evidence.of("drift").length > 0);
  return [
    ...reached.map(({ metric, unit, floor }) => ({
      id: `${metric.replaceAll("_", "-")}-floor`,
      text: `{ metric: ${metric}, at-least: ${shownNumber(floor)} }`,
      facts: [measured({ metric, unit }, floor)],
      worse: [measured({ metric, unit }, floor * 0.9)],
      champion: [],
      outdone: [],
    })),
    ...ceilings(stated),
    ...(compares
      ? [
          {
            id: "no-worse-than-champion",
            text: `{ metric: [${metrics.join(", ")}], against: champion, may-lose: ${shownNumber(lose)} }`,
            facts: [],
            worse: [],
            champion: reached.map((row) => measured(row, row.floor + lose)),
            outdone: reached.map((row) => measured(row, Math.max(0, row.floor - 2 * lose))),
          },
        ]
      : []),
    ...(drift
      ? [
          {
            id: "stable-inputs",
            text: "{ drift: share, at-most: 30%, then: warn }",
            facts: ["{ kind: drift, scope: dataset, method: share, share: 0.3 }"],
            worse: ["{ kind: drift, scope: dataset, method: share, share: 0.33 }"],
            champion: [],
            outdone: [],
          },
        ]
      : []),
    // The pack only notes what is absent; where everything is there, its absence is to stop a merge.
    ...Object.entries(noted).map(([id, fact]) => ({
      id,
      text: "{ then: block }",
      facts: [fact],
      worse: [],
      champion: [],
      outdone: [],
    })),
  ];
}

/** Rules of referee:baseline that only note, and a fact that meets each. */
const noted: Readonly<Record<string, string>> = {
  "intended-use": "{ kind: card, section: intended-use, words: 40 }",
  licensed: "{ kind: card, field: license, value: apache-2.0 }",
  "data-named": '{ kind: dataset, name: train, role: train, digest: "md5:aa" }',
};

export const policyText = (schema: string, rules: readonly ProposedRule[]): string =>
  [
    schema,
    "policy: gate",
    "description: What every model here shows before it is merged.",
    "extends: [referee:baseline]",
    "gates: true",
    ...(rules.length === 0 ? [] : ["rules:"]),
    ...rules.map(({ id, text }) => `  ${id}: ${text}`),
    "",
  ].join("\n");

/** A model that just meets every rule, one that is a tenth worse, and one of which nothing is known. */
export function policyTestText(schema: string, rules: readonly ProposedRule[]): string {
  const champion = rules.flatMap((rule) => rule.champion);
  const fails = rules.filter((rule) => rule.worse.length + rule.champion.length > 0);
  const compared = rules.filter((rule) => rule.outdone.length > 0);
  const caseOf = (
    name: string,
    facts: readonly string[],
    of: readonly ProposedRule[],
    outcome: string,
    against = champion,
  ): readonly string[] => [
    `  - name: ${name}`,
    ...(facts.length === 0 ? [] : ["    facts:", ...facts.map((line) => `      - ${line}`)]),
    ...(facts.length === 0 || against.length === 0
      ? []
      : ["    champion:", ...against.map((line) => `      - ${line}`)]),
    "    findings:",
    ...of.map(({ id }) => `      ${id}: ${outcome}`),
  ];
  return [
    schema,
    "tests:",
    ...caseOf(
      "a model that just meets every rule",
      rules.flatMap(({ facts }) => facts),
      rules,
      "met",
    ),
    ...(fails.length === 0
      ? []
      : caseOf(
          "a model that is a tenth worse",
          fails.flatMap(({ worse }) => worse),
          fails,
          "not-met",
        )),
    ...(compared.length === 0
      ? []
      : caseOf(
          "a model that is better than its champion",
          rules.flatMap(({ facts }) => facts),
          compared,
          "met",
          compared.flatMap(({ outdone }) => outdone),
        )),
    ...caseOf("a model of which nothing is known", [], rules, "missing"),
    "",
  ].join("\n");
}
