import type { Finding } from "../../../model/finding.js";
import { counted } from "../figures.js";
import { findingMark } from "../marks.js";
import { plainTable, text, type Row } from "../table.js";
import { shownMessage, type ModelContext, type Section } from "../context.js";
import { marked, none, type Html } from "../tags.js";
import { grouped } from "../../../model/grouped.js";

/** Findings of one rule that are shown one by one. */
const MOST_OF_ONE_RULE = 12;

/** Every rule and what it found: what is open is seen, what is met is folded. */
export function rulesSection({ findings, id }: ModelContext): Section | null {
  if (findings.length === 0) return null;
  const isOpen = ({ outcome, waived }: Finding): boolean =>
    (outcome !== "met" && outcome !== "not-applicable") || waived !== null;
  const open = findings.filter(isOpen);
  const closed = findings.filter((finding) => !isOpen(finding));
  const rules = new Set(closed.map(({ policy, rule }) => `${policy} ${rule}`)).size;
  return {
    id: `${id}-rules`,
    title: "All rules",
    body: marked`${open.length === 0 ? marked`<p>No rule found anything that stands open.</p>` : ruleTable("What is open, worst first", open)}${
      closed.length === 0
        ? none
        : marked`<details>
            <summary>${counted(rules, "rule")} met, or not asked of this model</summary>
            ${ruleTable("What is met, or not asked", closed)}
          </details>`
    }`,
  };
}

function ruleTable(caption: string, findings: readonly Finding[]): Html {
  const byRule = grouped(findings, ({ policy, rule }) => `${policy}/${rule}`);
  return plainTable(
    "plain rules",
    caption,
    [
      { title: "Rule", label: "", kind: "name" },
      text("Outcome", ""),
      text("Why", ""),
      text("Judged on", ""),
      text("Vouched for", "vouched"),
    ],
    [...byRule.values()].flatMap((group): readonly Row[] => [
      ...group.slice(0, MOST_OF_ONE_RULE).map(rowOf),
      ...(group.length > MOST_OF_ONE_RULE
        ? [
            {
              cells: [
                marked`<code>${group[0]?.rule ?? ""}</code>`,
                null,
                `and ${counted(group.length - MOST_OF_ONE_RULE, "finding")} more in the JSON report`,
                null,
                null,
              ],
            },
          ]
        : []),
    ]),
  );
}

const rowOf = (finding: Finding): Row => ({
  cells: [
    marked`<code>${finding.rule}</code>`,
    findingMark(finding),
    marked`${finding.subject === null || finding.message.startsWith(finding.subject) ? none : marked`<b>${finding.subject}</b>: `}${shownMessage(finding)}`,
    rungWords(finding),
    finding.vouched ?? marked`<span class="muted">–</span>`,
  ],
});

/** The rung of the ladder: what sort of evidence the bound was judged on. */
function rungWords({ judged }: Finding): Html {
  if (judged === null) return marked`<span class="muted">${"what is written"}</span>`;
  const words = {
    paired: "paired predictions",
    "standard-error": "value and standard error",
    trials: "value and trials",
    point: "the point alone",
  } as const;
  const rung = judged.rung === null ? "the value" : words[judged.rung];
  const sure = judged.confidence === null ? "" : `, ${Number((judged.confidence * 100).toFixed(2))} % one-sided`;
  return marked`<span class="muted">${rung}${judged.method === null ? "" : `, ${judged.method}`}${sure}</span>`;
}
