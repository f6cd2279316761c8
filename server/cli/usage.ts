import type { Localized } from "../core/text/localized.ts";

/** One option of the command line; a `value` names what follows it. */
export interface OptionRow {
  readonly name: string;
  readonly short?: string;
  readonly value?: string;
  readonly repeats?: true;
  readonly help: Localized;
}

/** One command of the command line. */
export interface CommandRow {
  readonly name: "check" | "simulate" | "test" | "who" | "agenda" | "prove" | "diff" | "fmt" | "explain";
  readonly operands: string;
  readonly help: Localized;
  readonly options: readonly OptionRow[];
  /** What its exit codes mean, where that is more than `torikime --help` says. */
  readonly exits?: Localized;
}

const locale: OptionRow = { name: "locale", value: "en|ja", help: { en: "language of the output", ja: "出力の言語" } };
const prettyOrJson: OptionRow = {
  name: "format",
  value: "pretty|json",
  help: { en: "how it is written (pretty)", ja: "出力形式（既定は pretty）" },
};
const away: OptionRow = {
  name: "away",
  value: "PERSON:DATES",
  repeats: true,
  help: {
    en: "what if a person were away: Tanaka:2026-06-01.. is from that day on",
    ja: "人が不在だったら。Tanaka:2026-06-01.. はその日からずっと",
  },
};
const without: OptionRow = {
  name: "without",
  value: "PERSON",
  repeats: true,
  help: { en: "what if a person were not there at all", ja: "人がいなかったら" },
};
const today: OptionRow = {
  name: "today",
  value: "DATE",
  help: { en: "the day to check for, such as 2026-08-24", ja: "検査する日付。例えば 2026-08-24" },
};

/** Every command with its options; parsing, `--help` and the reference in the documentation read this table. */
export const commands: readonly CommandRow[] = [
  {
    name: "check",
    operands: "[PATH…]",
    help: { en: "report what is wrong in agreements", ja: "取り決めの問題を報告する" },
    options: [
      {
        name: "format",
        value: "pretty|json|github|sarif",
        help: { en: "how findings are written (pretty)", ja: "出力形式（既定は pretty）" },
      },
      {
        name: "fail-on",
        value: "error|warning|info",
        help: {
          en: "the level from which findings give exit code 1 (error)",
          ja: "終了コード 1 とする重大度（既定は error）",
        },
      },
      {
        name: "fix",
        help: {
          en: "first make all repairs that change no meaning, such as 9:00 to 09:00, in the files named",
          ja: "まず、9:00 を 09:00 にするような意味の変わらない修正を、指定したファイルにすべて行う",
        },
      },
      {
        name: "repairs",
        help: {
          en: "try further repairs of what was proved wrong, and show those that succeed; JSON always has them",
          ja: "証明で見つかったことの直し方をさらに試し、うまくいくものを示す（JSON には常にある）",
        },
      },
      {
        name: "hints",
        help: { en: "show hints, too, such as what nothing uses", ja: "使われていないものなどのヒントも示す" },
      },
      today,
      locale,
    ],
  },
  {
    name: "simulate",
    operands: "[PATH…]",
    help: {
      en: "decide a request: who answers, by when, what may be said",
      ja: "依頼を判断する。誰が、いつまでに、何と答えるか",
    },
    options: [
      { name: "kind", value: "KIND", help: { en: "the kind of request", ja: "依頼の種類" } },
      {
        name: "at",
        value: "TIME",
        help: {
          en: "when it arrives, such as 2026-08-22T10:15 (now)",
          ja: "届いた日時。例えば 2026-08-22T10:15（既定は現在）",
        },
      },
      { name: "channel", value: "CHANNEL", help: { en: "by which channel", ja: "連絡手段" } },
      { name: "customer", value: "NAME", help: { en: "for which customer", ja: "顧客" } },
      { name: "asker", value: "NAME", help: { en: "the team or person who asks", ja: "依頼するチームまたは人" } },
      {
        name: "to",
        value: "NAME",
        help: { en: "the person or team it is addressed to", ja: "名指しされた人またはチーム" },
      },
      {
        name: "waiting",
        value: "TIME..TIME",
        help: {
          en: "when it waits for the customer; several with commas",
          ja: "顧客の返事を待つ期間。複数はコンマで区切る",
        },
      },
      {
        name: "zone",
        value: "ZONE",
        help: {
          en: "the zone of a time without an offset; answers are told on the clock of the agreement",
          ja: "時差のない日時のタイムゾーン。答えの時刻は取り決めのタイムゾーンで示す",
        },
      },
      {
        name: "set",
        value: "FIELD=VALUE",
        repeats: true,
        help: { en: "a field of the request, such as rate=8%", ja: "依頼の項目。例えば rate=8%" },
      },
      {
        name: "request",
        short: "r",
        value: "FILE",
        help: {
          en: "requests in YAML, JSON or JSON lines, one or many; - for standard input; the options above hold for all of them",
          ja: "YAML、JSON、または 1 行に 1 件の JSON の依頼（複数可）。- は標準入力。上のオプションはすべての依頼に効く",
        },
      },
      {
        name: "why",
        help: {
          en: "show every clause that was considered, and what would change the answer",
          ja: "検討したすべての条項と、答えが変わる条件を示す",
        },
      },
      away,
      without,
      {
        name: "with-channel-down",
        value: "CHANNEL",
        repeats: true,
        help: { en: "what if a channel could not be used", ja: "連絡手段が使えなかったら" },
      },
      {
        name: "or-at",
        value: "TIME",
        help: { en: "what if it arrived at another time", ja: "別の日時に届いたら" },
      },
      prettyOrJson,
      locale,
    ],
    exits: {
      en: "Exit codes: 0 every request has an answer (also: no, never, closed until …), 1 nobody has agreed to handle one, nobody is there to do it, or agreements contradict each other, 2 a request or a file cannot be read.",
      ja: "終了コード：0 すべての依頼に答えがある（断り、約束不可、時間外も答え）、1 引き受ける取り決めがない、対応できる人がいない、または取り決めが矛盾する、2 依頼またはファイルを読めない。",
    },
  },
  {
    name: "test",
    operands: "[PATH…]",
    help: { en: "run the scenario files", ja: "シナリオを実行する" },
    options: [
      prettyOrJson,
      {
        name: "coverage",
        help: {
          en: "also show what of the agreements no scenario comes to",
          ja: "どのシナリオも通らない箇所も示す",
        },
      },
      {
        name: "coverage-lcov",
        value: "FILE",
        help: { en: "write the coverage to a file, in LCOV format", ja: "網羅の結果を LCOV 形式でファイルに書く" },
      },
      {
        name: "coverage-threshold",
        value: "PERCENT",
        help: {
          en: "exit code 1 where less than that is covered, such as 100",
          ja: "網羅がこれに満たなければ終了コード 1。例えば 100",
        },
      },
      {
        name: "no-focus",
        help: {
          en: "run all scenarios, and fail where one has a focus (so by itself where CI is set)",
          ja: "すべて実行し、focus があれば失敗とする（環境変数 CI があれば常に）",
        },
      },
      locale,
    ],
    exits: {
      en: "Exit codes: 0 all passed, 1 a scenario failed, too little is covered or a focus is left where none may be, 2 a scenario or a file cannot be understood, or there are none.",
      ja: "終了コード：0 すべて成功、1 失敗したシナリオがある、網羅が足りない、または残してはならない focus がある、2 理解できないシナリオやファイルがある、またはシナリオがない。",
    },
  },
  {
    name: "who",
    operands: "NAME [PATH…]",
    help: {
      en: "all that a person or a team handles, owns, approved, is asked, or stands in for, with dates",
      ja: "人またはチームが対応、担当、承認、確認、代理するものすべてを日付とともに示す",
    },
    options: [
      {
        name: "on",
        value: "DATE",
        help: {
          en: "only what holds on that day (else all, and turns of the next eight weeks)",
          ja: "その日に有効なものだけ（既定はすべて。当番は向こう 8 週間）",
        },
      },
      prettyOrJson,
      locale,
    ],
  },
  {
    name: "agenda",
    operands: "[PATH…]",
    help: {
      en: "what is due until a day: duties, reviews, dates of customers, ends of exceptions, agreements and handovers",
      ja: "ある日までの予定。義務、見直し、顧客の期日、例外・取り決め・引き継ぎの終わり",
    },
    options: [
      {
        name: "until",
        value: "DATE",
        help: { en: "the last day, such as 2026-12-31", ja: "最後の日。例えば 2026-12-31" },
      },
      { name: "from", value: "DATE", help: { en: "the first day (today)", ja: "最初の日（既定は今日）" } },
      away,
      without,
      {
        name: "format",
        value: "pretty|json|ical",
        help: {
          en: "how it is written (pretty); ical for a calendar",
          ja: "出力形式（既定は pretty）。ical はカレンダー用",
        },
      },
      locale,
    ],
  },
  {
    name: "prove",
    operands: "[PATH…]",
    help: {
      en: "what is proved of every request: that it has a handler, one answer, and what may be promised",
      ja: "すべての依頼について証明されたこと。担当があること、答えが一つであること、約束の可否が決まっていること",
    },
    options: [
      {
        name: "format",
        value: "pretty|json|markdown",
        help: {
          en: "how it is written (pretty); markdown for a comment on a change",
          ja: "出力形式（既定は pretty）。markdown は変更へのコメント用",
        },
      },
      today,
      locale,
    ],
    exits: {
      en: "Exit codes: 0 everything is proved, 1 there is a counter-example, or something was not decided, 2 a file cannot be read.",
      ja: "終了コード：0 すべて証明済み、1 反例または判定できなかったものがある、2 ファイルを読めない。",
    },
  },
  {
    name: "diff",
    operands: "OLD [NEW]",
    help: {
      en: "what changes in decisions between two folders, files or git revisions; 'diff main' against the files as they are",
      ja: "二つのフォルダー、ファイル、git の版で判断がどう変わるか。「diff main」は今のファイルと比べる",
    },
    options: [
      {
        name: "format",
        value: "pretty|json|markdown",
        help: {
          en: "how it is written (pretty); markdown for a comment on a pull request",
          ja: "出力形式（既定は pretty）。markdown はプルリクエストへのコメント用",
        },
      },
      {
        name: "fail-on",
        value: "CLASS,CLASS…",
        help: {
          en: "exit code 1 where there is a difference of one of these classes, or not everything was decided: any, lost-cover, declined, looser, tighter, later, earlier, other-handler, other-channel, cost, accepted, won-cover, other",
          ja: "これらの種類の違いがあるか、判定できないものがあれば終了コード 1: any, lost-cover, declined, looser, tighter, later, earlier, other-handler, other-channel, cost, accepted, won-cover, other",
        },
      },
      locale,
    ],
    exits: {
      en: "Exit codes: 0 compared (also where decisions change, without --fail-on), 1 a difference to fail on, or something was not decided, 2 a revision or a file cannot be read.",
      ja: "終了コード：0 比較できた（--fail-on がなければ違いがあっても）、1 --fail-on の種類の違い、または判定できないものがある、2 版またはファイルを読めない。",
    },
  },
  {
    name: "fmt",
    operands: "[PATH…]",
    help: { en: "lay agreements out in the one format", ja: "書式を整える" },
    options: [
      {
        name: "check",
        help: {
          en: "change nothing; exit code 1 where a file would change",
          ja: "変更せず、変わるファイルがあれば終了コード 1",
        },
      },
      locale,
    ],
    exits: {
      en: "Exit codes: 0 all is laid out, 1 with --check, a file would change, 2 a file cannot be read, or has something in it that cannot be read and so was left as it is.",
      ja: "終了コード：0 すべて整っている、1 --check で、変わるファイルがある、2 ファイルを読めない、または読めない箇所があって整えていない宣言がある。",
    },
  },
  {
    name: "explain",
    operands: "[CODE]",
    help: { en: "explain a finding's code, with examples", ja: "コードの意味を例とともに説明する" },
    options: [locale],
  },
];
