import { readCard } from "../judging/card.js";
import { listed } from "../judging/wording.js";
import { defineCheck } from "../model/check.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import { wholeFile } from "../model/source.js";

const parts = {
  use: { sections: ["intended-use"], what: "what the model is for" },
  "out-of-scope": { sections: ["out-of-scope-use"], what: "what it is not for" },
  limitations: { sections: ["limitations", "bias-risks", "caveats"], what: "where it fails" },
} as const;
type Part = keyof typeof parts;

export const intendedUse = defineCheck({
  id: "intended-use",
  area: "documentation",
  title: "The card says what the model is for, and what it is not for",
  why: "A model is only as safe as the use that somebody thought of; every framework asks for it first.",
  mend: "Write for whom and for which decision the model was made, and where it must not be used.",
  whenNot: "For the other sections of a card, ask `card-sections`; whether the use is right is for a person to judge.",
  subject: {
    kind: "texts",
    description: "use: the intended use; out-of-scope: what it must not be used for; limitations: where it fails.",
    choices: ["use", "out-of-scope", "limitations"],
  },
  options: { "min-words": { kind: "count", description: "Words below which a part is not written; 8 by default." } },
  example: {
    rule: "stated-use: { intended-use: [use, out-of-scope] }",
    met: "two sections of a few sentences each",
    notMet: "a section that says only “fraud detection”, and nothing of what is out of scope",
  },
  needs: ["card"],
  needsMarkdownBody: true,

  plain: (asked) => `the card says ${listed(asked.map((part) => (isPart(part) ? parts[part].what : part)))}`,

  evaluate({ subject, options, evidence }) {
    const card = readCard(evidence);
    if (card.kind === "verdict") return [card.verdict];
    const sections = card.facts.filter(({ section }) => section !== null);
    return subject.filter(isPart).map((part) => judge(part, sections, card.path, options["min-words"] ?? 8));
  },
});

const isPart = (text: string): text is Part => Object.hasOwn(parts, text);

function judge(part: Part, facts: readonly FactOf<"card">[], path: string, least: number): Verdict {
  const { sections, what } = parts[part];
  const asked: readonly string[] = sections;
  const found = facts.filter(({ section }) => section !== null && asked.includes(section));
  const [first] = found;
  if (first === undefined)
    return { subject: part, outcome: "not-met", message: `the card does not say ${what}`, sources: [wholeFile(path)] };
  const written = found.find(({ words, placeholder }) => placeholder !== true && (words ?? 0) >= least);
  if (written === undefined)
    return {
      subject: part,
      outcome: "not-met",
      message: `the card does not say ${what}: ${first.placeholder === true ? "the section is still the template's text" : `the section has ${first.words ?? 0} words, and at least ${least} are asked`}`,
      sources: [first.source],
    };
  const copy = facts.find(
    ({ section, text_digest: digest }) =>
      section !== null &&
      !asked.includes(section) &&
      digest !== null &&
      digest === written.text_digest &&
      section !== written.section,
  );
  // One heading may name two parts ("uses and limitations"): the same place is then no copy.
  if (copy !== undefined && copy.source.line !== written.source.line)
    return {
      subject: part,
      outcome: "not-met",
      message: `what stands under ${copy.title ?? "another heading"} is repeated word for word, and does not say ${what}`,
      sources: [written.source, copy.source],
    };
  return { subject: part, outcome: "met", message: `${written.words ?? 0} words`, sources: [written.source] };
}
