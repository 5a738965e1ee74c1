import { messageShape } from "../../read/protobuf.js";

/**
 * Records of W&B's log, as far as they are read.
 *
 * @see https://github.com/wandb/wandb/blob/main/wandb/proto/wandb_internal.proto
 * @see https://github.com/wandb/wandb/blob/main/wandb/proto/wandb_telemetry.proto
 */
const entry = messageShape({ 1: ["key", "text"], 2: ["nested_key", "text", "repeated"], 16: ["value_json", "text"] });

const timestamp = messageShape({ 1: ["seconds", "integer"], 2: ["nanos", "integer"] });

/** Values of a history may be written in their own kinds. */
const logged = messageShape({
  1: ["key", "text"],
  2: ["nested_key", "text", "repeated"],
  4: ["boolean", "boolean"],
  5: ["integer", "zigzag"],
  6: ["number", "double"],
  7: ["text", "text"],
  8: ["json", "text"],
  16: ["value_json", "text"],
});

const changes = messageShape({ 1: ["update", entry, "repeated"], 2: ["remove", entry, "repeated"] });

const git = messageShape({ 1: ["remote_url", "text"], 2: ["commit", "text"] });

const telemetry = messageShape({
  4: ["python_version", "text"],
  5: ["cli_version", "text"],
  6: ["huggingface_version", "text"],
  13: ["platform", "text"],
});

const run = messageShape({
  1: ["run_id", "text"],
  4: ["config", changes],
  5: ["summary", changes],
  17: ["start_time", timestamp],
  19: ["telemetry", telemetry],
  21: ["git", git],
});

const environment = messageShape({
  1: ["os", "text"],
  2: ["python", "text"],
  6: ["program", "text"],
  7: ["codePath", "text"],
  9: ["git", git],
  16: ["cpu_count", "integer"],
  18: ["gpu", "text"],
  19: ["gpu_count", "integer"],
  25: ["cudaVersion", "text"],
});

const artifact = messageShape({ 4: ["type", "text"], 5: ["name", "text"] });

export const wandbRecord = messageShape({
  2: [
    "history",
    messageShape({ 1: ["item", logged, "repeated"], 2: ["step", messageShape({ 1: ["num", "integer"] })] }),
  ],
  3: ["summary", changes],
  5: ["config", changes],
  8: ["artifact", artifact],
  11: ["telemetry", telemetry],
  17: ["run", run],
  18: ["exit", messageShape({ 1: ["exit_code", "integer"] })],
  25: ["use_artifact", messageShape({ 2: ["type", "text"], 3: ["name", "text"] })],
  26: ["environment", environment],
});
