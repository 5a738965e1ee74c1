import type { Reporter } from "../../model/report.js";

export const json: Reporter = {
  id: "json",
  title: "The whole report, for machines",
  extension: "json",
  render: (report) => `${JSON.stringify(report, null, 2)}\n`,
};
