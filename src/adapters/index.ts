import type { Adapter } from "../model/adapter.js";

/** Every format, in the order in which they are asked. A test holds this list equal to the folder. */
export const adapters: readonly Adapter[] = [];
