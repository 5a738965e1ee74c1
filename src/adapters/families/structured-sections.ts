import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { readCardText } from "../../normalise/card-placeholder.js";
import { cardSectionsOf } from "../../normalise/card-sections.js";
import { isList, isRecord, members } from "../../read/shape.js";
import { sha256Digest } from "../../model/sha256.js";

/** Keys of pictures, whose content is no text of the card. */
export const isPicture = (key: string): boolean => /^(image|images|graphics|content|plot|figure)$/i.test(key);

const deepest = 12;

/** The texts beneath a value, one a line. */
function textOf(value: Value, depth = 0): string {
  if (typeof value === "string") return value;
  if (depth > deepest || value === null || typeof value === "boolean") return "";
  if (typeof value === "number") return String(value);
  const parts = isList(value)
    ? value
    : members(value)
        .filter(([key]) => !isPicture(key))
        .map(([, part]) => part);
  return parts
    .map((part) => textOf(part, depth + 1))
    .filter((text) => text !== "")
    .join("\n");
}

/** `ethical_considerations` and `technicalLimitations` as people would write them. */
export const spokenKey = (key: string): string =>
  key
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .toLowerCase();

/** The sections that one key of a structured card is, by all the names it has. */
export function sectionOfKey(key: string, text: string, where: Statement["where"]): Statement[] {
  const { words, placeholder } = readCardText(text);
  return cardSectionsOf(spokenKey(key)).map(({ id }) => ({
    kind: "card",
    where,
    section: id,
    title: key,
    words,
    placeholder,
    text_digest: sha256Digest(text),
  }));
}

/** The sections of a structured card: its keys, and those one level beneath, that are called as sections of cards are. */
export function structuredSections(card: Value, at: string): Statement[] {
  const ofMembers = (value: Value, base: string): Statement[] =>
    members(value).flatMap(([key, part]) => sectionOfKey(key, textOf(part), { pointer: pointer(base, key) }));
  const inner = members(card).flatMap(([key, part]) => (isRecord(part) ? ofMembers(part, pointer(at, key)) : []));
  return [...ofMembers(card, at), ...inner];
}
