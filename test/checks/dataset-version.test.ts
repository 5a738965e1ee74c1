import { cardOf } from "./cards.js";
import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { facts } from "../judge/judged.js";

const set = (fields: object): object => ({ kind: "dataset", name: "rows", ...fields });
const own = (...lines: object[]) => ({ "m/a.facts.jsonl": facts(...lines) });
const card = { "m/README.md": cardOf("license: mit") };

describeCheck("dataset-version", {
  met: {
    "both roles have a digest": {
      files: own(set({ role: "train", digest: "md5:a" }), set({ role: "test", digest: "md5:b" })),
      rule: "{ dataset-version: [train, test] }",
      says: "rows is md5:a",
    },
    ...(corpusIsThere
      ? {
          "a lock of DVC": {
            files: { ...card, ...corpusFiles({ "m/dvc.lock": "generated/dvc/fraud/repo-challenger/dvc.lock" }) },
            rule: "{ dataset-version: [train, test] }",
          },
        }
      : {}),
  },
  "not-met": {
    "only a name": {
      files: own(set({ role: "test" })),
      rule: "{ dataset-version: test }",
      says: "rows has no digest",
      at: "m/a.facts.jsonl:1",
    },
    "one of two test sets has none": {
      files: own(set({ role: "test", digest: "md5:a" }), set({ name: "other", role: "test" })),
      rule: "{ dataset-version: test }",
      says: "other has no digest",
    },
    "a data set without a row": {
      files: own(set({ role: "test", digest: "md5:a", rows: 0 })),
      rule: "{ dataset-version: test }",
      says: "rows has no rows",
    },
    "a card names its data by name alone": {
      files: { "m/README.md": cardOf("license: mit\ndatasets: [transactions]") },
      rule: "{ dataset-version: any }",
    },
    ...(corpusIsThere
      ? {
          "a scan of Soda over a table without a digest": {
            files: {
              ...card,
              ...corpusFiles({ "m/scan.json": "generated/soda-core-3.5/stable/scan_results.json" }),
            },
            rule: "{ dataset-version: any }",
          },
        }
      : {}),
  },
  missing: {
    "no data set of the role": {
      files: own(set({ role: "train", digest: "md5:a" })),
      rule: "{ dataset-version: test }",
    },
    "no data set": { files: card, rule: "{ dataset-version: any }" },
  },
  unreadable: {
    "the facts are cut off": {
      files: { ...card, "m/a.facts.jsonl": `${facts(set({}))}{"kind": "da` },
      rule: "{ dataset-version: any }",
    },
  },
});
