import { expect, test } from "vitest";
import { columnNames, tableRole } from "../../src/normalise/table-columns.js";

test.each<[string, object]>([
  ["id,y_true,y_score,y_pred,country", { id: "id", label: "y_true", score: "y_score", prediction: "y_pred" }],
  [
    "transaction_id,is_fraud,score,prediction,confidence,is_new_device",
    { id: "transaction_id", label: "is_fraud", score: "score", prediction: "prediction" },
  ],
  ["is_new_device,is_fraud,score", { label: "is_fraud", score: "score" }],
  ["is_new_device,is_mobile,score", { label: null }],
  ["text,label,p_spam", { id: null, label: "label", score: "p_spam", prediction: null }],
  ["Label,Probability,Predicted Label", { label: "Label", score: "Probability", prediction: "Predicted Label" }],
  ["age,income", { id: null, label: null, score: null, prediction: null, weight: null }],
  ["y,weight,y_hat", { label: "y", prediction: "y_hat", weight: null }],
])("of %s the columns are known", (header, expected) => {
  expect(columnNames(header.split(","))).toMatchObject(expected);
});

test("what the configuration names stands above every habit", () => {
  const names = columnNames(["id", "y_true", "score", "z", "w"], { label: "z", weight: "w" });
  expect(names).toEqual({ id: "id", label: "z", score: "score", prediction: null, weight: "w" });
});

test.each<[string, string, string | null]>([
  ["predictions.csv", "id,y_true,y_pred", "predictions"],
  ["reference.csv", "transaction_id,is_fraud,score", "reference"],
  ["baseline_predictions.csv", "id,y_true,y_pred", "predictions"],
  ["current_data_drift.csv", "transaction_id,is_fraud,score", "current"],
  ["anything.csv", "label,score", "predictions"],
  ["anything.csv", "age,income", null],
])("%s with %s is a table of %s", (name, header, role) => {
  expect(tableRole(header.split(","), name)).toBe(role);
});
