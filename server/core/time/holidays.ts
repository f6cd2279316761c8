import type { Holidays } from "./spec.ts";

/** No holidays of any region, for questions that come before the libraries are loaded. */
export const noHolidays: Holidays = () => undefined;

/** Extra and removed days of a region (`holidays` of torikime.yaml) over other holidays. */
