/** A table of predictions: for each group how many rows of each truth and guess. */
export interface GroupOfRows {
  readonly group: string;
  readonly truePositives?: number;
  readonly falsePositives?: number;
  readonly falseNegatives?: number;
  readonly trueNegatives?: number;
  /** Another column's value. */
  readonly part?: string;
}

export function predictionsOfGroups(groups: readonly GroupOfRows[]): string {
  const lines = groups.flatMap(({ group, part = "x", ...counts }) =>
    [
      [counts.truePositives, "1,1"],
      [counts.falsePositives, "0,1"],
      [counts.falseNegatives, "1,0"],
      [counts.trueNegatives, "0,0"],
    ].flatMap(([count, cells]) => Array.from({ length: Number(count ?? 0) }, () => `${cells},${group},${part}`)),
  );
  return ["y_true,y_pred,group,part", ...lines].join("\n");
}

export const modelCard = { "m/README.md": "# Model\n\n## Intended use\n\nTests.\n\n## Training data\n\nRows.\n" };
