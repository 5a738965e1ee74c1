import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

const of = { format: "kpi-table", kind: "measurement" };

test("a name, a value and a unit in each row", async () => {
  const facts = await factsOfText(
    "kpis.csv",
    "kpi,value,unit,target\nrevenue_per_session,1.78,EUR,1.7\nchurn,5.2%,,6%\n",
  );
  expectFact(facts, { ...of, raw_metric: "revenue_per_session", value: 1.78, unit: "EUR", about: null, place: "2" });
  expectFact(facts, { ...of, raw_metric: "churn", value: 5.2, unit: "percent", place: "3" });
  expect(ofKind(facts, "measurement")).toHaveLength(2);
});

test("columns of a baseline and of arms are about those", async () => {
  const facts = await factsOfText(
    "m.csv",
    "metric,control,treatment,lift,p_value\nconversion_rate,0.05,0.054,0.08,0.01\n",
  );
  expectFact(facts, { ...of, raw_metric: "conversion_rate", value: 0.05, about: "control" });
  expectFact(facts, { ...of, raw_metric: "conversion_rate", value: 0.054, about: "treatment" });
  expect(ofKind(facts, "measurement")).toHaveLength(2);
});

test.each([
  ["a record of numbers", { kpis: { churn: 0.02 } }, "/kpis/churn"],
  ["a record of records", { business_kpis: { churn: { value: 0.02, target: 0.03 } } }, "/business_kpis/churn/value"],
  [
    "a list",
    {
      kpis: [
        { name: "churn", value: 0.02 },
        { name: "nps", value: 40 },
      ],
    },
    "/kpis/0/value",
  ],
])("%s in JSON", async (_, document, place) => {
  expectFact(await factsOfText("kpis.json", JSON.stringify(document)), {
    ...of,
    raw_metric: "churn",
    value: 0.02,
    place,
  });
});

test.each([
  ["NaN", "non-finite"],
  ['"soon"', "wrong-type"],
  ['"{{ churn }}"', "template"],
])("a figure that is %s is a problem, and no value", async (written, problem) => {
  const facts = await factsOfText("kpis.json", `{"kpis": [{"name": "churn", "value": ${written}}]}`);
  expectFact(facts, { ...of, raw_metric: "churn", value: null });
  expectFact(facts, { kind: "problem", problem });
});

test.each([
  ["metrics of a model", "metrics.csv", "metric,value\nrecall,0.8\n"],
  ["rows of data", "data.csv", "name,value\na,1\nb,2\n"],
])("a table of %s is none of KPIs", async (_, name, table) => {
  expect((await factsOfText(name, table)).filter(({ format }) => format === "kpi-table")).toEqual([]);
});
