import type { Adapter } from "../model/adapter.js";
import { hasKeys, list, member, text } from "../read/shape.js";

/** A page of the data docs before it becomes HTML: texts about a result, not the result. */
export const greatExpectationsPage: Adapter = {
  id: "great-expectations-page",
  title: "Great Expectations rendered page",
  definedAt: "https://docs.greatexpectations.io/docs/core/configure_project_settings/configure_data_docs",
  versions: "0.13 to 1.x",
  reads: "Nothing beyond the format: the page repeats a validation result, which is read where it stands itself.",
  leaves: "All texts and tables of the page.",
  syntax: ["json"],
  gives: [],

  recognises({ value }) {
    const [section] = list(member(value, "sections")) ?? [];
    return hasKeys(section, "content_blocks") && text(member(value, "renderer_type")) !== undefined;
  },

  read: () => [],
};
