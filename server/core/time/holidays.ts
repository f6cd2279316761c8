/** A country or a part of one in the codes of ISO 3166: "DE", "DE-BY", "DE-BY-A". */
export interface RegionCodes {
  readonly country: string;
  readonly state: string | undefined;
  readonly region: string | undefined;
}

/** The codes of a region written as codes, in any letter case and width; undefined when it is written as a name. */
export function regionCodes(text: string): RegionCodes | undefined {
  const written = text.normalize("NFKC").trim().toUpperCase();
  const match = /^([A-Z]{2})(?:-([A-Z0-9]{1,6}))?(?:-([A-Z0-9]{1,6}))?$/.exec(written);
  return match?.[1] === undefined ? undefined : { country: match[1], state: match[2], region: match[3] };
}

/** A country's name as names are compared: without case, width, accents, underscores and a leading "the". */
export function comparableName(text: string): string {
  // What is in ASCII has no accents, and to look for them takes a process as long as reading a file, the first time.
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "");
  return plain
    .toLowerCase()
    .replace(/[\s_・·-]+/g, " ")
    .replace(/[‘’ʼ]/g, "'")
    .replace(/&/g, "and")
    .replace(/^\s*the /, "")
    .trim();
}

/** The English names of the countries of ISO 3166, in the order of their codes. */
export function countryNames(): readonly string[] {
  const names = namesOfRegions("en");
  return codesOfTwoLetters().flatMap((code) => names.of(code) ?? []);
}

/** The English name of a country by its Japanese one: "Japan" for "日本". */
export function countryInEnglish(japanese: string): string | undefined {
  const names = namesOfRegions("ja");
  const code = codesOfTwoLetters().find((each) => names.of(each) === japanese);
  return code === undefined ? undefined : namesOfRegions("en").of(code);
}

function namesOfRegions(language: "en" | "ja"): Intl.DisplayNames {
  return new Intl.DisplayNames(language, { type: "region", fallback: "none" });
}

function codesOfTwoLetters(): readonly string[] {
  const letters = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  return letters.flatMap((first) => letters.map((second) => first + second));
}

/** Whether a region is Japan or one of its prefectures, which all have the national holidays. */
export function isJapan(text: string): boolean {
  return regionCodes(text)?.country === "JP" || comparableName(text) === "japan";
}
