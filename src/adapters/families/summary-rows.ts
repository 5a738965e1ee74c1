/** Rows below the folds or runs of a table that sum them up: their mean is a result, their spread is none. */

const means = /^(mean|average|avg|mean_score)$/i;
const spreads =
  /^(std|std[ ._]?dev|stdev|sd|var|variance|sem|se|std[ ._]?err|min|max|minimum|maximum|median|count|range|iqr|\d{1,2}(\.\d)?%|ci.{0,12})$/i;
const numbered = /^(?:(?:cv[ _-]?)?fold|split|run|repeat|seed)?[ _#-]?(\d{1,4})$/i;

/** What a row of that name is: the mean, a spread or a count over the others, or none of these. */
export function summaryNamed(name: string): "mean" | "spread" | null {
  const plain = name.trim();
  return means.test(plain) ? "mean" : spreads.test(plain) ? "spread" : null;
}

/** The number of a fold that is written `3`, `Fold 3` or `fold_3`; null where it is none. */
export function foldNumbered(name: string): number | null {
  const number = numbered.exec(name.trim())?.[1];
  return number === undefined ? null : Number(number);
}

/** True for the names of folds, with or without the rows that sum them up. */
export const areFolds = (names: readonly string[]): boolean =>
  names.length > 0 && names.every((name) => foldNumbered(name) !== null || summaryNamed(name) !== null);

/** True for names of which one is a mean and one a spread, as `describe()` writes them. */
export const areSummedUp = (names: readonly string[]): boolean =>
  names.some((name) => summaryNamed(name) === "mean") && names.some((name) => summaryNamed(name) === "spread");
