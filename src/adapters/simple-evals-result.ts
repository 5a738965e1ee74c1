import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, members } from "../read/shape.js";

/** `score:std` is the spread of single answers beside `score`. */
const spread = /^(.{1,80}):std$/;

/** True where each figure has its spread, and nothing else stands there. */
const isResult = (value: Value | undefined): boolean =>
  hasKeys(value, "score", "score:std") &&
  members(value).every(([name, held]) => typeof held === "number" && hasKeys(value, spread.exec(name)?.[1] ?? name));

/** The figures of one evaluation by OpenAI's simple-evals. */
export const simpleEvalsResult: Adapter = {
  id: "simple-evals-result",
  title: "simple-evals result",
  definedAt: "https://github.com/openai/simple-evals",
  versions: "from the source, not seen",
  reads: "The score, from 0 to 1, and the figures beside it under the names that the evaluation gives them.",
  leaves: "Spreads of single answers, which are no standard errors.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) => isResult(value),

  read: ({ value }) =>
    members(value).flatMap(([raw_metric, held]): Statement[] =>
      spread.test(raw_metric)
        ? []
        : [
            {
              kind: "measurement",
              raw_metric,
              value: held,
              ...(raw_metric === "score" ? { unit: "proportion", higher_is_better: true } : {}),
              where: { pointer: pointer("", raw_metric) },
            },
          ],
    ),
};
