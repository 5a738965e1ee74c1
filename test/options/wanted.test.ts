import { describe, expect, test } from "vitest";
import { everyKind } from "../../src/cache/facts-key.js";
import type { Check } from "../../src/model/check.js";
import type { Policy } from "../../src/model/policy.js";
import type { Report } from "../../src/model/report.js";
import { corpusIsThere } from "../checks/corpus.js";
import { judged, policiesOf } from "../judge/judged.js";
import { cases } from "./cases.js";
import { policyOf, type OptionCase } from "./on-corpus.js";

/** A policy with one more rule, that looks at everything and says nothing. */
function lookingAtEverything(policy: Policy): Policy {
  const [first] = policy.rules;
  if (first === undefined) throw new Error("a policy without rules");
  const { metricsOf: _metrics, looksAt: _parts, ...metadata } = first.check;
  const check: Check = {
    ...metadata,
    needs: everyKind,
    needsMarkdownBody: true,
    needsModelFiles: true,
    evaluate: () => [{ subject: null, outcome: "not-applicable", message: "", sources: [] }],
  };
  return { ...policy, rules: [...policy.rules, { ...first, id: "everything", check }] };
}

const told = ({ findings }: Report): readonly string[] =>
  findings
    .filter(({ rule }) => rule !== "everything")
    .map(({ sources, ...finding }) =>
      JSON.stringify({ ...finding, at: sources.map(({ path, line }) => [path, line]) }),
    );

async function bothWays(one: OptionCase, rule: string) {
  const { files, circumstances } = one;
  const text = policyOf(one, rule);
  const policies = await policiesOf(text);
  return {
    narrow: await judged(files, text, circumstances),
    wide: await judged(files, text, { ...circumstances, policies: policies.map(lookingAtEverything) }),
  };
}

describe("a rule comes to the same whether only what it looks at is read, or everything", () => {
  test.skipIf(!corpusIsThere).each(cases)("%s", async (_option, one) => {
    for (const rule of [one.without, one.given]) {
      const { narrow, wide } = await bothWays(one, rule);
      expect(told(narrow)).toEqual(told(wide));
      expect(narrow.decision).toBe(wide.decision);
    }
  });
});
