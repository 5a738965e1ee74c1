import type { FactOf } from "../model/fact.js";

/** Formats whose checks are about something else than the quality of data. */
const topics = {
  scan: ["modelscan-report", "picklescan-output"],
  content: ["model-file"],
  dependencies: ["pip-audit-report", "cyclonedx-bom"],
  load: ["k6-summary", "k6-summary-export", "k6-structured-summary"],
  alerts: ["prometheus-rules", "grafana-alerts", "alertmanager-config", "azureml-deployment"],
  infrastructure: ["dockerfile", "tfx-blessing", "openssf-scorecard"],
} as const satisfies Record<string, readonly string[]>;

export type CheckTopic = keyof typeof topics;

const formatsOf = (topic: CheckTopic): readonly string[] => topics[topic];

/** True where a check comes from a format of the topic. */
export const isAbout = ({ format }: FactOf<"check">, topic: CheckTopic): boolean =>
  format !== null && formatsOf(topic).includes(format);

const otherTopics: ReadonlySet<string> = new Set(Object.values(topics).flat());

/** True where nothing says that a check is of anything but data: own facts and reports of data quality. */
export const mayBeOfData = ({ format }: FactOf<"check">): boolean => format === null || !otherTopics.has(format);
