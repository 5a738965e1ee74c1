/** How many code points of a text from outside are shown, unless the caller says otherwise. */
export const shownLength = 200;

/** Escape sequences of terminals: CSI, OSC and strings up to their end, and the two-character ones. */
const escapeSequence =
  // eslint-disable-next-line no-control-regex -- these are what it is about
  /(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|(?:\u001B[\]PX^_]|[\u009D\u0090\u0098\u009E\u009F])[^\u0007\u001B\u009C]*(?:\u0007|\u001B\\|\u009C)?|\u001B[ -/]*[0-~]/gu;

/** Every kind of space and line end. */
const space = /[\s\u0085\u2028\u2029]+/gu;

/**
 * What has no shape of its own: controls, what turns the direction of text, what has no width, parts of characters,
 * tags that hide text.
 */
const shapeless = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]/gu;

/** More marks on one letter than any language needs. */
const pile = /(\p{M}{4})\p{M}+/gu;

/** What nothing is to be taken from, as most texts are: the others cost more to look through. */
const everyday = /^[!-~]+(?: [!-~]+)*$/;

/**
 * A text from outside as one line that holds nothing but what is seen: spaces become one, escape sequences, controls
 * and characters that hide or turn text are gone, and what is too long ends in an ellipsis.
 *
 * @param limit code points that are kept, 1 or more
 */
export function plainText(text: string, limit = shownLength): string {
  if (text.length <= limit && everyday.test(text)) return text;
  const seen = text
    .replace(escapeSequence, "")
    .replace(space, " ")
    .replace(shapeless, "")
    .replace(pile, "$1")
    .replace(/ {2,}/g, " ")
    .trim();
  return cap(seen, limit);
}

function cap(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const letters = Array.from(text.slice(0, 2 * limit + 2));
  return letters.length <= limit ? text : `${letters.slice(0, limit - 1).join("")}…`;
}

/** Names of entities that could spell markup, a mention or something unseen. */
const named: Readonly<Record<string, string>> = {
  amp: "&",
  AMP: "&",
  lt: "<",
  LT: "<",
  gt: ">",
  GT: ">",
  quot: '"',
  QUOT: '"',
  apos: "'",
  commat: "@",
  num: "#",
  colon: ":",
  semi: ";",
  sol: "/",
  bsol: "\\",
  period: ".",
  excl: "!",
  quest: "?",
  dollar: "$",
  percnt: "%",
  ast: "*",
  midast: "*",
  lowbar: "_",
  UnderBar: "_",
  grave: "`",
  DiacriticalGrave: "`",
  vert: "|",
  verbar: "|",
  VerticalLine: "|",
  lsqb: "[",
  lbrack: "[",
  rsqb: "]",
  rbrack: "]",
  lpar: "(",
  rpar: ")",
  lcub: "{",
  lbrace: "{",
  rcub: "}",
  rbrace: "}",
  equals: "=",
  plus: "+",
  comma: ",",
  Hat: "^",
  NewLine: " ",
  Tab: " ",
  nbsp: " ",
  NonBreakingSpace: " ",
};

const entity = /&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,7})|([A-Za-z][A-Za-z0-9]{1,31}));?/g;

/** As a browser would read it, and again, for text that was encoded more than once. */
export function withoutEntities(text: string): string {
  let decoded = text;
  for (let round = 0; round < 4 && decoded.includes("&"); round++) {
    const before = decoded;
    decoded = decoded.replace(entity, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? "0", 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : " ";
    });
    if (decoded === before) break;
  }
  return decoded;
}
