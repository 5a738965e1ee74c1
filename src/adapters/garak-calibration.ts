import type { Adapter } from "../model/adapter.js";
import { hasKeys, members } from "../read/shape.js";

/** What garak compares a scan with: how other models fared. Nothing in it is of the model at hand. */
export const garakCalibration: Adapter = {
  id: "garak-calibration",
  title: "garak calibration",
  definedAt: "https://github.com/NVIDIA/garak/tree/main/garak/data/calibration",
  versions: "May 2025",
  reads: "Nothing: the means and deviations are of the models that garak was calibrated on.",
  leaves: "All of it.",
  syntax: ["json"],
  gives: [],

  recognises: ({ value }) => {
    const held = members(value);
    return (
      held.length > 0 &&
      held.slice(0, 20).every(([key, figures]) => key.includes("/") && hasKeys(figures, "mu", "sigma", "sw_p"))
    );
  },

  read: () => [],
};
