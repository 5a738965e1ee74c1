import type { NonFinite } from "../model/fact.js";
import { holdsTemplateMark } from "./template-mark.js";

/** A number as a file states it. */
export type NumberReading =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "non-finite"; readonly nonFinite: NonFinite }
  /** Null or absent: the file states no number. */
  | { readonly kind: "none" }
  /** A template's placeholder that nobody filled in. */
  | { readonly kind: "template" }
  /** Text, a list, a boolean: not a number. */
  | { readonly kind: "wrong-type"; readonly found: string };

const numberText = /^[+-]?(\d+(?:\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
/** What Python prints of an object: `<module.Class object at 0x…>`. */
const printedObject = /^<[\w.]+ (object )?at 0x/;
const nonFiniteText: Readonly<Record<string, NonFinite>> = {
  nan: "NaN",
  ".nan": "NaN",
  "+nan": "NaN",
  "-nan": "NaN",
  inf: "Infinity",
  "+inf": "Infinity",
  ".inf": "Infinity",
  infinity: "Infinity",
  "+infinity": "Infinity",
  "-inf": "-Infinity",
  "-.inf": "-Infinity",
  "-infinity": "-Infinity",
};

/**
 * Reads a number from what a file holds.
 *
 * @param numbersAsText true for formats that write numbers as text; a finite number in quotes is otherwise a wrong type
 */
export function readNumber(written: unknown, numbersAsText: boolean): NumberReading {
  if (typeof written === "number") return fromNumber(written);
  if (written === null || written === undefined) return { kind: "none" };
  if (typeof written !== "string")
    return { kind: "wrong-type", found: Array.isArray(written) ? "a list" : `a ${typeof written}` };
  const text = written.trim();
  const nonFinite = Object.hasOwn(nonFiniteText, text.toLowerCase()) ? nonFiniteText[text.toLowerCase()] : undefined;
  if (nonFinite !== undefined) return { kind: "non-finite", nonFinite };
  if (numbersAsText && numberText.test(text)) return fromNumber(Number(text));
  if (holdsTemplateMark(text) && !printedObject.test(text)) return { kind: "template" };
  return { kind: "wrong-type", found: numberText.test(text) ? "a number written as text" : "text" };
}

function fromNumber(value: number): NumberReading {
  if (Number.isFinite(value)) return { kind: "number", value };
  return { kind: "non-finite", nonFinite: Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity" };
}
