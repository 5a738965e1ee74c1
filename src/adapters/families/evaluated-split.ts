import type { MarkdownBody } from "../../model/adapter.js";
import { surroundingsOf } from "./card-context.js";

/** The part of the data that the prose says results were taken on: "All metrics are computed on the held-out test set." */

const taken =
  "(?:evaluated|measured|computed|calculated|reported|tested|assessed|scored|obtained|results?|metrics|scores|performance|numbers|figures|evaluation)";
const part = String.raw`(?:(held-?\s?out|hold-?\s?out) )?(test(?:ing)?|validation|val|dev|development)? ?(?:data ?)?(?:sets?|splits?|data|partitions?|samples?)\b`;

/** In small letters: to look for letters in either case takes milliseconds to prepare. */
const onPart = new RegExp(
  String.raw`\b${taken}\b[^.;:!?]{0,80}?\bon (?:the |our |an? |its |this )?(?:[\p{L}\d%,-]+ ){0,3}?${part}`,
  "gu",
);

/** Words that make it a plan, another's or a comparison of parts. */
const otherwise =
  /\b(?:not|never|no|should|will|would|could|must|can|may|might|if|when|before|once|until|baselines?|previous|earlier|paper|original|train(?:ing|ed)?|both|and (?:the )?(?:test|validation|training)|drops?|gap|differs?|vs|versus|than)\b/;

/** What a part of the data was kept from is told of it, and says nothing else. */
const keptFrom = /\b(?:never|not) (?:been )?(?:used|seen|touched|exposed|involved|looked at|part of)\b[^.;!?]*/g;

/** A text without the clauses that say what the data were kept from. */
export const withoutKeptFrom = (text: string): string => text.replace(keptFrom, " ");

const otherPart = (text: string): boolean =>
  /\b(?:validation|val|dev) (?:sets?|splits?|data|accuracy|results?|scores?|metrics)\b/.test(text);

function partOf(heldOut: string | undefined, named: string | undefined): string | null {
  if (named === undefined) return heldOut === undefined ? null : "holdout";
  return named.startsWith("test") ? "test" : "validation";
}

function splitIn(text: string): string | null {
  if (text.length > 20_000 || !/\bon\b/i.test(text)) return null;
  const told = withoutKeptFrom(text.toLowerCase().replace(/\s+/g, " "));
  const found = new Set<string>();
  for (const sentence of told.split(/(?<=[.;!?])\s+/u)) {
    if (sentence.length > 600 || otherwise.test(sentence)) continue;
    for (const [, heldOut, named] of sentence.matchAll(onPart)) {
      const split = partOf(heldOut, named);
      if (split !== null) found.add(split);
    }
  }
  const [split] = found;
  if (split === undefined || found.size > 1) return null;
  return split !== "validation" && otherPart(told) ? null : split;
}

/**
 * The part of the data that the results below a heading are of, where the prose of a section of results says it of one
 * part and no other; null elsewhere.
 */
export function evaluatedSplits(body: MarkdownBody): (under: readonly string[]) => string | null {
  const texts = new Map<string, string>();
  for (const { heading, under, text } of body.sections) {
    const path = JSON.stringify([...under, heading.title]);
    texts.set(path, `${texts.get(path) ?? ""}\n\n${text}`);
  }
  return (under) => {
    for (let depth = under.length; depth > 0; depth--) {
      const path = under.slice(0, depth);
      if (surroundingsOf(path) !== "results") return null;
      const split = splitIn(texts.get(JSON.stringify(path)) ?? "");
      if (split !== null) return split;
    }
    return null;
  };
}
