/** A path, or an address, without the slashes at its end. */
export const withoutTrailingSlashes = (path: string): string => path.replace(/(?<!\/)\/+$/, "");
