import { defaultConfiguration } from "../../src/model/configuration.js";
import type { Finding } from "../../src/model/finding.js";
import type { Report } from "../../src/model/report.js";
import { memory } from "../../src/world/memory.js";
import { judged, of, rules, type Circumstances, type Files } from "./judged.js";

/** A pull request onto these files. */
export const onPullRequest = (base: Files, configuration = defaultConfiguration): Circumstances => ({
  base: { tree: memory(base), label: "main", configuration, commit: null },
  onlyNew: true,
});

/** The report of a change from one state of a model to another, under one rule, `a`. */
export const changed = (base: Files, head: Files, rule: string, more: Circumstances = {}): Promise<Report> =>
  judged(head, rules(`a: ${rule}`), { ...onPullRequest(base), ...more });

/** What is said of parts that are gone. */
export const leftOutOf = (report: Report): readonly Finding[] =>
  of(report, "a").filter(({ outcome, message }) => outcome === "missing" && message.includes("the base was judged on"));

/** The same evidence in other files: every path is new, and facts stand last line first. */
export const movedAbout = (files: Files): Files =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => {
      const moved = path.endsWith("README.md") ? path : path.replace(/(\.[a-z.]+)$/, "-again$1");
      const lines = path.endsWith(".facts.jsonl");
      return [moved, lines ? `${text.split("\n").filter(Boolean).toReversed().join("\n")}\n` : text];
    }),
  );
