/** A card with two sections that make it one, and whatever is put into its front matter and below. */
export const cardOf = (front: string, sections = ""): string =>
  `---\n${front}\n---\n# Model\n\n## Intended use\n\nTests of the checks, by those who write them, and by nobody else at all.\n\n## Training data\n\nRows.\n\n${sections}`;
