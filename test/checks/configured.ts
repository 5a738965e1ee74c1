import { defaultConfiguration, type ConfiguredModel } from "../../src/model/configuration.js";
import type { Circumstances } from "../judge/judged.js";

/** The model `m` as `referee.yaml` may name it. */
export const configured = (fields: Partial<ConfiguredModel>): Circumstances => ({
  configuration: {
    ...defaultConfiguration,
    models: [
      {
        name: "m",
        path: "m",
        stage: null,
        risk: null,
        owner: null,
        champion: null,
        run: null,
        ...fields,
      },
    ],
  },
});
