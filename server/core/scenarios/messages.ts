import type { Localized } from "../text/localized.ts";

/** What is said about YAML files that cannot be understood: what is wrong, and what to write instead. */
export const messages = {
  brokenYaml: ({ en, ja }: Localized): Localized => ({
    en: `This is not valid YAML, so nothing of this file is used: ${en}`,
    ja: `YAML として正しくないため、このファイルは使われません：${ja}`,
  }),
  brokenLine: (): Localized => ({
    en: 'This line is not a JSON object, so its request is left out. Write one object a line, such as `{"kind": "incident"}`.',
    ja: 'この行は JSON のオブジェクトとして読めないため、その依頼は除かれます。`{"kind": "incident"}` のように 1 行に 1 件書いてください。',
  }),
  nestedTooDeeply: (): Localized => ({
    en: "This YAML is nested too deeply to be read, so nothing of this file is used. Look for brackets that are never closed.",
    ja: "YAML の入れ子が深すぎて読めないため、このファイルは使われません。閉じられていない括弧がないか確かめてください。",
  }),
  tooLarge: (megabytes: number): Localized => ({
    en: `This file has more than ${megabytes} million characters, which is more than is read at once. Split it into several files.`,
    ja: `このファイルは ${megabytes} 百万文字を超えており、一度に読める量を超えています。複数のファイルに分けてください。`,
  }),
  unknownAlias: (name: string): Localized => ({
    en: `No anchor &${name} comes before this alias. Write the value itself.`,
    ja: `この別名より前に &${name} がありません。値をそのまま書いてください。`,
  }),
  keyNotAWord: (): Localized => ({
    en: "A key is a word, not a list or a mapping. Write `key: value`.",
    ja: "キーには語を書きます。`キー: 値` の形にしてください。",
  }),
  duplicateKey: (key: string): Localized => ({
    en: `'${key}' is given twice in this mapping, so only the first counts. Remove one of them.`,
    ja: `「${key}」が二度書かれており、最初のものだけが使われます。どちらかを消してください。`,
  }),
  unknownKey: (key: string, near: string | undefined, known: readonly string[]): Localized => ({
    en: `'${key}' is not a key here, so it has no effect.${didYouMean(near, known).en}`,
    ja: `「${key}」はここでは使えないキーで、効果がありません。${didYouMean(near, known).ja}`,
  }),
  givenForAll: (key: string): Localized => ({
    en: `'${key}' is given here and again as an option for all requests, and only one of them can count. Leave one out.`,
    ja: `「${key}」はここにも、すべての依頼に使うオプションにもあり、どちらを使うか決まりません。一方を除いてください。`,
  }),
  missingKey: (key: string): Localized => ({
    en: `'${key}' is missing, and without it nothing can be answered. Add \`${key}: …\`.`,
    ja: `「${key}」がないため答えられません。\`${key}: …\` を加えてください。`,
  }),
  notASingleValue: (key: string): Localized => ({
    en: `'${key}' takes one value, not a list or a mapping.`,
    ja: `「${key}」には値を一つだけ書きます。`,
  }),
  notAMapping: (key: string): Localized => ({
    en: `'${key}' takes a mapping of keys and values, such as \`{ key: value }\`.`,
    ja: `「${key}」には \`{ キー: 値 }\` のような対応を書きます。`,
  }),
  notAList: (key: string): Localized => ({
    en: `'${key}' takes a list, such as \`[a, b]\`.`,
    ja: `「${key}」には \`[a, b]\` のような一覧を書きます。`,
  }),
  noRequest: (): Localized => ({
    en: "There is no request here. Write one, such as `{ kind: incident, at: 2026-08-24T10:00 }`.",
    ja: "依頼がありません。`{ kind: incident, at: 2026-08-24T10:00 }` のように書いてください。",
  }),
  requestNotAMapping: (): Localized => ({
    en: "A request is a mapping of keys and values, such as `{ kind: incident, at: 2026-08-24T10:00 }`.",
    ja: "依頼は `{ kind: incident, at: 2026-08-24T10:00 }` のような対応で書きます。",
  }),
  unknownName: (key: string, name: string, near: string | undefined, known: readonly string[]): Localized => ({
    en: `No ${nouns[key]?.en ?? key} is called '${name}' in the agreements.${didYouMean(near, known).en}`,
    ja: `「${name}」という${nouns[key]?.ja ?? key}は取り決めにありません。${didYouMean(near, known).ja}`,
  }),
  unknownField: (name: string, kind: string, near: string | undefined, fields: readonly string[]): Localized => ({
    en: `A request '${kind}' has no '${name}'.${near === undefined ? fieldList(fields).en : didYouMean(near, []).en}`,
    ja: `依頼「${kind}」に「${name}」はありません。${near === undefined ? fieldList(fields).ja : didYouMean(near, []).ja}`,
  }),
  notOneOf: (text: string, values: readonly string[], near: string | undefined): Localized => ({
    en: `'${text}' is not one of the values ${values.join(", ")}.${near === undefined ? "" : ` Did you mean '${near}'?`}`,
    ja: `「${text}」は使えない値です。使えるもの：${values.join("、")}。${near === undefined ? "" : `「${near}」のことですか。`}`,
  }),
  notAPercentage: (text: string): Localized => ({
    en: `'${text}' is not a percentage. Write the sign with it, such as \`8%\`.`,
    ja: `「${text}」は百分率ではありません。\`8%\` のように記号も書いてください。`,
  }),
  notANumber: (text: string): Localized => ({
    en: `'${text}' is not a number. Write digits, such as \`12.5\`.`,
    ja: `「${text}」は数ではありません。\`12.5\` のように書いてください。`,
  }),
  notMoney: (text: string, currency: string): Localized => ({
    en: `'${text}' is not an amount of money. Write it such as \`50_000 ${currency}\`.`,
    ja: `「${text}」は金額ではありません。\`50_000 ${currency}\` のように書いてください。`,
  }),
  otherCurrency: (text: string, currency: string): Localized => ({
    en: `'${text}' is in another currency than ${currency}, and the two do not compare. Write the amount in ${currency}.`,
    ja: `「${text}」は ${currency} ではないため比べられません。${currency} で書いてください。`,
  }),
  fractionOfMoney: (text: string, currency: string, decimals: number): Localized => ({
    en: `'${text}' has more decimals than ${currency}, which has ${decimals}. Round it.`,
    ja: `「${text}」は ${currency} の小数桁数（${decimals}）を超えています。丸めてください。`,
  }),
  notADuration: (text: string, unit: string): Localized => ({
    en: `'${text}' is not a duration. Write the amount and the unit, such as \`3 ${unit}\`.`,
    ja: `「${text}」は期間ではありません。\`3 ${unit}\` のように量と単位を書いてください。`,
  }),
  otherUnit: (text: string, unit: string): Localized => ({
    en: `'${text}' is not in ${unit}, and durations compare only in the same unit. Write it such as \`3 ${unit}\`.`,
    ja: `「${text}」の単位は ${unit} ではなく、同じ単位の期間しか比べられません。\`3 ${unit}\` のように書いてください。`,
  }),
  notADate: (text: string): Localized => ({
    en: `'${text}' is not a date that exists. Write it such as \`2026-08-24\`.`,
    ja: `「${text}」は存在する日付ではありません。\`2026-08-24\` のように書いてください。`,
  }),
  notATime: (text: string): Localized => ({
    en: `'${text}' is not a time of day. Write it such as \`09:00\`, up to \`24:00\`.`,
    ja: `「${text}」は時刻ではありません。\`09:00\` のように（\`24:00\` まで）書いてください。`,
  }),
  notAMoment: (text: string): Localized => ({
    en: `'${text}' is not a date and time that exists. Write it such as \`2026-08-24T10:00\`, or with an offset: \`2026-08-24T10:00+09:00\`.`,
    ja: `「${text}」は存在する日時ではありません。\`2026-08-24T10:00\`、または時差つきで \`2026-08-24T10:00+09:00\` のように書いてください。`,
  }),
  notWaiting: (text: string): Localized => ({
    en: `'${text}' is not a time of waiting. Write from when to when, such as \`2026-08-24T10:00..2026-08-25T09:00\`, or without the end while it still waits.`,
    ja: `「${text}」は待つ期間ではありません。\`2026-08-24T10:00..2026-08-25T09:00\` のように始めと終わりを書いてください。まだ待っている間は終わりを省けます。`,
  }),
  noTimeOfDay: (date: string): Localized => ({
    en: `'${date}' has no time of day, and deadlines depend on it. Add it, such as \`${date}T10:00\`.`,
    ja: `「${date}」には時刻がなく、期限を計算できません。\`${date}T10:00\` のように時刻を加えてください。`,
  }),
  unknownZone: (text: string): Localized => ({
    en: `'${text}' is not a time zone. Write one such as \`Asia/Tokyo\` or \`UTC\`.`,
    ja: `「${text}」というタイムゾーンはありません。\`Asia/Tokyo\` や \`UTC\` のように書いてください。`,
  }),
  severalZones: (zones: readonly string[]): Localized => ({
    en: `The agreements on this kind are in several zones (${zones.join(", ")}), so this time is ambiguous. Add the one that is meant (\`zone: ${zones[0] ?? "…"}\`, on the command line \`--zone ${zones[0] ?? "…"}\`), or an offset such as \`+09:00\`.`,
    ja: `この種類の取り決めには複数のタイムゾーン（${zones.join("、")}）があり、日時が一つに決まりません。\`zone: ${zones[0] ?? "…"}\`（コマンドラインでは \`--zone ${zones[0] ?? "…"}\`）か、\`+09:00\` のような時差を加えてください。`,
  }),
  noZone: (): Localized => ({
    en: "No agreement says in which zone this time is. Add `zone: …` or an offset such as `+09:00`.",
    ja: "どのタイムゾーンの日時か、取り決めからは分かりません。`zone: …` か `+09:00` のような時差を加えてください。",
  }),
  noScenarios: (): Localized => ({
    en: "There are no scenarios here. Write `scenarios:` and a list of them.",
    ja: "シナリオがありません。`scenarios:` とその一覧を書いてください。",
  }),
  expectsNothing: (): Localized => ({
    en: "This scenario expects nothing, so it can never fail. Add `expect: { … }`, or `skip:` with a reason.",
    ja: "このシナリオは何も期待しないため、失敗することがありません。`expect: { … }` か、理由を添えた `skip:` を加えてください。",
  }),
  inFocus: (): Localized => ({
    en: "While this scenario has the focus, those without it are not run, so their failures go unseen. Remove `focus` before you share this file.",
    ja: "このシナリオに `focus` がある間、他のシナリオは実行されず、失敗に気づけません。ファイルを共有する前に `focus` を消してください。",
  }),
  skipWithoutReason: (): Localized => ({
    en: "A skipped scenario needs a reason, so that someone can take it up again: `skip: waiting for Finance`.",
    ja: "飛ばすシナリオには理由が要ります。`skip: 経理部の回答待ち` のように書いてください。",
  }),
  rowsDiffer: (key: string, found: number, first: string, wanted: number): Localized => ({
    en: `The matrix is read row by row, so every key needs as many values as the first: '${first}' lists ${wanted}, '${key}' lists ${found}. Complete the shorter one.`,
    ja: `表は行ごとに読むため、値の数を揃える必要があります。「${first}」は ${wanted} 個、「${key}」は ${found} 個です。足りないほうを補ってください。`,
  }),
  emptyMatrix: (): Localized => ({
    en: "A matrix without values makes no scenario. Give each of its keys a list.",
    ja: "値のない表からはシナリオができません。各キーに一覧を書いてください。",
  }),
  notYesOrNo: (text: string): Localized => ({
    en: `'${text}' is neither \`yes\` nor \`no\`.`,
    ja: `「${text}」は \`yes\` でも \`no\` でもありません。`,
  }),
  notASurcharge: (text: string): Localized => ({
    en: `'${text}' is not a surcharge. Write \`35%\`, \`0%..25%\`, \`5_000 JPY\` or \`none\`.`,
    ja: `「${text}」は割増ではありません。\`35%\`、\`0%..25%\`、\`5_000 JPY\`、\`none\` のように書いてください。`,
  }),
  lostTakes: (): Localized => ({
    en: "'lost' takes what did not decide, each with why, such as `{ incidents.urgent: severity is urgent }`, or a list of names.",
    ja: "「lost」には決定しなかったものと理由を `{ incidents.urgent: severity is urgent }` のように書くか、名前の一覧を書きます。",
  }),
  unknownDecider: (text: string, near: string | undefined): Localized => ({
    en: `No clause, case, verdict or exception is called '${text}'.${didYouMean(near, []).en}`,
    ja: `「${text}」という条項・場合・可否・例外はありません。${didYouMean(near, []).ja}`,
  }),
  notASeverity: (text: string, near: string | undefined): Localized => ({
    en: `'${text}' is not a severity. Write error, warning, info, hint or off.${didYouMean(near, []).en}`,
    ja: `「${text}」は重大度ではありません。error、warning、info、hint、off のいずれかを書いてください。${didYouMean(near, []).ja}`,
  }),
  unknownCheck: (name: string, near: string | undefined): Localized => ({
    en: `No check is called '${name}', so this has no effect.${didYouMean(near, []).en}`,
    ja: `「${name}」という検査はないため、効果がありません。${didYouMean(near, []).ja}`,
  }),
  unknownRegion: (name: string, near: string | undefined): Localized => ({
    en: `The holidays of '${name}' are not known, so this has no effect. Write a country or a code such as "DE-BY".${didYouMean(near, []).en}`,
    ja: `「${name}」の祝日は分からないため、効果がありません。国名か "DE-BY" のようなコードを書いてください。${didYouMean(near, []).ja}`,
  }),
  tooManyDigits: (first: string, most: number): Localized => ({
    en: `${first}… is a number of more than ${most} digits, which is surely a slip. Write a shorter one.`,
    ja: `${first}… は ${most} 桁を超える数で、書き誤りと思われます。もっと短く書いてください。`,
  }),
  notDays: (text: string): Localized => ({
    en: `'${text}' is not a number of days. Write it such as \`14 days\`.`,
    ja: `「${text}」は日数ではありません。\`14 days\` のように書いてください。`,
  }),
  notACount: (text: string): Localized => ({
    en: `'${text}' is not a whole number. Write it such as \`2\`.`,
    ja: `「${text}」は整数ではありません。\`2\` のように書いてください。`,
  }),
  settingsNotAMapping: (): Localized => ({
    en: "Settings are a mapping of keys and values, such as `locale: ja`.",
    ja: "設定は `locale: ja` のような対応で書きます。",
  }),
  settingsAlready: (): Localized => ({
    en: "The settings end at the `---` before this, so it has no effect. Remove that line, or what follows it.",
    ja: "設定はこの前の `---` で終わっているため、これは無効です。その行か、以降の内容を取り除いてください。",
  }),
} as const;

const nouns: Readonly<Record<string, Localized>> = {
  kind: { en: "request kind", ja: "依頼の種類" },
  channel: { en: "channel", ja: "連絡手段" },
  customer: { en: "customer", ja: "顧客" },
  team: { en: "team", ja: "チーム" },
  person: { en: "person", ja: "担当者" },
  asker: { en: "team or person", ja: "チームや担当者" },
  to: { en: "person or team", ja: "担当者やチーム" },
  exception: { en: "exception", ja: "例外" },
  handover: { en: "handover", ja: "引き継ぎ" },
  step: { en: "step", ja: "手順" },
};

/** The nearest name, else all of them where they are few. */
function didYouMean(near: string | undefined, known: readonly string[]): Localized {
  if (near !== undefined) return { en: ` Did you mean '${near}'?`, ja: `「${near}」のことですか。` };
  if (known.length === 0 || known.length > 12) return { en: "", ja: "" };
  return { en: ` Known: ${known.join(", ")}.`, ja: `使えるもの：${known.join("、")}。` };
}

function fieldList(fields: readonly string[]): Localized {
  if (fields.length === 0) return { en: " It has no fields of its own.", ja: "この種類に固有の項目はありません。" };
  return { en: ` Its fields are: ${fields.join(", ")}.`, ja: `項目は次のとおりです：${fields.join("、")}。` };
}
