import { posix } from "node:path";
import { problemAt, type Problem } from "../model/problem.js";
import { parseWritten } from "./document.js";
import type { PolicyFiles } from "./files.js";
import type { At } from "./form.js";
import { readLayer, type Layer } from "./layer.js";
import { nearestAdvice } from "./nearest.js";

/** Texts of packs by name, without `referee:`. */
export type Packs = Readonly<Record<string, string>>;

const prefix = "referee:";

/** Finds policies by reference, with all that they extend. Each file is read once. */
export class LayerSource {
  readonly #layers = new Map<string, Layer | null>();

  constructor(
    private readonly files: PolicyFiles,
    private readonly problems: Problem[],
    /** Null where they are not loaded; `wantsPacks` then says whether one was named. */
    private readonly packs: Packs | null,
  ) {}

  wantsPacks = false;

  /** What a policy is made of, base first and itself last; null where it, or what it extends, cannot be read. */
  chain(reference: string): readonly Layer[] | null {
    const path = reference.startsWith(prefix) ? reference : posix.normalize(reference);
    const chain = new Map<string, Layer>();
    return this.#gather(path, null, [], chain) ? [...chain.values()] : null;
  }

  /** Puts a layer behind all that it extends; one that is there already stays where it is. */
  #gather(path: string, from: At | null, above: readonly string[], chain: Map<string, Layer>): boolean {
    if (above.includes(path)) {
      from?.complain(
        `the policy extends itself: ${[...above.slice(above.indexOf(path)), path].join(" → ")}`,
        "take one `extends` of the circle out",
      );
      return false;
    }
    if (chain.has(path)) return true;
    const layer = this.#layer(path, from);
    if (layer === null) return false;
    const whole = layer.extends.map(({ reference, at }) =>
      this.#gather(resolved(reference, path), at, [...above, path], chain),
    );
    chain.set(path, layer);
    return whole.every(Boolean);
  }

  #layer(path: string, from: At | null): Layer | null {
    const known = this.#layers.get(path);
    if (known !== undefined) return known;
    const text = this.#text(path, (message, mend) => {
      if (from === null) this.problems.push(problemAt("policy", message, mend, { path }));
      else from.complain(message, mend);
    });
    const layer = text === null ? null : this.#read(path, text);
    this.#layers.set(path, layer);
    return layer;
  }

  #read(path: string, text: string): Layer | null {
    const { document, problems } = parseWritten(text, path, "policy");
    this.problems.push(...problems);
    return document === null ? null : readLayer(document, text, this.problems);
  }

  #text(path: string, complain: (message: string, mend: string) => void): string | null {
    if (path.startsWith(prefix)) {
      const name = path.slice(prefix.length);
      if (this.packs === null) {
        this.wantsPacks = true;
        return null;
      }
      const pack = Object.hasOwn(this.packs, name) ? this.packs[name] : undefined;
      if (pack !== undefined) return pack;
      const known = Object.keys(this.packs).map((id) => `${prefix}${id}`);
      complain(`there is no pack \`${path}\``, nearestAdvice(path, known));
      return null;
    }
    const found = this.files.read(path);
    switch (found.kind) {
      case "text":
        return found.text;
      case "missing":
        complain(`there is no policy file \`${path}\``, "write it, or name another; packs are named `referee:<pack>`");
        return null;
      case "refused":
        complain(`the policy file \`${path}\` cannot be read: ${found.why}`, "name a file of the repository");
        return null;
    }
  }
}

/** A path in `extends` is relative to the file that holds it. */
const resolved = (reference: string, path: string): string =>
  reference.startsWith(prefix) ? reference : posix.normalize(posix.join(posix.dirname(path), reference));
