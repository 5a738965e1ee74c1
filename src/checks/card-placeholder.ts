import { defineCheck } from "../model/check.js";
import { wholeFile } from "../model/source.js";
import { cardSectionsOf } from "../normalise/card-sections.js";
import { readCard } from "../judging/card.js";
import { listed } from "../judging/wording.js";

export const cardPlaceholder = defineCheck({
  id: "card-placeholder",
  area: "documentation",
  title: "No section of the card is a template's filler",
  why: "“More information needed” looks like documentation to a tool that counts headings.",
  mend: "Write the section, or take it out of the card.",
  whenNot: "For sections that the template offers and your model does not need: name those you ask for.",
  subject: { kind: "texts", description: "Sections to look at, or all." },
  options: {},
  example: {
    rule: "no-filler: { card-placeholder: all }",
    met: "a card whose sections are written or left out",
    notMet: "a card with [More Information Needed] under a heading",
  },
  needs: ["card"],
  needsMarkdownBody: true,

  plain: (sections) =>
    `${sections.includes("all") ? "no section of the card" : `none of ${listed(sections)}`} is a template's filler`,

  evaluate({ subject: sections, evidence }) {
    const card = readCard(evidence);
    if (card.kind === "verdict") return [card.verdict];
    const asked = new Set(
      sections.flatMap((section) => [section, ...cardSectionsOf(section).map(({ id }) => id as string)]),
    );
    const looked = card.facts.filter(
      ({ field, section }) => field === null && (asked.has("all") || (section !== null && asked.has(section))),
    );
    const filler = looked.filter(({ placeholder }) => placeholder === true);
    if (looked.length === 0)
      return [
        {
          subject: null,
          outcome: "missing",
          message: "the card has no such section",
          mend: "write it",
          sources: [wholeFile(card.path)],
        },
      ];
    if (filler.length === 0)
      return [
        {
          subject: null,
          outcome: "met",
          message: `${looked.length} sections, none a placeholder`,
          sources: looked.slice(0, 1).map(({ source }) => source),
        },
      ];
    const names = filler.map(({ section, title }) => section ?? title ?? "untitled");
    return [
      {
        subject: null,
        outcome: "not-met",
        message: `${filler.length} of ${looked.length} sections are still the template's text: ${listed(names.slice(0, 6))}${names.length > 6 ? " …" : ""}`,
        sources: filler.slice(0, 20).map(({ source }) => source),
      },
    ];
  },
});
