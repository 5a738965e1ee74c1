import type { Adapter } from "../model/adapter.js";
import { isRecord, member, text } from "../read/shape.js";

/** A data frame schema: what is to hold. Nothing in it was checked. */
export const panderaSchema: Adapter = {
  id: "pandera-schema",
  title: "pandera schema",
  definedAt: "https://pandera.readthedocs.io/en/stable/schema_inference.html",
  versions: "pandera 0.32; earlier ones from the schema, not seen",
  reads: "Nothing beyond the format: a schema says what to check and holds no result.",
  leaves: "Columns, types and checks.",
  syntax: ["yaml", "json"],
  gives: [],
  recognises: ({ value }) => text(member(value, "schema_type")) === "dataframe" && isRecord(member(value, "columns")),
  read: () => [],
};
