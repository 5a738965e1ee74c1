import type { Adapter, Value } from "../model/adapter.js";
import type { Slice, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, list, member, members } from "../read/shape.js";

const isClass = (value: Value | undefined): boolean => hasKeys(value, "Dice", "IoU", "n_ref");

/** Means over the cases; counts of voxels are means too, and no counts. */
const scores = (record: Value | undefined, base: string, slice: Slice, n: number | null): Statement[] =>
  ["Dice", "IoU"].flatMap((raw_metric): Statement[] =>
    hasKeys(record, raw_metric)
      ? [
          {
            kind: "measurement",
            raw_metric,
            value: member(record, raw_metric),
            protocol: "mean",
            slice,
            n,
            where: { pointer: pointer(base, raw_metric) },
          },
        ]
      : [],
  );

export const nnunetSummary: Adapter = {
  id: "nnunet-summary",
  title: "nnU-Net summary (`summary.json`)",
  definedAt: "https://github.com/MIC-DKFZ/nnUNet/blob/master/documentation/how_to_use_nnunet.md",
  versions: "nnU-Net v2, from the source, not seen",
  reads: "Dice and IoU averaged over the cases, of the whole foreground and of each class, with the number of cases.",
  leaves: "Counts of voxels, and single cases.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) =>
    isClass(member(value, "foreground_mean")) &&
    isRecord(member(value, "mean")) &&
    list(member(value, "metric_per_case")) !== undefined,

  read({ value }) {
    const n = list(member(value, "metric_per_case"))?.length ?? null;
    return [
      ...scores(member(value, "foreground_mean"), "/foreground_mean", {}, n),
      ...members(member(value, "mean")).flatMap(([name, record]) =>
        scores(record, pointer("/mean", name), { class: name }, n),
      ),
    ];
  },
};
