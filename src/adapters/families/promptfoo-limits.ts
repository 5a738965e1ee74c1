import type { Value } from "../../model/adapter.js";
import type { Limit } from "../../model/fact.js";
import { below, list, member, numeric, scalarText, text } from "../../read/shape.js";
import { statedLimit } from "./stated-limits.js";

/** Assertions whose threshold must not be exceeded; of all others it must be reached. */
const upper: ReadonlySet<string> = new Set(["latency", "cost", "perplexity", "levenshtein"]);

function assertionsOf(test: Value): readonly Value[] | undefined {
  const graded = list(below(test, "gradingResult", "componentResults"))?.flatMap(
    (result) => member(result, "assertion") ?? [],
  );
  return list(below(test, "testCase", "assert")) ?? graded;
}

/** What is asserted, apart from its threshold; a weight of its own counts, since one of nothing asserts nothing. */
function wordsOf(assertion: Value): string {
  const value = member(assertion, "value");
  const weight = numeric(member(assertion, "weight"));
  const said = value === undefined || value === null ? undefined : (scalarText(value) ?? JSON.stringify(value));
  return [text(member(assertion, "type")), said, weight === undefined ? undefined : `weight ${weight}`]
    .filter((part) => part !== undefined)
    .join(" ");
}

/**
 * The assertions of a test, the thresholds of theirs, and the share of them that is enough: all of them where the test
 * gives none. Null where the result does not repeat them.
 */
export function promptfooLimits(test: Value): readonly Limit[] | null {
  const assertions = assertionsOf(test);
  if (assertions === undefined) return null;
  return [
    statedLimit("threshold", "at-least", numeric(below(test, "testCase", "threshold")) ?? 1),
    statedLimit("assertions", "all-of", assertions.map(wordsOf)),
    ...assertions.flatMap((assertion): readonly Limit[] => {
      const threshold = numeric(member(assertion, "threshold"));
      if (threshold === undefined) return [];
      const type = text(member(assertion, "type")) ?? "";
      const turned = type.startsWith("not-");
      const isUpper = upper.has(turned ? type.slice(4) : type);
      return [
        statedLimit(`threshold of ${wordsOf(assertion)}`, isUpper === turned ? "at-least" : "at-most", threshold),
      ];
    }),
  ];
}
