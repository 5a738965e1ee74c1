import type { Limit, LimitSense } from "../../model/fact.js";

/** Limits in the sentences and expressions of tools: `p(95)<200`, `Ratio of duplicates is less or equal to 5%`. */

const words: readonly (readonly [LimitSense, string])[] = [
  [
    "at-most",
    "less or equal to|less than or equal to|not greater than|not more than|at most|lower than|smaller than|less than|less or equal|less|<=|≤|<",
  ],
  [
    "at-least",
    "greater or equal to|greater than or equal to|not less than|not lower than|at least|greater or equal|greater than|greater|more than|>=|≥|>",
  ],
  ["as-is", "equal to|equals|equal|===|==|="],
];

const number = String.raw`(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)`;
const patterns = words.map(([sense, said]) => [sense, new RegExp(`^(?:${said})$`, "i")] as const);
const comparators = words.map(([, said]) => said).join("|");
const comparison = new RegExp(
  String.raw`(?:\bis |\bare )?(${comparators})\s?(?:number )?${number}(?!\w|\.\d)(%?)`,
  "gi",
);

const LONGEST = 1000;

/**
 * The limits that a sentence states, each named by the words before it. The whole sentence is one that may not change
 * where a number of it is no limit that is understood, or where alternatives are put.
 *
 * @param name what a limit is called that has no words before it
 */
export function spokenLimits(sentence: string, name = "condition"): readonly Limit[] {
  const said = sentence.trim();
  const whole: Limit = { name, sense: "as-is", value: said.length > LONGEST ? said.slice(0, LONGEST) : said };
  if (said.length > LONGEST || /\b(?:or (?!equal)|either|between|not in)\b/i.test(said)) return [whole];
  const limits: Limit[] = [];
  let rest = "";
  let from = 0;
  for (const found of said.matchAll(comparison)) {
    const [all, comparator = "", value = "", percent] = found;
    const sense = patterns.find(([, pattern]) => pattern.test(comparator))?.[0] ?? "as-is";
    const before = said.slice(from, found.index);
    limits.push({ name: named(before, name), sense, value: Number(value) / (percent === "%" ? 100 : 1) });
    rest += before;
    from = found.index + all.length;
  }
  rest += said.slice(from);
  const unread = /\d/.test(rest.replace(/\([\d.]+\)/g, ""));
  return limits.length === 0 || unread || new Set(limits.map((limit) => limit.name)).size < limits.length
    ? [whole]
    : limits;
}

function named(words: string, otherwise: string): string {
  const trimmed = words.replace(/^\s*(?:and|,|;)?\s*/, "").trim();
  return trimmed === "" ? otherwise : trimmed;
}
