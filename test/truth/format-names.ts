/**
 * The truth proposes a name for each format; where ours differs, it stands here. One to one: two of theirs that are
 * one of ours would hide that a file was taken for another.
 */
export const ownFormatNames: Readonly<Record<string, string>> = {};

export const ownFormatName = (proposed: string): string => ownFormatNames[proposed] ?? proposed;

/** Shapes that one team made up: nobody can know them but by a mapping, and a mapping is how they are known. */
export const homeGrownFormats: ReadonlySet<string> = new Set([
  "data-profile-custom",
  "drift-report-custom",
  "explanation-faithfulness-custom",
  "fairness-report-custom",
  "model-card-custom",
]);
