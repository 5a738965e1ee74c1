import { readCard } from "../judging/card.js";
import { statedFields } from "../judging/stated-fields.js";
import { missing } from "../judging/verdict.js";
import { listed } from "../judging/wording.js";
import { defineCheck } from "../model/check.js";
import type { Verdict } from "../model/finding.js";
import { wholeFile } from "../model/source.js";

/** Where cards state how much is at risk. */
const riskField =
  /^(?:(?:governance|model_details|metadata|intended_uses|business_details|considerations|regulatory|eu_ai_act)\.)?(?:risk|risk_rating|risk_class|risk_level|risk_tier|risk_category|tier|materiality|safety_?risk_?assessment)$/i;

export const riskClass = defineCheck({
  id: "risk-class",
  area: "governance",
  title: "The model's risk is classified",
  why: "What a model must show depends on what it can do to people; a model without a class escapes every policy that asks for one.",
  mend: "Give the model a `risk` in referee.yaml, and state the same in its card.",
  whenNot:
    "Whether the class is right is for a person to judge: this asks that there is one, of your words, and only one.",
  subject: {
    kind: "texts",
    description: "The classes that there are, such as [low, limited, high]; any other word is not met.",
  },
  options: {
    "in-card": { kind: "flag", description: "True asks that the card state it as well; false by default." },
  },
  example: {
    rule: "classified: { risk-class: [low, limited, high] }",
    met: "risk: high in referee.yaml",
    notMet: "risk: high in referee.yaml and risk_rating: Unknown in the card",
  },
  needs: ["card"],

  plain: (classes, asked) =>
    `the model's risk is classified as ${listed(classes, "or")}${asked["in-card"] === true ? ", in its card as well" : ""}`,

  evaluate({ subject: classes, options, evidence, model }) {
    const card = readCard(evidence);
    if (card.kind === "verdict" && card.verdict.outcome === "unreadable") return [card.verdict];
    const fields = statedFields(evidence, riskField);
    const wrong = fields.find(({ value }) => classOf(value, classes) === null);
    const stop = (outcome: Verdict["outcome"], message: string): readonly Verdict[] => [
      { subject: null, outcome, message, sources: fields.map(({ fact }) => fact.source) },
    ];
    if (wrong !== undefined)
      return stop("not-met", `the card states the class “${wrong.value}”, which is none of ${listed(classes, "or")}`);
    const declared = model.risk === null ? null : classOf(model.risk, classes);
    if (model.risk !== null && declared === null)
      return stop(
        "not-met",
        `referee.yaml states the class “${model.risk}”, which is none of ${listed(classes, "or")}`,
      );
    const stated = [...new Set(fields.flatMap(({ value }) => classOf(value, classes) ?? []))];
    const all = [...new Set([...(declared === null ? [] : [declared]), ...stated])];
    if (all.length > 1)
      return stop(
        "not-met",
        `the class is stated as ${listed(all)}: ${declared === null ? "the card's fields disagree" : "referee.yaml and the card disagree"}`,
      );
    if (options["in-card"] === true && stated.length === 0) {
      if (card.kind === "verdict") return [card.verdict];
      return [
        {
          subject: null,
          outcome: "not-met",
          message: "the card does not state the class",
          sources: [wholeFile(card.path)],
        },
      ];
    }
    const [one] = all;
    if (one === undefined)
      return [missing("nothing says how much is at risk", "give the model a `risk` in referee.yaml")];
    return stop("met", `classified as ${one}`);
  },
});

const classOf = (text: string, classes: readonly string[]): string | null =>
  classes.find((known) => known.toLowerCase() === text.trim().toLowerCase()) ?? null;
