import { describe, expect, test } from "vitest";
import { checks } from "../../src/checks/index.js";
import { corpusIsThere, isFromCorpus } from "../checks/corpus.js";
import { plainRule } from "../../src/policy/plain.js";
import { judged, of, policiesOf, rules } from "../judge/judged.js";
import { cases } from "./cases.js";
import { policyOf, type OptionCase } from "./on-corpus.js";

/** Distinct outcomes of a rule, and all that it says. */
async function answered(one: OptionCase, rule: string) {
  const report = await judged(one.files, policyOf(one, rule), one.circumstances);
  const found = of(report, "a");
  return {
    outcomes: [...new Set(found.map(({ outcome }) => outcome))].sort().join(" "),
    told: found.map(({ message }) => message).join("\n"),
  };
}

const named = (option: string, rule: string): boolean =>
  new RegExp(`[{,] ${option.slice(option.indexOf(".") + 1)}: `).test(rule);

describe("every option of every check, on files that tools and teams wrote", () => {
  test("has a case, and no case is of an option that there is not", () => {
    const options = checks.flatMap(({ id, options: own }) => Object.keys(own).map((option) => `${id}.${option}`));
    expect(options.length).toBeGreaterThan(200);
    expect(cases.map(([option]) => option).sort()).toEqual(options.sort());
  });

  test("a case is of its own check, names its option, and changes what the rule comes to, or what it says", () => {
    const strange = cases.filter(([option, { without, given, outcomes, tells }]) => {
      const check = option.slice(0, option.indexOf("."));
      const ofCheck = [without, given].every((rule) => rule.startsWith(`{ ${check}: `));
      const changes = tells === undefined ? outcomes[0] !== outcomes[1] : outcomes[0] === outcomes[1];
      return !ofCheck || !named(option, given) || !changes;
    });
    expect(strange.map(([option]) => option)).toEqual([]);
  });

  test.skipIf(!corpusIsThere)(
    "a case has no file but those of the corpus, as they are or with one change named",
    () => {
      const own = cases.filter(([, { files }]) => !Object.values(files).every(isFromCorpus));
      expect(own.map(([option]) => option)).toEqual([]);
      expect(cases.filter(([, { files }]) => Object.keys(files).length === 0).map(([option]) => option)).toEqual([]);
    },
  );

  test.each(cases)("%s is in the sentence that an officer signs", async (option, { given }) => {
    const name = option.slice(option.indexOf(".") + 1);
    const [policy] = await policiesOf(rules(`a: ${given}`));
    const [rule] = policy?.rules ?? [];
    if (policy === undefined || rule === undefined) throw new Error(`no rule: ${given}`);
    const { [name]: value, ...others } = rule.options;
    expect(value).toBeDefined();
    const changesWordsAlone = rule.check.options[name]?.wordsOnly === true;
    expect(plainRule(rule, policy) === plainRule({ ...rule, options: others }, policy)).toBe(changesWordsAlone);
  });

  test.skipIf(!corpusIsThere).each(cases)("%s", async (_option, one) => {
    const [without, given] = [await answered(one, one.without), await answered(one, one.given)];
    expect([without.outcomes, given.outcomes, given.told]).toEqual([...one.outcomes, given.told]);
    if (one.tells === undefined) return;
    expect(given.told).toContain(one.tells);
    expect(without.told).not.toContain(one.tells);
  });
});
