import type { Value } from "../../model/adapter.js";
import { pointer } from "../../model/source.js";

interface Leaf<Standing> {
  readonly value: Value;
  readonly standing: Standing;
}

type Node<Standing> = Map<string, Node<Standing>> | Leaf<Standing>;

/** Longer paths than this are no names that a person gave: they are joined. */
const deepest = 100;

/** Values under paths of names that are set, replaced and removed one after the other, each with where it stands. */
export class NamedTree<Standing> {
  readonly #root = new Map<string, Node<Standing>>();

  set(path: readonly string[], value: Value, standing: Standing): void {
    const { branch, name } = this.#reached(path, true);
    branch?.set(name, { value, standing });
  }

  remove(path: readonly string[]): void {
    const { branch, name } = this.#reached(path, false);
    branch?.delete(name);
  }

  #reached(
    path: readonly string[],
    grows: boolean,
  ): { readonly branch: Map<string, Node<Standing>> | null; readonly name: string } {
    const names = path.length > deepest ? [path.join(".")] : path;
    let branch = this.#root;
    for (const name of names.slice(0, -1)) {
      const below = branch.get(name);
      if (below instanceof Map) branch = below;
      else if (!grows) return { branch: null, name };
      else {
        const grown = new Map<string, Node<Standing>>();
        branch.set(name, grown);
        branch = grown;
      }
    }
    return { branch, name: names.at(-1) ?? "" };
  }

  /** All values as one document, and where each of those that were set stands, by its pointer. */
  document(): { readonly value: Value; readonly standings: ReadonlyMap<string, Standing> } {
    const standings = new Map<string, Standing>();
    const valueOf = (node: Node<Standing>, base: string): Value => {
      if (node instanceof Map)
        return Object.fromEntries([...node].map(([name, below]) => [name, valueOf(below, pointer(base, name))]));
      standings.set(base, node.standing);
      return node.value;
    };
    return { value: valueOf(this.#root, ""), standings };
  }
}
