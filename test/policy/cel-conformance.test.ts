import { Environment } from "@marcbachmann/cel-js";
import { tests as conformance } from "@bufbuild/cel-spec/testdata/conformance.js";
import { expect, test } from "vitest";
import { isRecord } from "../../src/read/shape.js";
import type { Value } from "../../src/model/adapter.js";

/**
 * The language's own conformance suite, as far as expressions over facts go: logic, comparisons, arithmetic, texts and
 * lists. What the library answers otherwise is named, so that another version of it cannot change what policies mean
 * unseen.
 */
const families: Readonly<Record<string, readonly string[]>> = {
  fp_math: ["negative_zero: -(0.0)"],
  integer_math: ["int64_min_negate: -(-9223372036854775808)", "int64_min_negate_div: (-9223372036854775808)/-1"],
  // Refused when the policy is loaded, by the types of both sides.
  logic: [
    "mixed_type: true ? 'cows' : 17",
    "short_circuit_type_left: false && 32",
    "short_circuit_type_right: 'horses' && false",
    "short_circuit_type_left: true || 32",
    "short_circuit_type_right: 'horses' || true",
  ],
  macros: [
    "list_elem_type_shortcircuit: [1, 'foo', 3].exists(e, e != '1')",
    "list_elem_type_exhaustive: [1, 'foo', 3].exists(e, e == '10')",
    "map_key_type_shortcircuit: {'key':1, 1:21}.exists(k, k != 2)",
    "map_key_type_exhaustive: !{'key':1, 1:42}.exists(k, k == 2)",
    "list_elem_type_shortcircuit: [1, 'foo', 3].all(e, e == 1)",
    "list_empty: [].all(e, e > 0)",
    "map_one: {6: 'six', 7: 'seven', 8: 'eight'}.exists_one(foo, foo % 5 == 2)",
  ],
  string: [],
};

interface Case {
  readonly name: string;
  readonly expression: string;
  /** The scalar that is expected; null where an error is. */
  readonly value: number | bigint | string | boolean | null;
}

interface Suite {
  readonly name: string;
  readonly suites?: readonly Suite[];
  readonly tests?: readonly { readonly original: unknown }[];
}

const scalars: Readonly<Record<string, (written: Value) => Case["value"]>> = {
  boolValue: (written) => written === true,
  int64Value: (written) => BigInt(String(written)),
  doubleValue: (written) => Number(written),
  stringValue: (written) => String(written),
};

/** A case of the suite; null where it asks for bindings, types of its own or a value that is no scalar. */
function caseOf(original: unknown): Case | null {
  const written: Value = JSON.parse(JSON.stringify(original));
  if (!isRecord(written) || written["bindings"] !== undefined || written["typeEnv"] !== undefined) return null;
  if (typeof written["name"] !== "string" || typeof written["expr"] !== "string") return null;
  const { name, expr: expression, value } = written;
  if (written["evalError"] !== undefined) return { name, expression, value: null };
  const [kind, scalar = null] = isRecord(value) ? (Object.entries(value)[0] ?? []) : ["boolValue", true];
  const read = kind === undefined ? undefined : scalars[kind];
  return read === undefined ? null : { name, expression, value: read(scalar) };
}

const casesOf = ({ suites = [], tests = [] }: Suite): readonly Case[] => [
  ...tests.flatMap(({ original }) => caseOf(original) ?? []),
  ...suites.flatMap(casesOf),
];

const environment = new Environment();

function answerTo(expression: string): Case["value"] | "another" {
  try {
    const value: unknown = environment.evaluate(expression);
    const isScalar =
      typeof value === "number" || typeof value === "bigint" || typeof value === "string" || typeof value === "boolean";
    return isScalar ? value : "another";
  } catch {
    return null;
  }
}

const suites: readonly Suite[] = conformance.suites ?? [];

test.each(Object.entries(families))("%s agrees with the suite but for what is named", (family, known) => {
  const cases = casesOf(suites.find(({ name }) => name === family) ?? { name: family });
  expect(cases.length).toBeGreaterThan(15);
  const otherwise = cases.filter(({ expression, value }) => !Object.is(answerTo(expression), value));
  expect(otherwise.map(({ name, expression }) => `${name}: ${expression}`)).toEqual(known);
});
