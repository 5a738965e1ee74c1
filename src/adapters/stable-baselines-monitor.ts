import type { Adapter, EvidenceFile } from "../model/adapter.js";
import { epochMoment } from "./families/moments.js";
import { parseJson } from "../read/json.js";
import { defaultLimits } from "../read/limits.js";
import { member, numeric, text } from "../read/shape.js";

/** How many episodes the library's own `ep_rew_mean` is over. */
const WINDOW = 100;

const firstLine = /^#(\{[^\n]{1,2000}\})\r?\n([^\n]{1,2000})\n/;

interface Episode {
  readonly reward: number;
  readonly length: number;
  readonly line: number;
}

/** Rows `r,l,t` below the comment: the reward, the steps and the seconds of each episode. */
function episodesOf({ text: written }: EvidenceFile): readonly Episode[] {
  const header = (firstLine.exec(written)?.[2] ?? "").trim().split(",");
  const [reward, length] = [header.indexOf("r"), header.indexOf("l")];
  return written
    .split("\n")
    .slice(2)
    .flatMap((row, index): Episode[] => {
      const cells = row.trim().split(",");
      const [r, l] = [numeric(cells[reward]), numeric(cells[length])];
      return r === undefined || l === undefined ? [] : [{ reward: r, length: l, line: index + 3 }];
    });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Episodes of an environment that an agent was trained or evaluated in. */
export const stableBaselinesMonitor: Adapter = {
  id: "stable-baselines-monitor",
  title: "Stable-Baselines3 monitor (`monitor.csv`)",
  definedAt: "https://stable-baselines3.readthedocs.io/en/master/common/monitor.html",
  versions: "1.x and 2.x, from the source, not seen",
  reads:
    "The mean reward and length of the last 100 episodes, as the library's own `ep_rew_mean` and `ep_len_mean`, with the steps so far, and the environment.",
  leaves: "Single episodes, times, and further columns of the environment.",
  syntax: ["text"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: ({ text: written }) => {
    const [, comment = "", header = ""] = firstLine.exec(written) ?? [];
    return comment.includes('"t_start"') && /^r,l,t(,|\r?$)/.test(header);
  },

  read(file) {
    const comment = parseJson(firstLine.exec(file.text)?.[1] ?? "", defaultLimits).value;
    const episodes = episodesOf(file);
    const last = episodes.slice(-WINDOW);
    const line = last.at(-1)?.line;
    if (line === undefined) return [];
    const shared = {
      kind: "measurement",
      dataset: text(member(comment, "env_id")) ?? null,
      n: last.length,
      step: episodes.reduce((steps, { length }) => steps + length, 0),
      at: epochMoment(member(comment, "t_start")),
      where: { line },
    } as const;
    return [
      { ...shared, raw_metric: "r", metric_name: "mean_reward", value: mean(last.map(({ reward }) => reward)) },
      { ...shared, raw_metric: "l", metric_name: "ep_len_mean", value: mean(last.map(({ length }) => length)) },
    ];
  },
};
