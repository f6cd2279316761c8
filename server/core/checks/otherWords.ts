/** Words that people write before they know those of the language: in Japanese, in full, or from another notation. Types and currencies have theirs in the model. */
import { reservedWords } from "../../../grammar/tokens.ts";
import { nearest } from "../text/nearest.ts";

const weekdays: readonly (readonly [meant: string, japanese: string, full: string])[] = [
  ["Mon", "月", "Monday"],
  ["Tue", "火", "Tuesday"],
  ["Wed", "水", "Wednesday"],
  ["Thu", "木", "Thursday"],
  ["Fri", "金", "Friday"],
  ["Sat", "土", "Saturday"],
  ["Sun", "日", "Sunday"],
];

const weekdayByName: ReadonlyMap<string, string> = new Map(
  weekdays.flatMap(([meant, japanese, full]) =>
    [japanese, `${japanese}曜`, `${japanese}曜日`, full.toLowerCase()].map((name) => [name, meant] as const),
  ),
);

/** What each may mean; which of it, tells the place. */
const meanings: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    平日: ["Mon..Fri"],
    weekdays: ["Mon..Fri"],
    土日: ["Sat, Sun"],
    weekends: ["Sat, Sun"],
    毎日: ["Mon..Sun"],
    祝日: ["holidays of Japan"],
    営業時間: ["business hours", "hours"],
    時間: ["business hours", "clock hours"],
    営業日: ["business days"],
    日: ["business days", "calendar days"],
    日間: ["business days", "calendar days"],
    分: ["business minutes", "clock minutes"],
    if: ["when"],
    where: ["when"],
    name: ["title"],
    people: ["members"],
    persons: ["members"],
    staff: ["members"],
    manager: ["lead"],
    boss: ["lead"],
    leader: ["lead"],
    "on-call": ["duty"],
    oncall: ["duty"],
    rota: ["duty"],
    roster: ["duty"],
    shift: ["duty"],
    vacation: ["away"],
    leave: ["away"],
    absent: ["away"],
    absence: ["away"],
    substitute: ["deputy"],
    contact: ["reach"],
    address: ["reach"],
    valid: ["effective"],
    validity: ["effective"],
    period: ["effective"],
    handler: ["by"],
    responsible: ["by", "owner"],
    channels: ["via"],
    answer: ["respond"],
    reply: ["respond"],
    response: ["respond"],
    react: ["respond"],
    fix: ["resolve"],
    solve: ["resolve"],
    finish: ["resolve"],
    "cut-off": ["cutoff"],
    allowed: ["may"],
    forbidden: ["never"],
    refuse: ["decline"],
    reject: ["decline"],
    fee: ["surcharge"],
    チーム: ["team"],
    取り決め: ["agreement"],
    カレンダー: ["calendar"],
    連絡手段: ["channel"],
    顧客: ["customer"],
    属性: ["attribute"],
    依頼: ["request"],
    例外: ["exception"],
    引き継ぎ: ["handover"],
    名称: ["title"],
    リーダー: ["lead"],
    メンバー: ["members"],
    当番: ["duty"],
    代理: ["deputy"],
    不在: ["away"],
    期間: ["effective"],
    担当: ["by", "owner"],
    回答: ["respond"],
    解決: ["resolve"],
    理由: ["reason", "because"],
    承認: ["approved"],
    営業: ["open"],
    休業: ["closed"],
    休み: ["closed"],
    定休日: ["closed"],
    題名: ["title"],
    名前: ["title"],
    タイトル: ["title"],
    連絡先: ["reach"],
    休暇: ["away"],
    有効期間: ["effective"],
    見直し: ["review"],
    締切: ["cutoff"],
    締め切り: ["cutoff"],
    受付締切: ["cutoff"],
    返信: ["respond"],
    返答: ["respond"],
    完了: ["resolve"],
    手順: ["step"],
    割増: ["surcharge"],
    場合: ["case"],
    可: ["may"],
    確認: ["ask"],
    不可: ["never"],
    禁止: ["never"],
  }),
);

/** The words of the language that one may mean where these may stand, the likeliest first; none where it is not known. */
export function wordsMeant(written: string, expected: readonly string[]): readonly string[] {
  const weekday = weekdayByName.get(written.toLowerCase());
  const meant = [
    ...(weekday === undefined ? [] : [weekday]),
    ...(meanings.get(written.toLowerCase().replaceAll("_", "-")) ?? []),
  ];
  const here = meant.filter((each) => expected.includes(firstWord(each)));
  // Where `business hours` may stand, `hours` alone would be ambiguous.
  return here.filter((each) => !here.some((other) => other.endsWith(` ${each}`)));
}

/** The one of some words that is most likely misspelt; who writes `on` does not mean `Mon`, nor who writes `if` an `of`. */
export function wordNearTo(written: string, words: readonly string[]): string | undefined {
  const isMeant = reservedWords.has(written) || words.includes(written) || meanings.has(written.toLowerCase());
  return isMeant ? undefined : nearest(written, words);
}

/** Whether a word is one of the seven. */
export function isWeekday(word: string): boolean {
  return weekdays.some(([meant]) => meant === word);
}

/** A stretch of a line with every weekday in it as the language has it. */
export function withWeekdays(text: string): string {
  return text.replace(/[\p{L}・]+/gu, (name) => weekdayByName.get(name.toLowerCase()) ?? name);
}

function firstWord(phrase: string): string {
  return /^\w+/.exec(phrase)?.[0] ?? phrase;
}
