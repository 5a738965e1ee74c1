import { cardOf } from "./cards.js";
import { configured } from "./configured.js";
import { describeCheck } from "./describe-check.js";

const files = { "m/README.md": cardOf("license: mit") };
const rule = "{ risk-class: [low, high] }";

describeCheck("risk-class", {
  met: {
    "the configuration classifies it": { files, rule, with: configured({ risk: "high" }), says: "classified as high" },
    "the card does": { files: { "m/README.md": cardOf("governance:\n  risk_level: Low") }, rule, at: "m/README.md:3" },
    "both do, alike": {
      files: { "m/README.md": cardOf("risk: HIGH") },
      rule: "{ risk-class: [low, high], in-card: true }",
      with: configured({ risk: "high" }),
    },
  },
  "not-met": {
    "a class that there is not": { files, rule, with: configured({ risk: "extreme" }), says: "“extreme”" },
    "not known is no class": {
      files: { "m/README.md": cardOf("intended_uses:\n  risk_rating: Unknown") },
      rule,
      says: "the card states the class “Unknown”",
    },
    "configuration and card disagree": {
      files: { "m/README.md": cardOf("risk: low") },
      rule,
      with: configured({ risk: "high" }),
      says: "stated as high and low",
    },
    "the card is silent": {
      files,
      rule: "{ risk-class: [low, high], in-card: true }",
      with: configured({ risk: "high" }),
    },
  },
  missing: { "nothing says it": { files, rule } },
  unreadable: { "the front matter is broken": { files: { "m/README.md": cardOf("risk: [low") }, rule } },
});
