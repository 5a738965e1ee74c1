import { expect, test } from "vitest";
import { ofKind, readFiles } from "../read-evidence.js";

test.each(["nAUC_map_max", "nauc_ndcg_at_1_std", "cosine_accuracy_threshold", "manhattan_f1_threshold"])(
  "MTEB's %s is no score of the model",
  async (name) => {
    const scores = { test: [{ hf_subset: "default", main_score: 0.78, map: 0.78, [name]: 0.41 }] };
    const file = JSON.stringify({ task_name: "Reranking", mteb_version: "1.12.41", scores });
    const facts = ofKind(await readFiles({ "Reranking.json": file }), "measurement");
    expect(facts.map(({ raw_metric: metric }) => metric)).toEqual(["main_score", "map"]);
  },
);
