import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { isPlaceholder } from "../../normalise/card-placeholder.js";
import { isList, isRecord, members } from "../../read/shape.js";

const deepest = 12;
const longestText = 2_000;

const isScalar = (value: Value): value is string | number | boolean | null =>
  value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";

const shortened = (text: string): string => (text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text);

function field(name: string, at: string, value: string | number | boolean | null): Statement {
  const shown =
    typeof value === "string"
      ? shortened(value)
      : typeof value === "number" && !Number.isFinite(value)
        ? String(value)
        : value;
  return {
    kind: "card",
    where: { pointer: at },
    field: name,
    value: shown,
    placeholder: typeof value === "string" ? isPlaceholder(value) : false,
  };
}

const isWithin = (inner: string, outer: string): boolean =>
  inner.length > outer.length && inner[outer.length] === "." && inner.startsWith(outer);

/** True for a name that is neither asked for, nor holds what is, nor lies in it. */
export const isApart =
  (asked: ReadonlySet<string>) =>
  (name: string): boolean => {
    if (name === "") return false;
    for (const field of asked) if (field === name || isWithin(field, name) || isWithin(name, field)) return false;
    return true;
  };

/** The scalars of a list as one text; a list of one number stays the number. */
function joined(values: readonly (string | number | boolean | null)[]): string | number | boolean | null {
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : values.map((value) => String(value)).join(", ");
}

/**
 * A fact for every scalar beneath a value, named by its keys joined by dots. A list of scalars is one field, its values
 * joined by commas; the items of other lists are named by their index.
 *
 * @param leaves true for the names of fields that are left out, with all beneath them
 */
export function fieldStatements(
  value: Value,
  name: string,
  at: string,
  leaves: (name: string) => boolean = () => false,
  depth = 0,
): Statement[] {
  if (depth > deepest || leaves(name)) return [];
  if (isScalar(value)) return name === "" ? [] : [field(name, at, value)];
  const inner = (key: string | number): string => (name === "" ? String(key) : `${name}.${key}`);
  if (isList(value)) {
    if (value.length === 0) return name === "" ? [] : [field(name, at, null)];
    const scalars = value.filter(isScalar);
    if (scalars.length === value.length && name !== "") return [field(name, at, joined(scalars))];
    return value.flatMap((item, index) => fieldStatements(item, inner(index), pointer(at, index), leaves, depth + 1));
  }
  if (!isRecord(value)) return [];
  return members(value).flatMap(([key, item]) =>
    fieldStatements(item, inner(key), pointer(at, key), leaves, depth + 1),
  );
}
