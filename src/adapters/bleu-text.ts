import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";

/**
 * `BLEU|nrefs:1|… = 32.1 63.1/38.2/25.6/17.5 (BP = 1.000 …` of sacreBLEU, `BLEU = 27.4, 59.1/…` of multi-bleu,
 * `Generate test with beam=5: BLEU4 = 27.43, 59.1/…` of fairseq.
 */
const result =
  /^(?:Generate (\S{1,60}) with beam=\d{1,4}: )?BLEU4?([|+]\S{1,300})? = (\d{1,3}(?:\.\d{1,6})?),? \d{1,3}\.\d{1,4}(?:\/\d{1,3}\.\d{1,4}){3}\b/;

/** BLEU as the tools of machine translation print it, from 0 to 100. */
export const bleuText: Adapter = {
  id: "bleu-text",
  title: "BLEU as printed (sacreBLEU, multi-bleu, fairseq)",
  definedAt: "https://github.com/mjpost/sacrebleu",
  versions: "sacreBLEU 1.x and 2.x, Moses, fairseq 0.x, from the documentation, not seen",
  reads:
    "The score, from 0 to 100, with the signature of how it was taken and the part of the data that fairseq names.",
  leaves: "Precisions, lengths, and everything else in the text.",
  syntax: ["text"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: ({ text }) => text.split("\n", 2000).some((line) => line.length < 1000 && result.test(line)),

  read: ({ text }) =>
    text.split("\n").flatMap((line, index): Statement[] => {
      const [, split, signature, value] = (line.length < 1000 ? result.exec(line) : null) ?? [];
      if (value === undefined) return [];
      return [
        {
          kind: "measurement",
          raw_metric: "BLEU",
          value,
          ...(signature === undefined ? {} : { protocol: signature.slice(1) }),
          ...(split === undefined ? {} : { split: split === "valid" ? "validation" : split }),
          where: { line: index + 1 },
        },
      ];
    }),
};
