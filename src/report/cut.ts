/** GitHub's limits, with room for what a proxy or a line end may add. */
export const limits = {
  /** Characters of a comment: GitHub takes 65,536. */
  comment: 65_000,
  /** Characters of a check run's summary: GitHub takes 65,535. */
  checkSummary: 65_000,
  /** Bytes of one step's job summary: GitHub takes 1 MiB. */
  jobSummaryBytes: 1_000_000,
} as const;

export interface Budget {
  readonly unit: "characters" | "bytes";
  readonly most: number;
}

/** Characters as JavaScript counts them, which is never fewer than GitHub counts. */
export const sizeOf = (text: string, unit: Budget["unit"]): number =>
  unit === "bytes" ? Buffer.byteLength(text, "utf8") : text.length;

/**
 * Markdown that fits: whole lines from the beginning, so that a table ends with a row, with open blocks of code and
 * `<details>` closed, and a last line that says what is missing.
 *
 * @param note Markdown that ends a text that was cut; it must itself fit
 */
export function cutMarkdown(text: string, budget: Budget, note: string): string {
  if (sizeOf(text, budget.unit) <= budget.most) return text;
  const end = `\n\n${note}\n`;
  const kept: string[] = [];
  let size = sizeOf(end, budget.unit);
  let open: Open = { fence: null, details: 0 };
  for (const line of text.split("\n")) {
    const after = openAfter(open, line);
    const grown = size + sizeOf(`${line}\n`, budget.unit);
    if (grown + sizeOf(closing(after), budget.unit) > budget.most) break;
    kept.push(line);
    size = grown;
    open = after;
  }
  return kept.join("\n").trimEnd() + closing(open) + end;
}

interface Open {
  /** The fence of the block of code that is open; null where none is. */
  readonly fence: string | null;
  readonly details: number;
}

function openAfter({ fence, details }: Open, line: string): Open {
  const mark = /^ {0,3}(`{3,}(?!`)|~{3,}(?!~))(.*)$/.exec(line);
  if (fence !== null) {
    const closes = mark !== null && (mark[1] ?? "").startsWith(fence) && (mark[2] ?? "").trim() === "";
    return { fence: closes ? null : fence, details };
  }
  if (mark !== null) return { fence: mark[1] ?? null, details };
  const opened = line.match(/<details\b/g)?.length ?? 0;
  const closed = line.match(/<\/details>/g)?.length ?? 0;
  return { fence, details: Math.max(0, details + opened - closed) };
}

const closing = ({ fence, details }: Open): string =>
  (fence === null ? "" : `\n${fence}`) + "\n\n</details>".repeat(details);
