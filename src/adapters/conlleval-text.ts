import type { Adapter } from "../model/adapter.js";
import type { Slice, Statement } from "../model/fact.js";

const whole =
  /^accuracy: {1,8}(\d{1,3}\.\d{1,4})%; precision: {1,8}(\d{1,3}\.\d{1,4})%; recall: {1,8}(\d{1,3}\.\d{1,4})%; FB1: {1,8}(\d{1,3}\.\d{1,4})$/;
const ofType =
  /^ {0,20}(\S{1,60}): precision: {1,8}(\d{1,3}\.\d{1,4})%; recall: {1,8}(\d{1,3}\.\d{1,4})%; FB1: {1,8}(\d{1,3}\.\d{1,4}) {1,8}\d{1,12}$/;

/** Per cent; the number at the end of a type's line counts what was found, and not what there is. */
function scores(
  names: readonly string[],
  values: readonly (string | undefined)[],
  slice: Slice,
  line: number,
): Statement[] {
  return names.flatMap((raw_metric, at): Statement[] => {
    const value = values[at];
    if (value === undefined) return [];
    const metric_name = raw_metric === "FB1" ? "f1" : raw_metric;
    // The accuracy is over tokens, the others over phrases.
    const protocol = raw_metric === "accuracy" ? "token" : "phrase";
    return [{ kind: "measurement", raw_metric, metric_name, value, unit: "percent", protocol, slice, where: { line } }];
  });
}

export const conllevalText: Adapter = {
  id: "conlleval-text",
  title: "conlleval output",
  definedAt: "https://www.clips.uantwerpen.be/conll2000/chunking/output.html",
  versions: "The script of CoNLL-2000 and its ports, from the script, not seen",
  reads: "Accuracy over tokens, and precision, recall and F1 over phrases, in per cent, of all types and of each.",
  leaves: "Counts of tokens and phrases.",
  syntax: ["text"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: ({ text }) => /^processed \d{1,12} tokens with \d{1,12} phrases; found: /m.test(text.slice(0, 20_000)),

  read: ({ text }) =>
    text.split("\n").flatMap((written, index) => {
      const line = written.length > 300 ? "" : written.trimEnd();
      const overall = whole.exec(line);
      if (overall !== null) return scores(["accuracy", "precision", "recall", "FB1"], overall.slice(1), {}, index + 1);
      const [, type, ...values] = ofType.exec(line) ?? [];
      return type === undefined ? [] : scores(["precision", "recall", "FB1"], values, { class: type }, index + 1);
    }),
};
