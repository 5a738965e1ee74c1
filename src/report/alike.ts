import type { Finding } from "../model/finding.js";

/** Findings that say the same of several subjects of one file, such as numbers of a card that no evidence states. */
export interface Alike {
  /** The one that speaks for all. */
  readonly finding: Finding;
  readonly more: readonly Finding[];
  /** What they are about, each once; empty where the rule says it already. */
  readonly subjects: readonly string[];
}

const SUBJECTS_SHOWN = 6;

/** Notes in their order, those of one rule, outcome and file together. */
export function alike(findings: readonly Finding[]): readonly Alike[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { policy, rule, outcome, sources, waived } = finding;
    // What is waived is told one by one: each waiver has its own end.
    const alone = waived !== null || sources[0] === undefined ? String(groups.size) : sources[0].path;
    const key = JSON.stringify([policy, rule, outcome, alone]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [finding]);
    else known.push(finding);
  }
  return [...groups.values()].flatMap(([finding, ...more]) =>
    finding === undefined ? [] : [{ finding, more, subjects: subjectsOf([finding, ...more]) }],
  );
}

/** A subject that only repeats the rule's name tells nothing. */
const subjectsOf = (findings: readonly Finding[]): readonly string[] => [
  ...new Set(findings.flatMap(({ subject, rule }) => (subject === null || subject === rule ? [] : [subject]))),
];

/** `f1, precision and recall`; of many, how many more there are. */
export function shownSubjects(subjects: readonly string[], listed: (words: readonly string[]) => string): string {
  if (subjects.length <= SUBJECTS_SHOWN) return listed(subjects);
  return `${subjects.slice(0, SUBJECTS_SHOWN).join(", ")} and ${subjects.length - SUBJECTS_SHOWN} more`;
}
