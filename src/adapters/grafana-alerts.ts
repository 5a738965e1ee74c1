import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Limit, Statement } from "../model/fact.js";
import { pointer, type Where } from "../model/source.js";
import { below, boolean, hasKeys, isList, isRecord, list, member, members, text } from "../read/shape.js";
import { evaluatorLimits, expressionLimits, lastingLimits } from "./families/alert-limits.js";
import { shortened } from "./families/check-values.js";
import { statedLimit } from "./families/stated-limits.js";

interface Placed {
  readonly alert: Value;
  readonly where: Where;
}

const isRule = (rule: Value | undefined): boolean =>
  hasKeys(rule, "title", "condition", "data") && isList(member(rule, "data"));

const placed = (rules: Value | undefined, base: string, line: number | null): Placed[] =>
  (list(rules) ?? []).flatMap((alert, index) =>
    isRule(alert)
      ? [{ alert, where: { pointer: pointer(base, index, "title"), ...(line === null ? {} : { line }) } }]
      : [],
  );

/** Rules of a file of provisioning or an export, of the API's answer, or of the operator's object. */
function rulesOf({ values, value }: Pick<EvidenceFile, "values" | "value">): readonly Placed[] {
  const documents = values.length > 0 ? values : value === undefined ? [] : [{ value, line: 1 }];
  return documents.flatMap(({ value: document, line }) => {
    const at = documents.length > 1 ? line : null;
    if (isList(document)) return placed(document, "", at);
    if (text(member(document, "kind")) === "GrafanaAlertRuleGroup")
      return placed(below(document, "spec", "rules"), "/spec/rules", at);
    return (list(member(document, "groups")) ?? []).flatMap((group, index) =>
      placed(member(group, "rules"), pointer("/groups", index, "rules"), at),
    );
  });
}

/** Panels of a dashboard, those in rows too, as versions before 8 kept their alerts. */
function panelAlerts(value: Value | undefined, base: string, depth = 0): Placed[] {
  return (["panels", "rows"] as const).flatMap((key) =>
    (list(member(value, key)) ?? []).flatMap((panel, index): Placed[] => {
      const at = pointer(base, key, index);
      const alert = member(panel, "alert");
      const own =
        hasKeys(alert, "name", "conditions") && isRecord(alert)
          ? [{ alert, where: { pointer: pointer(at, "alert", "name") } }]
          : [];
      return [...own, ...(depth < 3 ? panelAlerts(panel, at, depth + 1) : [])];
    }),
  );
}

const dashboardAlerts = (value: Value | undefined): readonly Placed[] =>
  isRecord(member(value, "dashboard"))
    ? panelAlerts(member(value, "dashboard"), "/dashboard")
    : hasKeys(value, "schemaVersion")
      ? panelAlerts(value, "")
      : [];

/** The queries, in the order in which they stand: `expr` of Prometheus and Loki, SQL, and what compares them. */
const queriesOf = (rule: Value): readonly string[] =>
  (list(member(rule, "data")) ?? []).flatMap((query) => {
    const model = member(query, "model");
    return (
      text(member(model, "expr")) ??
      text(member(model, "rawSql")) ??
      text(member(model, "query")) ??
      text(member(model, "expression")) ??
      []
    );
  });

function expressionOf(rule: Value): string | null {
  const parts = queriesOf(rule);
  return parts.length === 0 ? null : shortened(parts.join("; "));
}

/** `gt 0.5`, of the conditions of a panel's alert. */
function conditionsOf(alert: Value): string | null {
  const parts = (list(member(alert, "conditions")) ?? []).flatMap((condition) => {
    const evaluator = member(condition, "evaluator");
    const type = text(member(evaluator, "type"));
    return type === undefined
      ? []
      : [`${type} ${(list(member(evaluator, "params")) ?? []).map(String).join(", ")}`.trim()];
  });
  return parts.length === 0 ? null : shortened(parts.join("; "));
}

function limitsOf(alert: Value, severity: string | undefined): readonly Limit[] {
  const models = (list(member(alert, "data")) ?? []).flatMap((query) => member(query, "model") ?? []);
  const watched = isRule(alert) ? queriesOf(alert).join("; ") : "";
  return [
    ...(watched === "" ? [] : expressionLimits(watched)),
    ...evaluatorLimits([alert, ...models]),
    ...lastingLimits(text(member(alert, "for"))),
    ...(severity === undefined ? [] : [statedLimit("severity", "at-least", severity)]),
  ];
}

function alertCheck({ alert, where }: Placed): Statement[] {
  const name = text(member(alert, "title")) ?? text(member(alert, "name"));
  if (name === undefined || boolean(member(alert, "isPaused")) === true) return [];
  const labels = member(alert, "labels");
  const severity = text(member(labels, "severity")) ?? text(member(labels, "priority"));
  const annotations = member(alert, "annotations");
  const told =
    text(member(annotations, "summary")) ??
    text(member(annotations, "description")) ??
    members(annotations).flatMap(([, words]) => text(words) ?? [])[0] ??
    text(member(alert, "message"));
  return [
    {
      kind: "check",
      name,
      passed: null,
      expected: isRule(alert) ? expressionOf(alert) : conditionsOf(alert),
      severity: severity ?? null,
      message: shortened(told ?? "An alert that is configured."),
      limits: limitsOf(alert, severity),
      where,
    },
  ];
}

/** Alerts that Grafana is told to watch. Nothing in them was measured, and none has passed. */
export const grafanaAlerts: Adapter = {
  id: "grafana-alerts",
  title: "Grafana alert rules",
  definedAt: "https://grafana.com/docs/grafana/latest/alerting/set-up/provision-alerting-resources/file-provisioning/",
  versions:
    "files of provisioning and exports of 9 to 12, and panels' alerts before 8, from the documentation, not seen",
  reads:
    "Each alert with its queries, or what it compares with, how long that must last, and its severity, as a check that has not run.",
  leaves: "Paused alerts, contact points and policies.",
  syntax: ["yaml", "json"],
  gives: ["check"],
  recognises: (file) => rulesOf(file).length > 0 || dashboardAlerts(file.value).length > 0,

  read: (file) => [...rulesOf(file), ...dashboardAlerts(file.value)].flatMap(alertCheck),
};
