import type { Adapter } from "../model/adapter.js";
import { countTextResults, textResults } from "./families/text-results.js";

const telling = /metric|score|result|eval|perform|report|summary|accura|(^|[^a-z])(test|train|val)[^a-z]/i;
const lookedAt = 100_000;

/** Results that a script printed into a file: `metrics.txt` of continuous machine learning. */
export const metricsText: Adapter = {
  id: "metrics-text",
  title: "Plain metrics in text",
  definedAt: "https://cml.dev/doc/start/github",
  versions: "metrics.txt and results.txt of public repositories, not seen in the corpus",
  reads:
    "Lines that hold a metric's name and its number and nothing else, such as `Accuracy: 0.93`; where one quantity stands several times, the heading above says of what.",
  leaves: "Sentences, logs of training, and numbers without a name that the vocabulary knows.",
  syntax: ["text"],
  gives: ["measurement"],
  numbersAsText: true,
  fallback: true,

  recognises: ({ syntax, name, text }) =>
    syntax === "text" && telling.test(name) && countTextResults(text.slice(0, lookedAt)) > 0,

  read: ({ text }) => textResults(text.split(/\r\n|\n|\r/)),
};
