/** The input of a reference case, each field narrowed as it is asked for; a field of another kind fails the test. */
export interface ReferenceInput {
  number(name: string): number;
  numberOrNull(name: string): number | null;
  numbers(name: string): readonly number[];
  table(name: string): readonly (readonly number[])[];
  texts(name: string): readonly string[];
  list(name: string): readonly ReferenceInput[];
  members(name: string): readonly (readonly [string, ReferenceInput])[];
  oneOf<T extends string>(name: string, allowed: readonly T[]): T;
  named<T>(name: string, meanings: Readonly<Record<string, T>>): T;
  /** The number, or what it usually is where the case does not say. */
  numberOr(name: string, usual: number): number;
  /** The field as it stands; undefined where there is none. */
  optional(name: string): unknown;
}

type Check<T> = (value: unknown) => value is T;

const isNumber: Check<number> = (value) => typeof value === "number";
const isText: Check<string> = (value) => typeof value === "string";
const isRecord: Check<Readonly<Record<string, unknown>>> = (value): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listOf =
  <T>(check: Check<T>): Check<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(check);

export function referenceInput(fields: unknown): ReferenceInput {
  const field = <T>(name: string, check: Check<T>): T => {
    const value = isRecord(fields) ? fields[name] : undefined;
    if (!check(value)) throw new Error(`${name} has another form: ${JSON.stringify(value)}`);
    return value;
  };
  const optional = (name: string): unknown => (isRecord(fields) ? fields[name] : undefined);
  return {
    number: (name) => field(name, isNumber),
    numberOrNull: (name) => (optional(name) === null ? null : field(name, isNumber)),
    numberOr: (name, usual) => (optional(name) === undefined ? usual : field(name, isNumber)),
    numbers: (name) => field(name, listOf(isNumber)),
    table: (name) => field(name, listOf(listOf(isNumber))),
    texts: (name) => field(name, listOf(isText)),
    list: (name) => field(name, listOf(isRecord)).map(referenceInput),
    members: (name) => Object.entries(field(name, isRecord)).map(([key, value]) => [key, referenceInput(value)]),
    oneOf: (name, allowed) => {
      const text = field(name, isText);
      const found = allowed.find((word) => word === text);
      if (found === undefined) throw new Error(`${name} is ${text}, not one of ${allowed.join(", ")}`);
      return found;
    },
    named: (name, meanings) => {
      const text = field(name, isText);
      const meaning = meanings[text];
      if (meaning === undefined) throw new Error(`${name} is ${text}, which means nothing here`);
      return meaning;
    },
    optional,
  };
}
