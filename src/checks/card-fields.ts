import { defineCheck } from "../model/check.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import { wholeFile } from "../model/source.js";
import { readCard } from "../judging/card.js";
import { listed } from "../judging/wording.js";

export const cardFields = defineCheck({
  id: "card-fields",
  area: "documentation",
  title: "The card's metadata has its fields",
  why: "Licence, owner, data sets and language are what tools and auditors look up; prose hides them.",
  mend: "Add the field to the card's front matter.",
  whenNot: "For cards without front matter, where sections say the same.",
  subject: {
    kind: "texts",
    description: "Fields of the front matter, keys joined by dots, such as license or governance.owner.",
  },
  options: {},
  example: {
    rule: "licensed: { card-fields: [license, governance.owner] }",
    met: "front matter with license: apache-2.0 and an owner",
    notMet: "front matter without a license",
  },
  needs: ["card"],
  looksAt: (fields) => ({ cardFields: fields }),

  plain: (fields) => `the card's metadata states ${listed(fields)}`,

  evaluate({ subject: fields, evidence }) {
    const card = readCard(evidence);
    if (card.kind === "verdict") return fields.map((field) => ({ ...card.verdict, subject: field }));
    const stated = card.facts.filter(({ field }) => field !== null);
    return fields.map((field) =>
      stated.length === 0 ? withoutFrontMatter(field, card.path) : judge(field, stated, card.path),
    );
  },
});

const withoutFrontMatter = (field: string, path: string): Verdict => ({
  subject: field,
  outcome: "missing",
  message: `the card has no front matter, so ${field} is nowhere`,
  mend: `begin the card with front matter between two lines of three dashes, with ${field}`,
  sources: [wholeFile(path)],
});

function judge(asked: string, facts: readonly FactOf<"card">[], path: string): Verdict {
  const found = facts.filter(({ field }) => field === asked || field?.startsWith(`${asked}.`) === true);
  const filled = found.find(
    ({ value, placeholder }) => value !== null && String(value).trim() !== "" && placeholder !== true,
  );
  if (filled !== undefined)
    return { subject: asked, outcome: "met", message: `${asked} is stated`, sources: [filled.source] };
  const empty = found[0];
  if (empty === undefined)
    return {
      subject: asked,
      outcome: "not-met",
      message: `the card does not state ${asked}`,
      sources: [wholeFile(path)],
    };
  const why = empty.placeholder === true ? "is still the template's text" : "is empty";
  return { subject: asked, outcome: "not-met", message: `${asked} ${why}`, sources: [empty.source] };
}
