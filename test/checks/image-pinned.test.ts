import { changedCorpusFile, corpusFiles, corpusIsThere, onCorpus } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { deployment, helm, mark } from "./served.js";

const digest = `acme/fraud@sha256:${"a".repeat(64)}`;
const image = (name: string) => ({ ...mark, ...deployment(`image: "${name}"`) });

describeCheck("image-pinned", {
  met: {
    ...onCorpus({
      "the same explainer by a version": {
        files: {
          ...mark,
          "m/i.yaml": changedCorpusFile("public/kserve-yaml/kserve__kserve__germancredit-bias.yaml", (text) =>
            text.replace("aifserver:predictor", "aifserver:0.4.0").replace("aifserver:latest", "aifserver:0.4.1"),
          ),
        },
        rule: "{ image-pinned: version }",
      },
    }),
    "a digest": { files: image(digest), rule: "{ image-pinned: digest }", at: "m/deployment.yaml:7" },
    "a version, where that is enough": {
      files: image("registry:5000/acme/fraud:1.4.2"),
      rule: "{ image-pinned: version }",
    },
    "a Dockerfile from a digest": {
      files: { ...mark, "m/Dockerfile": `FROM ${digest}\nUSER app\n` },
      rule: "{ image-pinned: digest }",
    },
  },
  "not-met": {
    "a tag can be moved": { files: image("acme/fraud:1.4.2"), rule: "{ image-pinned: digest }" },
    "latest moves": { files: image("acme/fraud:latest"), rule: "{ image-pinned: version }", says: "moves" },
    "a port is no tag": {
      files: image("registry:5000/acme/fraud"),
      rule: "{ image-pinned: version }",
      says: "neither",
    },
    "a digest that is cut": { files: image("acme/fraud@sha256:abc"), rule: "{ image-pinned: version }" },
    ...(corpusIsThere
      ? {
          "an explainer by its tag": {
            files: {
              ...mark,
              ...corpusFiles({ "m/i.yaml": "public/kserve-yaml/kserve__kserve__germancredit-bias.yaml" }),
            },
            rule: "{ image-pinned: version }",
            says: "moves",
          },
        }
      : {}),
  },
  missing: { "no image": { files: mark, rule: "{ image-pinned: digest }" } },
  unreadable: {
    "a template": { files: { ...mark, ...helm }, rule: "{ image-pinned: digest }" },
    "a filler for the image": {
      files: image("acme/{{ .Values.tag }}"),
      rule: "{ image-pinned: version }",
      says: "placeholder",
    },
  },
});
