import { mean } from "simple-statistics";
import type { Evidence } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import { missing } from "./verdict.js";
import { listed } from "./wording.js";
import { grouped } from "../model/grouped.js";

type Attribution = FactOf<"attribution">;

/** How much each feature matters to a model, by size: the mean over instances and classes of what is attributed to it. */
export interface Importances {
  readonly kind: "importances";
  readonly method: string;
  readonly size: ReadonlyMap<string, number>;
  readonly facts: readonly Attribution[];
}

export type ImportancesReading = Importances | { readonly kind: "verdict"; readonly verdict: Verdict };

/**
 * The explanation of a model by one of some methods (any: whichever there is). Where the whole model is explained, single instances
 * are left out; where several methods speak, the first asked for, or the first by name, is taken.
 */
export function importancesOf(evidence: Evidence, methods: readonly string[]): ImportancesReading {
  const found = evidence.of("attribution").filter((fact) => isBy(fact, methods));
  const stated = [...new Set(found.map(methodOf))].sort();
  const method = methods.find((name) => stated.some((own) => alike(own, name))) ?? stated[0];
  if (method === undefined)
    return {
      kind: "verdict",
      verdict: missing(
        methods.includes("any")
          ? "no evidence explains the model"
          : `no evidence explains the model by ${listed(methods, "or")}`,
        "commit the importance of each feature below the model's folder",
      ),
    };
  const own = found.filter((fact) => alike(methodOf(fact), method));
  const whole = own.filter(({ instance }) => instance === null);
  const facts = whole.length > 0 ? whole : own;
  const broken = facts.find(({ importance }) => importance === null);
  if (broken !== undefined)
    return {
      kind: "verdict",
      verdict: {
        subject: broken.feature,
        outcome: "unreadable",
        message: `the importance of ${broken.feature} is ${broken.non_finite ?? "no number"}`,
        mend: "explain the model again",
        sources: [broken.source],
      },
    };
  const byFeature = grouped(facts, ({ feature }) => feature);
  return {
    kind: "importances",
    method: facts[0] === undefined ? method : methodOf(facts[0]),
    size: new Map(
      [...byFeature].map(([feature, all]) => [feature, mean(all.map(({ importance }) => Math.abs(importance ?? 0)))]),
    ),
    facts,
  };
}

const methodOf = ({ method }: Attribution): string => method ?? "an unnamed method";

const alike = (own: string, asked: string): boolean => own.toLowerCase() === asked.toLowerCase();

const isBy = (fact: Attribution, methods: readonly string[]): boolean =>
  methods.includes("any") || methods.some((name) => alike(methodOf(fact), name));
