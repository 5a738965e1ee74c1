import { defineCheck } from "../model/check.js";
import type { Evidence, ModelIdentity } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import { agree } from "../judging/comparable.js";
import { decimalsOf } from "../judging/rounding.js";
import { brokenFor, sameMetric } from "../judging/selection.js";
import { listed, shownBeside, shownNumber, shownSlice } from "../judging/wording.js";
import { readCard } from "../judging/card.js";

type Measurement = FactOf<"measurement">;

export const cardClaims = defineCheck({
  id: "card-claims",
  area: "documentation",
  title: "Every number in the card agrees with the evidence",
  why: "A card is read by people who never see the evaluation; a number that its own results contradict misleads them.",
  mend: "Write the number that the results give, or commit the results that gave the one in the card.",
  whenNot: "For cards that quote other people's models: their numbers are not this model's claims.",
  subject: { kind: "texts", description: "all, or the metrics whose claims are held against the evidence." },
  options: {},
  example: {
    rule: "honest-card: { card-claims: all }",
    met: "the card says 0.91 and the evaluation 0.9128",
    notMet: "the card says 0.934 and the evaluation 0.913",
  },
  needs: ["card", "measurement"],
  needsMarkdownBody: true,

  plain: (names) =>
    `${names.includes("all") ? "every number" : `what is said of ${listed(names)}`} in the card agrees with the evidence`,

  evaluate({ subject: names, evidence, model }) {
    const card = readCard(evidence);
    if (card.kind === "verdict" && card.verdict.outcome === "unreadable") return [card.verdict];
    const claims = claimsOf(evidence, names).filter((claim) => isOfTheModel(claim, evidence));
    if (claims.length > 0) return claims.map((claim) => judge(claim, evidence, runOf(model, evidence)));
    if (card.kind === "verdict") return [card.verdict];
    return [{ subject: null, outcome: "not-applicable", message: "the card states no number", sources: [] }];
  },
});

/** The run that the configuration names, where results are of a run of that id. */
const runOf = ({ run }: ModelIdentity, evidence: Evidence): string | null =>
  run !== null && evidence.of("measurement").some((fact) => fact.run === run) ? run : null;

const claimsOf = (evidence: Evidence, names: readonly string[]): readonly Measurement[] =>
  evidence
    .of("measurement")
    .filter(
      (fact) =>
        fact.claimed && fact.about === null && (names.includes("all") || names.some((name) => sameMetric(fact, name))),
    );

/**
 * A row of the table of training says how the model was on the way, and a score on the rows that it learned from how well
 * it learned them. Each is held only against results of that very step, and of training: those of the finished model on
 * other rows do not contradict it.
 */
const isOfTheModel = (claim: Measurement, evidence: Evidence): boolean =>
  (claim.step === null || evidence.of("measurement").some((fact) => !fact.claimed && fact.step === claim.step)) &&
  (claim.split !== "train" || evidence.of("measurement").some((fact) => !fact.claimed && fact.split === "train"));

function judge(claim: Measurement, evidence: Evidence, run: string | null): Verdict {
  const slice = shownSlice(claim.slice);
  const subject = slice === "" ? claim.metric : `${claim.metric}, ${slice}`;
  const said = `the card says ${claim.raw_metric} ${claim.value === null ? (claim.non_finite ?? "without a number") : shownNumber(claim.value)}`;
  if (claim.value === null)
    return {
      subject,
      outcome: "unreadable",
      message: said,
      mend: "write the number that the results give",
      sources: [claim.source],
    };
  const broken = brokenFor(evidence, "measurement", claim.metric).find(({ claims }) => !claims);
  const stated = onItsData(
    evidence
      .of("measurement")
      .filter((fact) => isOf(fact, claim, slice) && (run === null || fact.run === null || fact.run === run)),
    claim,
  );
  const agreeing = stated.find((fact) => agree(fact, claim) || isCutOff(fact, claim));
  if (agreeing !== undefined)
    return {
      subject,
      outcome: "met",
      message: `${said}, as does ${agreeing.source.path}`,
      sources: [claim.source, agreeing.source],
    };
  if (broken !== undefined)
    return {
      subject,
      outcome: "unreadable",
      message: `${said}; ${broken.source.path}: ${broken.message}`,
      mend: broken.mend,
      sources: [claim.source, broken.source],
    };
  const [nearest] = [...stated].sort((a, b) => distance(a, claim) - distance(b, claim));
  if (nearest === undefined) {
    return {
      subject,
      outcome: "missing",
      message: `${said}, and no evidence states it`,
      mend: "commit the results that gave it",
      sources: [claim.source],
    };
  }
  const found = inUnitOf(claim, nearest);
  const sign = claim.unit === "percent" ? "%" : "";
  const value = found === null ? (nearest.non_finite ?? "no number") : `${shownBeside(found, claim.value)}${sign}`;
  const claimed = `${found === null ? shownNumber(claim.value) : shownBeside(claim.value, found)}${sign}`;
  return {
    subject,
    outcome: "not-met",
    message: `the card says ${claim.raw_metric} ${claimed}; the results say ${value} (${nearest.source.path})`,
    mend: nearest.value === null ? "evaluate again" : `write ${value}, or commit the results that gave ${claimed}`,
    sources: [claim.source, nearest.source],
  };
}

/** Where results name the very data set that the claim names, they alone speak of it; else no name tells them apart. */
function onItsData(stated: readonly Measurement[], { dataset, split }: Measurement): readonly Measurement[] {
  const named = dataset === null ? [] : stated.filter((fact) => fact.dataset === dataset);
  const found = named.length > 0 ? named : stated;
  const ofSplit = split === null ? [] : found.filter((fact) => fact.split === split);
  return ofSplit.length > 0 ? ofSplit : found;
}

/** Evidence of the same quantity: same metric and slice; a way of computing counts where both name one. */
function isOf(fact: Measurement, claim: Measurement, slice: string): boolean {
  if (fact.claimed || fact.about !== null || fact.fold !== null || fact.metric !== claim.metric) return false;
  if (claim.step !== null && fact.step !== claim.step) return false;
  if ((fact.split === "train") !== (claim.split === "train")) return false;
  if (claim.protocol !== null && fact.protocol !== null && claim.protocol !== fact.protocol) return false;
  return shownSlice(fact.slice) === slice;
}

const distance = (fact: Measurement, claim: Measurement): number =>
  Math.abs((inUnitOf(claim, fact) ?? Number.MAX_VALUE) - (claim.value ?? 0));

/** The result as the card would write it; null where it is no number. */
function inUnitOf(claim: Measurement, { value, unit }: Measurement): number | null {
  if (value === null || unit === claim.unit) return value;
  if (claim.unit === "percent") return unit === "proportion" ? Number((value * 100).toPrecision(15)) : value;
  return unit === "percent" && claim.unit === "proportion" ? Number((value / 100).toPrecision(15)) : value;
}

/** True where the card has the first digits of the result, and leaves out the rest without rounding. */
function isCutOff(fact: Measurement, claim: Measurement): boolean {
  const value = inUnitOf(claim, fact);
  if (value === null || claim.value === null || Math.sign(value) !== Math.sign(claim.value)) return false;
  const unit = 10 ** -decimalsOf(claim.value);
  const left = Math.abs(value) - Math.abs(claim.value);
  return left >= 0 && left < unit * (1 - 1e-9);
}
