import type { Adapter } from "../model/adapter.js";
import { hasKeys, isList, member } from "../read/shape.js";

/** What the evaluator of a retrieval-augmented chat is asked to do: names of metrics, no results. */
export const ragEvalConfig: Adapter = {
  id: "rag-eval-config",
  title: "Configuration of the AI RAG chat evaluator",
  definedAt: "https://github.com/Azure-Samples/ai-rag-chat-evaluator",
  versions: "As of 2024",
  reads: "Nothing: metrics that are asked for have not been measured.",
  leaves: "The target, its parameters and the names of metrics.",
  syntax: ["json"],
  gives: [],
  recognises: ({ value }) =>
    isList(member(value, "requested_metrics")) && (hasKeys(value, "testdata_path") || hasKeys(value, "target_url")),
  read: () => [],
};
