import { describe, expect, test } from "vitest";
import { FEW_MODELS } from "../../src/report/few-models.js";
import type { Report } from "../../src/model/report.js";
import { corpusIsThere } from "../checks/corpus.js";
import { judged, type Circumstances } from "../judge/judged.js";
import { cases } from "./cases.js";
import { card, policyOf, v1, type OptionCase } from "./on-corpus.js";

const others = Array.from({ length: FEW_MODELS + 1 }, (_, at) => `other${at}`);
const cardText = card["m/README.md"] ?? "";
const fleet = Object.fromEntries(others.map((name) => [`${name}/README.md`, cardText]));

/** What stops or warns of a model, and how it is decided: what a person at a terminal acts on. */
function acted({ models, findings }: Report): readonly string[] {
  const told = findings.filter(({ effect, waived }) => effect !== "pass" || waived !== null);
  return [
    ...models.map(({ name, decision }) => `${name} ${decision}`),
    ...told.map(({ model, rule, subject, outcome, message, mend, sources }) =>
      [model, rule, subject, outcome, message, mend, ...sources.map(({ path, line }) => `${path}:${line ?? ""}`)].join(
        "|",
      ),
    ),
  ].sort();
}

/** A rule's answer in a report that is kept, and in a glance over a fleet that the model is one of. */
async function bothWays(one: OptionCase, rule: string) {
  const { files, circumstances = {} } = one;
  const text = policyOf(one, rule);
  const { only = [], ...rest } = circumstances;
  const among: Circumstances = { ...rest, only: only.length === 0 ? [] : [...only, ...others] };
  const answered = (complete: boolean): Promise<Report> => judged({ ...fleet, ...files }, text, { ...among, complete });
  return { kept: await answered(true), glance: await answered(false) };
}

/** What none of the cases says: a least number of examples for all of the data together. */
const overall: OptionCase = {
  files: v1,
  without: "{ metric: recall, at-least: 10% }",
  given: "{ metric: recall, at-least: 10%, min-samples: 100000 }",
  outcomes: ["met", "inconclusive"],
};

describe("a glance over a fleet decides and tells what a report that is kept does", () => {
  test.skipIf(!corpusIsThere).each([...cases, ["metric.min-samples, overall", overall] as const])(
    "%s",
    async (_option, one) => {
      for (const rule of [one.without, one.given]) {
        const { kept, glance } = await bothWays(one, rule);
        expect(acted(glance)).toEqual(acted(kept));
        expect(glance.decision).toBe(kept.decision);
      }
    },
  );
});
