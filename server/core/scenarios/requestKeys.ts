/** A key of a request that every kind has; the kind's own fields stand beside them. */
export interface RequestKey {
  readonly key: "kind" | "at" | "zone" | "channel" | "customer" | "asker" | "to";
  readonly doc: string;
}

/** The keys of a request, for reading it, for completion and for the JSON Schema. */
export const requestKeys: readonly RequestKey[] = [
  { key: "kind", doc: "The request kind, as declared with `request`." },
  {
    key: "at",
    doc: "When it is received, such as 2026-08-24T10:00; with an offset (Z, +09:00) or on the clock of `zone`.",
  },
  {
    key: "zone",
    doc: "The zone of a time without an offset, such as Asia/Tokyo; else that of the agreement on this kind.",
  },
  { key: "channel", doc: "The channel it comes by, or none." },
  { key: "customer", doc: "The customer it is about, or none." },
  { key: "asker", doc: "The team or the person who asks, or none." },
  { key: "to", doc: "The person or team it is addressed to by name, or none." },
];
