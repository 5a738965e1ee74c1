// Derives the JSON Schema of the report from its TypeScript types, so that the two cannot differ: each interface is a
// definition, each comment a description.
import { join } from "node:path";
import typescript from "typescript";

const { TypeFlags, SymbolFlags } = typescript;

/** The schema of an exported type. */
export function schemaOfType(root, file, name, frame) {
  const path = join(root, file);
  const options = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    target: typescript.ScriptTarget.ES2022,
    module: typescript.ModuleKind.NodeNext,
    moduleResolution: typescript.ModuleResolutionKind.NodeNext,
    types: [],
  };
  const program = typescript.createProgram([path], options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path);
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(source));
  const symbol = exported.find((one) => one.name === name);
  if (symbol === undefined) throw new Error(`${file} exports no ${name}`);
  const definitions = new Map();
  const schema = typeSchema(checker.getDeclaredTypeOfSymbol(symbol), { checker, definitions });
  const sorted = [...definitions].sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...frame, ...schema, $defs: Object.fromEntries(sorted) };
}

function typeSchema(type, context) {
  const { checker } = context;
  if (type.isUnion()) return unionSchema(type.types, context);
  if (type.flags & TypeFlags.StringLiteral) return { const: type.value };
  if (type.flags & TypeFlags.NumberLiteral) return { const: type.value };
  if (type.flags & TypeFlags.BooleanLiteral) return { const: checker.typeToString(type) === "true" };
  if (type.flags & TypeFlags.String) return { type: "string" };
  if (type.flags & TypeFlags.Number) return { type: "number" };
  if (type.flags & TypeFlags.Boolean) return { type: "boolean" };
  if (type.flags & TypeFlags.Null) return { type: "null" };
  if (type.flags & TypeFlags.Unknown) return {};
  if (checker.isArrayType(type))
    return { type: "array", items: typeSchema(checker.getTypeArguments(type)[0], context) };
  if (type.flags & (TypeFlags.Object | TypeFlags.Intersection)) return objectSchema(type, context);
  throw new Error(`${checker.typeToString(type)} has no JSON Schema`);
}

/** Literals become one enumeration, and what may be null says so beside its type. */
function unionSchema(types, context) {
  const members = types.map((type) => typeSchema(type, context));
  const constants = members.filter((member) => "const" in member).map((member) => member.const);
  const booleans = constants.length === 2 && constants.includes(true) && constants.includes(false);
  const plain = members.filter((member) => "type" in member && Object.keys(member).length === 1);
  const others = members.filter((member) => !("const" in member) && !plain.includes(member));
  const names = [
    ...new Set([
      ...plain.map(({ type }) => type),
      ...(constants.includes(true) || constants.includes(false) ? ["boolean"] : []),
    ]),
  ];
  const literals = booleans ? [] : constants.filter((constant) => typeof constant !== "boolean");
  if (others.length === 0 && literals.length === 0) return { type: names.length === 1 ? names[0] : names };
  if (others.length === 0) return { enum: [...literals, ...(names.includes("null") ? [null] : [])] };
  const alternatives = [
    ...others,
    ...(literals.length > 0 ? [{ enum: literals }] : []),
    ...(names.length > 0 ? [{ type: names.length === 1 ? names[0] : names }] : []),
  ];
  return alternatives.length === 1 ? alternatives[0] : { anyOf: alternatives };
}

function objectSchema(type, context) {
  const { checker, definitions } = context;
  const named =
    type.aliasSymbol === undefined && type.symbol !== undefined && type.symbol.flags & SymbolFlags.Interface;
  if (!named) return propertiesSchema(type, context);
  const { name } = type.symbol;
  if (!definitions.has(name)) {
    // Set before it is filled, for types that hold themselves.
    definitions.set(name, {});
    const description = textOf(type.symbol, checker);
    definitions.set(name, { ...(description === "" ? {} : { description }), ...propertiesSchema(type, context) });
  }
  return { $ref: `#/$defs/${name}` };
}

function propertiesSchema(type, context) {
  const { checker } = context;
  const index = checker.getIndexInfoOfType(type, typescript.IndexKind.String);
  if (index !== undefined) return { type: "object", additionalProperties: typeSchema(index.type, context) };
  const properties = {};
  const required = [];
  for (const property of checker.getPropertiesOfType(type)) {
    const described = textOf(property, checker);
    const schema = typeSchema(checker.getTypeOfSymbol(property), context);
    properties[property.name] = described === "" ? schema : { description: described, ...schema };
    if (!(property.flags & SymbolFlags.Optional)) required.push(property.name);
  }
  return { type: "object", properties, required, additionalProperties: false };
}

const textOf = (symbol, checker) =>
  typescript.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s+/g, " ").trim();
