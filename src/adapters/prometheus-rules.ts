import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer, type Where } from "../model/source.js";
import { below, hasKeys, isRecord, list, member, members, text } from "../read/shape.js";
import { expressionLimits, lastingLimits } from "./families/alert-limits.js";
import { shortened } from "./families/check-values.js";
import { statedLimit } from "./families/stated-limits.js";

interface Document {
  readonly groups: readonly Value[];
  readonly path: readonly string[];
  readonly line: number | null;
}

const isRule = (rule: Value): boolean => hasKeys(rule, "alert") || hasKeys(rule, "record");

const isGroup = (group: Value): boolean => {
  const rules = list(member(group, "rules"));
  return rules !== undefined && rules.length > 0 && rules.every(isRule) && rules.some((rule) => hasKeys(rule, "expr"));
};

/** Groups of rules: a file of Prometheus, or the object of its operator. */
function documentsOf({ values }: Pick<EvidenceFile, "values">): readonly Document[] {
  return values.flatMap(({ value, line }): Document[] => {
    const path = text(member(value, "kind")) === "PrometheusRule" ? ["spec", "groups"] : ["groups"];
    const groups = list(below(value, ...path));
    const place = values.length > 1 ? line : null;
    return groups === undefined || groups.length === 0 || !groups.every(isGroup) ? [] : [{ groups, path, line: place }];
  });
}

/** An alert watches; whether it fires no file says. */
function alertCheck(rule: Value, where: Where): Statement[] {
  const name = text(member(rule, "alert"));
  if (name === undefined) return [];
  const labels = member(rule, "labels");
  if (!hasKeys(rule, "expr"))
    return [
      {
        kind: "problem",
        problem: "empty",
        message: `the alert ${name} has no expression, and never fires`,
        mend: "write its `expr`",
        where,
      },
    ];
  const severity = text(member(labels, "severity")) ?? text(member(labels, "priority"));
  return [
    {
      kind: "check",
      name,
      passed: null,
      expected: shortened(text(member(rule, "expr")) ?? ""),
      severity: severity ?? null,
      message: shortened(summaryOf(rule)),
      limits: [
        ...expressionLimits(text(member(rule, "expr")) ?? ""),
        ...lastingLimits(text(member(rule, "for"))),
        ...(severity === undefined ? [] : [statedLimit("severity", "at-least", severity)]),
      ],
      where,
    },
  ];
}

function summaryOf(rule: Value): string {
  const annotations = member(rule, "annotations");
  const stated = text(member(annotations, "summary")) ?? text(member(annotations, "description"));
  return stated ?? members(annotations).flatMap(([, words]) => text(words) ?? [])[0] ?? "An alert that is configured.";
}

/** Rules that are no YAML, as a template of them is none: by the lines that only rules have. */
function looksLikeRules(text: string): boolean {
  const head = text.slice(0, 65_536);
  return /^[ \t]*groups:/m.test(head) && /^[ \t]*-[ \t]+alert:[ \t]/m.test(head) && /^[ \t]*expr:/m.test(head);
}

/** Alerts that are configured. Nothing in them was measured, and none has passed. */
export const prometheusRules: Adapter = {
  id: "prometheus-rules",
  title: "Prometheus rules",
  definedAt: "https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/",
  versions: "2.x and 3.x; the operator's `PrometheusRule` from the documentation, not seen",
  reads: "Each alert with its expression, how long that must last, and its severity, as a check that has not run.",
  leaves: "Recording rules.",
  syntax: ["yaml"],
  gives: ["check"],
  recognises: (file) =>
    file.broken ? looksLikeRules(file.text) : isRecord(file.value) && documentsOf(file).length > 0,

  read: (file) =>
    documentsOf(file).flatMap(({ groups, path, line }) =>
      groups.flatMap((group, at) =>
        (list(member(group, "rules")) ?? []).flatMap((rule, index) =>
          alertCheck(rule, {
            pointer: pointer("", ...path, at, "rules", index, "alert"),
            ...(line === null ? {} : { line }),
          }),
        ),
      ),
    ),
};
