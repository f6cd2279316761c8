/** A text in both languages that Torikime speaks. */
export interface Localized {
  readonly en: string;
  readonly ja: string;
}
