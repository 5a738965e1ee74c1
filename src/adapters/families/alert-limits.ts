import type { Value } from "../../model/adapter.js";
import type { Limit, LimitSense } from "../../model/fact.js";
import { list, member, text } from "../../read/shape.js";
import { statedLimit } from "./stated-limits.js";

/** An alert fires beyond its threshold: above it, a higher one asks for less. */
const senses: Readonly<Record<string, LimitSense>> = {
  ">": "at-most",
  ">=": "at-most",
  gt: "at-most",
  "<": "at-least",
  "<=": "at-least",
  lt: "at-least",
};

const LONGEST = 4000;
const ending = /^(.*[^\s<>=!])\s*([<>]=?)\s*(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)$/s;

const spaced = (expression: string): string => expression.trim().replace(/\s+/g, " ");

/** What an expression watches, and the number beyond which it fires. */
export function expressionLimits(expression: string): readonly Limit[] {
  const whole = spaced(expression);
  const [, watched = "", sign = "", threshold = ""] = (whole.length > LONGEST ? null : ending.exec(whole)) ?? [];
  return threshold === ""
    ? [statedLimit("expression", "as-is", whole)]
    : [
        statedLimit("expression", "as-is", watched.trim()),
        statedLimit("threshold", senses[sign] ?? "as-is", Number(threshold)),
      ];
}

const SECONDS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};

/** How long it must last before anybody is told, in seconds, as Prometheus and Grafana write it: `1h30m`. */
export function lastingLimits(lasting: string | undefined): readonly Limit[] {
  if (lasting === undefined) return [statedLimit("for", "at-most", 0)];
  const parts = [...lasting.matchAll(/(?<!\d)(\d+)(ms|[smhdwy])/g)];
  const whole = parts.map(([part]) => part).join("") === lasting && lasting !== "";
  return [
    whole
      ? statedLimit(
          "for",
          "at-most",
          parts.reduce((sum, [, count, unit = "s"]) => sum + Number(count) * (SECONDS[unit] ?? 1), 0),
        )
      : statedLimit("for", "as-is", lasting),
  ];
}

/** The comparisons of Grafana's conditions, in their order. */
export function evaluatorLimits(holders: readonly Value[]): readonly Limit[] {
  return holders
    .flatMap((holder) => list(member(holder, "conditions")) ?? [])
    .flatMap((condition, index) => {
      const evaluator = member(condition, "evaluator");
      const type = text(member(evaluator, "type"));
      if (type === undefined) return [];
      const parameters = list(member(evaluator, "params")) ?? [];
      const [threshold] = parameters;
      const name = `condition ${String(index + 1)} ${type}`;
      return senses[type] !== undefined && typeof threshold === "number"
        ? [statedLimit(name, senses[type], threshold)]
        : [statedLimit(name, "as-is", parameters)];
    });
}
