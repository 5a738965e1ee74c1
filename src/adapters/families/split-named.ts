import { plainHeading } from "../../normalise/card-sections.js";

const splitWords: readonly (readonly [RegExp, string])[] = [
  [/^(train|training)( (set|data|split|score|value))?$/, "train"],
  [/^(val|valid|validation|dev)( (set|data|split|score|value))?$/, "validation"],
  [/^(test|testing)( (set|data|split|score|value))?$/, "test"],
  [/^(hold ?out)( (set|data|split|score|value))?$/, "holdout"],
];

/** `train`, `validation`, `test` or `holdout`, where the words name a part of the data and nothing else. */
export function splitNamed(words: string): string | null {
  const plain = plainHeading(words);
  return splitWords.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}
