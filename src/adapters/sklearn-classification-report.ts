import type { Adapter } from "../model/adapter.js";
import {
  classificationReport,
  isClassificationReport,
  isReportTable,
  tableReport,
} from "./families/classification-report.js";
import { isPrintedReport, printedReports } from "./families/printed-report.js";

/** Precision, recall and F1 of each class, with the averages, as `classification_report` gives or prints them. */
export const sklearnClassificationReport: Adapter = {
  id: "sklearn-classification-report",
  title: "scikit-learn classification report",
  definedAt: "https://scikit-learn.org/stable/modules/generated/sklearn.metrics.classification_report.html",
  versions: "scikit-learn 0.20 to 1.7; the averages before 0.20 from the documentation, not seen",
  reads:
    "Accuracy over all, precision, recall and F1 of each class as slices, and the averages with how they were taken; the support is the number of examples, and of a class's recall also the trials. Of several printed in one text, the heading above each says of what it is; labelled numbers beside them are read too.",
  leaves: "Text beside the reports that is no label with its number.",
  syntax: ["json", "yaml", "delimited", "text"],
  gives: ["measurement"],

  recognises: (file) => {
    if (file.syntax === "text") return isPrintedReport(file.text);
    if (file.syntax === "delimited") return file.table !== undefined && isReportTable(file.table);
    return isClassificationReport(file.value);
  },

  read: (file) => {
    if (file.syntax === "text") return printedReports(file.text);
    if (file.table !== undefined) return tableReport(file.table);
    return classificationReport(file.value, "", {});
  },
};
