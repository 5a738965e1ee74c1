import { readInstant } from "../normalise/instant.js";
import { leaf, type Form } from "./form.js";

const pattern = "^\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?\\s*(Z|UTC|[+-]\\d{2}:?\\d{2})?)?$";
const shape = new RegExp(pattern);
const dayOnly = /^\d{4}-\d{2}-\d{2}$/;
const day = 86_400_000;

const momentOf = (value: unknown, dayEnds: boolean): number | undefined => {
  if (typeof value !== "string" || !shape.test(value)) return undefined;
  const moment = Date.parse(readInstant(value) ?? "");
  if (Number.isNaN(moment)) return undefined;
  return dayEnds && dayOnly.test(value) ? moment + day - 1 : moment;
};

const dateLeaf = <T>(parse: (value: unknown) => T | undefined): Form<T> =>
  leaf(
    "a date, such as 2026-12-31",
    { type: "string", pattern },
    parse,
    () => "write a day of the calendar as year-month-day, such as 2026-12-31",
  );

const instant = (dayEnds: boolean): Form<number> => dateLeaf((value) => momentOf(value, dayEnds));

/** A date as it is written, which is one of the calendar. */
export const writtenDate: Form<string> = dateLeaf((value) =>
  typeof value === "string" && momentOf(value, false) !== undefined ? value : undefined,
);

/** The moment at which something begins, in milliseconds since 1970: a day begins with its first moment, in UTC. */
export const beginning: Form<number> = instant(false);

/** The last moment at which something holds, in milliseconds since 1970: a day is whole within it, in UTC. */
export const ending: Form<number> = instant(true);
