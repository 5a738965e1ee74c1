/** The version of the tool, as package.json has it; a test holds them equal. */
export const version = "0.1.0";

/** Digest of the sources that the tool was built from, `sha256:<hex>`; the build writes it, and what runs unbuilt has none. */
export const sourceDigest: string | null = null;
