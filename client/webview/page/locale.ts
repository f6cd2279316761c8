/** Words of several languages as those of any of them. */
export type Widened<T> = T extends string ? string : { readonly [Key in keyof T]: Widened<T[Key]> };

/** The language that the extension wrote into the page. */
export function pageLocale(): "en" | "ja" {
  return document.documentElement.lang === "ja" ? "ja" : "en";
}
