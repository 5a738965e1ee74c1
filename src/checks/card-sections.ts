import { defineCheck } from "../model/check.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import { wholeFile } from "../model/source.js";
import { cardSectionIds, cardSectionsOf } from "../normalise/card-sections.js";
import { readCard } from "../judging/card.js";
import { listed } from "../judging/wording.js";

export const cardSections = defineCheck({
  id: "card-sections",
  area: "documentation",
  title: "The card has its sections, written",
  why: "A card that leaves out what a model is for, or where it fails, cannot be relied on by those who use it.",
  mend: "Write the section: a few sentences of what is known are better than a template.",
  whenNot: "Where documentation lives outside the repository; then ask for a field that links to it.",
  subject: {
    kind: "texts",
    description: `Canonical sections (${cardSectionIds.join(", ")}) or headings as they stand.`,
    known: { names: cardSectionIds, understands: (name) => cardSectionsOf(name).length > 0 },
  },
  options: {
    "min-words": { kind: "count", description: "Fewer words than this are not a written section; 1 by default." },
  },
  example: {
    rule: "whole-card: { card-sections: [intended-use, limitations] }",
    met: "a card with both sections written",
    notMet: "a card whose limitations are still the template's text",
  },
  needs: ["card"],
  needsMarkdownBody: true,

  plain: (sections, { "min-words": words }) =>
    `the card has ${listed(sections)}, written${words === undefined ? "" : ` in at least ${words} words`}`,

  evaluate({ subject: sections, options, evidence }) {
    const card = readCard(evidence);
    if (card.kind === "verdict") return [card.verdict];
    const facts = card.facts.filter(({ field }) => field === null);
    return sections.map((section) => judge(section, facts, card.path, options["min-words"] ?? 1));
  },
});

function judge(asked: string, facts: readonly FactOf<"card">[], path: string, minimum: number): Verdict {
  const ids: readonly string[] = [asked, ...cardSectionsOf(asked).map(({ id }) => id)];
  const found = facts.filter(
    ({ section, title }) => (section !== null && ids.includes(section)) || title?.toLowerCase() === asked.toLowerCase(),
  );
  const first = found[0];
  if (first === undefined) {
    return {
      subject: asked,
      outcome: "not-met",
      message: `the card has no section on ${asked}`,
      sources: [wholeFile(path)],
    };
  }
  const written = found.find(({ placeholder, words }) => placeholder !== true && (words ?? 0) >= minimum);
  if (written !== undefined)
    return { subject: asked, outcome: "met", message: `${written.words ?? 0} words`, sources: [written.source] };
  const why = first.placeholder === true ? "is still the template's text" : `has ${first.words ?? 0} words`;
  return { subject: asked, outcome: "not-met", message: `the section on ${asked} ${why}`, sources: [first.source] };
}
