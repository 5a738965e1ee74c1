import { createHash } from "node:crypto";
import type { MarkdownBody, MarkdownSection } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { readCardText, type TextReading } from "../../normalise/card-placeholder.js";
import { cardSectionsOf } from "../../normalise/card-sections.js";

interface SectionReading {
  readonly section: MarkdownSection;
  readonly own: TextReading;
  /** Own text and that of the sections beneath it. */
  readonly text: string;
  readonly words: number;
  readonly placeholder: boolean;
}

/** The sections beneath `sections[at]`: those that follow, as long as their headings are deeper. */
function beneath(sections: readonly MarkdownSection[], at: number): readonly MarkdownSection[] {
  const depth = sections[at]?.heading.depth ?? 0;
  let end = at + 1;
  while ((sections[end]?.heading.depth ?? 0) > depth) end++;
  return sections.slice(at + 1, end);
}

/**
 * A section is what stands under its heading, the sections beneath included. It is a template's filler where its own
 * text is, or where it has none and all beneath is.
 */
function readSections(sections: readonly MarkdownSection[]): SectionReading[] {
  const own = sections.map(({ text }) => readCardText(text));
  return sections.flatMap((section, at): SectionReading[] => {
    const ownReading = own[at];
    if (ownReading === undefined) return [];
    const below = beneath(sections, at);
    const readings = own.slice(at, at + 1 + below.length);
    const filled = readings.filter((_, index) => (index === 0 ? section : below[index - 1])?.text !== "");
    const placeholder =
      section.text === "" ? filled.length > 0 && filled.every((one) => one.placeholder) : ownReading.placeholder;
    return [
      {
        section,
        own: ownReading,
        text: [section.text, ...below.map(({ heading, text }) => `${heading.title}\n${text}`)].join("\n"),
        words: readings.reduce((sum, { words }) => sum + words, 0),
        placeholder,
      },
    ];
  });
}

const digest = (text: string): string => `sha256:${createHash("sha256").update(text).digest("hex")}`;

/** A fact for each section, by each of the names that its heading gives it; `section` is null where it gives none. */
export function sectionStatements(body: MarkdownBody): Statement[] {
  return readSections(body.sections).flatMap(({ section, text, words, placeholder }) => {
    const { title, line } = section.heading;
    const ids: (string | null)[] = cardSectionsOf(title).map(({ id }) => id);
    return (ids.length === 0 ? [null] : ids).map((id): Statement => ({
      kind: "card",
      where: { line },
      section: id,
      title,
      words,
      placeholder,
      text_digest: digest(text),
    }));
  });
}

const mark = /\{\{[^{}]{0,200}\}\}|\{%[^%]{0,200}%\}|\$\{[A-Z][A-Z0-9_]{2,60}\}|__[A-Z][A-Z_]{3,40}__/;

/** How much of a card may be filler before it is a template that nobody filled in. */
const mostlyFiller = 0.75;

/** The problem that a card is still a template, where it is: marks of a template language, or hardly anything written. */
export function templateProblem(body: MarkdownBody): Statement | undefined {
  const marked = body.sections.find(({ heading, text }) => mark.test(heading.title) || mark.test(text));
  if (marked !== undefined) return unfilled(marked.heading.line, "the card still has the marks of a template");
  const written = body.sections.filter(({ text }) => text !== "").map(({ text }) => readCardText(text));
  const filler = written.filter(({ placeholder }) => placeholder).length;
  const first = body.sections[0];
  if (first === undefined || filler < 4 || filler < written.length * mostlyFiller) return undefined;
  return unfilled(
    first.heading.line,
    `${filler} of the card's ${written.length} sections hold a template's filler only`,
  );
}

const unfilled = (line: number, message: string): Statement => ({
  kind: "problem",
  where: { line },
  problem: "template",
  message,
  mend: "write what the template asks for, or delete the sections that do not apply",
});

/** The problem that a body was too large to be looked into. */
export const tooLargeProblem: Statement = {
  kind: "problem",
  where: { line: 1 },
  problem: "limit",
  message: "the Markdown is too large or too deeply nested to be read: its sections and tables are left out",
  mend: "split it, or commit the numbers as a file of their own",
};
