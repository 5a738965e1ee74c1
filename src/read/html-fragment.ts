/** A small tolerant reader of the HTML that people write inside Markdown: tables, headings and text, with offsets. */

export interface HtmlTag {
  readonly kind: "tag";
  /** Lower case. */
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: string;
  readonly offset: number;
}

export interface HtmlText {
  readonly kind: "text";
  /** Decoded; white space as in the source. */
  readonly text: string;
  readonly offset: number;
}

export type HtmlToken = HtmlTag | HtmlText;

const namedCharacters: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  zwnj: "",
  plusmn: "±",
  pm: "±",
  times: "×",
  deg: "°",
  percnt: "%",
  minus: "-",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  middot: "·",
  bull: "•",
  le: "≤",
  ge: "≥",
  ne: "≠",
  asymp: "≈",
  uarr: "↑",
  darr: "↓",
  uparrow: "↑",
  downarrow: "↓",
  check: "✓",
  cross: "✗",
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  kappa: "κ",
  mu: "μ",
  sigma: "σ",
  rho: "ρ",
  tau: "τ",
  copy: "©",
  reg: "®",
  trade: "™",
  micro: "µ",
};

const character = (code: number): string | undefined =>
  code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : undefined;

/** Text with its character references replaced; unknown ones are left as they stand. */
export function decodeReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#[xX]([0-9a-fA-F]{1,6})|#(\d{1,7})|([A-Za-z][A-Za-z0-9]{1,30}));/g,
    (whole, hex, decimal, name) => {
      if (typeof hex === "string") return character(Number.parseInt(hex, 16)) ?? whole;
      if (typeof decimal === "string") return character(Number.parseInt(decimal, 10)) ?? whole;
      const key = String(name);
      const known = Object.hasOwn(namedCharacters, key) ? key : key.toLowerCase();
      return Object.hasOwn(namedCharacters, known) ? (namedCharacters[known] ?? whole) : String(whole);
    },
  );
}

const tagStart = /<(\/?)([A-Za-z][A-Za-z0-9-]*)/y;

/** Where the tag, comment or declaration that begins at `at` ends (just past it); undefined where `<` is only a sign. */
function markupEnd(html: string, at: number, end: number): number | undefined {
  if (html.startsWith("<!--", at)) {
    const close = html.indexOf("-->", at + 4);
    return close < 0 || close + 3 > end ? end : close + 3;
  }
  tagStart.lastIndex = at;
  if (!tagStart.test(html) && html[at + 1] !== "!" && html[at + 1] !== "?") return undefined;
  const close = html.indexOf(">", at);
  return close < 0 || close >= end ? undefined : close + 1;
}

/** The tags and texts between two offsets of `html`, in order. Comments and the content of scripts are left out. */
export function htmlTokens(html: string, start: number, end: number): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let textStart = start;
  let at = start;
  const endText = (until: number): void => {
    if (until > textStart) {
      tokens.push({
        kind: "text",
        text: decodeReferences(html.slice(textStart, until)),
        offset: textStart,
      });
    }
  };
  while (at < end) {
    const open = html.indexOf("<", at);
    if (open < 0 || open >= end) break;
    const close = markupEnd(html, open, end);
    if (close === undefined) {
      // No later `>`: nothing after this can be a tag either.
      if (html.indexOf(">", open) < 0) break;
      at = open + 1;
      continue;
    }
    endText(open);
    textStart = at = close;
    tagStart.lastIndex = open;
    const tag = tagStart.exec(html);
    if (tag === null) continue;
    const name = (tag[2] ?? "").toLowerCase();
    tokens.push({
      kind: "tag",
      name,
      closing: tag[1] === "/",
      attributes: html.slice(open + tag[0].length, close - 1),
      offset: open,
    });
    if ((name === "script" || name === "style") && tag[1] !== "/") {
      const after = html.indexOf(`</${name}`, close);
      textStart = at = after < 0 || after > end ? end : after;
    }
  }
  endText(end);
  return tokens;
}
