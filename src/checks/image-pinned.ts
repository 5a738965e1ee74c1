import { servingParts } from "../judging/rollout.js";
import { brokenFor } from "../judging/selection.js";
import { missing, unreadableFile } from "../judging/verdict.js";
import { defineCheck } from "../model/check.js";

type Pin = "digest" | "version" | "moving" | "none";

const moving = new Set(["latest", "stable", "main", "master", "dev", "nightly", "edge"]);

/** By what an image is named: a digest, a tag, a tag that moves, or nothing. A port is no tag. */
function pinOf(image: string): Pin {
  if (/@sha(256|512):[0-9a-f]{64,128}$/i.test(image)) return "digest";
  const tag = /:([\w][\w.-]{0,127})$/.exec(image.slice(image.lastIndexOf("/") + 1))?.[1];
  if (tag === undefined || image.includes("@")) return "none";
  return moving.has(tag.toLowerCase()) ? "moving" : "version";
}

const said: Readonly<Record<Pin, string>> = {
  digest: "it is named by its digest",
  version: "it is named by a tag, which can be moved",
  moving: "its tag moves with every release",
  none: "it has neither tag nor digest",
};

export const imagePinned = defineCheck({
  id: "image-pinned",
  area: "deployment",
  title: "Images are pinned",
  why: "An image by a moving name is another one tomorrow, and what was tested is not what serves.",
  mend: "Name the image by its digest: image@sha256:….",
  whenNot: "Where an admission controller replaces tags by digests.",
  subject: {
    kind: "text",
    description: "digest: only a digest will do; version: a tag that does not move by its name will do as well.",
    choices: ["digest", "version"],
  },
  options: {},
  example: {
    rule: "pinned: { image-pinned: digest }",
    met: "image: acme/fraud@sha256:… (64 digits)",
    notMet: "image: acme/fraud:latest",
  },
  needs: ["rollout"],

  plain: (asked) =>
    asked === "digest" ? "every image is named by its digest" : "every image is named by a digest or a fixed version",

  evaluate({ subject: asked, evidence }) {
    const broken = brokenFor(evidence, "rollout")[0];
    if (broken !== undefined) return [unreadableFile(broken)];
    const parts = servingParts(evidence).filter(({ image }) => image !== null);
    if (parts.length === 0)
      return [missing("no manifest names an image", "commit the manifest or Dockerfile that names it")];
    return parts.map(({ image, source }) => {
      const name = image ?? "";
      const pin = pinOf(name);
      const met = pin === "digest" || (asked === "version" && pin === "version");
      return {
        subject: name,
        outcome: met ? ("met" as const) : ("not-met" as const),
        message: said[pin],
        sources: [source],
      };
    });
  },
});
