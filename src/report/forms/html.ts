import type { Reporter } from "../../model/reporter.js";
import { page } from "../html/page.js";

export const html: Reporter = {
  id: "html",
  title: "The audit report for people: one file, no network, no script needed",
  extension: "html",
  render: (report, view) => page(report, view),
};
