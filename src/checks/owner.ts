import { readCard } from "../judging/card.js";
import { isUnfilled, statedFields } from "../judging/stated-fields.js";
import { missing } from "../judging/verdict.js";
import { matchesWildcard } from "../judging/wildcard.js";
import { listed } from "../judging/wording.js";
import { defineCheck } from "../model/check.js";
import type { Evidence, ModelIdentity } from "../model/evidence.js";
import type { Source } from "../model/source.js";
import { ownerFiles, ownerLineOf } from "../normalise/code-owners.js";

/** Where cards name who answers for a model. Authors and developers made it, which is another thing. */
const ownerField =
  /^(?:(?:governance|model_details|model|metadata|business_details)\.)?(?:owners?|model_owners?|maintainers?|accountable|responsible|senior_responsible_owner|owned_by|product_owner)(?:\.\d+)?(?:\.(?:name|contact|email|team|handle))?$/i;

/** The owners that CODEOWNERS names for the model's card, or for where it would lie: the last line that matches counts. */
function codeOwners(evidence: Evidence, model: ModelIdentity): readonly Stated[] {
  const lines = evidence.of("card").filter(({ field }) => field === "code-owners");
  const path = ownerFiles.find((place) => lines.some(({ source }) => source.path === place));
  const own = lines
    .filter(({ source }) => source.path === path)
    .sort((one, other) => (one.source.line ?? 0) - (other.source.line ?? 0))
    .map((fact) => ({ pattern: fact.title ?? "", fact }));
  const found = ownerLineOf(own, model.path === "" ? "README.md" : `${model.path}/README.md`)?.fact;
  if (found === undefined || typeof found.value !== "string") return [];
  return found.value
    .split(" ")
    .filter((name) => name !== "")
    .map((name) => ({ name, sources: [found.source] }));
}

interface Stated {
  readonly name: string;
  readonly sources: readonly Source[];
}

export const owner = defineCheck({
  id: "owner",
  area: "documentation",
  title: "Somebody owns the model",
  why: "When a model fails at night, somebody must be called who may decide.",
  mend: "Name the owner in referee.yaml (`models: [{ name, path, owner }]`) or in the card's front matter.",
  whenNot:
    "For who may approve a change, ask `approval`. Code owners review code, and need not own the model: CODEOWNERS counts where it lies with the model and neither referee.yaml nor a card names an owner.",
  subject: { kind: "texts", description: "any, or who may own it: people, teams, addresses; `*` stands for anything." },
  options: {},
  example: {
    rule: 'owned: { owner: "@acme/*" }',
    met: "owner: @acme/fraud in referee.yaml",
    notMet: "owner: TBD in the card",
  },
  needs: ["card"],

  plain: (who) => (who.includes("any") ? "somebody owns the model" : `the model is owned by ${listed(who, "or")}`),

  evaluate({ subject: who, evidence, model }) {
    const card = readCard(evidence);
    const fields = statedFields(evidence, ownerField);
    const told: readonly Stated[] = [
      ...(model.owner === null ? [] : [{ name: model.owner, sources: [] }]),
      ...fields.map(({ value, fact }) => ({ name: value, sources: [fact.source] })),
    ];
    const stated = told.length === 0 ? codeOwners(evidence, model) : told;
    const named = stated.filter(({ name }) => !isUnfilled(name));
    const fitting = named.find(({ name }) => who.includes("any") || who.some((one) => matchesWildcard(one, name)));
    if (fitting !== undefined)
      return [{ subject: null, outcome: "met", message: `owned by ${fitting.name}`, sources: fitting.sources }];
    const [first] = named;
    if (first !== undefined)
      return [
        {
          subject: null,
          outcome: "not-met",
          message: `owned by ${listed(named.map(({ name }) => name).slice(0, 4))}, who is none of ${listed(who, "or")}`,
          sources: named.flatMap(({ sources }) => sources),
        },
      ];
    if (card.kind === "verdict" && card.verdict.outcome === "unreadable") return [card.verdict];
    const [unfilled] = stated;
    if (unfilled !== undefined)
      return [
        {
          subject: null,
          outcome: "not-met",
          message: `the owner is ${unfilled.name.trim() === "" ? "empty" : `“${unfilled.name.trim()}”`}, which is nobody`,
          sources: unfilled.sources,
        },
      ];
    return [missing("nobody is named as the model's owner", "name the owner in referee.yaml or in the card")];
  },
});
