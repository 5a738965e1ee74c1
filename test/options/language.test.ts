import { describe, expect, test } from "vitest";
import { policyFields, ruleFields } from "../../src/policy/envelope.js";
import { propertiesOf } from "../../src/policy/form.js";
import { configurationSchema, waiversSchema } from "../../src/policy/schema.js";
import { corpusIsThere } from "../checks/corpus.js";
import { keysOf, type Case } from "../policy/option-case.js";
import { configurationCases } from "./configuration.js";
import { policyCases, ruleCases } from "./language.js";
import { waiverCases } from "./waivers.js";

const tables: readonly (readonly [where: string, keys: readonly string[], cases: Readonly<Record<string, Case>>])[] = [
  ["a policy", [...keysOf({ properties: propertiesOf(policyFields) }), "extends", "parameters", "rules"], policyCases],
  ["a rule", keysOf({ properties: propertiesOf(ruleFields) }), ruleCases],
  ["the configuration", keysOf(configurationSchema()), configurationCases],
  ["a waiver", keysOf(waiversSchema()), waiverCases],
];

describe.each(tables)("the options of %s, on files that tools wrote", (_where, keys, cases) => {
  test("have a case each that changes something, and no case is of an option that there is not", () => {
    expect(keys.length).toBeGreaterThan(5);
    expect(Object.keys(cases).sort()).toEqual([...new Set(keys)].sort());
    const idle = Object.entries(cases).filter(
      ([, { expected }]) => JSON.stringify(expected[0]) === JSON.stringify(expected[1]),
    );
    expect(idle.map(([key]) => key)).toEqual([]);
  });

  test.skipIf(!corpusIsThere).each(Object.entries(cases))("%s", async (_option, { without, with: given, expected }) => {
    expect([await without(), await given()]).toEqual(expected);
  });
});
