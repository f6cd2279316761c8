import { phrase } from "../core/checks/message.ts";
import { nearest } from "../core/text/nearest.ts";
import { UsageError } from "./usageError.ts";

/** The declared name that is written on the command line, compared as names are (NFKC); what is not among them is a `UsageError` that says what was probably meant. */
export function declaredName(written: string, names: Iterable<string>): string {
  const name = written.trim().normalize("NFKC");
  const declared = new Set(names);
  if (declared.has(name)) return name;
  const guess = nearest(name, declared);
  const meant = guess ? { en: ` Did you mean '${guess}'?`, ja: `「${guess}」のことですか。` } : "";
  throw new UsageError(
    phrase(
      "Nobody and nothing is called '{written}' in these agreements.{meant} Write the name as it is declared.",
      "この取り決めに「{written}」という名前はありません。{meant}宣言どおりの名前を書いてください。",
      { written, meant },
    ),
  );
}
