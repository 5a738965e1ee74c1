import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "./whole-file.js";

/** A folder of entries, each a file whose name is no name of evidence; made with the first entry. */
export const cacheFolder = (folder: string) => {
  const place = (name: string): string => join(folder, name.slice(0, 2), `${name.slice(2)}.kept`);
  return {
    read(name: string): string | null {
      try {
        return readFileSync(place(name), "utf8");
      } catch {
        return null;
      }
    },
    /** A cache that cannot be written costs time, and nothing else. */
    write(name: string, text: string): void {
      writeWhole(place(name), text);
    },
  };
};
