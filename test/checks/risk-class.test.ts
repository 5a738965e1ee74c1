import { fraudModel } from "./real-models.js";
import { corpusFiles, onCorpus } from "./corpus.js";
import { cardOf } from "./cards.js";
import { configured } from "./configured.js";
import { describeCheck } from "./describe-check.js";

const files = { "m/README.md": cardOf("license: mit") };
const registered = {
  ...fraudModel(),
  ...corpusFiles({ "m/registered_model.json": "generated/kubeflow-model-registry/fraud/registered_model.json" }),
};
const rule = "{ risk-class: [low, high] }";

describeCheck("risk-class", {
  met: {
    ...onCorpus({
      "a card of the Hub, and the configuration classifies it": {
        files: fraudModel(),
        rule,
        with: configured({ risk: "high" }),
      },
      "the registry classifies it": { files: registered, rule: "{ risk-class: [standard, high] }" },
    }),
    "the configuration classifies it": { files, rule, with: configured({ risk: "high" }), says: "classified as high" },
    "the card does": { files: { "m/README.md": cardOf("governance:\n  risk_level: Low") }, rule, at: "m/README.md:3" },
    "both do, alike": {
      files: { "m/README.md": cardOf("risk: HIGH") },
      rule: "{ risk-class: [low, high], in-card: true }",
      with: configured({ risk: "high" }),
    },
  },
  "not-met": {
    ...onCorpus({
      "a card of the Hub that does not say it": {
        files: fraudModel(),
        rule: "{ risk-class: [low, high], in-card: true }",
        with: configured({ risk: "high" }),
        at: "m/README.md:1",
      },
      "the registry states another word": {
        files: registered,
        rule: "{ risk-class: [tier-1, tier-2] }",
        says: "the card states the class “high”",
        at: "m/registered_model.json:4",
      },
    }),
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
