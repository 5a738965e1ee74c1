import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import { list, number, text } from "../read/shape.js";
import { isPairs } from "./families/feature-importance.js";
import {
  instanceOfName,
  isLimeList,
  isLimeMap,
  limeListStatements,
  limeMapStatements,
  limeRecord,
} from "./families/local-explanations.js";

const saysLime = (name: string): boolean => /(^|[^a-z])lime([^a-z]|$)|_as_(list|map)\.json$/i.test(name);

const isWordList = (file: EvidenceFile): boolean => saysLime(file.name) && isPairs(file.value);

/** The list that lies beside a map of the same explanation, by name. */
const listBeside = (file: EvidenceFile): Value | undefined =>
  file.name.includes("as_map") ? file.neighbour(file.name.replace("as_map", "as_list"))?.value : undefined;

/** One example explained by LIME, as `as_list()` or `as_map()` give it, or as a record with the example's id. */
export const limeExplanation: Adapter = {
  id: "lime-explanation",
  title: "LIME explanation (`as_list`, `as_map`)",
  definedAt: "https://lime-ml.readthedocs.io/en/latest/lime.html#lime.explanation.Explanation",
  versions: "lime 0.2.0.1, tables; explanations of texts from the schema, not seen",
  reads:
    "The weight of each feature for the one example, which the file's name calls; the feature is taken from the condition that labels it.",
  leaves: "The conditions themselves, and the page that LIME writes.",
  syntax: ["json"],
  gives: ["attribution"],
  recognises: (file) =>
    isLimeList(file.value) ||
    limeRecord(file.value) !== undefined ||
    isWordList(file) ||
    (saysLime(file.name) && isLimeMap(file.value)),

  read: (file) => {
    const instance = instanceOfName(file);
    if (isPairs(file.value)) return limeListStatements(file.value, "", instance);
    const record = limeRecord(file.value);
    if (record !== undefined && isPairs(record.held))
      return limeListStatements(record.held, record.at, record.instance || instance);
    const beside = listBeside(file);
    const labels = isPairs(beside)
      ? beside.map((pair): readonly [string, number] => [
          text(list(pair)?.[0]) ?? "",
          number(list(pair)?.[1]) ?? Number.NaN,
        ])
      : [];
    return limeMapStatements(file.value, "", instance, labels);
  },
};
