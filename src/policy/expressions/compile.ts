import { Environment, type ASTNode, type ParseResult } from "@marcbachmann/cel-js";
import { RE2JS } from "re2js";
import type { FactKind } from "../../model/fact.js";
import type {
  CompiledExpression,
  Expression,
  ExpressionAnswer,
  ExpressionFault,
  ExpressionReads,
  ExpressionWorld,
} from "../../model/expression.js";
import { readInstant } from "../../normalise/instant.js";
import { nearestAdvice } from "../nearest.js";
import { fieldTypes, modelTypes, readableKinds, sourceTypes } from "./fields.js";
import { watchNumbers, type Spill } from "./finite.js";
import { depthOf, everyNode, faultsOf } from "./limits.js";

/** Facts that one expression may look at, one inside the other: as many steps take about a second. */
const mostSteps = 20_000_000;
const longest = 4_000;

class Fact {}
class Source {}
class Model {}

const arithmetic = {
  "+": (a: number, b: number) => a + b,
  "-": (a: number, b: number) => a - b,
  "*": (a: number, b: number) => a * b,
  "/": (a: number, b: number) => a / b,
} as const;

/** @param valueType what `value` of a fact is: a number, or anything where cards are spoken of */
function environmentFor(valueType: "double" | "dyn"): Environment {
  const environment = new Environment({ limits: { maxAstNodes: 400, maxDepth: 40, maxListElements: 200 } })
    .registerType("Source", { ctor: Source, fields: sourceTypes })
    .registerType("Fact", { ctor: Fact, fields: { ...fieldTypes, value: valueType } })
    .registerType("Model", { ctor: Model, fields: modelTypes })
    .registerVariable("facts", "list<Fact>")
    .registerVariable("model", "Model")
    .registerVariable("stage", "string")
    .registerVariable("now", "google.protobuf.Timestamp")
    .registerFunction("re_match(string, string): bool", (pattern: string, text: string) =>
      patternOf(pattern).test(text),
    )
    .registerFunction("ratio(double, double): double", (a: number, b: number) => a / b)
    .registerFunction("number(dyn): double", (value: unknown) => numberOf(value));
  for (const [operator, compute] of Object.entries(arithmetic)) {
    // Without a type of their own they would be whole numbers where the left side is one.
    environment.registerOperator(`double ${operator} int: double`, (a: number, b: bigint) => compute(a, Number(b)));
    environment.registerOperator(`int ${operator} double: double`, (a: bigint, b: number) => compute(Number(a), b));
  }
  // Not by rounding the whole number, which may lie beyond those that doubles hold.
  environment.registerOperator(
    "double == int: bool",
    (a: number, b: bigint) => Number.isInteger(a) && BigInt(a) === BigInt(b),
  );
  return environment;
}

const patterns = new Map<string, RE2JS>();

function patternOf(pattern: string): RE2JS {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  if (patterns.size >= 100) patterns.clear();
  const compiled = RE2JS.compile(pattern);
  patterns.set(pattern, compiled);
  return compiled;
}

/** @throws Error for a text that is no number; what reads as NaN or infinite is found by whoever watches the steps */
function numberOf(value: unknown): number {
  const isNumeric = typeof value === "number" || typeof value === "bigint";
  const read = isNumeric || (typeof value === "string" && /\S/.test(value)) ? Number(value) : Number.NaN;
  if (Number.isNaN(read) && !isNumeric && !/^\s*[-+]?nan\s*$/i.test(String(value)))
    throw new Error(`${typeof value === "string" ? `\`${value.slice(0, 40)}\`` : "what is no text"} is no number`);
  return read;
}

const environments = { double: environmentFor("double"), dyn: environmentFor("dyn") };

/** Parses and checks an expression over `facts`, `model`, `stage` and `now`. */
export function compileExpression(text: string): CompiledExpression {
  const fault = (offset: number, message: string, mend: string): CompiledExpression => ({
    kind: "faults",
    faults: [{ offset, message, mend }],
  });
  if (text.length > longest)
    return fault(0, `the expression is longer than ${longest} characters`, "make two rules of it");
  let parsed: ParseResult;
  try {
    const first = environments.double.parse(text);
    parsed = textsIn(first.ast).includes("card") ? environments.dyn.parse(text) : first;
  } catch (error) {
    const { summary, offset } = told(error);
    return fault(offset, `the expression cannot be parsed: ${summary}`, parseMend);
  }
  const faults = faultsOf(parsed.ast);
  if (faults.length > 0) return { kind: "faults", faults };
  const checked = parsed.check();
  if (!checked.valid) return { kind: "faults", faults: [typeFault(checked.error, text)] };
  if (checked.type !== "bool" && checked.type !== "dyn")
    return fault(
      0,
      `the expression gives ${checked.type ?? "nothing"}; expected true or false`,
      "compare it with something",
    );
  const literal = literalFault(parsed.ast);
  return literal === null
    ? { kind: "expression", expression: expressionOf(text, parsed) }
    : { kind: "faults", faults: [literal] };
}

const parseMend =
  "write it in the Common Expression Language, in quotes where it holds a comma, a brace or a colon and a space";

function told(error: unknown): { readonly summary: string; readonly offset: number } {
  if (!(error instanceof Error)) return { summary: "unknown", offset: 0 };
  const summary = "summary" in error && typeof error.summary === "string" ? error.summary : error.message;
  const range = "range" in error ? error.range : undefined;
  const offset = typeof range === "object" && range !== null && "start" in range ? Number(range.start) : 0;
  return { summary: summary.split("\n")[0] ?? summary, offset: Number.isInteger(offset) ? offset : 0 };
}

function typeFault(error: unknown, text: string): ExpressionFault {
  const { summary, offset } = told(error);
  const key = /^No such key: (\S+)$/.exec(summary)?.[1];
  if (key !== undefined) {
    const known = [...Object.keys(fieldTypes), ...Object.keys(modelTypes)];
    return { offset, message: `there is no field \`${key}\``, mend: nearestAdvice(key, known) };
  }
  const variable = /^Unknown variable: (\S+)$/.exec(summary)?.[1];
  if (variable !== undefined)
    return {
      offset,
      message: `there is no \`${variable}\``,
      mend: nearestAdvice(variable, ["facts", "model", "stage", "now"]),
    };
  return {
    offset: Math.min(offset, text.length),
    message: `the types do not fit: ${summary}`,
    mend: typeMend(summary),
  };
}

function typeMend(summary: string): string {
  if (summary.startsWith("has()")) return "ask it of a field of a name, such as `facts.exists(f, has(f.p_value))`";
  if (/\bdouble (?:in list<int>|% int)/.test(summary)) return "write numbers of facts with a point, such as 200.0";
  return "compare alike with alike: fields of facts are numbers, texts, true or false";
}

/** A kind that no fact has, and a pattern that is none: they would be found only when it runs, or never. */
function literalFault(ast: ASTNode): ExpressionFault | null {
  for (const node of everyNode(ast)) {
    if (node.op === "call" && node.args[0] === "re_match") {
      const [pattern] = node.args[1];
      if (pattern?.op === "value" && typeof pattern.args === "string" && !isPattern(pattern.args))
        return {
          offset: pattern.start,
          message: `\`${pattern.args}\` is no pattern`,
          mend: "write it in the syntax of RE2",
        };
    }
    if (node.op === "call" && node.args[0] === "timestamp") {
      const [moment] = node.args[1];
      if (moment?.op === "value" && typeof moment.args === "string" && readInstant(moment.args) === null)
        return {
          offset: moment.start,
          message: `\`${moment.args}\` is no moment`,
          mend: "write a day of the calendar and a time, such as 2026-12-31T00:00:00Z",
        };
    }
    if (node.op !== "==" && node.op !== "!=") continue;
    const [left, right] = node.args;
    const literal = isKind(left) ? right : isKind(right) ? left : null;
    if (literal?.op !== "value" || typeof literal.args !== "string") continue;
    const kinds: readonly string[] = [...readableKinds, "approval"];
    if (!kinds.includes(literal.args))
      return {
        offset: literal.start,
        message: `no fact is of kind \`${literal.args}\``,
        mend: nearestAdvice(literal.args, kinds),
      };
  }
  return null;
}

const isKind = (node: ASTNode): boolean => node.op === "." && node.args[1] === "kind";

function isPattern(pattern: string): boolean {
  try {
    patternOf(pattern);
    return true;
  } catch {
    return false;
  }
}

const textsIn = (ast: ASTNode): readonly string[] =>
  [...everyNode(ast)].flatMap((node) => (node.op === "value" && typeof node.args === "string" ? [node.args] : []));

function expressionOf(text: string, parsed: ParseResult): Expression {
  const depth = depthOf(parsed.ast);
  const joined = conjuncts(parsed.ast);
  const environment = textsIn(parsed.ast).includes("card") ? environments.dyn : environments.double;
  const single = joined.map((node) => ({ text: text.slice(node.start, node.end), offset: node.start }));
  const whole: Watched = { parsed, spill: watchNumbers(parsed.ast) };
  const watched = (part: string): Watched => {
    const one = environment.parse(part);
    return { parsed: one, spill: watchNumbers(one.ast) };
  };
  const run = (one: Watched, world: ExpressionWorld): ExpressionAnswer => {
    const facts = factsFor(world);
    if (facts.length ** depth > mostSteps)
      return { kind: "error", message: `${facts.length} facts are too many for macros inside one another` };
    return answerOf(one, facts, world);
  };
  return {
    text,
    reads: readsOf(parsed.ast),
    evaluate: (world) => run(whole, world),
    parts: (world) =>
      single.map((part) => ({
        text: part.text,
        answer: run(joined.length === 1 ? whole : watched(part.text), world),
      })),
  };
}

const conjuncts = (node: ASTNode): readonly ASTNode[] =>
  node.op === "&&" ? [...conjuncts(node.args[0]), ...conjuncts(node.args[1])] : [node];

interface Watched {
  readonly parsed: ParseResult;
  readonly spill: Spill;
}

function answerOf(
  { parsed, spill }: Watched,
  facts: readonly object[],
  { model, now }: ExpressionWorld,
): ExpressionAnswer {
  const context = { facts, model: withoutNull(new Model(), model), stage: model.stage, now: new Date(now) };
  spill.clear();
  let answer: ExpressionAnswer;
  try {
    const value: unknown = parsed(context);
    answer =
      typeof value === "boolean"
        ? { kind: "value", value }
        : { kind: "error", message: `it gives ${typeof value}, not true or false` };
  } catch (error) {
    answer = { kind: "error", message: told(error).summary };
  }
  const spilt = spill.first();
  return spilt === null ? answer : { kind: "error", message: spilt };
}

function readsOf(ast: ASTNode): ExpressionReads {
  const texts = textsIn(ast);
  const kinds = readableKinds.filter((kind: FactKind) => texts.includes(kind));
  const facts = [...everyNode(ast)].some((node) => node.op === "id" && node.args === "facts");
  return { facts, kinds: kinds.length === 0 ? null : kinds, texts };
}

/** The facts as expressions see them: what a fact does not state, it does not have. */
function factsFor({ evidence, approvals }: ExpressionWorld): readonly object[] {
  const all = [...readableKinds.flatMap((kind) => evidence.of(kind)), ...approvals];
  return all.map((fact) => withoutNull(new Fact(), { ...fact, source: withoutNull(new Source(), fact.source) }));
}

function withoutNull(target: object, fields: object): object {
  const stated = Object.entries(fields).filter(([, value]) => value !== null);
  return Object.assign(target, Object.fromEntries(stated.map(([key, value]) => [key, mapped(value)])));
}

/** Records become maps: a key such as `constructor` is data, and would be taken for the type of an object. */
function mapped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(mapped);
  if (typeof value !== "object" || value === null || value instanceof Source) return value;
  return new Map(Object.entries(value).map(([key, child]) => [key, mapped(child)]));
}
