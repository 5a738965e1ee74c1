/** What a template leaves where nobody wrote anything. */

/** Marks that stand for a whole missing text, with what they leave open. */
const filler =
  /\[(?:more information (?:is )?needed|needs more information|information needed|to be (?:added|completed|determined|filled(?: in)?|provided|announced)|coming soon|optional|(?:insert|add|enter|fill in|fill out|provide|describe|specify|list|your|name of|e\.?g\.?|i\.?e\.?|tbd|tba|todo|wip|placeholder|xxx+|\.\.\.|…)(?![\p{L}\p{N}_-])[^\]\n]{0,300})\]|<(?:insert|add|enter|fill in|provide|describe|specify|your|name of|todo|tbd|placeholder)(?![\p{L}\p{N}])[^>\n]{0,200}>|\{\{[^{}\n]{0,300}\}\}|\{%[^%\n]{0,300}%\}|\{#[^#\n]{0,300}#\}|<%[^%\n]{0,300}%>|\$\{[\w. -]{1,80}\}|(?<![\w{}$])\{[a-z_][a-z0-9_]{1,60}\}(?![\w}])|__[A-Z][A-Z_]{2,40}__|\bmore information (?:is )?needed(?: for further recommendations)?\b\.?|\b(?:lorem ipsum)\b[^\n]{0,400}|\b(?:TODO|TBD|TBA|TBC|FIXME|XXX+)\b|\bto be (?:added|completed|determined|filled in|provided|announced|written|defined)\b(?: (?:soon|later))?\.?|\?{3,}/giu;

/** Sentences that the common templates ship, and that say nothing of the model. */
const boilerplate: readonly RegExp[] = [
  /^use the code below to get started with the model\.?$/i,
  /^this model ?card aims to be a base template for new models\b.*$/i,
  /^users \(both direct and downstream\) should be made aware of the risks, biases and limitations of the model\.?$/i,
  /^carbon emissions can be estimated using the .{1,60} presented in .{1,60}$/i,
  /^below you can find information related to citation\.?$/i,
  /^[\w ,'-]{1,60} goes here\W*$/i,
  /^(who|what|which|how) (are|is|does|do|should|can|could|might|would)\b[^?]{0,200}\?( e\.g\. .{0,300})?$/i,
  /^the (name|value|type|lower bound|upper bound) of the [a-z ]{3,60}\.?( .{0,100})?$/i,
  /^(model|dataset) card for \S+ (id|name)$/i,
  /^this is the model card of a .{1,60} model that has been pushed on the hub\b.*$/i,
  /^this dataset ?card aims to be a base template for new datasets\b.*$/i,
  /^(describe|provide|explain|insert|add|write|fill in|fill out|list|give|specify|enter)\b[^.]{0,160}\bhere\b\W*$/i,
  /^(please )?(fill (this|in)|complete this (section|part)|add (some )?(text|content|description|details))\b.{0,80}$/i,
  /^(tbd|tba|tbc|todo|fixme|wip|xxx+|coming soon|work in progress|under construction|placeholder|\.{3,}|…+|_{3,}|-{3,})(\s*[.:!-].{0,200})?$/i,
];

/** A label that introduces what was to be filled in: "Developed by:", "**License**:", "- Paper [optional]". */
const label = /^[\s\-*+•>|#\d.)]*[^.!?:|]{0,60}:?$/;

/** "License:" with nothing behind it says nothing. */
const isBareLabel = (line: string): boolean => line.endsWith(":") && line.length <= 40 && line.split(/\s+/).length <= 4;

interface FilledLine {
  /** True where the line is a filler, or a label before one. */
  readonly filler: boolean;
  /** What a person wrote on it. */
  readonly written: string;
}

/** Fillers are short: longer lines were written by somebody, and cost too much to search. */
const longestFiller = 2_000;

function readLine(line: string): FilledLine {
  if (line.length > longestFiller) return { filler: false, written: line };
  const plain = line.replace(/^[\s\-*+•>]+/, "").trim();
  if (boilerplate.some((sentence) => sentence.test(plain))) return { filler: true, written: "" };
  const rest = plain.replace(filler, "\u0000");
  if (!rest.includes("\u0000")) return { filler: false, written: isBareLabel(plain) ? "" : plain };
  const around = rest
    .split("\u0000")
    .map((part) => part.replace(/^[\s.,;:!()[\]"'`*_|-]+|(?<![\s.,;:!()[\]"'`*_|-])[\s.,;:!()[\]"'`*_|-]+$/g, ""));
  const after = around.slice(1).join(" ").trim();
  const before = around[0] ?? "";
  const open = after === "" || /^(todo|tbd|tba|tbc|fixme|xxx)/i.test(plain);
  const introduced =
    before === "" || (label.test(before) && /[:\-–|(]\s*$/.test(rest.slice(0, rest.indexOf("\u0000"))));
  if (open && introduced) return { filler: true, written: "" };
  const remaining = [before, after].filter((part) => part !== "").join(" ");
  if (remaining.split(/\s+/).length <= 3) return { filler: true, written: "" };
  // A full sentence before a filler sentence is what somebody wrote, unless it is the template's own.
  const sentences = remaining.split(/(?<=[.!?])\s+/).filter((one) => !boilerplate.some((known) => known.test(one)));
  return { filler: true, written: sentences.join(" ") };
}

const countWords = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’._%-]*/gu)?.length ?? 0;

export interface TextReading {
  /** True where there is a template's filler and nothing else. */
  readonly placeholder: boolean;
  /** Words that are not a template's. */
  readonly words: number;
  /** True where a filler stands anywhere in it, beside what somebody wrote or alone. */
  readonly hasFiller: boolean;
}

/** What of a section's text (without markup, one line a source line) was written, and what a template left. */
export function readCardText(text: string): TextReading {
  const lines = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(readLine);
  const hasFiller = lines.some((line) => line.filler);
  const words = lines.reduce((sum, { written }) => sum + countWords(written), 0);
  return { placeholder: hasFiller && words === 0, words, hasFiller };
}

const oneWord = /^[a-z0-9][a-z0-9.@:/+-]*$/i;
const fillingWord = /todo|tb[abcd]|fixme|xxx|wip|placeholder/i;

/**
 * True where a single value, such as a field of a card, is a template's filler. Most are a plain word, an address or a
 * date, which a look at the letters tells.
 */
export const isPlaceholder = (text: string): boolean =>
  oneWord.test(text) && !fillingWord.test(text) ? false : readCardText(text).placeholder;
