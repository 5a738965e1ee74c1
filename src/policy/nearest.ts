import { closest, distance } from "fastest-levenshtein";

/** The known word that a wrong one was meant to be; null where none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  if (known.length === 0 || word.length > 100) return null;
  const plain = word.toLowerCase().replaceAll("_", "-");
  const found = closest(plain, known);
  return distance(plain, found) <= Math.max(2, Math.floor(Math.max(plain.length, found.length) / 3)) ? found : null;
}

/** Advice for an unknown word: the nearest known one, else all of them. */
export function nearestAdvice(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  if (near !== null) return `did you mean \`${near}\`?`;
  if (known.length === 0) return "delete it";
  const listed = [...known].sort().slice(0, 40);
  return `use ${listed.length === 1 ? "" : "one of: "}${listed.map((name) => `\`${name}\``).join(", ")}`;
}
