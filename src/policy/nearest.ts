import { closest, distance } from "fastest-levenshtein";

/** The known word that a wrong one was meant to be; null where none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  if (known.length === 0 || word.length > 100) return null;
  const plain = word.toLowerCase().replaceAll("_", "-");
  const found = closest(plain, known);
  const far = plain.length < 4 ? 1 : Math.max(2, Math.floor(Math.max(plain.length, found.length) / 3));
  return distance(plain, found) <= far ? found : null;
}

/** What others call the same. */
const otherWords: Readonly<Record<string, string>> = {
  min: "at-least",
  minimum: "at-least",
  floor: "at-least",
  ">=": "at-least",
  max: "at-most",
  maximum: "at-most",
  ceiling: "at-most",
  "<=": "at-most",
  tolerance: "may-lose",
  baseline: "against",
  slices: "for-each",
  "group-by": "for-each",
  "min-n": "min-samples",
  severity: "then",
  level: "then",
  action: "then",
};

/** The known key that an unknown one is another word for, or a slip of the hand in writing; null where none is near. */
export function meantKey(key: string, known: readonly string[]): string | null {
  const plain = key.toLowerCase().replaceAll("_", "-");
  const meant = Object.hasOwn(otherWords, plain) ? otherWords[plain] : undefined;
  return meant !== undefined && known.includes(meant) ? meant : nearest(key, known);
}

/** Advice for an unknown key: a slip of the hand in writing it, another word for a known one, or the nearest. */
export function keyAdvice(key: string, known: readonly string[]): string {
  const [, name = "", value = ""] = /^([\w-]{1,60})\s{0,9}[:=]\s{0,9}(.+)$/.exec(key) ?? [];
  if (known.includes(name)) return `write \`${name}: ${value}\``;
  if (/^\d+%?$/.test(key)) return "write decimals with a point, such as 0.9: a comma ends the value before it";
  const meant = meantKey(key, known);
  return meant === null ? nearestAdvice(key, known) : `did you mean \`${meant}\`?`;
}

/** Advice for an unknown word: the nearest known one, else all of them. */
export function nearestAdvice(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  if (near !== null) return `did you mean \`${near}\`?`;
  if (known.length === 0) return "delete it";
  const listed = [...known].sort().slice(0, 40);
  return `use ${listed.length === 1 ? "" : "one of: "}${listed.map((name) => `\`${name}\``).join(", ")}`;
}
