import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

test("a table of R's yardstick: a metric a row, averages over classes as the way of computing", async () => {
  const facts = await factsOfText(
    "metrics.csv",
    '".metric",".estimator",".estimate",".config"\n"rsq","standard",0.6,"Preprocessor1_Model1"\n"f_meas","macro_weighted",0.7,"Preprocessor1_Model1"\n',
  );
  expectFact(facts, { metric: "r2", value: 0.6, protocol: null, slice: {}, place: "2" });
  expectFact(facts, { metric: "f1", value: 0.7, protocol: "weighted" });
});

test("means over resamples carry their standard error; `n` counts the resamples", async () => {
  const facts = await factsOfText(
    "collected.csv",
    ".metric,.estimator,mean,n,std_err,.config\nrmse,standard,4.1,10,0.12,Preprocessor1_Model1\nroc_auc,binary,0.9,10,0.02,Preprocessor1_Model1\n",
  );
  expectFact(facts, { metric: "rmse", value: 4.1, standard_error: 0.12, n: null });
});

test("candidates of a search are no results of one model", async () => {
  const facts = await factsOfText(
    "tuned.csv",
    "mtry,.metric,.estimator,mean,n,std_err,.config\n1,rmse,standard,4.1,10,0.12,Model1\n2,rmse,standard,4.3,10,0.11,Model2\n",
  );
  expect(ofKind(facts, "measurement")).toEqual([]);
});
