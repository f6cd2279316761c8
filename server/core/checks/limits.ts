import type { Limits } from "./define.ts";

/** What the checks measure against unless the settings say otherwise; 14 days is language.md M6. */
export const defaultLimits: Limits = { longestException: 14, shortestHandover: 14, aboutToEnd: 7, renewals: 1 };
