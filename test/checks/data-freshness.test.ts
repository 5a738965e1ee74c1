import { facts } from "../judge/judged.js";
import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { mark } from "./served.js";

const dataset = (at: string | null, more: object = {}) => ({ kind: "dataset", name: "d", at, ...more });
const own = (...lines: object[]) => ({ "m/a.facts.jsonl": facts(...lines) });
const lineage = {
  ...mark,
  ...corpusFiles({ "m/event.json": "generated/openlineage/single-files/event-20261123-051145.716505.json" }),
};

describeCheck("data-freshness", {
  met: {
    "exactly as old as allowed": { files: own(dataset("2026-11-16T09:00:00Z")), rule: "{ data-freshness: 7d }" },
    "the newest of a data set counts": {
      files: own(dataset("2026-11-22T09:00:00Z"), dataset("2026-01-01T00:00:00Z")),
      rule: "{ data-freshness: 7d }",
    },
    "only the role that is asked for": {
      files: own(
        dataset("2026-11-22T09:00:00Z", { role: "train" }),
        dataset("2025-01-01", { name: "e", role: "test" }),
      ),
      rule: "{ data-freshness: 7d, role: train }",
    },
    ...(corpusIsThere
      ? { "a lineage event": { files: lineage, rule: "{ data-freshness: 30d, dataset: [data/reference.parquet] }" } }
      : {}),
  },
  "not-met": {
    "a second older": { files: own(dataset("2026-11-16T08:59:59Z")), rule: "{ data-freshness: 7d }" },
    "one of two data sets": {
      files: own(dataset("2026-11-22T09:00:00Z"), dataset("2026-01-01T00:00:00Z", { name: "e" })),
      rule: "{ data-freshness: 7d }",
    },
    ...(corpusIsThere ? { "a lineage event": { files: lineage, rule: "{ data-freshness: 7d }" } } : {}),
  },
  missing: {
    "no data set": { files: mark, rule: "{ data-freshness: 7d }" },
    "no date": { files: own(dataset(null)), rule: "{ data-freshness: 7d }" },
  },
  unreadable: {
    "a date beyond the clock": { files: own(dataset("2027-01-01T00:00:00Z")), rule: "{ data-freshness: 7d }" },
  },
});
