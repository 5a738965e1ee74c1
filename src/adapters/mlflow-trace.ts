import type { Adapter, EvidenceFile } from "../model/adapter.js";
import { below, hasKeys } from "../read/shape.js";
import { isTraceMeta } from "./families/mlflow-store.js";

const isSpans = (file: EvidenceFile): boolean =>
  hasKeys(below(file.value, "spans", 0), "trace_id", "span_id", "start_time_unix_nano");

/** What a language-model application did for one request, and what was judged of it. */
export const mlflowTrace: Adapter = {
  id: "mlflow-trace",
  title: "MLflow trace and its assessments",
  definedAt: "https://mlflow.org/docs/latest/genai/tracing/",
  versions: "3.17.2",
  reads: "Nothing: the run that evaluated the traces holds the scores over all of them.",
  leaves: "Requests, responses, spans and the feedback on single answers.",
  syntax: ["yaml", "json"],
  gives: [],
  recognises: (file) =>
    file.syntax === "yaml"
      ? isTraceMeta(file.value) || hasKeys(file.value, "assessment_id", "assessment_name", "trace_id")
      : isSpans(file),
  read: () => [],
};
