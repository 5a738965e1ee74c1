import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { factsOfText } from "./described.js";

const read = async (name: string, document: object | string): Promise<readonly unknown[]> =>
  ofKind(await factsOfText(name, typeof document === "string" ? document : JSON.stringify(document)), "check").map(
    ({ format, name: alert, passed, expected, severity, message, source }) => {
      expect([format, passed]).toEqual(["grafana-alerts", null]);
      return [alert, expected, severity, message, source.pointer];
    },
  );

const rule = (title: string, more: object = {}): object => ({
  uid: "a",
  title,
  condition: "B",
  data: [
    { refId: "A", datasourceUid: "prom", model: { expr: "drift_share > 0.3", refId: "A" } },
    { refId: "B", datasourceUid: "__expr__", model: { type: "threshold", expression: "A", refId: "B" } },
  ],
  noDataState: "NoData",
  ...more,
});
const words = { labels: { severity: "page" }, annotations: { summary: "The inputs have moved." } };
const drifted = (at: string): readonly unknown[] => [
  ["Drift", "drift_share > 0.3; A", "page", "The inputs have moved.", at],
];

test.each<[title: string, document: object, at: string]>([
  [
    "a file of provisioning",
    { apiVersion: 1, groups: [{ name: "g", rules: [rule("Drift", words)] }] },
    "/groups/0/rules/0/title",
  ],
  ["the API's answer", [rule("Drift", words)], "/0/title"],
  [
    "the operator's object",
    { kind: "GrafanaAlertRuleGroup", spec: { rules: [rule("Drift", words)] } },
    "/spec/rules/0/title",
  ],
])("the alerts of %s are checks that have not run", async (_title, document, at) => {
  expect(await read("alerts.json", document)).toEqual(drifted(at));
});

test("YAML says the same", async () => {
  const text = [
    "apiVersion: 1",
    "groups:",
    "  - name: g",
    "    rules:",
    "      - title: Slow",
    "        condition: A",
    "        data: [{ refId: A, model: { rawSql: select 1 } }]",
  ].join("\n");
  expect(await read("alerts.yaml", text)).toEqual([
    ["Slow", "select 1", null, "An alert that is configured.", "/groups/0/rules/0/title"],
  ]);
});

test("a paused alert watches nothing", async () => {
  const rules = [rule("Paused", { isPaused: true }), rule("Drift", { ...words, isPaused: false })];
  expect(await read("alerts.json", { groups: [{ rules }] })).toEqual(drifted("/groups/0/rules/1/title"));
});

test("panels of older dashboards have alerts of their own, in rows as well", async () => {
  const alert = { name: "Slow", conditions: [{ evaluator: { type: "gt", params: [0.5] } }], message: "Too slow." };
  const dashboard = { schemaVersion: 16, rows: [{ panels: [{ id: 1, alert }] }], panels: [{ id: 2, title: "Plain" }] };
  const slow = (at: string): readonly unknown[] => [["Slow", "gt 0.5", null, "Too slow.", at]];
  expect(await read("dashboard.json", dashboard)).toEqual(slow("/rows/0/panels/0/alert/name"));
  expect(await read("dashboard.json", { dashboard })).toEqual(slow("/dashboard/rows/0/panels/0/alert/name"));
});

test.each<[title: string, document: object]>([
  ["a dashboard without alerts", { schemaVersion: 36, panels: [{ id: 1, title: "Plain" }] }],
  ["groups of other rules", { groups: [{ name: "g", rules: [{ title: "t", condition: "c" }] }] }],
])("%s is none", async (_title, document) => {
  const facts = await factsOfText("x.json", JSON.stringify(document));
  expect(ofKind(facts, "file").map(({ format }) => format)).not.toContain("grafana-alerts");
});
