import type { Entry, FileSystem } from "../model/world.js";
import { partsOf } from "../model/parts.js";

/** A tree held in memory: what tests of policies and previews read. */
export function memory(files: Readonly<Record<string, string | Uint8Array>>, label = "memory"): FileSystem {
  const bytes = new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === "string" ? Buffer.from(content) : content,
    ]),
  );
  return {
    label,
    list(folder) {
      const prefix = folder === "" ? "" : `${folder}/`;
      const entries = new Map<string, Entry>();
      for (const path of bytes.keys()) {
        if (!path.startsWith(prefix)) continue;
        const rest = path.slice(prefix.length);
        const slash = rest.indexOf("/");
        const name = slash === -1 ? rest : rest.slice(0, slash);
        entries.set(name, { name, kind: slash === -1 ? "file" : "folder" });
      }
      return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    read(path, limit) {
      const found = bytes.get(path);
      if (found === undefined) return { kind: "missing" };
      return found.length > limit ? { kind: "too-large", size: found.length } : { kind: "bytes", bytes: found };
    },
    head: (path, length) => bytes.get(path)?.subarray(0, length) ?? null,
    parts: (path) => {
      const found = bytes.get(path);
      return found === undefined ? null : partsOf(found);
    },
  };
}
