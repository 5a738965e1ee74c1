import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { policyFilesOf } from "../../src/policy/files.js";
import { loadPolicies } from "./loaded.js";
import { memory } from "../../src/world/memory.js";
import { checksOfTests } from "./check-of-tests.js";

type Files = Readonly<Record<string, string>>;

const packs = {
  base: "rules:\n  kept: { floor: recall, at-least: 50% }\n",
  looks: "gates: false\nowner: somebody\nrules:\n  seen: { fresh: report, within: 7d }\n",
};

const load = (files: Files, ...references: readonly string[]) =>
  loadPolicies(references.length === 0 ? ["p.yaml"] : references, policyFilesOf(memory(files)), {
    checks: checksOfTests,
    packs,
  });

/** `line:column message | mend` of each problem. */
const told = (files: Files, ...references: readonly string[]) =>
  load(files, ...references).problems.map(
    ({ path, line, column, message, mend }) => `${path}:${line ?? "-"}:${column ?? "-"} ${message} | ${mend}`,
  );

const only = (files: Files, ...references: readonly string[]) => {
  const { policies, problems } = load(files, ...references);
  expect(problems).toEqual([]);
  const [policy] = policies;
  if (policy === undefined) throw new Error("no policy");
  return policy;
};

const ruleOf = (text: string) => {
  const [rule] = only({ "p.yaml": `rules:\n  a: ${text}\n` }).rules;
  if (rule === undefined) throw new Error("no rule");
  return rule;
};

const sound = "rules:\n  a: { floor: recall, at-least: 80% }\n";

describe("an error is told at its place, with what mends it", () => {
  test.each<[title: string, text: string, place: string, message: RegExp, mend: RegExp]>([
    ["unknown key of a policy", `confidance: 95%\n${sound}`, "1:1", /unknown key `confidance`/, /`confidence`/],
    ["unknown key of a rule", "rules:\n  a: { floor: recall, at-leest: 80% }", "2:23", /`at-leest`/, /`at-least`/],
    [
      "unknown key in a block",
      "rules:\n  a:\n    floor: recall\n    at-least: 0.8\n    than: warn\n",
      "5:5",
      /`than`/,
      /`then`/,
    ],
    [
      "unknown key with an underscore",
      "rules:\n  a: { floor: recall, at_least: 80% }",
      "2:23",
      /`at_least`/,
      /`at-least`/,
    ],
    ["unknown key of applies", `applies: { stage: [a] }\n${sound}`, "1:12", /`stage`/, /`stages`/],
    ["unknown outcome", `then: { inconclusiv: warn }\n${sound}`, "1:9", /`inconclusiv`/, /`inconclusive`/],
    [
      "unknown effect",
      `then: block-it\n${sound}`,
      "1:7",
      /`block-it`; expected block, undecided, warn or note/,
      /`block`/,
    ],
    [
      "unknown key of effective",
      "rules:\n  a: { fresh: r, within: 1d, effective: { form: 2026-01-01 } }",
      "2:43",
      /`form`/,
      /`from`/,
    ],
    [
      "a check that is misspelt",
      "rules:\n  a: { flor: recall, at-least: 80% }",
      "2:8",
      /unknown key `flor`/,
      /`floor`/,
    ],
    [
      "no check",
      "rules:\n  a: { at-least: 80% }",
      "2:6",
      /the rule `a` names no check/,
      /floor or fresh|fresh or floor/,
    ],
    [
      "two checks",
      "rules:\n  a: { floor: recall, fresh: report, within: 7d }",
      "2:23",
      /2 checks, `floor` and `fresh`/,
      /a rule of each/,
    ],
    ["no rules", "policy: empty\n", "1:1", /no rules/, /rules:/],
    ["rules that are none", "rules: {}\n", "1:8", /an empty mapping/, /mapping of at least one/],
    ["rules as a list", "rules:\n  - floor: recall\n", "2:3", /is a list; expected a mapping/, /no `- `/],
    ["no bound", "rules:\n  a: { floor: recall }", "2:6", /the rule `a` has no bound/, /`at-least` or `at-most`/],
    ["no required option", "rules:\n  a: { fresh: report }", "2:6", /has no `within`/, /oldest that counts/],
    ["confidence out of range", `confidence: 95\n${sound}`, "1:13", /`confidence` is 95/, /write 95%/],
    ["confidence of certainty", `confidence: 100%\n${sound}`, "1:13", /`100%`/, /95% or 0\.95/],
    ["confidence below a half", `confidence: 0.05\n${sound}`, "1:13", /0\.05/, /95% or 0\.95/],
    [
      "confidence of a rule",
      "rules:\n  a: { floor: recall, at-least: 80%, confidence: 99.5 }",
      "2:50",
      /99\.5/,
      /99\.5%/,
    ],
    [
      "a bound above 1 of a proportion",
      "rules:\n  a: { floor: recall, at-least: 80 }",
      "2:33",
      /recall never lies above 1/,
      /write 80%/,
    ],
    [
      "a bound above 100 %",
      "rules:\n  a: { floor: [recall, f1], at-most: 180% }",
      "2:38",
      /180%, and recall, f1/,
      /at most 100%/,
    ],
    [
      "a bound of the wrong type",
      "rules:\n  a: { floor: recall, at-least: high }",
      "2:33",
      /`high`; expected a number/,
      /80%/,
    ],
    [
      "a bound that is not finite",
      "rules:\n  a: { floor: recall, at-least: .nan }",
      "2:33",
      /NaN; expected a number/,
      /0\.8/,
    ],
    [
      "a proportion above 1",
      "rules:\n  a: { floor: recall, at-least: 1, share: 10 }",
      "2:43",
      /`share` is 10/,
      /write 10%/,
    ],
    ["a span without unit", "rules:\n  a: { fresh: r, within: 7 }", "2:26", /`within` is 7/, /7d for 7 days/],
    [
      "a count that is none",
      "rules:\n  a: { floor: r, at-least: 1, min-samples: 1.5 }",
      "2:44",
      /1\.5; expected a whole number/,
      /whole number/,
    ],
    [
      "a flag that is a text",
      "rules:\n  a: { floor: r, at-least: 1, strict: yes }",
      "2:39",
      /`yes`; expected true or false/,
      /write true/,
    ],
    [
      "a text that is a number",
      "rules:\n  a: { floor: r, at-least: 1, dataset: 2024 }",
      "2:40",
      /2024; expected a text/,
      /write "2024", in quotes/,
    ],
    [
      "an unknown choice",
      "rules:\n  a: { floor: r, at-least: 1, scope: colum }",
      "2:38",
      /`colum`; expected column or dataset/,
      /`column`/,
    ],
    [
      "an unknown choice in a list",
      "rules:\n  a: { floor: r, at-least: 1, roles: [test, trian] }",
      "2:45",
      /entry 2 is `trian`/,
      /`train`/,
    ],
    ["an empty list", "rules:\n  a: { floor: [], at-least: 1 }", "2:15", /an empty list/, /at least one/],
    ["an empty option", "rules:\n  a: { floor: r, at-least: }", "2:18", /`at-least` is empty/, /a number/],
    [
      "an unknown parameter",
      `parameters: { floor: 80% }\nrules:\n  a: { floor: r, at-least: $flor }`,
      "3:28",
      /`\$flor` is no parameter/,
      /`\$floor`/,
    ],
    [
      "a parameter of the wrong type",
      "parameters: { age: 7d }\nrules:\n  a: { floor: r, at-least: $age }",
      "3:28",
      /`7d`; expected a number/,
      /0\.8/,
    ],
    [
      "a parameter that is a mapping",
      `parameters: { a: { b: 1 } }\n${sound}`,
      "1:18",
      /a mapping; expected a text/,
      /text/,
    ],
    [
      "a rule that is a list",
      "rules:\n  a: [floor, recall]",
      "2:6",
      /a list; expected a mapping with one check/,
      /metric: recall/,
    ],
    ["a rule that is empty", "rules:\n  a:\n", "2:3", /`a` is empty/, /metric: recall/],
    ["a rule that is off", "rules:\n  a: off", "2:6", /`off`/, /write `disabled`/],
    [
      "a rule's id with a slash",
      "rules:\n  a/b: { floor: r, at-least: 1 }",
      "2:3",
      /`a\/b` is no name/,
      /without spaces/,
    ],
    [
      "an id that a pointer would escape",
      "rules:\n  a~1: { floor: r, at-leest: 1 }",
      "2:20",
      /`at-leest`/,
      /`at-least`/,
    ],
    [
      "a day that there is not",
      "rules:\n  a: { fresh: r, within: 1d, effective: { until: 2026-02-30 } }",
      "2:50",
      /2026-02-30/,
      /year-month-day/,
    ],
    [
      "a time that runs backwards",
      "rules:\n  a: { fresh: r, within: 1d, effective: { from: 2026-02-02, until: 2026-02-01 } }",
      "2:41",
      /ends before it begins/,
      /until/,
    ],
    ["a policy's name with spaces", `policy: my gate\n${sound}`, "1:9", /`my gate`/, /without spaces/],
    ["a list where a policy should be", "- a\n", "1:1", /a list; expected a mapping/, /mapping/],
    ["an empty file", "# nothing\n", "1:1", /the file is empty/, /delete it/],
    ["two documents", `${sound}---\n${sound}`, "1:1", /2 YAML documents/, /one document a file/],
    [
      "YAML that does not parse",
      "rules:\n  a: { floor: recall\n",
      "2:6",
      /`\{` that opens here is never closed/,
      /write `\}`/,
    ],
    ["a key that stands twice", `${sound}  a: { floor: f1, at-least: 1 }\n`, "3:3", /the key `a` stands twice/, /once/],
    ["an unknown pack", `extends: referee:bse\n${sound}`, "1:10", /no pack `referee:bse`/, /`referee:base`/],
    [
      "a missing file",
      `extends: [referee:base, other.yaml]\n${sound}`,
      "1:25",
      /no policy file `other\.yaml`/,
      /write it/,
    ],
    [
      "a policy that extends itself",
      `extends: p.yaml\n${sound}`,
      "1:10",
      /extends itself: p\.yaml → p\.yaml/,
      /circle/,
    ],
    [
      "a change of nothing",
      "extends: referee:base\nrules:\n  kep: { at-least: 60% }",
      "3:8",
      /nothing that the policy extends/,
      /floor/,
    ],
  ])("%s", (_, text, place, message, mend) => {
    const [problem, ...others] = load({ "p.yaml": text }).problems;
    expect(others).toEqual([]);
    expect(`${problem?.line}:${problem?.column}`).toBe(place);
    expect(problem?.path).toBe("p.yaml");
    expect(problem?.message).toMatch(message);
    expect(problem?.mend).toMatch(mend);
    expect(load({ "p.yaml": text }).policies).toEqual([]);
  });

  test("all errors of all files are gathered, in the order of their places", () => {
    const files = {
      "p.yaml": "confidence: 95\nextends: q.yaml\nrules:\n  b: { fresh: r }\n  a: { at-leest: 80% }\n",
      "q.yaml": "then: nope\nrules:\n  a: { floor: recall, at-most: 9 }\n",
    };
    expect(told(files).map((line) => line.split(" ")[0])).toEqual([
      "p.yaml:1:13",
      "p.yaml:4:6",
      "p.yaml:5:8",
      "q.yaml:1:7",
      "q.yaml:3:32",
    ]);
  });

  test("a reference that leads nowhere has no place of its own", () => {
    expect(told({}, "a.yaml", "referee:bas", "../b.yaml")).toEqual([
      "../b.yaml:-:- the policy file `../b.yaml` cannot be read: it lies outside the checked tree | name a file of the repository",
      "a.yaml:-:- there is no policy file `a.yaml` | write it, or name another; packs are named `referee:<pack>`",
      "referee:bas:-:- there is no pack `referee:bas` | did you mean `referee:base`?",
    ]);
  });

  test("a circle over three files names its way", () => {
    const files = {
      "p.yaml": `extends: x/a.yaml\n${sound}`,
      "x/a.yaml": `extends: b.yaml\n${sound}`,
      "x/b.yaml": `extends: a.yaml\n${sound}`,
    };
    expect(told(files)).toEqual([
      "x/b.yaml:1:10 the policy extends itself: x/a.yaml → x/b.yaml → x/a.yaml | take one `extends` of the circle out",
    ]);
  });

  test("two policies of one name are told", () => {
    expect(told({ "a.yaml": `policy: x\n${sound}`, "b.yaml": `policy: x\n${sound}` }, "a.yaml", "b.yaml")).toEqual([
      "b.yaml:1:1 two policies are called `x`; the other one is a.yaml | give one of them another name with `policy:`",
    ]);
  });

  test("a file that several policies extend is complained of once", () => {
    const files = {
      "a.yaml": `extends: q.yaml\n${sound}`,
      "b.yaml": `extends: q.yaml\n${sound}`,
      "q.yaml": "then: x\nrules: { q: disabled }\n",
    };
    expect(told(files, "a.yaml", "b.yaml")).toHaveLength(1);
  });
});

describe("a rule's options are read by their kinds", () => {
  test.each<[written: string, option: string, read: unknown]>([
    ["at-least: 80%", "at-least", { value: 0.8, unit: "percent" }],
    ["at-least: 0.8", "at-least", { value: 0.8, unit: "plain" }],
    ["at-least: -0.01", "at-least", { value: -0.01, unit: "plain" }],
    ["at-least: 29%", "at-least", { value: 0.29, unit: "percent" }],
    ["at-least: 99.95 %", "at-least", { value: 0.9995, unit: "percent" }],
    ["at-least: 150ms", "at-least", { value: 150, unit: "time" }],
    ["at-least: 1.5s", "at-least", { value: 1500, unit: "time" }],
    ["at-least: 1, share: 10%", "share", 0.1],
    ["at-least: 1, share: 1", "share", 1],
    ["at-least: 1, max-age: 7d", "max-age", 604_800_000],
    ["at-least: 1, max-age: 12h", "max-age", 43_200_000],
    ["at-least: 1, max-age: 30m", "max-age", 1_800_000],
    ["at-least: 1, max-age: 2w", "max-age", 1_209_600_000],
    ["at-least: 1, max-age: 90s", "max-age", 90_000],
    ["at-least: 1, min-samples: 200", "min-samples", 200],
    ["at-least: 1, strict: true", "strict", true],
    ["at-least: 1, dataset: holdout", "dataset", "holdout"],
    ["at-least: 1, roles: train", "roles", ["train"]],
    ["at-least: 1, roles: [train, test]", "roles", ["train", "test"]],
    ["at-least: 1, for-each: country", "for-each", [["country"]]],
    ["at-least: 1, for-each: [country, age]", "for-each", [["country"], ["age"]]],
    ["at-least: 1, for-each: [[country, age], sex]", "for-each", [["country", "age"], ["sex"]]],
    ["at-least: 1, where: { split: test, fold: 2 }", "where", { split: "test", fold: 2 }],
  ])("%s", (written, option, read) => {
    expect(ruleOf(`{ floor: x, ${written} }`).options[option]).toEqual(read);
  });

  test("an option that is not given is absent", () => {
    expect(Object.keys(ruleOf("{ floor: [x, y], at-least: 1 }").options)).toEqual(["at-least"]);
    expect(ruleOf("{ floor: [x, y], at-least: 1 }").subject).toEqual(["x", "y"]);
  });

  test("bounds above 1 are right for what is no proportion", () => {
    expect(ruleOf("{ floor: rmse, at-most: 80 }").options["at-most"]).toEqual({ value: 80, unit: "plain" });
    expect(ruleOf("{ floor: our-own-score, at-most: 80 }").options["at-most"]).toEqual({ value: 80, unit: "plain" });
  });

  test("keys of any rule", () => {
    const rule = ruleOf(
      "{ fresh: r, within: 1d, then: { missing: note }, confidence: none, evidence: attested, only-new: false," +
        " effective: { from: 2026-01-01, until: 2026-01-31 }, message: M, references: [Art. 9], applies: { stages: staging } }",
    );
    expect(rule).toMatchObject({
      then: { missing: "note" },
      confidence: null,
      evidence: "attested",
      onlyNew: false,
      effective: { from: Date.UTC(2026, 0, 1), until: Date.UTC(2026, 1, 1) - 1 },
      message: "M",
      references: ["Art. 9"],
      applies: { stages: ["staging"] },
      origin: { path: "p.yaml", line: 2 },
    });
  });

  test("one word for `then` is for all outcomes that are not met", () => {
    expect(ruleOf("{ fresh: r, within: 1d, then: note }").then).toEqual({
      "not-met": "note",
      inconclusive: "note",
      missing: "note",
      unreadable: "note",
    });
  });
});

describe("what a policy extends", () => {
  const company = [
    "confidence: 99%",
    "then: { missing: warn, inconclusive: block }",
    "applies: { risk: high }",
    "parameters: { floor: 70% }",
    "rules:",
    "  recall-floor: { floor: recall, at-least: $floor, confidence: 0.9, then: { missing: block } }",
    "  old: { fresh: report, within: 30d }",
    "",
  ].join("\n");

  test("a rule given again changes only the options that it names", () => {
    const policy = only({
      "c.yaml": company,
      "p.yaml": "extends: c.yaml\nrules:\n  recall-floor: { at-most: 85%, then: { inconclusive: warn } }\n",
    });
    expect(policy.rules.map(({ id }) => id)).toEqual(["recall-floor", "old"]);
    expect(policy.rules[0]).toMatchObject({
      subject: ["recall"],
      options: { "at-least": { value: 0.7, unit: "percent" }, "at-most": { value: 0.85, unit: "percent" } },
      then: { missing: "block", inconclusive: "warn" },
      origin: { path: "p.yaml", line: 3 },
      history: [
        { path: "c.yaml", line: 6 },
        { path: "p.yaml", line: 3 },
      ],
      written: { floor: "recall", "at-least": "70%", "at-most": "85%" },
    });
  });

  test("`disabled` switches a rule off, of any id", () => {
    const policy = only({ "c.yaml": company, "p.yaml": "extends: c.yaml\nrules: { old: disabled, none: disabled }\n" });
    expect(policy.rules.map(({ id }) => id)).toEqual(["recall-floor"]);
  });

  test("a policy whose rules are all off has none", () => {
    expect(told({ "p.yaml": "extends: referee:base\nrules: { kept: disabled }\n" })[0]).toMatch(/has no rules/);
  });

  test("a parameter given again changes what extended rules say", () => {
    const policy = only({ "c.yaml": company, "p.yaml": "extends: c.yaml\nparameters: { floor: 0.9 }\n" });
    expect(policy.rules[0]?.options["at-least"]).toEqual({ value: 0.9, unit: "plain" });
  });

  test.each([
    ["95%", 0.99],
    ["99.9%", 0.999],
    ["none", 0.99],
  ])("of two confidences the stricter stands: 99% and %s", (own, stands) => {
    expect(only({ "c.yaml": company, "p.yaml": `extends: c.yaml\nconfidence: ${own}\n` }).confidence).toBe(stands);
  });

  test("of two confidences of a rule the stricter stands", () => {
    const change = (confidence: string) =>
      only({ "c.yaml": company, "p.yaml": `extends: c.yaml\nrules:\n  recall-floor: { confidence: ${confidence} }\n` })
        .rules[0]?.confidence;
    expect([change("80%"), change("95%"), change("none")]).toEqual([0.9, 0.95, 0.9]);
  });

  test("of several, the later wins, outcome by outcome", () => {
    const policy = only({
      "a.yaml":
        "then: { missing: note, unreadable: note }\nadjust: none\nrules:\n  r: { floor: x, at-least: 1, dataset: a }\n",
      "b.yaml": "then: { missing: warn }\nrules:\n  r: { dataset: b }\n",
      "p.yaml": "extends: [a.yaml, b.yaml]\n",
    });
    expect(policy.then).toEqual({ missing: "warn", unreadable: "note" });
    expect(policy.adjust).toBe("none");
    expect(policy.rules[0]?.options).toMatchObject({ dataset: "b" });
  });

  test("what two of them extend has its say once, before both", () => {
    const policy = only({
      "root.yaml": "rules:\n  r: { floor: x, at-least: 1, dataset: root }\n",
      "a.yaml": "extends: root.yaml\nrules:\n  r: { dataset: a }\n",
      "b.yaml": "extends: root.yaml\nrules:\n  r: { scope: column }\n",
      "p.yaml": "extends: [a.yaml, b.yaml]\n",
    });
    expect(policy.rules[0]?.options).toMatchObject({ dataset: "a", scope: "column" });
  });

  test("name, owner and whether it gates are a policy's own", () => {
    const policy = only({ "dir/own gate.yaml": "extends: referee:looks\n" }, "dir/own gate.yaml");
    expect(policy).toMatchObject({ id: "own-gate", owner: null, gates: true, path: "dir/own gate.yaml" });
    expect(only({}, "referee:looks")).toMatchObject({
      id: "looks",
      owner: "somebody",
      gates: false,
      path: "referee:looks",
    });
  });

  test("the digest is that of all that has its say", () => {
    const digest = (base: string) => only({ "c.yaml": base, "p.yaml": "extends: c.yaml\n" }).digest;
    expect(digest(company)).toBe(digest(company));
    expect(digest(company)).not.toBe(digest(`${company}# another word\n`));
    expect(digest(company)).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test("without any word of it, points are judged, families adjusted, and only new findings stop a pull request", () => {
    expect(only({ "p.yaml": sound })).toMatchObject({
      confidence: null,
      adjust: "holm",
      onlyNew: true,
      then: {},
      applies: {},
    });
  });

  test("a policy that is named twice is loaded once", () => {
    expect(load({ "p.yaml": sound }, "p.yaml", "./p.yaml").policies).toHaveLength(1);
  });
});

describe("whatever the text, the loader gives problems or policies", () => {
  const fragments = fc.constantFrom(
    "rules",
    "policy",
    "extends",
    "floor",
    "fresh",
    "then",
    "confidence",
    "parameters",
    "disabled",
    "recall",
    "80%",
    "$x",
    ":",
    ": ",
    "\n",
    "\n  ",
    "\n    ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    ",",
    "&a ",
    "*a",
    "<<: ",
    "'",
    '"',
    "|",
    "? ",
    "#",
    "!!map ",
    "__proto__",
    "constructor",
    "null",
    ".nan",
    "p.yaml",
    "referee:base",
    "~",
    "\u0000",
    "é",
    "---\n",
  );
  const anyText = fc.oneof(
    fc.string(),
    fc.array(fragments, { maxLength: 40 }).map((parts) => parts.join("")),
  );
  const anyValue = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fragments,
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fragments, tie("value"), { maxKeys: 4 }),
    ),
  })).value;
  const check = (text: string): void => {
    const { policies, problems } = load({ "p.yaml": text });
    expect(policies.length > 0).toBe(problems.length === 0);
    for (const { line, column, path } of problems) {
      const place = path === "p.yaml" && line !== null ? [line >= 1, (column ?? 1) >= 1] : [true, true];
      expect(place).toEqual([true, true]);
    }
  };
  test("texts", () => fc.assert(fc.property(anyText, check), { numRuns: 500 }));
  test("values", () =>
    fc.assert(
      fc.property(anyValue, (value) => check(JSON.stringify(value) ?? "")),
      { numRuns: 500 },
    ));
});
