import type { MarkdownTable } from "../../model/adapter.js";
import { plainHeading } from "../../normalise/card-sections.js";
import { statedNumber } from "./stated-number.js";
import type { Measurement } from "./table-row.js";

/** What the heading above says that was counted: words, characters or the model's own tokens. */
const units: Readonly<Record<string, string>> = { wer: "wer", cer: "cer", ter: "token_error_rate" };

/**
 * The error rates of a table that ESPnet prints of sclite's counts: `Err` is per cent of `Wrd`, `S.Err` of `Snt`.
 * Undefined where the table is none, or no heading tells what was counted.
 *
 * Source: https://github.com/espnet/espnet, `utils/show_asr_result.sh`
 */
export function scliteResults(table: MarkdownTable): readonly Measurement[] | undefined {
  const header = table.header.map(({ text }) => text.trim());
  const at = (name: string): number => header.indexOf(name);
  if (at("dataset") !== 0 || ["Snt", "Wrd", "Corr", "Err", "S.Err"].some((name) => at(name) < 1)) return undefined;
  const counted = units[plainHeading(table.under.at(-1) ?? "")];
  if (counted === undefined) return undefined;
  return table.rows.flatMap((row) => {
    const numberIn = (name: string): number | null => statedNumber(row[at(name)]?.text ?? "")?.value ?? null;
    const rate = (name: string, metric: string, n: number | null): Measurement[] => {
      const cell = row[at(name)];
      const number = cell === undefined ? undefined : statedNumber(cell.text);
      if (cell === undefined || number === undefined) return [];
      return [
        {
          kind: "measurement",
          raw_metric: name,
          metric,
          value: number.value,
          unit: "percent",
          higher_is_better: false,
          dataset: row[0]?.text ?? "",
          n,
          where: { line: cell.line, column: cell.column },
        },
      ];
    };
    return [...rate("Err", counted, numberIn("Wrd")), ...rate("S.Err", "sentence_error_rate", numberIn("Snt"))];
  });
}
