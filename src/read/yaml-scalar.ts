const QUOTE = 34;
const APOSTROPHE = 39;
const BACKSLASH = 92;

const decimal = /^[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/;
const otherNumber = /^(?:0o[0-7]|0x[0-9a-fA-F]|[-+]?\.(?:inf|nan))/i;

/**
 * What a plain scalar is by YAML's core schema: a number, a boolean or a text. Undefined for null, and for the numbers
 * that are rare enough to be left to a whole parser: octal, hexadecimal, not finite, of more than 15 digits.
 */
export function scalarOf(plain: string): string | number | boolean | undefined {
  const first = plain.charCodeAt(0);
  // Digits, "+", "-" and ".": only these begin a number.
  if ((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46) {
    if (decimal.test(plain)) return plain.length > 32 ? undefined : decimalOf(plain);
    return otherNumber.test(plain) ? undefined : plain;
  }
  if (plain.length > 5) return plain;
  switch (plain) {
    case "true":
    case "True":
    case "TRUE":
      return true;
    case "false":
    case "False":
    case "FALSE":
      return false;
    case "null":
    case "Null":
    case "NULL":
    case "~":
    case "":
      return undefined;
    default:
      return plain;
  }
}

export const isNull = (plain: string): boolean =>
  plain === "null" || plain === "~" || plain === "Null" || plain === "NULL";

function decimalOf(plain: string): number | undefined {
  const value = Number(plain);
  const exact = Number.isFinite(value) && (Math.abs(value) <= Number.MAX_SAFE_INTEGER || !/^[-+]?[0-9]+$/.test(plain));
  return exact ? value : undefined;
}

/** Offset just past the quoted scalar that begins at `start`; -1 where it does not end before `end`. */
export function quotedEnd(text: string, start: number, end: number): number {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (quote === QUOTE && code === BACKSLASH) at++;
    else if (code === quote) {
      if (quote !== APOSTROPHE || text.charCodeAt(at + 1) !== APOSTROPHE) return at + 1;
      at++;
    }
  }
  return -1;
}

const escapes: Readonly<Record<string, string>> = { '"': '"', "\\": "\\", "/": "/", n: "\n", t: "\t", r: "\r" };

/** The text of a quoted scalar from `start` to just past its end; undefined where it has an escape that is rare. */
export function quotedText(text: string, start: number, end: number): string | undefined {
  const inner = text.slice(start + 1, end - 1);
  if (text.charCodeAt(start) === APOSTROPHE) return inner.includes("'") ? inner.replaceAll("''", "'") : inner;
  if (!inner.includes("\\")) return inner;
  if (!/^(?:[^\\]|\\["\\/ntr]|\\u(?![dD][89a-fA-F])[0-9a-fA-F]{4})*$/.test(inner)) return undefined;
  return inner.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, hex: string | undefined, sign: string | undefined) =>
    hex === undefined ? (escapes[sign ?? ""] ?? "") : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
