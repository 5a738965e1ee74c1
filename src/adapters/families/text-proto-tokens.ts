type TokenKind = "name" | "text" | "number" | "mark" | "end";

/** A word, number, quoted text or mark, and where it begins; from 1. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

const tokenPattern =
  /(?<space>[ \t\r\n\f\v]+|#[^\n]*)|(?<name>[A-Za-z_][\w.]*|\[[\w./-]+\](?=\s*[:{<]))|(?<number>-?\s*(?:0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[fF]?|(?:inf|infinity|nan)\b))|(?<text>"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*')|(?<mark>[{}<>[\]:,;])/gy;

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", a: "\x07", b: "\b", f: "\f", v: "\v" };

const utf8 = new TextDecoder();

const escape = /((?:\\(?:[0-7]{1,3}|x[\da-fA-F]{1,2}))+)|\\u([\da-fA-F]{4})|\\([^])/g;

/** The content of a quoted text. Octal and hexadecimal escapes are bytes of UTF-8. */
export const unquoted = (quoted: string): string =>
  quoted.slice(1, -1).replace(escape, (_, bytes?: string, unit?: string, letter?: string) => {
    if (bytes !== undefined) return utf8.decode(escapedBytes(bytes));
    if (unit !== undefined) return String.fromCharCode(parseInt(unit, 16));
    return letter !== undefined && Object.hasOwn(escapes, letter) ? (escapes[letter] ?? "") : (letter ?? "");
  });

const escapedBytes = (run: string): Uint8Array =>
  Uint8Array.from(
    run
      .slice(1)
      .split("\\")
      .map((digits) => (digits.startsWith("x") ? parseInt(digits.slice(1), 16) : parseInt(digits, 8)) & 255),
  );

/** A text that is no message, at a line. Caught where the text is parsed. */
export class TextProtoError extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

/** The tokens of a text, one ahead. */
export class Tokens {
  #offset = 0;
  #line = 1;
  #lineStart = 0;
  #next: Token;

  constructor(private readonly source: string) {
    this.#next = this.#scan();
  }

  get next(): Token {
    return this.#next;
  }

  take(): Token {
    const taken = this.#next;
    this.#next = this.#scan();
    return taken;
  }

  takeMark(mark: string): boolean {
    if (this.#next.kind !== "mark" || this.#next.text !== mark) return false;
    this.take();
    return true;
  }

  #scan(): Token {
    for (;;) {
      const [line, column] = [this.#line, this.#offset - this.#lineStart + 1];
      if (this.#offset >= this.source.length) return { kind: "end", text: "", line, column };
      tokenPattern.lastIndex = this.#offset;
      const match = tokenPattern.exec(this.source);
      if (match === null) throw new TextProtoError(line, "a character that does not belong here");
      this.#advance(match[0]);
      const kind = (["name", "number", "text", "mark"] as const).find((each) => match.groups?.[each] !== undefined);
      if (kind !== undefined) return { kind, text: match[0], line, column };
    }
  }

  #advance(text: string): void {
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
      this.#line += 1;
      this.#lineStart = this.#offset + at + 1;
    }
    this.#offset += text.length;
  }
}
