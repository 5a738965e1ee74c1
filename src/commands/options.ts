import type { CommandOption } from "./command.js";

/** Options that several commands take, each with one meaning. */

export const configOption: CommandOption = {
  type: "string",
  value: "FILE",
  description: "the configuration; referee.yaml in PATH or above it by default",
};

export const nowOption: CommandOption = {
  type: "string",
  value: "TIME",
  description: "the clock of the run, ISO 8601",
};

export const rootOption: CommandOption = {
  type: "string",
  value: "DIR",
  description: "the folder that was judged; the working directory by default",
};

export const commitOption: CommandOption = {
  type: "string",
  value: "REF",
  description: "read evidence, policies and waivers from this commit instead of the working tree",
};

export const evidenceOption: CommandOption = {
  type: "string",
  multiple: true,
  value: "[MODEL=]DIR",
  description: "where the report's evidence from outside of the tree lies now; where it lay by default",
};

export const folderOption: CommandOption = {
  type: "string",
  value: "DIR",
  description: "the folder that is judged; the working directory by default",
};

/** Policies in place of those that the configuration names. */
export const policyOption = (description: string): CommandOption => ({
  type: "string",
  multiple: true,
  value: "FILE|PACK",
  description,
});

/** Models by name. */
export const modelOption = (description: string): CommandOption => ({
  type: "string",
  multiple: true,
  value: "NAME",
  description,
});
