import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import { hasKeys, isList, list, member, members } from "../read/shape.js";
import { isStat } from "./families/helm.js";

const perInstance = (item: Value): boolean =>
  hasKeys(item, "instance_id") &&
  (hasKeys(item, "predicted_text") ||
    hasKeys(item, "request") ||
    (list(member(item, "stats")) ?? []).some(isStat) ||
    hasKeys(item, "train_trial_index"));

const isInstance = (item: Value): boolean => hasKeys(item, "id", "input", "references") && hasKeys(item, "split");

/** The single questions of a run of HELM, its requests, answers and statistics. */
export const helmInstances: Adapter = {
  id: "helm-instances",
  title: "HELM instances, requests and predictions",
  definedAt: "https://crfm-helm.readthedocs.io/en/latest/tutorial/",
  versions: "0.2 to 0.5, from the schema, not seen",
  reads: "A table: its columns and the number of its rows, predictions where answers are among them.",
  leaves: "Questions, answers and the statistics of single instances.",
  syntax: ["json"],
  gives: ["table"],

  recognises: ({ value }) => {
    const { items } = itemsIn(value);
    return (
      items.length > 0 && items.slice(0, 20).every((item) => perInstance(item) || isInstance(item) || isState(item))
    );
  },

  read: ({ value }: EvidenceFile) => {
    const { items, base } = itemsIn(value);
    return [
      {
        kind: "table",
        columns: members(items[0]).map(([key]) => key),
        rows: items.length,
        role: items.some((item) => hasKeys(item, "predicted_text") || isState(item)) ? "predictions" : null,
        where: { pointer: base },
      },
    ];
  },
};

const isState = (item: Value): boolean => hasKeys(item, "instance", "request") && hasKeys(item, "train_trial_index");

/** The list itself, or the request states of `scenario_state.json`. */
function itemsIn(value: Value | undefined): { readonly items: readonly Value[]; readonly base: string } {
  if (isList(value)) return { items: value, base: "" };
  return hasKeys(value, "adapter_spec")
    ? { items: list(member(value, "request_states")) ?? [], base: "/request_states" }
    : { items: [], base: "" };
}
