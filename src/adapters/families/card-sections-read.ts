import type { MarkdownBody, MarkdownLine, MarkdownSection } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { readCardText, type TextReading } from "../../normalise/card-placeholder.js";
import { cardSectionsOf } from "../../normalise/card-sections.js";
import { sha256Digest } from "../../model/sha256.js";

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

const digest = (text: string): string => sha256Digest(text);

/**
 * A fact for each section, by each of the names that its heading gives it; `section` is null where it gives none, and
 * in cards of data sets, whose "Limitations" are not the model's.
 */
export function sectionStatements(body: MarkdownBody, of: "model" | "dataset"): Statement[] {
  const labelled = of === "model" ? labelledStatements(body) : [];
  const headed = readSections(body.sections).flatMap(({ section, text, words, placeholder }) => {
    const { title, line } = section.heading;
    const ids: (string | null)[] = of === "model" ? cardSectionsOf(title).map(({ id }) => id) : [];
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
  return [...headed, ...labelled];
}

/** Sections that people write as a label before a paragraph rather than as a heading. */
const byLabel: ReadonlySet<string> = new Set([
  "intended-use",
  "out-of-scope-use",
  "limitations",
  "bias-risks",
  "ethical-considerations",
  "training-data",
  "evaluation-data",
  "fairness",
  "caveats",
]);

const label = /^([^:]{3,50}):(?:\s+(\S.*)?)?$/u;

const idsOfLabel = (line: string): readonly string[] => {
  const title = label.exec(line)?.[1];
  const ids = title === undefined ? [] : cardSectionsOf(title).map(({ id }) => id);
  return ids.filter((id) => byLabel.has(id));
};

/** The text of a labelled paragraph: what follows the label, up to the next label or heading. */
function labelledText(lines: readonly MarkdownLine[], at: number): string {
  const first = lines[at];
  if (first === undefined) return "";
  const parts = [label.exec(first.text)?.[2] ?? ""];
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next];
    if (line === undefined || line.under.join("\n") !== first.under.join("\n")) break;
    if (idsOfLabel(line.text).length > 0) break;
    parts.push(line.text);
  }
  return parts.filter((part) => part !== "").join("\n");
}

/** "**Intended use:** ranking payments." is a section too, where no heading names that one. */
function labelledStatements(body: MarkdownBody): Statement[] {
  const headed = new Set(
    body.sections.flatMap(({ heading }) => cardSectionsOf(heading.title).map(({ id }) => String(id))),
  );
  return body.lines.flatMap(({ text, line }, at) =>
    idsOfLabel(text)
      .filter((id) => !headed.has(id))
      .map((id): Statement => {
        const content = labelledText(body.lines, at);
        const { words, placeholder } = readCardText(content);
        const title = label.exec(text)?.[1] ?? "";
        return { kind: "card", where: { line }, section: id, title, words, placeholder, text_digest: digest(content) };
      }),
  );
}

const mark = String.raw`(?:\{\{[^{}]{0,200}\}\}|\{%[^%]{0,200}%\}|\$\{[A-Z][A-Z0-9_]{2,60}\}|__[A-Z][A-Z_]{3,40}__)`;
const markInTitle = new RegExp(mark);

/** A line that is a mark, or a label and a mark. Cards of language models quote templates inside sentences and code. */
const markedLine = new RegExp(String.raw`^(?:[^:{}]{0,60}:\s*)?${mark}$`);

/** The problem that a card still has the marks of a template language, in its title or all over it. */
export function templateProblem(body: MarkdownBody): Statement | undefined {
  const title = body.sections[0]?.heading;
  if (title !== undefined && markInTitle.test(title.title)) return unfilled(title.line);
  const marked = body.lines.filter(({ text }) => markedLine.test(text));
  const sections = new Set(marked.map(({ under }) => under.join("\n")));
  const [first] = marked;
  return first === undefined || sections.size < 3 ? undefined : unfilled(first.line);
}

const unfilled = (line: number): Statement => ({
  kind: "problem",
  where: { line },
  problem: "template",
  message: "the card is a template that nobody filled in",
  mend: "commit what the template gives, with its fields filled in",
});

/** The problem that a body was too large to be looked into. */
export const tooLargeProblem: Statement = {
  kind: "problem",
  where: { line: 1 },
  problem: "limit",
  message: "the Markdown is too large or too deeply nested to be read: its sections and tables are left out",
  mend: "split it, or commit the numbers as a file of their own",
};
