import type { Adapter, Value } from "../model/adapter.js";
import { hasKeys, member, members } from "../read/shape.js";
import { sectionReaders, sectionStatements } from "./families/evidently-profile-sections.js";

/** JSON profiles of the first versions: one record a section. */
export const evidentlyProfile: Adapter = {
  id: "evidently-profile",
  title: "Evidently JSON profile",
  definedAt: "https://docs.evidentlyai.com/docs/library/output_formats",
  versions: "0.1.18, 0.1.23, 0.1.43, 0.1.47; 0.1.54 from the source, not seen",
  reads:
    "Drift of columns, target and prediction, the share of drifted columns, model quality of both sides by class too, and figures of the data's quality by column.",
  leaves: "Histograms, curves, confusion matrices, error bias and correlations.",
  syntax: ["json"],
  gives: ["drift", "measurement"],

  recognises: ({ value }) => sectionsOf(value).length > 0,

  read: ({ value }) => sectionsOf(value).flatMap(([name, section]) => sectionStatements(name, section)),
};

const sectionsOf = (value: Value | undefined): (readonly [string, Value])[] =>
  members(value).filter(
    ([name, section]) =>
      Object.hasOwn(sectionReaders, name) &&
      member(section, "name") === name &&
      hasKeys(member(section, "data"), "metrics"),
  );
