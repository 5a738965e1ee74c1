import { Ajv } from "ajv";
import fc from "fast-check";
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checks } from "../../src/checks/index.js";
import { loadConfiguration } from "../../src/policy/configuration.js";
import { policyFilesOf } from "../../src/policy/files.js";
import { packs } from "../../src/policy/generated/packs.js";
import { policyTestSchema } from "../../src/policy-tests/form.js";
import { loadAnyPolicies } from "../../src/policy/load.js";
import { loadPolicies } from "./loaded.js";
import { configurationSchema, policySchema, schemaFiles, waiversSchema } from "../../src/policy/schema.js";
import { loadWaivers } from "../../src/policy/waivers.js";
import { memory } from "../../src/world/memory.js";
import { checksOfTests } from "./check-of-tests.js";

const compiled = (schema: object) =>
  new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true, strictTypes: false }).compile(schema);

const bySchema = compiled(policySchema(checksOfTests));

/** A policy that others extend, with a rule that a change can name. */
const base = "rules:\n  base: { floor: x, at-least: 1 }\n";

const byLoader = (written: unknown): boolean => {
  const files = policyFilesOf(memory({ "p.yaml": JSON.stringify(written) }));
  const { problems } = loadPolicies(["p.yaml"], files, { checks: checksOfTests, packs: { base } });
  // That two bounds exclude one another no schema can say.
  return problems.every(({ message }) => message.endsWith("at once"));
};

const quantity = fc.constantFrom<unknown>(
  0.5,
  1,
  -0.01,
  "80%",
  "80 %",
  "150ms",
  "1.5s",
  "80 %%",
  "high",
  "1e3",
  null,
  true,
  [1],
  "-3%",
  "0.5",
);
const span = fc.constantFrom<unknown>("7d", "12h", "90s", "1.5w", "30 m", "7", 7, "7y", "d", null);
const share = fc.constantFrom<unknown>(0, 1, 0.5, 1.5, -0.1, "10%", "100%", "100.5%", "-1%", "10", true);
const words = fc.constantFrom<unknown>("a", "", " ", ["a"], ["a", "b"], [], [""], [["a"]], 3, null, { a: 1 });
const level = fc.constantFrom<unknown>(0.95, 0.5, 0.49, 1, 95, "95%", "99.9%", "49%", "100%", "none", "nun", null);
const effect = fc.constantFrom<unknown>(
  "warn",
  "block",
  "pass",
  "undecided",
  null,
  { missing: "note" },
  { mising: "note" },
  { met: "warn" },
  {},
  [],
);
const instant = fc.constantFrom<unknown>("2026-01-31", "2026-01-31T10:00:00Z", "2026-1-3", "31.1.2026", 2026, null);
const applied = fc.constantFrom<unknown>(
  {},
  { stages: "a" },
  { stages: ["a"], events: "push" },
  { event: "push" },
  { events: ["pushed"] },
  [],
  null,
);

const options = {
  "at-least": quantity,
  "at-most": quantity,
  share,
  "max-age": span,
  within: span,
  "min-samples": fc.constantFrom<unknown>(0, 3, -1, 1.5, "3", null),
  strict: fc.constantFrom<unknown>(true, false, "yes", 1, null),
  dataset: fc.constantFrom<unknown>("a", "", 3, null, ["a"]),
  scope: fc.constantFrom<unknown>("column", "colum", ["column"], null),
  roles: fc.constantFrom<unknown>("train", ["train", "test"], ["trian"], [], null),
  "for-each": fc.oneof(words, fc.constantFrom<unknown>([["a", "b"], "c"], [[]], [[["a"]]])),
  where: fc.constantFrom<unknown>({ a: 1 }, { a: "b", c: true }, {}, { a: null }, { a: [1] }, [], "a"),
  then: effect,
  confidence: level,
  evidence: fc.constantFrom<unknown>("base", "attested", "bse", null),
  "only-new": fc.constantFrom<unknown>(true, "true"),
  effective: fc.oneof(
    fc.record({ from: instant }),
    fc.record({ until: instant }),
    fc.constantFrom<unknown>(null, { to: "2026-01-01" }),
  ),
  message: words,
  references: words,
  applies: applied,
  unknown: fc.constant<unknown>(1),
};

/** Up to `most` of the keys: few at a time, so that what is wrong with one is not hidden by another. */
const some = <T extends Record<string, fc.Arbitrary<unknown>>>(
  model: T,
  most: number,
): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .subarray(Object.entries(model), { maxLength: Math.min(most, Object.keys(model).length) })
    .chain((chosen) => fc.record(Object.fromEntries(chosen)));

const soundRule = fc.constantFrom<Record<string, unknown>>(
  { floor: "x", "at-least": 1 },
  { floor: ["x"], "at-most": "$y" },
  { fresh: "r", within: "1d" },
);

const rule = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(soundRule, some(options, 2)).map(([sound, more]) => ({ ...more, ...sound })) },
  { weight: 4, arbitrary: fc.tuple(soundRule, some(options, 2)).map(([sound, more]) => ({ ...sound, ...more })) },
  { weight: 1, arbitrary: some({ ...options, floor: words, fresh: words }, 3) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      "disabled",
      "off",
      null,
      [],
      {},
      { floor: "x" },
      { fresh: "r" },
      { floor: "x", fresh: "r", "at-least": 1, within: "1d" },
    ),
  },
);

const policy = some(
  {
    policy: fc.constantFrom<unknown>("a", "a b", "a/b", "", 3),
    description: words,
    owner: words,
    applies: applied,
    confidence: level,
    adjust: fc.constantFrom<unknown>("holm", "bonferroni"),
    then: effect,
    evidence: fc.constantFrom<unknown>("base", "none"),
    "only-new": fc.constantFrom<unknown>(false, 0),
    gates: fc.constantFrom<unknown>(false, "no"),
    unknown: fc.constant<unknown>(1),
  },
  1,
);

/** What no schema can say: whether names that are used are there, and what the policy extends. */
const names = { parameters: { y: 1 } };

describe("a policy is valid by its schema where the loader accepts it, and nowhere else", () => {
  test("policies that extend nothing", () => {
    let valid = 0;
    fc.assert(
      fc.property(
        policy,
        fc.dictionary(fc.constantFrom("a", "b", "c/d"), rule, { minKeys: 1, maxKeys: 2 }),
        (envelope, rules) => {
          // Where every rule is switched off, the policy has none; the schema does not count.
          fc.pre(!Object.values(rules).every((one) => one === "disabled"));
          const written = { ...envelope, ...names, rules };
          const accepted = byLoader(written);
          valid += accepted ? 1 : 0;
          expect(bySchema(written)).toBe(accepted);
        },
      ),
      { numRuns: 3000, seed: 20260101 },
    );
    expect(valid).toBeGreaterThan(300);
  });

  test("changes of an extended rule", () => {
    let valid = 0;
    fc.assert(
      fc.property(
        policy,
        some({ ...options, within: fc.constant(undefined), floor: words }, 2),
        (envelope, written) => {
          const change = Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined));
          const extending = { ...envelope, ...names, extends: "referee:base", rules: { base: change } };
          const accepted = byLoader(extending);
          valid += accepted ? 1 : 0;
          expect(bySchema(extending)).toBe(accepted);
        },
      ),
      { numRuns: 2000, seed: 20260102 },
    );
    expect(valid).toBeGreaterThan(200);
  });

  test.each<[title: string, written: unknown, valid: boolean]>([
    ["neither rules nor extends", { policy: "a" }, false],
    ["extends alone", { extends: "referee:base" }, true],
    ["a rule without a check", { rules: { a: { "at-least": 1 } } }, false],
    ["a rule with two checks", { rules: { a: { floor: "x", fresh: "r", "at-least": 1, within: "1d" } } }, false],
    ["a change with two checks", { extends: "referee:base", rules: { base: { floor: "x", fresh: "r" } } }, false],
    ["no bound", { rules: { a: { floor: "x" } } }, false],
    ["a parameter for an option", { parameters: { y: 1 }, rules: { a: { floor: "x", "at-least": "$y" } } }, true],
    [
      "a parameter for a confidence",
      { parameters: { y: 0.9 }, rules: { a: { floor: "x", "at-least": 1, confidence: "$y" } } },
      true,
    ],
    [
      "parameters that are lists",
      { parameters: { y: ["a", "b"] }, rules: { a: { floor: "$y", "at-least": 1 } } },
      true,
    ],
  ])("%s", (_, written, valid) => {
    expect([bySchema(written), byLoader(written)]).toEqual([valid, valid]);
  });
});

describe("the configuration and the waivers", () => {
  const configuration = compiled(configurationSchema());
  const loadedConfiguration = (written: unknown): boolean =>
    loadConfiguration("referee.yaml", policyFilesOf(memory({ "referee.yaml": JSON.stringify(written) }))).problems
      .length === 0;

  const map = fc.oneof(
    fc.constantFrom<unknown>(
      { kind: "drift", score: "$.psi" },
      { kind: "drift", scor: "$.psi" },
      { kind: "drit" },
      { score: "$.psi" },
      null,
      [],
    ),
    some(
      {
        kind: fc.constantFrom<unknown>("measurement", "check", "attribution", "approval"),
        each: fc.constantFrom<unknown>("$.a", ["$.a", "$.b"], [], null, { a: 1 }),
        metric: fc.constantFrom<unknown>("recall", "@key", null),
        value: fc.constantFrom<unknown>("$", 3, [1]),
        passed: fc.constantFrom<unknown>(true, "$.ok"),
        slice: fc.constantFrom<unknown>({ country: "@key" }, { country: [1] }, []),
        at: fc.constant<unknown>("$$.generated"),
      },
      5,
    ),
  );
  const whole = some(
    {
      policies: words,
      waivers: words,
      stages: fc.constantFrom<unknown>({}, { order: ["a", "production"] }, { order: [] }, { ordr: ["a"] }, null),
      models: fc.array(
        some(
          {
            name: fc.constantFrom<unknown>("m", 3),
            path: fc.constantFrom<unknown>("m", "/m", "a/../b", "."),
            risk: words,
          },
          4,
        ),
        { maxLength: 1 },
      ),
      evidence: fc.array(
        some({ files: words, model: words, role: fc.constantFrom<unknown>("baseline", "base"), map }, 4),
        { maxLength: 2 },
      ),
      ignore: words,
      "gate-id": fc.constantFrom<unknown>("a.b-c", "a b", 1),
      "allow-clock": fc.constantFrom<unknown>(true, "true"),
      "longest-waiver": span,
      "nothing-to-judge": fc.constantFrom<unknown>("pass", "undecided", "block"),
      polices: fc.constant<unknown>([]),
    },
    3,
  );

  test("a configuration is valid by its schema where the loader accepts it, and nowhere else", () => {
    let valid = 0;
    fc.assert(
      fc.property(whole, (written) => {
        const accepted = loadedConfiguration(written);
        valid += accepted ? 1 : 0;
        expect(configuration(written)).toBe(accepted);
      }),
      { numRuns: 2000, seed: 20260103 },
    );
    expect(valid).toBeGreaterThan(200);
  });

  test("so is a file of waivers", () => {
    const waivers = compiled(waiversSchema());
    const waiver = fc
      .tuple(
        some(
          {
            rule: fc.constantFrom<unknown>("a b", 3, "p/r"),
            subject: words,
            value: quantity,
            ticket: words,
            expires: instant,
            approver: words,
          },
          2,
        ),
        fc.boolean(),
      )
      .map(([more, last]) => {
        const sound = { rule: "r", model: "m", reason: "x", owner: "o", expires: "2026-02-01" };
        return last ? { ...sound, ...more } : { ...more, ...sound };
      });
    let valid = 0;
    fc.assert(
      fc.property(fc.array(waiver, { maxLength: 2 }), (written) => {
        const files = policyFilesOf(memory({ "w.yaml": JSON.stringify(written) }));
        const accepted =
          loadWaivers(["w.yaml"], files, Date.UTC(2026, 0, 1)).problems.filter(
            ({ message }) => !message.endsWith("at once"),
          ).length === 0;
        valid += accepted ? 1 : 0;
        expect(waivers(written)).toBe(accepted);
      }),
      { numRuns: 1000, seed: 20260104 },
    );
    expect(valid).toBeGreaterThan(100);
  });
});

describe("what is shipped", () => {
  test("the schemas in schema/ are those of the checks", () => {
    const made = Object.entries({ ...schemaFiles(checks), "policy-test": policyTestSchema() });
    expect(readdirSync("schema")).toEqual(expect.arrayContaining(made.map(([name]) => `${name}.schema.json`)));
    for (const [name, schema] of made)
      expect(JSON.parse(readFileSync(`schema/${name}.schema.json`, "utf8"))).toEqual(schema);
  });

  test("each pack is the file in policies/, and loads", () => {
    expect(Object.keys(packs)).toContain("baseline");
    for (const [name, text] of Object.entries(packs)) {
      expect(readFileSync(`policies/${name}.yaml`, "utf8")).toBe(text);
      expect(text.split("\n")[0]).toBe("# yaml-language-server: $schema=../schema/policy.schema.json");
    }
    const { policies, problems } = loadPolicies(
      Object.keys(packs).map((name) => `referee:${name}`),
      policyFilesOf(memory({})),
    );
    expect(problems).toEqual([]);
    expect(policies.map(({ id }) => id).sort()).toEqual(Object.keys(packs).sort());
  });

  test("only the baseline does not gate", () => {
    const { policies } = loadPolicies(
      Object.keys(packs).map((name) => `referee:${name}`),
      policyFilesOf(memory({})),
    );
    expect(policies.filter(({ gates }) => !gates).map(({ id }) => id)).toEqual(["baseline"]);
  });

  test("every check's example is a sound rule, by loader and schema", async () => {
    const valid = compiled(policySchema(checks));
    for (const { example } of checks) {
      const text = `rules:\n  ${example.rule}\n`;
      const { policies, problems } = await loadAnyPolicies(["p.yaml"], policyFilesOf(memory({ "p.yaml": text })));
      expect(problems).toEqual([]);
      const [rule] = policies.flatMap(({ rules }) => rules);
      expect(valid({ rules: { [rule?.id ?? ""]: rule?.written } })).toBe(true);
    }
  });

  test("an option that is called like a check is refused, since no rule could be told", () => {
    const [floor, fresh] = checksOfTests;
    if (floor === undefined || fresh === undefined) throw new Error("no checks");
    const clashing = { ...fresh, options: { floor: { kind: "text", description: "A clash." } } } as const;
    expect(() => policySchema([floor, clashing])).toThrow(/`floor` of the check `fresh`/);
  });
});
