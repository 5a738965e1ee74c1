import type { Evidence } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import { isPlaceholder } from "../normalise/card-placeholder.js";

/** A field of a card, and whether somebody filled it in. */
export interface StatedField {
  readonly field: string;
  readonly value: string;
  readonly filled: boolean;
  readonly fact: FactOf<"card">;
}

const empty = /^(?:-+|n\/?a|none|null|unknown|nobody|no one|someone|your[ _-]?(?:name|team|email)|\?+)$/i;

/** True where a text stands for something that nobody wrote yet. */
export const isUnfilled = (text: string): boolean =>
  text.trim() === "" || empty.test(text.trim()) || isPlaceholder(text);

/** Fields of the model's cards whose name (keys joined by dots, numbers of lists as they are) has a form. */
export const statedFields = (evidence: Evidence, name: RegExp): readonly StatedField[] =>
  evidence.of("card").flatMap((fact) => {
    const { field, value, placeholder } = fact;
    if (field === null || !name.test(field)) return [];
    const text = value === null ? "" : String(value);
    return [{ field, value: text, filled: placeholder !== true && !isUnfilled(text), fact }];
  });
