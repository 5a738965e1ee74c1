/** The part of JSON Schema that the report's own schema is written in. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
}

/** A place where a value is not as its schema says: an RFC 6901 pointer, and what is wrong there. */
export interface Fault {
  readonly pointer: string;
  readonly what: string;
}

/** The first fault of a parsed JSON value under a schema given as text; null where it conforms. */
export function faultOf(value: unknown, schemaText: string): Fault | null {
  const root: unknown = JSON.parse(schemaText);
  return isSchema(root) ? fault(value, root, root, "") : null;
}

const isSchema = (value: unknown): value is Schema => typeof value === "object" && value !== null;

function fault(value: unknown, schema: Schema, root: Schema, pointer: string): Fault | null {
  if (schema.$ref !== undefined) {
    const target = root.$defs?.[schema.$ref.slice("#/$defs/".length)];
    return target === undefined ? { pointer, what: "has no schema" } : fault(value, target, root, pointer);
  }
  if (schema.anyOf !== undefined) return anyFault(value, schema.anyOf, root, pointer);
  if (schema.const !== undefined && value !== schema.const) return { pointer, what: `is not ${String(schema.const)}` };
  if (schema.enum !== undefined && !schema.enum.includes(value)) {
    return { pointer, what: `is none of ${schema.enum.map(String).join(", ")}` };
  }
  const types = schema.type === undefined ? [] : typeof schema.type === "string" ? [schema.type] : schema.type;
  if (types.length > 0 && !types.includes(typeOf(value))) return { pointer, what: `is no ${types.join(" or ")}` };
  if (Array.isArray(value)) return schema.items === undefined ? null : itemFault(value, schema.items, root, pointer);
  return typeof value === "object" && value !== null ? propertyFault(value, schema, root, pointer) : null;
}

/** Where several forms are allowed, the fault of the one that comes closest is told. */
function anyFault(value: unknown, schemas: readonly Schema[], root: Schema, pointer: string): Fault | null {
  let deepest: Fault | null = null;
  for (const schema of schemas) {
    const found = fault(value, schema, root, pointer);
    if (found === null) return null;
    if (deepest === null || found.pointer.length > deepest.pointer.length) deepest = found;
  }
  return deepest;
}

function itemFault(values: readonly unknown[], schema: Schema, root: Schema, pointer: string): Fault | null {
  for (const [index, value] of values.entries()) {
    const found = fault(value, schema, root, `${pointer}/${index}`);
    if (found !== null) return found;
  }
  return null;
}

function propertyFault(value: object, schema: Schema, root: Schema, pointer: string): Fault | null {
  const missing = schema.required?.find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) return { pointer, what: `has no ${missing}` };
  for (const [key, inner] of Object.entries(value)) {
    const own =
      schema.properties !== undefined && Object.hasOwn(schema.properties, key) ? schema.properties[key] : null;
    const other = schema.additionalProperties;
    const asked = own ?? (typeof other === "object" ? other : null);
    const at = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (asked === null && other === false) return { pointer: at, what: "is not known" };
    const found = asked === null ? null : fault(inner, asked, root, at);
    if (found !== null) return found;
  }
  return null;
}

const typeOf = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value === "object" ? "object" : typeof value;
