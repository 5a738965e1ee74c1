import { describe, expect, test } from "vitest";
import { loadAnyPolicies } from "../../src/policy/load.js";
import { policyFilesOf } from "../../src/policy/files.js";
import { memory } from "../../src/world/memory.js";
import { facts, judged, measurement, of, rules } from "../judge/judged.js";
import { onCorpus } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { fraudModel } from "./real-models.js";

const evidence = facts(
  measurement("recall", 0.9, { n: 200, slice: {} }),
  measurement("recall", 0.7, { n: 20, slice: { country: "DE" } }),
  measurement("latency", 120, { unit: "ms" }),
  { kind: "check", name: "not-null", passed: true },
  { kind: "check", name: "skipped" },
  { kind: "run", run_id: "r1", params: { seed: 42, constructor: "x" } },
  { kind: "card", field: "license", value: "apache-2.0" },
);

const above = (floor: string): string =>
  `{ expression: 'facts.exists(f, f.kind == "measurement" && f.metric == "roc_auc" && f.value >= ${floor})' }`;

describeCheck(
  "expression",
  {
    met: {
      "it holds of the facts": {
        files: { "m/own.facts.jsonl": evidence },
        rule: "{ expression: 'facts.size() == 7' }",
      },
      ...onCorpus({ "it holds of what DVC tracks": { files: fraudModel(), rule: above("0.86") } }),
    },
    "not-met": {
      "it does not": { files: { "m/own.facts.jsonl": evidence }, rule: "{ expression: 'facts.size() == 8' }" },
      ...onCorpus({ "it does not of what DVC tracks": { files: fraudModel(), rule: above("0.99") } }),
    },
  },
  // What is absent is for the expression to ask: it is true or false of no facts as well.
  ["missing"],
);

const rule = (expression: string): string => rules(`own: { expression: ${JSON.stringify(expression)} }`);

/** Outcome and message of one expression over the evidence of the model `m`. */
async function said(expression: string, files: Readonly<Record<string, string>> = { "m/own.facts.jsonl": evidence }) {
  const report = await judged(files, rule(expression));
  return of(report, "own").map(({ outcome, message }) => `${outcome}: ${message}`);
}

describe("an expression is judged over the model's facts", () => {
  test.each<[expression: string, outcome: string]>([
    ['facts.exists(f, f.kind == "measurement" && f.metric == "recall" && f.value >= 0.8)', "met"],
    ['facts.exists(f, f.kind == "measurement" && f.metric == "recall" && f.value >= 0.95)', "not-met"],
    ['facts.filter(f, f.kind == "measurement" && f.metric == "recall").all(f, f.n >= 100)', "not-met"],
    ['facts.filter(f, f.kind == "measurement" && f.metric == "recall" && f.n + 1 > 200).size() == 1', "met"],
    ['facts.exists(f, f.kind == "measurement" && f.slice == {"country": "DE"})', "met"],
    ['facts.exists(f, f.kind == "run" && f.params.seed == 42)', "met"],
    ['facts.exists(f, f.kind == "card" && f.field == "license" && f.value == "apache-2.0")', "met"],
    ['facts.exists(f, f.kind == "card" && re_match("(?i)^APACHE", string(f.value)))', "met"],
    ['model.name == "m" && stage == "production"', "met"],
    ['now > timestamp("2026-11-22T00:00:00Z")', "met"],
    ['now > timestamp("2026-11-24T00:00:00Z")', "not-met"],
    ["ratio(1.0, 2.0) == 0.5 && 0.7 / 2 < 0.4", "met"],
    ["true", "met"],
    ["false", "not-met"],
  ])("%s: %s", async (expression, outcome) => {
    expect((await said(expression)).map((text) => text.split(":")[0])).toEqual([outcome]);
  });

  const n = "facts.filter(f, has(f.n))[0].n";
  test.each<[expression: string, outcome: string]>([
    [`${n} == 200`, "met"],
    [`200 == ${n}`, "met"],
    [`${n} == 201`, "not-met"],
    [`201 == ${n}`, "not-met"],
    [`${n} != 200`, "not-met"],
    [`${n} != 201`, "met"],
    [`${n} == 200.0`, "met"],
    ["9007199254740993 == 9007199254740992.0", "not-met"],
    [`${n} >= 200 && ${n} > 199 && ${n} <= 200 && ${n} < 201`, "met"],
    [`200 <= ${n} && 199 < ${n}`, "met"],
    [`2 * ${n} - 1 == 399`, "met"],
    [`1 + ${n} + 1 == 202`, "met"],
    [`1 - 0.5 - 1 == -0.5`, "met"],
    [`${n} / 2 + 1 == 101`, "met"],
    [`3 + 1 - ${n} * 2 == -396`, "met"],
    [`${n} in [100.0, 200.0]`, "met"],
    [`${n} in [100.0]`, "not-met"],
  ])("whole numbers and numbers of facts may stand together: %s: %s", async (expression, outcome) => {
    expect((await said(expression)).map((text) => text.split(":")[0])).toEqual([outcome]);
  });

  test.each<[expression: string, outcome: string]>([
    ["true || facts[99].n > 1.0", "met"],
    ["false && facts[99].n > 1.0", "not-met"],
    ["false || facts[99].n > 1.0", "unreadable"],
    ["true && facts[99].n > 1.0", "unreadable"],
    ["facts[99].n > 1.0 || true", "met"],
    ["facts[99].n > 1.0 && false", "not-met"],
    ["facts[99].n > 1.0 ? true : false", "unreadable"],
    ["true ? true : facts[99].n > 1.0", "met"],
    ["facts.exists(f, f.n > 1.0)", "met"],
    ["facts.all(f, f.n > 1.0)", "unreadable"],
    ["facts.exists(f, has(f.n) && f.n > 1.0)", "met"],
    ["facts.all(f, !has(f.n) || f.n > 1.0)", "met"],
    ["model.risk == 'high'", "unreadable"],
    ["has(model.risk) && model.risk == 'high'", "not-met"],
  ])("what is not there counts only where it is not asked: %s: %s", async (expression, outcome) => {
    expect((await said(expression)).map((text) => text.split(":")[0])).toEqual([outcome]);
  });

  test("true and false may stand without quotes", async () => {
    const report = await judged(
      { "m/own.facts.jsonl": evidence },
      rules("yes: { expression: true }", "no: { expression: false }"),
    );
    expect([of(report, "yes")[0]?.outcome, of(report, "no")[0]?.outcome]).toEqual(["met", "not-met"]);
  });

  test("the part that does not hold is named", async () => {
    expect(await said('stage == "production" && model.name == "other"')).toEqual([
      'not-met: it does not hold: model.name == "other"',
    ]);
  });

  test("the facts that it names by metric are its sources, with their lines", async () => {
    const report = await judged(
      { "m/own.facts.jsonl": evidence },
      rule('facts.all(f, f.kind != "measurement" || f.metric != "latency" || f.value < 100.0)'),
    );
    expect(of(report, "own")).toMatchObject([
      { outcome: "not-met", sources: [{ path: "m/own.facts.jsonl", line: 3 }] },
    ]);
  });
});

describe("what cannot be worked out is unreadable, never met", () => {
  test.each<[title: string, expression: string, message: RegExp]>([
    ["a field that the fact has not", 'facts.filter(f, f.kind == "check")[1].passed', /No such key: passed/],
    ["its negation", '!facts.filter(f, f.kind == "check")[1].passed', /No such key: passed/],
    ["an index beyond the list", "facts[99].n > 1.0", /out of bounds/],
    ["a quotient by 0", "!(ratio(0.0, 0.0) >= 0.8)", /no number/],
    ["a text that is no number", '!(number("NaN") >= 0.8)', /no number/],
    [
      "a member that is only the prototype's",
      'facts.exists(f, f.kind == "run" && f.params.toString == "x")',
      /toString/,
    ],
    ["a time that is none", "timestamp(facts[0].metric) > now", /.+/],
    ["a pattern that is none, put together", 're_match(facts[0].metric + "(", "a")', /missing closing \)/],
  ])("%s", async (_title, expression, message) => {
    const [answer = ""] = await said(expression);
    expect(answer).toMatch(/^unreadable: /);
    expect(answer).toMatch(message);
  });

  test.each<[value: string]>([["NaN"], ["Infinity"], ["-Infinity"]])("a value that is %s", async (value) => {
    const files = { "m/own.facts.jsonl": `{"kind":"measurement","metric":"recall","value":${value}}\n` };
    const asked = 'facts.all(f, f.kind != "measurement" || !(f.value < 0.8))';
    expect(await said(asked, files)).toEqual([`unreadable: recall is ${value}`]);
  });

  const [larger, smaller] = ["facts.filter(f, has(f.n))[0]", "facts.filter(f, has(f.n))[1]"];

  test.each<[title: string, expression: string, step: RegExp]>([
    ["a product", `${larger}.n * 1e308 > 0.0`, /n \* 1e308` gives Infinity, which is no number/],
    ["its negation", `!(${larger}.n * 1e308 < 0.0)`, /gives Infinity/],
    ["a sum", "1e308 + 1e308 > 0.0", /`1e308 \+ 1e308` gives Infinity/],
    ["a difference", "-1e308 - 1e308 < 0.0", /`-1e308 - 1e308` gives -Infinity/],
    ["Infinity less Infinity", `${larger}.n * 1e308 - ${larger}.n * 1e308 != 0.0`, /gives Infinity/],
    ["a quotient by a small number", "10.0 / 1e-320 > 1.0", /gives Infinity/],
    ["a quotient by 0", "ratio(1.0, 0.0) > 1.0", /`ratio\(1\.0, 0\.0\)` gives Infinity/],
    ["a remainder of 0", "1 % (facts.size() - facts.size()) == 0", /gives no whole number/],
    ["whole numbers", "9223372036854775807 + facts.size() > 0", /gives no whole number/],
    ["a text", 'number("-Infinity") < 0.0', /gives -Infinity/],
    ["before `||`", `${larger}.n * 1e308 > 0.0 || true`, /gives Infinity/],
    ["before `||`, whole numbers", "9223372036854775807 + facts.size() > 0 || true", /gives no whole number/],
    ["after `&&`", `!(${larger}.n > 0.0 && ${larger}.n * 1e308 < 0.0)`, /gives Infinity/],
    ["in a condition", `${larger}.n * 1e308 > 0.0 ? true : false`, /gives Infinity/],
    ["in a branch", `${larger}.n > 0.0 ? ${larger}.n * 1e308 > 0.0 : false`, /gives Infinity/],
    ["in a list", `[${larger}.n * 1e308].exists(x, x > 0.0)`, /gives Infinity/],
    ["in one fact of several", "facts.exists(f, f.n * 1e306 > 0.0)", /`f\.n \* 1e306` gives Infinity/],
    ["in one fact of all", "facts.filter(f, has(f.n)).all(f, f.n * 1e306 > 0.0)", /gives Infinity/],
    ["in what is mapped", "facts.filter(f, has(f.n)).map(f, f.n * 1e306).size() > 0", /gives Infinity/],
    ["as an argument", `string(${larger}.n * 1e308) == "Infinity"`, /gives Infinity/],
  ])("a number beyond all numbers: %s", async (_title, expression, step) => {
    const [answer = ""] = await said(expression);
    expect(answer).toMatch(/^unreadable: /);
    expect(answer).toMatch(step);
  });

  test("a parameter that is NaN, wherever it is read", async () => {
    const files = { "m/own.facts.jsonl": '{"kind":"run","run_id":"r1","params":{"rate":NaN}}\n' };
    expect((await said('facts.exists(f, !(f.params["rate"] > 0.1))', files))[0]).toMatch(/^unreadable: /);
    expect((await said("facts.exists(f, f.params.rate > 0.1) || true", files))[0]).toMatch(/^unreadable: /);
  });

  test("but not one that is never worked out, and the next run starts anew", async () => {
    expect(await said(`true || ${larger}.n * 1e308 > 0.0`)).toEqual(["met: the expression holds"]);
    expect(await said(`${smaller}.n * 1e306 > 0.0`)).toEqual(["met: the expression holds"]);
  });

  test("a broken file that may have held what it asks for", async () => {
    const files = { "m/own.facts.jsonl": evidence, "m/metrics.json": '{"recall": 0.9' };
    expect((await said('facts.exists(f, f.kind == "measurement")', files))[0]).toMatch(/^unreadable: m\/metrics\.json/);
    expect((await said('facts.exists(f, f.kind == "run")', files))[0]).toMatch(/^met/);
    expect((await said("true", files))[0]).toMatch(/^met/);
  });

  test("macros inside one another over too many facts", async () => {
    const many = Array.from({ length: 5000 }, (_, index) => measurement(`m${index}`, index));
    const [answer] = await said("facts.all(f, facts.exists(g, f.value == g.value))", {
      "m/own.facts.jsonl": facts(...many),
    });
    expect(answer).toMatch(/^unreadable: .*5000 facts are too many/);
  });

  test("a pattern on which others never end ends at once", async () => {
    const files = { "m/own.facts.jsonl": facts({ kind: "card", field: "note", value: "a".repeat(40) + "!" }) };
    expect((await said('facts.exists(f, f.kind == "card" && re_match("^(a+)+$", string(f.value)))', files))[0]).toMatch(
      /^not-met/,
    );
  });
});

describe("an expression is refused when the policy is loaded", () => {
  const told = async (text: string) => {
    const { problems } = await loadAnyPolicies(["p.yaml"], policyFilesOf(memory({ "p.yaml": text })));
    return problems.map(({ line, column, message, mend }) => `${line}:${column} ${message} | ${mend}`);
  };

  test.each<[expression: string, column: number, message: RegExp]>([
    ["facts.exists(f, f.metricc == 'a')", 34, /no field `metricc` \| did you mean `metric`/],
    ["fact.size() > 1", 16, /there is no `fact` \| did you mean `facts`/],
    ["facts[0].value >= 'high'", 16, /types do not fit: no such overload: double >= string/],
    ["facts.size()", 16, /gives int; expected true or false/],
    ["facts.size() >", 30, /cannot be parsed/],
    ["facts.exists(f, f.kind == 'measurment')", 42, /no fact is of kind `measurment` \| did you mean `measurement`/],
    ["facts.exists(f, f.metric.matches('(a+)+'))", 32, /`matches` is not offered \| write `re_match/],
    ["re_match('(', model.name)", 25, /`\(` is no pattern/],
    ["re_match('(a{1000}){1000}', model.name)", 25, /is no pattern \| write it in the syntax of RE2/],
    ["re_match('(?=a)b', model.name)", 25, /is no pattern/],
    ["matches(model.name, 'a')", 16, /`matches` is not offered/],
    ["facts[0].n % 2 == 0", 16, /double % int \| write numbers of facts with a point, such as 200\.0/],
    ["facts[0].n in [1, 2]", 16, /double in list<int> \| write numbers of facts with a point/],
    ["facts[0].value == null", 16, /double == null/],
    ["has(facts[0].n)", 20, /has\(\) invalid argument \| ask it of a field of a name/],
    ["facts.all(i, f, f.n > 1.0)", 26, /there is no `i`/],
    ["facts[0].value > .85", 33, /cannot be parsed: Unexpected token: DOT/],
    ["facts[0].constructor == 1", 25, /no field `constructor`/],
    [
      "timestamp('2026-02-30T00:00:00Z') < now",
      26,
      /`2026-02-30T00:00:00Z` is no moment \| write a day of the calendar/,
    ],
    ["timestamp('tomorrow') < now", 26, /`tomorrow` is no moment/],
    [`[${Array.from({ length: 201 }, () => "1").join(", ")}].size() > 1`, 617, /cannot be parsed: .*200/],
    [`${"(".repeat(60)}true${")".repeat(60)}`, 56, /cannot be parsed: .*40/],
    [Array.from({ length: 300 }, () => "true").join(" && "), 16, /cannot be parsed: .*400/],
    ["model.name == 'm' || 1e999 > 1.0", 37, /cannot be parsed: Invalid number: Infinity/],
    ["double('NaN') < 0.5", 16, /`double` is not offered/],
    ["facts[0].value / facts[1].value > 1.0", 16, /ratio\(a, b\)/],
    ["facts.all(a, facts.all(b, facts.all(c, a.n == c.n)))", 16, /more than 2 deep/],
    ["[facts].map(a, a + a + a + a + a).map(a, a + a + a + a + a).map(a, a + a + a).size() > 1", 16, /without bound/],
    [Array.from({ length: 9 }, () => "facts.all(f, true)").join(" && "), 192, /more than 8 macros/],
  ])("%s", async (expression, column, message) => {
    const [only, ...others] = await told(
      `rules:\n  own: { expression: "${expression}" }\n`.replace("own: { expression: ", "a: { expression: "),
    );
    expect(others).toEqual([]);
    expect(only).toMatch(new RegExp(`^2:\\d+ `));
    expect(only).toMatch(message);
    expect(Number(only?.split(/[: ]/)[1])).toBe(column + 5);
  });

  test.each<[style: string, text: string, place: string]>([
    ["plain", "rules:\n  a:\n    expression: facts.size() > 1 && modell.name == stage\n", "3:37"],
    ["single quotes", "rules:\n  a:\n    expression: 'stage == ''x'' && modell.name == stage'\n", "3:36"],
    ["double quotes", 'rules:\n  a:\n    expression: "stage == \\"x\\" && modell.name == stage"\n', "3:36"],
    ["literal block", "rules:\n  a:\n    expression: |\n      stage == 'x' &&\n        modell.name == stage\n", "5:9"],
    ["folded block", "rules:\n  a:\n    expression: >-\n      stage == 'x'\n      && modell.name == stage\n", "5:10"],
  ])("with line and column in a text in %s", async (_style, text, place) => {
    expect(await told(text)).toEqual([`${place} there is no \`modell\` | did you mean \`model\`?`]);
  });

  test("with everything else that is wrong in the file", async () => {
    const text =
      "confidense: 95%\nrules:\n  a: { expression: modell.name == stage }\n  b: { metric: recall, at-leest: 1 }\n";
    expect((await told(text)).map((one) => one.split(" ")[0])).toEqual(["1:1", "3:20", "4:24"]);
  });

  test("a parameter may stand for it", async () => {
    const { policies } = await loadAnyPolicies(
      ["p.yaml"],
      policyFilesOf(
        memory({ "p.yaml": "parameters: { mine: 'stage == \"production\"' }\nrules:\n  a: { expression: $mine }\n" }),
      ),
    );
    expect(policies[0]?.rules[0]?.written).toEqual({ expression: 'stage == "production"' });
  });
});
