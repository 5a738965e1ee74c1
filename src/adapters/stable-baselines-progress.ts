import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { numeric } from "../read/shape.js";

const result = /^(rollout|eval)\/(ep_rew_mean|mean_reward|ep_len_mean|mean_ep_length|success_rate)$/;
const rewards = new Set(["ep_rew_mean", "mean_reward"]);

/** What a training of an agent logged, a row an iteration. */
export const stableBaselinesProgress: Adapter = {
  id: "stable-baselines-progress",
  title: "Stable-Baselines3 training log (`progress.csv`)",
  definedAt: "https://stable-baselines3.readthedocs.io/en/master/common/logger.html",
  versions: "1.x and 2.x, from the documentation, not seen",
  reads: "Of each reward, length of episode and rate of success the last value, with the time steps of its row.",
  leaves: "Earlier rows, losses, learning rates and times.",
  syntax: ["delimited"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: ({ table }) =>
    table !== undefined &&
    table.header.includes("time/total_timesteps") &&
    table.header.some((column) => result.test(column)),

  read({ table }) {
    if (table === undefined) return [];
    const steps = table.header.indexOf("time/total_timesteps");
    return table.header.flatMap((column, at): Statement[] => {
      const [, part, name] = result.exec(column) ?? [];
      const row = table.rows.findLastIndex((cells) => (cells[at] ?? "") !== "");
      if (part === undefined || name === undefined || row < 0) return [];
      return [
        {
          kind: "measurement",
          raw_metric: column,
          ...(rewards.has(name) ? { metric_name: "mean_reward" } : { metric_name: name }),
          ...(part === "eval" ? { split: "eval" } : { split: "train" }),
          value: table.rows[row]?.[at],
          step: numeric(table.rows[row]?.[steps]) ?? null,
          where: { line: table.lineOf(row) },
        },
      ];
    });
  },
};
