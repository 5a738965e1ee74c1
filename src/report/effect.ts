import type { ReportedEffect } from "../model/report.js";

/** Models of which it is said what a change's own policies would decide; the others are counted. */
export const MOST_TOLD = 10;

/** What several runs found of it, each of its own models, as one run would have found it. */
export function effectOfAll(effects: readonly ReportedEffect[]): ReportedEffect {
  const sum = (key: "changed" | "decided"): number => effects.reduce((all, effect) => all + effect[key], 0);
  const told = effects.flatMap((effect) => effect.told).sort((a, b) => (a.model < b.model ? -1 : 1));
  return { changed: sum("changed"), decided: sum("decided"), told: told.slice(0, MOST_TOLD) };
}

/** What other policies would do, as notes of a report. */
export function effectNotes({ changed, decided, told }: ReportedEffect): readonly string[] {
  if (decided === 0) {
    const quietly = changed === 0 ? "and find the same" : `though ${changed} would have other findings`;
    return [`Once merged, the change's own policies would decide the same of every model, ${quietly}.`];
  }
  const sentences = told.map(({ sentence }) => sentence);
  const rest = decided - told.length;
  return rest > 0 ? [...sentences, `Once merged, ${rest} more models would be decided otherwise.`] : sentences;
}
