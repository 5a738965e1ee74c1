import { posix } from "node:path";
import type { FileSystem } from "../model/world.js";
import { decode } from "../read/decode.js";

export type PolicyText =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "missing" }
  /** It is there, and is not read: `why` says which. */
  | { readonly kind: "refused"; readonly why: string };

/** Where policies, waivers and the configuration come from: a folder, a commit, or a test's own texts. */
export interface PolicyFiles {
  /** The text of a file, by its path relative to the configuration. */
  read(path: string): PolicyText;
}

/** Bytes of the largest policy that is read. */
const largest = 1024 * 1024;

/** The policies of a tree; `folder` is the configuration's, relative to the tree's root. */
export function policyFilesOf(tree: FileSystem, folder = ""): PolicyFiles {
  return {
    read(path) {
      const place = posix.normalize(posix.join(folder, path));
      if (posix.isAbsolute(path) || place === ".." || place.startsWith("../")) {
        return { kind: "refused", why: "it lies outside the checked tree" };
      }
      const contents = tree.read(place, largest);
      switch (contents.kind) {
        case "missing":
          return { kind: "missing" };
        case "too-large":
          return { kind: "refused", why: `it is larger than ${largest} bytes` };
        case "refused":
          return { kind: "refused", why: contents.why };
        case "bytes":
          return textOf(contents.bytes);
      }
    },
  };
}

function textOf(bytes: Uint8Array): PolicyText {
  const { text, fault } = decode(bytes);
  return text === null ? { kind: "refused", why: fault?.message ?? "it is no text" } : { kind: "text", text };
}
