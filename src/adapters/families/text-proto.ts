import { TextProtoError, Tokens, unquoted, type Token } from "./text-proto-tokens.js";

/** A field of a text-form message: a scalar as text without its quotes, or a message. */
export interface TextField {
  readonly name: string;
  /** Of its value, or of a message's name; from 1. */
  readonly line: number;
  readonly column: number;
  readonly content: string | TextMessage;
}

export interface TextMessage {
  readonly fields: readonly TextField[];
}

export interface TextProtoFault {
  readonly line: number;
  readonly message: string;
}

const MAX_DEPTH = 100;
const MAX_FIELDS = 2_000_000;

/** A number without the blank after its sign or the `f` of a float; a name as it stands. */
const bare = ({ kind, text }: Token): string =>
  kind === "number" ? text.replace(/\s+/g, "").replace(/^([-\d.]*\d(?:[eE][+-]?\d+)?)[fF]$/, "$1") : text;

class Reading {
  #fields = 0;
  constructor(private readonly tokens: Tokens) {}

  message(closing: string | null, depth: number): TextMessage {
    const fields: TextField[] = [];
    for (;;) {
      if (closing === null ? this.tokens.next.kind === "end" : this.tokens.takeMark(closing)) return { fields };
      if (depth > MAX_DEPTH || ++this.#fields > MAX_FIELDS)
        throw new TextProtoError(this.tokens.next.line, "more fields or a deeper message than are read");
      this.#field(fields, depth);
      if (!this.tokens.takeMark(",")) this.tokens.takeMark(";");
    }
  }

  #field(fields: TextField[], depth: number): void {
    const named = this.tokens.take();
    if (named.kind !== "name")
      throw new TextProtoError(
        named.line,
        named.kind === "end" ? "the text ends inside a message" : "a field's name is due",
      );
    const name = named.text.replace(/^\[(.*)\]$/, "$1");
    const colon = this.tokens.takeMark(":");
    // Before a list of messages the colon may be left out, as before a message.
    if (!this.tokens.takeMark("[")) {
      fields.push(this.#value(name, named, colon, depth));
      return;
    }
    while (!this.tokens.takeMark("]")) {
      fields.push(this.#value(name, this.tokens.next, colon, depth));
      this.tokens.takeMark(",");
    }
  }

  #value(name: string, named: Token, colon: boolean, depth: number): TextField {
    for (const [open, close] of [["{", "}"] as const, ["<", ">"] as const]) {
      if (!this.tokens.takeMark(open)) continue;
      return { name, line: named.line, column: named.column, content: this.message(close, depth + 1) };
    }
    const value = this.tokens.take();
    if (!colon || value.kind === "mark" || value.kind === "end")
      throw new TextProtoError(value.line, `the value of \`${name}\` is due`);
    let content = value.kind === "text" ? unquoted(value.text) : bare(value);
    while (value.kind === "text" && this.tokens.next.kind === "text") content += unquoted(this.tokens.take().text);
    return { name, line: value.line, column: value.column, content };
  }
}

/** Reads the text form of a protocol buffer without its schema; never throws. */
export function parseTextProto(
  source: string,
):
  { readonly message: TextMessage; readonly fault: null } | { readonly message: null; readonly fault: TextProtoFault } {
  try {
    return { message: new Reading(new Tokens(source)).message(null, 0), fault: null };
  } catch (error) {
    if (!(error instanceof TextProtoError)) throw error;
    return { message: null, fault: { line: error.line, message: error.message } };
  }
}

/** Name of the first field, for recognising a message cheaply; undefined where the text begins with something else. */
export const firstField = (source: string): string | undefined =>
  /^(?:\s|#[^\n]*(?:\n|$))*([A-Za-z_]\w*)\s*(?::|\{|<)/.exec(source.slice(0, 4096))?.[1];
