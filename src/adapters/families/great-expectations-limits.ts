import type { Value } from "../../model/adapter.js";
import type { Limit, LimitSense } from "../../model/fact.js";
import { member, members, text } from "../../read/shape.js";
import { isDate, statedLimit } from "./stated-limits.js";

/** What names the data or how they are looked at, and distributions that are taken from data. */
const noLimits = new Set([
  ...["column", "column_A", "column_B", "batch_id", "result_format", "catch_exceptions", "include_config", "meta"],
  ...["condition_parser", "parse_strings_as_datetimes", "partition_object"],
]);

const senses: Readonly<Record<string, LimitSense>> = {
  min_value: "at-least",
  max_value: "at-most",
  strict_min: "at-least",
  strict_max: "at-least",
  mostly: "at-least",
  type_list: "one-of",
  column_set: "all-of",
};

/** Which change of a keyword asks for less; of some the expectation's name says it. */
function senseOf(keyword: string, expectation: string): LimitSense {
  if (Object.hasOwn(senses, keyword)) return senses[keyword] ?? "as-is";
  const negated = expectation.includes("_not_");
  switch (keyword) {
    case "value_set":
      if (/_equal_set$|_match_set$/.test(expectation)) return "as-is";
      return negated || expectation.endsWith("_contain_set") ? "all-of" : "one-of";
    case "regex_list":
    case "like_pattern_list":
      return negated ? "all-of" : "one-of";
    case "column_list":
      return expectation.includes("_match_") ? "all-of" : "as-is";
    case "threshold":
    case "p_value":
      return /_less_than$/.test(expectation) ? "at-most" : /_greater_than$/.test(expectation) ? "at-least" : "as-is";
    default:
      return "as-is";
  }
}

/** Expectations of single values, of which a share may be let off: none where `mostly` is not given. */
const ofValues = /^expect_(?:column_(?:pair_)?values_|column_value_|multicolumn_|compound_|select_column_)/;

/**
 * The limits of an expectation: its keywords, and its severity. Those that were filled in while it ran are not what
 * somebody set, and neither are dates.
 */
export function expectationLimits(config: Value | undefined, expectation: string): readonly Limit[] {
  const keywords = members(member(config, "kwargs"));
  const filledIn = new Set(members(member(member(config, "meta"), "substituted_parameters")).map(([name]) => name));
  const severity = text(member(config, "severity"));
  const partly = keywords.some(([keyword, value]) => keyword === "mostly" && value !== null);
  return [
    ...keywords
      .filter(([keyword]) => !noLimits.has(keyword) && !filledIn.has(keyword))
      .filter(([, value]) => value !== null && value !== false && !isDate(value))
      .map(([keyword, value]) => statedLimit(keyword, senseOf(keyword, expectation), value)),
    ...(partly || !ofValues.test(expectation) ? [] : [statedLimit("mostly", "at-least", 1)]),
    ...(severity === undefined ? [] : [statedLimit("severity", "at-least", severity)]),
  ];
}
