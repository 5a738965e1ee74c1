import { describe, expect, test } from "vitest";
import { columnNames, tableRole } from "../../src/normalise/table-columns.js";
import { ofKind, readFiles } from "../read-evidence.js";

const leaderboard = async (text: string): Promise<readonly (readonly unknown[])[]> =>
  ofKind(await readFiles({ "leaderboard.csv": text }), "measurement").map(
    ({ metric, split, about, value, slice }) => [metric, split, about, value, Object.keys(slice).length] as const,
  );

describe("leaderboards of automated learning compare models by their metrics", () => {
  test("a metric that a column names, scored on two parts of the data", async () => {
    const text =
      "model,score_test,score_val,eval_metric,fit_time,can_infer\n" +
      "Ensemble_L2,0.85,0.86,roc_auc,3.1,True\nLightGBM,0.84,0.85,roc_auc,0.9,True\n";
    expect(await leaderboard(text)).toEqual([
      ["roc_auc", "test", "Ensemble_L2", 0.85, 0],
      ["roc_auc", "validation", "Ensemble_L2", 0.86, 0],
      ["roc_auc", "test", "LightGBM", 0.84, 0],
      ["roc_auc", "validation", "LightGBM", 0.85, 0],
    ]);
  });

  test("settings that were printed beside each model are no parts of the data", async () => {
    const text =
      "model,score_val,eval_metric,model_type,child_model_type,hyperparameters,features,ancestors\n" +
      `A_L1,0.81,roc_auc,Stacker,XT,"{'seed': 1}","['age', 'income']",[]\n` +
      `B_L2,0.82,roc_auc,Stacker,RF,"{'seed': 2}","['age', 'debt']","['A_L1']"\n`;
    expect(await leaderboard(text)).toEqual([
      ["roc_auc", "validation", "A_L1", 0.81, 0],
      ["roc_auc", "validation", "B_L2", 0.82, 0],
    ]);
  });

  test("an error below zero is its own negative", async () => {
    const text = "model,score_val,eval_metric\nA,-2.5,root_mean_squared_error\nB,-2.9,root_mean_squared_error\n";
    expect(await leaderboard(text)).toEqual([
      ["neg_rmse", "validation", "A", -2.5, 0],
      ["neg_rmse", "validation", "B", -2.9, 0],
    ]);
  });

  test("models are known by an id, and metrics are columns", async () => {
    const text = '"model_id","auc","logloss"\n"GBM_1",0.78,0.55\n"GLM_1",0.74,0.58\n';
    expect(await leaderboard(text)).toEqual([
      ["roc_auc", null, "GBM_1", 0.78, 0],
      ["log_loss", null, "GBM_1", 0.55, 0],
      ["roc_auc", null, "GLM_1", 0.74, 0],
      ["log_loss", null, "GLM_1", 0.58, 0],
    ]);
  });

  test("an index of short names stands before the models", async () => {
    const text = ",Model,Accuracy,Prec.\nlr,Logistic Regression,0.76,0.72\nrf,Random Forest,0.74,0.68\n";
    expect(await leaderboard(text)).toEqual([
      ["accuracy", null, "Logistic Regression", 0.76, 0],
      ["precision", null, "Logistic Regression", 0.72, 0],
      ["accuracy", null, "Random Forest", 0.74, 0],
      ["precision", null, "Random Forest", 0.68, 0],
    ]);
  });

  test("a sort of model and a metric stand beside each name", async () => {
    const text =
      "name,model_type,metric_type,metric_value,train_time\n" +
      "1_Baseline,Baseline,logloss,0.69,1.2\nEnsemble,Ensemble,logloss,0.39,1\n";
    expect(await leaderboard(text)).toEqual([
      ["log_loss", null, "1_Baseline", 0.69, 0],
      ["log_loss", null, "Ensemble", 0.39, 0],
    ]);
  });
});

test.each([
  [["PassengerId", "Survived", "Predicted_Survived"], "Survived", "Predicted_Survived"],
  [["price", "price_pred", "rooms"], "price", "price_pred"],
  [["churn_hat", "churn"], "churn", "churn_hat"],
])("%j are predictions of %s", (columns, label, prediction) => {
  expect(columnNames(columns)).toMatchObject({ label, prediction });
  expect(tableRole(columns, "submission.csv")).toBe("predictions");
});

test("a column that only sounds like a prediction makes no table of predictions", () => {
  expect(tableRole(["PassengerId", "Age", "Predicted_Survived"], "data.csv")).toBeNull();
});
