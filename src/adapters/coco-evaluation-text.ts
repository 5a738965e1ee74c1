import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";

/** `Average Precision  (AP) @[ IoU=0.50:0.95 | area=   all | maxDets=100 ] = 0.421` */
const figure =
  /^ ?Average (Precision|Recall) {1,8}\((?:AP|AR)\) @\[ IoU=(\d\.\d{2})(?::(\d\.\d{2}))? {0,8}\| area= {0,8}(all|small|medium|large) \| maxDets= {0,8}(\d{1,5}) \] = (-?\d\.\d{1,6})$/;

/** `0.50:0.95` as 50-95, in per cent. */
const overlap = (from: string, to: string | undefined): string =>
  [from, ...(to === undefined ? [] : [to])].map((share) => String(Math.round(Number(share) * 100))).join("-");

function lineStatement(text: string, line: number): readonly [key: string, Statement] | null {
  const [, what, from = "", to, area = "", most = "", value = ""] = figure.exec(text) ?? [];
  // −1 stands for no object of that size.
  if (what === undefined || Number(value) === -1) return null;
  const raw = /^ ?(.{1,120}) = /.exec(text)?.[1] ?? text;
  const parts = [`iou-${overlap(from, to)}`, ...(area === "all" ? [] : [area])];
  const protocol = what === "Precision" ? parts : [...parts, ...(most === "100" ? [] : [`of ${most}`])];
  return [
    `${what} ${from} ${to ?? ""} ${area} ${most}`,
    {
      kind: "measurement",
      raw_metric: raw.replace(/ {2,}/g, " "),
      metric_name: what === "Precision" ? "mean_average_precision" : "average_recall",
      value,
      protocol: protocol.join(" "),
      where: { line },
    },
  ];
}

/** What the COCO evaluation prints; a log holds it once an epoch. */
export const cocoEvaluationText: Adapter = {
  id: "coco-evaluation-text",
  title: "COCO evaluation as printed (`COCOeval.summarize`)",
  definedAt: "https://cocodataset.org/#detection-eval",
  versions: "pycocotools 2.x, from the source, not seen",
  reads: "Average precision and recall by overlap, size of object and number of detections; of several the last.",
  leaves: "Everything else in the text, and −1, which stands for no object of a size.",
  syntax: ["text"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: ({ text }) => /^ ?Average Precision {1,8}\(AP\) @\[ IoU=0\.50:0\.95 /m.test(text),

  read({ text }) {
    const last = new Map<string, Statement>();
    text.split("\n").forEach((line, index) => {
      const found = line.length > 200 ? null : lineStatement(line.trimEnd(), index + 1);
      if (found !== null) last.set(...found);
    });
    return [...last.values()];
  },
};
