import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";

/** `%WER 5.42 [ 2849 / 52576, 330 ins, 250 del, 2269 sub ] exp/tri3/decode/wer_15`: errors among words, and of which run. */
const result =
  /^%(WER|CER|SER|PER) (\d{1,4}(?:\.\d{1,4})?) \[ \d{1,12} \/ (\d{1,12})(?:, \d{1,12} ins, \d{1,12} del, \d{1,12} sub)? \](?: \[PARTIAL\])?(?: (\S{1,300}))?$/;
const partial = / \[PARTIAL\]/;

const metrics: Readonly<Record<string, string>> = {
  WER: "wer",
  CER: "cer",
  SER: "sentence_error_rate",
  PER: "phoneme_error_rate",
};

interface Scored {
  readonly raw: string;
  readonly metric: string;
  readonly value: string;
  readonly n: number;
  readonly path: string | null;
  readonly partial: boolean;
  readonly line: number;
}

const scoredIn = (text: string): readonly Scored[] =>
  text.split("\n").flatMap((written, index): Scored[] => {
    const line = written.length > 600 ? "" : written.trim();
    const [, kind = "", value, n, path] = result.exec(line) ?? [];
    const metric = metrics[kind];
    if (value === undefined || metric === undefined) return [];
    return [
      { raw: kind, metric, value, n: Number(n), path: path ?? null, partial: partial.test(line), line: index + 1 },
    ];
  });

/** Error rates of speech recognition in per cent, as Kaldi's `compute-wer` and those after it print them. */
export const kaldiWer: Adapter = {
  id: "kaldi-wer",
  title: "Kaldi error rates (`compute-wer`, `best_wer`, `RESULTS`)",
  definedAt: "https://kaldi-asr.org/doc/compute-wer_8cc.html",
  versions: "5.x, and icefall and WeNet after it, from the source, not seen",
  reads:
    "Each error rate in per cent with the words, characters or sentences behind it; where several runs are listed, of which it is.",
  leaves: "Insertions, deletions and substitutions.",
  syntax: ["text"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: ({ text }) =>
    /^%(WER|CER|SER|PER) \d/m.test(text.slice(0, 20_000)) && scoredIn(text.slice(0, 20_000)).length > 0,

  read({ text }) {
    const scored = scoredIn(text);
    const several = new Set(scored.map(({ path }) => path)).size > 1;
    return scored.map(({ raw, metric, value, n, path, partial: isPartial, line }): Statement => ({
      kind: "measurement",
      raw_metric: raw,
      metric,
      value,
      unit: "percent",
      higher_is_better: false,
      n,
      ...(isPartial ? { protocol: "partial" } : {}),
      ...(several && path !== null ? { about: path } : {}),
      where: { line },
    }));
  },
};
