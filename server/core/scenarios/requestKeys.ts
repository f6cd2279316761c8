import type { Localized } from "../text/localized.ts";

/** A key of a request that every kind has; the kind's own fields stand beside them. */
export interface RequestKey {
  readonly key: "kind" | "at" | "zone" | "channel" | "customer" | "asker" | "to" | "waiting";
  readonly doc: Localized;
}

/** The keys of a request, for reading it, for completion and for the JSON Schema. */
export const requestKeys: readonly RequestKey[] = [
  { key: "kind", doc: { en: "The request kind, as declared with `request`.", ja: "`request` で宣言した依頼の種類。" } },
  {
    key: "at",
    doc: {
      en: "When it is received, such as 2026-08-24T10:00; with an offset (Z, +09:00) or on the clock of `zone`.",
      ja: "届いた日時。例えば 2026-08-24T10:00。時差（Z、+09:00）を付けるか、`zone` の時計で読む。",
    },
  },
  {
    key: "zone",
    doc: {
      en: "The zone of a time without an offset, such as Asia/Tokyo; else that of the agreement on this kind.",
      ja: "時差のない日時のタイムゾーン。例えば Asia/Tokyo。省略時はこの種類の取り決めのもの。",
    },
  },
  { key: "channel", doc: { en: "The channel it comes by, or none.", ja: "依頼の連絡手段。なければ none。" } },
  { key: "customer", doc: { en: "The customer it is about, or none.", ja: "対象の顧客。なければ none。" } },
  {
    key: "asker",
    doc: { en: "The team or the person who asks, or none.", ja: "依頼するチームまたは人。なければ none。" },
  },
  {
    key: "to",
    doc: {
      en: "The person or team it is addressed to by name, or none.",
      ja: "名指しされた人またはチーム。なければ none。",
    },
  },
  {
    key: "waiting",
    doc: {
      en: "When it waits for the customer, such as 2026-08-24T10:00..2026-08-25T09:00, or a list of such times; without an end it still waits. Deadlines in hours move by what of it is open time; one in days passes over each day at whose closing time it still waits, so give the end of a wait that lasts all day as the next opening.",
      ja: "顧客の返事を待つ期間。例えば 2026-08-24T10:00..2026-08-25T09:00、またはその一覧。終わりを書かなければ待ち続ける。時間で数える期限は、そのうち営業時間にあたる分だけ延びる。日数で数える期限は、終業時刻にまだ待っている日を数えない。一日中待つときは、終わりを次の始業時刻と書く。",
    },
  },
];
