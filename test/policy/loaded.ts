import { checks } from "../../src/checks/index.js";
import type { PolicyFiles } from "../../src/policy/files.js";
import { packs } from "../../src/policy/generated/packs.js";
import * as load from "../../src/policy/load.js";

/** Policies by every check and pack that ships, or by those given. */
export const loadPolicies = (
  references: readonly string[],
  from: PolicyFiles,
  world: Partial<load.PolicyWorld> = {},
): load.LoadedPolicies => load.loadPolicies(references, from, { checks, packs, expressions: null, ...world });
