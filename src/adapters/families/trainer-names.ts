import type { Value } from "../../model/adapter.js";
import { hasKeys } from "../../read/shape.js";

/** What the trainer of Transformers calls the mean of the loss over a whole training; `loss` is that of the last steps. */
export const trainingMean = "train_loss";

/** True where the record that holds `train_loss` is the trainer's: it counts the seconds of the training beside it. */
export const isOfTrainer = (record: Value | undefined): boolean => hasKeys(record, trainingMean, "train_runtime");
