import type { Expression } from "./expression.js";

/** A number in a policy, with what its spelling says: `80%` and `0.8` are proportions or plain, `150ms` is a time. */
export interface Quantity {
  /** Per cent is divided by 100; times are milliseconds. */
  readonly value: number;
  readonly unit: "plain" | "percent" | "time";
}

/** What an option's value is once it is read, by kind. The JSON Schema of each kind stands beside its reader. */
export interface OptionValues {
  /** `0.8`, `80%`, `-0.01`, `150ms`. */
  readonly quantity: Quantity;
  /** From 0 to 1: `10%`, `0.1`. */
  readonly proportion: number;
  /** Milliseconds: `7d`, `12h`, `30m`, `2w`. */
  readonly duration: number;
  /** A whole number, 0 or more. */
  readonly count: number;
  readonly flag: boolean;
  readonly text: string;
  /** A day of the calendar or an instant, as it is written. */
  readonly date: string;
  /** One text or a list of them. */
  readonly texts: readonly string[];
  /** Slice keys, each on its own; an inner list crosses its keys. */
  readonly "slice-keys": readonly (readonly string[])[];
  /** Fields of a fact and the values they must have. */
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  /** True or false, over facts: parsed and checked. */
  readonly expression: Expression;
}

export type OptionKind = keyof OptionValues;

export interface OptionSpec<K extends OptionKind = OptionKind> {
  readonly kind: K;
  readonly description: string;
  readonly required?: boolean;
  /** True of an option that changes what findings say, and nothing that is asked. */
  readonly wordsOnly?: boolean;
  /** Of a text: the only ones allowed. Of fields: the only names allowed, beside `slice.<column>`. */
  readonly choices?: readonly string[];
  /** Of texts that may be the writer's own: the well-known ones, of which none may be misspelt. */
  readonly known?: KnownNames;
  /** Of texts such as `section:limitations`: the words before the colon, and the well-known ones behind it. */
  readonly topics?: Readonly<Record<string, KnownNames | null>>;
}

export interface KnownNames {
  readonly names: readonly string[];
  /** True for every spelling that is understood. */
  understands(name: string): boolean;
}

export type OptionTable = Readonly<Record<string, OptionSpec>>;

/** The values of a table's options; undefined where the rule does not give one. */
export type ValuesOf<T extends OptionTable> = { readonly [K in keyof T]: OptionValues[T[K]["kind"]] | undefined };
