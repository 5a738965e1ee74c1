/** Metrics of RAGAS under the names of its versions; later ones put their mode in parentheses. */
const names = new Set(
  (
    "faithfulness faithful_rate answer_relevancy response_relevancy answer_relevance context_precision context_recall " +
    "context_relevancy context_relevance context_utilization context_entity_recall context_entities_recall " +
    "llm_context_precision_with_reference llm_context_precision_without_reference " +
    "non_llm_context_precision_with_reference non_llm_context_recall id_based_context_precision " +
    "id_based_context_recall answer_correctness answer_accuracy answer_similarity semantic_similarity " +
    "factual_correctness noise_sensitivity noise_sensitivity_relevant noise_sensitivity_irrelevant " +
    "nv_accuracy nv_context_relevance nv_response_groundedness response_groundedness aspect_critic " +
    "harmfulness maliciousness coherence correctness conciseness summary_score summarization_score " +
    "multimodal_faithful_rate multimodal_relevance_rate topic_adherence tool_call_accuracy agent_goal_accuracy " +
    "rubrics_score domain_specific_rubrics"
  ).split(" "),
);

/** Names that other tools use for other things: alone they do not show that a file is of RAGAS. */
const shared = new Set(["coherence", "correctness", "conciseness", "harmfulness", "maliciousness"]);

/** The name without the mode that RAGAS 0.2 and later put behind it: `factual_correctness(mode=f1)`. */
const plain = (name: string): string => {
  const open = name.indexOf("(");
  return (open < 0 ? name : name.slice(0, open)).trim();
};

/** True for a metric of RAGAS. */
export const isRagasMetric = (name: string): boolean => names.has(plain(name));

/** True for a metric whose name no other tool uses. */
export const isTellingRagasMetric = (name: string): boolean => isRagasMetric(name) && !shared.has(plain(name));
