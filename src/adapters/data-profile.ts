import type { Adapter, EvidenceFile } from "../model/adapter.js";
import { profilesIn, profileStatements, tellsQuality } from "./families/data-profile.js";
import { holdsMetrics } from "./families/metrics-look.js";
import { qualityChecks } from "./families/quality-checks.js";
import { members } from "../read/shape.js";

/** Names of files that are of data, and of no model. */
const ofData =
  /data[-_ ]?set?[-_ ]?(quality|profile|validation|audit|checks?|summary|stats|statistics|health|integrity|card|info)|data[-_ ]?(quality|profile|validation|audit|checks?|summary|stats|statistics|health|integrity)|(^|[-_])(dq|eda)([-_.]|$)|profiling|quality[-_ ]?(report|checks?|summary)|schema[-_ ]?(validation|report)/i;

/** Words of checks on data themselves. */
const ofDataItself = /column|null|missing|duplicat|schema|dtype|data_?type|row|range|unique|outlier/i;

/** What a script found out about data, in a shape of its own. */
export const dataProfile: Adapter = {
  id: "data-profile",
  title: "Profile or quality report of data",
  definedAt: "https://en.wikipedia.org/wiki/Data_profiling",
  versions: "JSON as people and scripts write it",
  reads:
    "Rows and columns of each data set, shares of missing values by column where they are stated, checks under keys such as `checks` and `validations` that say whether they passed, and the report's own verdict.",
  leaves: "Counts of missing and repeated values, statistics of columns, and what is said in sentences.",
  syntax: ["json"],
  gives: ["dataset", "check", "measurement"],
  fallback: true,

  recognises: (file) => isOfData(file) || isPlainlyProfile(file),

  read: (file) => [
    ...profilesIn(file.value).flatMap(profileStatements),
    ...(isOfData(file) ? qualityChecks(file.value) : []),
  ],
};

/** What is asked of data, rather than what was found. */
const ofSettings = /config|rules|threshold|settings|contract|policy|expect|(^|[-_])spec/i;

/** A report that is called one, and states something; one of a validation may be of a model, and says more of data. */
function isOfData(file: EvidenceFile): boolean {
  if (ofSettings.test(file.name)) return false;
  if (ofData.test(file.name)) return profilesIn(file.value).length > 0 || qualityChecks(file.value).length > 0;
  if (!/validation[-_ ]?(report|results?|summary|status)/i.test(file.name) || holdsMetrics(file)) return false;
  if (profilesIn(file.value).length > 0) return true;
  const counted = members(file.value).some(([key]) => /(^|_)(rows|columns|records)(_|$)/i.test(key));
  if (counted && qualityChecks(file.value).length > 0) return true;
  return qualityChecks(file.value).some((check) => check.kind === "check" && ofDataItself.test(check.name ?? ""));
}

/** Whatever the file is called: counts of rows beside what they lack, and no metric of a model. */
function isPlainlyProfile(file: EvidenceFile): boolean {
  const profiles = profilesIn(file.value);
  return profiles.length > 0 && profiles.every(tellsQuality) && !holdsMetrics(file);
}
