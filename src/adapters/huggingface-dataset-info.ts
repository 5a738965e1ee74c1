import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, member, members, scalarText, text } from "../read/shape.js";
import { featuresOf, rowsOf, splitStatements } from "./families/dataset-info.js";

const isInfo = (value: Value | undefined): value is Value =>
  isRecord(member(value, "features")) &&
  isRecord(member(value, "splits")) &&
  members(member(value, "splits")).length > 0 &&
  members(member(value, "splits")).every(([, split]) => hasKeys(split, "num_examples"));

/** One description, or several by the names of their configurations. */
const infosOf = (value: Value | undefined): readonly (readonly [config: string | null, info: Value, at: string])[] =>
  isInfo(value)
    ? [[null, value, ""]]
    : members(value).flatMap(([config, info]) => (isInfo(info) ? [[config, info, pointer("", config)] as const] : []));

function statements(config: string | null, info: Value, at: string): Statement[] {
  const own = text(member(info, "dataset_name")) ?? text(member(info, "builder_name")) ?? null;
  const named = config ?? text(member(info, "config_name")) ?? "default";
  const name = own === null ? config : named === "default" ? own : `${own}/${named}`;
  const stated = member(info, "version");
  const version = scalarText(member(stated, "version_str")) ?? scalarText(stated);
  return [
    {
      kind: "dataset",
      name,
      rows: rowsOf(info),
      columns: featuresOf(info),
      where: { pointer: pointer(at, "splits") },
    } as const,
    ...splitStatements(info, at, name),
  ].map((statement): Statement => (version === undefined ? statement : { ...statement, version }));
}

/** What the `datasets` library writes beside the data. */
export const huggingfaceDatasetInfo: Adapter = {
  id: "huggingface-dataset-info",
  title: "Description of a Hugging Face data set (`dataset_info.json`)",
  definedAt: "https://huggingface.co/docs/datasets/package_reference/main_classes#datasets.DatasetInfo",
  versions: "datasets 1.0 to 4.0, `dataset_infos.json` as well, from the documentation, not seen",
  reads:
    "Name, version, columns and rows of the data set, and the rows of each split that is train, validation or test.",
  leaves: "Types of the features, sizes in bytes, checksums of downloads, licence and citation.",
  syntax: ["json"],
  gives: ["dataset"],
  recognises: ({ value }) => infosOf(value).length > 0,
  read: ({ value }) => infosOf(value).flatMap(([config, info, at]) => statements(config, info, at)),
};
