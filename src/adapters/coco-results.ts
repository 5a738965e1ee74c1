import type { Adapter, Value } from "../model/adapter.js";
import { hasKeys, isList, list, members } from "../read/shape.js";

const ofKinds: readonly (readonly string[])[] = [
  ["category_id", "bbox", "score"],
  ["category_id", "segmentation", "score"],
  ["category_id", "keypoints", "score"],
  ["caption"],
  ["segments_info"],
];

const isResult = (result: Value | undefined): boolean =>
  hasKeys(result, "image_id") && ofKinds.some((keys) => hasKeys(result, ...keys));

/** Detections, masks, key points or captions in the form that COCO scores. */
export const cocoResults: Adapter = {
  id: "coco-results",
  title: "COCO results",
  definedAt: "https://cocodataset.org/#format-results",
  versions: "Detections, segmentations, key points, captions and panoptic segments",
  reads: "A table of predictions: its columns and the number of its rows.",
  leaves: "Confidences of single detections, which are no metric of the model, and what was detected.",
  syntax: ["json"],
  gives: ["table"],

  recognises: ({ value }) => {
    const results = list(value);
    return results !== undefined && results.length > 0 && results.slice(0, 20).every(isResult);
  },

  read: ({ value }) => [
    {
      kind: "table",
      columns: isList(value) ? members(value[0]).map(([key]) => key) : [],
      rows: list(value)?.length ?? 0,
      role: "predictions",
      where: { pointer: "" },
    },
  ],
};
