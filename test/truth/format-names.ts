/**
 * The truth proposes a name for each format; where ours differs, it stands here. One to one: two of theirs that are
 * one of ours would hide that a file was taken for another.
 */
export const ownFormatNames: Readonly<Record<string, string>> = {};

export const ownFormatName = (proposed: string): string => ownFormatNames[proposed] ?? proposed;
