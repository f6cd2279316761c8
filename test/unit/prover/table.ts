/** Decision tables as data: what a cell holds of, and a table as the text of an agreement. */

/** What a column holds: values with a name, a number, a whole amount, a date or a text. */
export type Column = "number" | "whole" | "date" | "text" | readonly string[];

/**
 * A table of [tables](./tables). Cells are written as decision tables write them: `-` for anything, `>= 18`, `[600..660]` with
 * round brackets for an end that is not meant, single values, and names with commas between them.
 */
export interface Table {
  readonly name: string;
  readonly columns: Readonly<Record<string, Column>>;
  /** The values that can occur, by column. */
  readonly within?: readonly string[];
  readonly rows: readonly { readonly when: readonly string[]; readonly then: string }[];
  /** The rows in the order in which the first that holds decides; without it as they are written. */
  readonly order?: readonly number[];
  readonly known: {
    readonly gaps: readonly (readonly string[])[];
    readonly overlaps: readonly { readonly rows: readonly [number, number]; readonly at: readonly string[] }[];
    /** Rows that never decide where the first that holds does. */
    readonly dead: readonly number[];
    /** Rows that say what others do, wherever they hold. */
    readonly repeated: readonly number[];
  };
}

/** One value of each column: numbers as they are, dates as days since 1970, names and texts as texts. */
export type Values = readonly (number | string)[];

/** What a cell asks: one of some texts, or a number from and up to some. */
type Test =
  | { readonly kind: "anything" }
  | { readonly kind: "texts"; readonly texts: readonly string[]; readonly negated: boolean }
  | { readonly kind: "range"; readonly low: Limit | undefined; readonly high: Limit | undefined };

interface Limit {
  readonly text: string;
  readonly number: number;
  readonly isMeant: boolean;
}

/** Whether every cell holds of the value of its column. */
export function holdsOf(table: Table, cells: readonly string[], values: Values): boolean {
  return columnsOf(table).every(([, column], index) =>
    isTrue(testOf(cells[index] ?? "-", column), values[index] ?? ""),
  );
}

function isTrue(test: Test, value: number | string): boolean {
  switch (test.kind) {
    case "anything":
      return true;
    case "texts":
      return test.texts.includes(String(value)) !== test.negated;
    case "range": {
      const number = Number(value);
      const isAbove = !test.low || number > test.low.number || (test.low.isMeant && number === test.low.number);
      const isBelow = !test.high || number < test.high.number || (test.high.isMeant && number === test.high.number);
      return isAbove && isBelow;
    }
    default:
      return test satisfies never;
  }
}

function columnsOf({ columns }: Table): readonly (readonly [string, Column])[] {
  return Object.entries(columns);
}

function testOf(cell: string, column: Column): Test {
  if (cell === "-") return { kind: "anything" };
  if (column === "text" || Array.isArray(column)) {
    const negated = cell.startsWith("not ");
    return { kind: "texts", texts: cell.replace("not ", "").split(", "), negated };
  }
  const limit = (text: string, isMeant: boolean): Limit => ({ text, number: numberOf(text), isMeant });
  const range = /^([[(])(.+)\.\.(.+)([\])])$/.exec(cell);
  if (range) {
    const [, open = "", low = "", high = "", close = ""] = range;
    return { kind: "range", low: limit(low, open === "["), high: limit(high, close === "]") };
  }
  const [, sign = "", text = ""] = /^(<=|>=|<|>|)(.+)$/.exec(cell) ?? [];
  const end = limit(text, sign === "" || sign.endsWith("="));
  return { kind: "range", low: sign.startsWith("<") ? undefined : end, high: sign.startsWith(">") ? undefined : end };
}

function numberOf(text: string): number {
  return text.includes("-") ? Date.parse(text) / 86_400_000 : Number(text);
}

/** Values on both sides of every limit of a table, and those that limits name; all columns with each other. */
export function pointsOf(table: Table): readonly Values[] {
  const cells = [
    ...table.rows.map(({ when }) => when),
    ...table.known.gaps,
    ...table.known.overlaps.map(({ at }) => at),
  ];
  const all = table.within ? [...cells, table.within] : cells;
  return columnsOf(table)
    .reduce<readonly Values[]>(
      (points, [, column], index) => {
        const values = valuesOf(
          column,
          all.map((each) => testOf(each[index] ?? "-", column)),
        );
        return points.flatMap((point) => values.map((value) => [...point, value]));
      },
      [[]],
    )
    .filter((point) => !table.within || holdsOf(table, table.within, point));
}

function valuesOf(column: Column, tests: readonly Test[]): readonly (number | string)[] {
  if (typeof column !== "string") return column;
  const texts = tests.flatMap((test) => (test.kind === "texts" ? test.texts : []));
  if (column === "text") return [...new Set([...texts, "anything else"])];
  const limits = tests.flatMap((test) => (test.kind === "range" ? [test.low, test.high] : []));
  const step = column === "number" ? 0.25 : 1;
  const around = limits.flatMap((limit) => (limit ? [limit.number - step, limit.number, limit.number + step] : []));
  return [...new Set(around)].filter((number) => number >= 0 || column === "number");
}

// as text -------------------------------------------------------------------------------------------------------------

/** How rows decide: each for itself, by what they say, or the first that holds. */
export type Policy = "rows" | "outputs" | "first";

/** A table as an agreement: a clause a row, named `row1` and so on, and what cannot occur as facts. */
export function textOf(table: Table, policy: Policy, impossible: readonly (readonly string[])[] = []): string {
  const columns = columnsOf(table);
  const whenOf = (cells: readonly string[]) => conditionOf(table, cells);
  const order = table.order ?? table.rows.map((_, index) => index + 1);
  const clauses = table.rows.map(({ when, then }, index) => {
    const before = policy === "first" ? order.slice(0, order.indexOf(index + 1)) : [];
    const others = before.map((row) => `not (${whenOf(table.rows[row - 1]?.when ?? [])})`);
    const said = policy === "outputs" ? then : `${index + 1}: ${then}`;
    const condition = [whenOf(when), ...others].join(" and ");
    return `  handle row${index + 1}: question when ${condition} {\n    by  Desk\n    say "${said}"\n  }`;
  });
  const beyond = table.within ? [`impossible when not (${whenOf(table.within)})`] : [];
  return [
    company,
    `request question { ${columns.map(([name, column]) => `${name}: ${typeOf(column)}`).join(", ")} }`,
    `agreement table between Clerks and Desk {\n  effective 2026-04-01..2027-03-31\n${clauses.join("\n")}\n}`,
    ...beyond,
    ...impossible.map((cells) => `impossible when ${whenOf(cells)}`),
    "",
  ].join("\n");
}

function typeOf(column: Column): string {
  if (typeof column !== "string") return column.join(" | ");
  return column === "whole" ? "JPY" : column;
}

/** Cells as a condition; of a row that asks for nothing one that always holds. */
function conditionOf(table: Table, cells: readonly string[]): string {
  const parts = columnsOf(table).flatMap(([name, column], index) => {
    const test = testOf(cells[index] ?? "-", column);
    const text = comparisonOf(name, column, test);
    return text === undefined ? [] : [text];
  });
  return parts.length > 0 ? parts.join(" and ") : "(asker is Clerks or asker is not Clerks)";
}

function comparisonOf(name: string, column: Column, test: Test): string | undefined {
  switch (test.kind) {
    case "anything":
      return undefined;
    case "texts": {
      const values = column === "text" ? test.texts.map((text) => `"${text}"`) : test.texts;
      return `${name} is ${test.negated ? "not " : ""}${values.length > 1 ? "one of " : ""}${values.join(", ")}`;
    }
    case "range": {
      const { low, high } = test;
      const unit = column === "whole" ? " JPY" : "";
      if (low && low === high) return `${name} is ${low.text}${unit}`;
      const from = low && `${name} ${low.isMeant ? ">=" : ">"} ${low.text}${unit}`;
      const upTo = high && `${name} ${high.isMeant ? "<=" : "<"} ${high.text}${unit}`;
      return [from, upTo].filter((each) => each !== undefined).join(" and ");
    }
    default:
      return test satisfies never;
  }
}

const company = `calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
team Clerks {
  lead  Sato
  hours office
}
team Desk {
  lead  Ito
  hours office
}`;
