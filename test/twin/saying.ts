/*
 * What is said (language.md M4): the author's sentence, in which `{channel}` is the list of channels with the team's
 * addresses. How a list is set is left to the product; here it only has to be that list, whole and in its order.
 */

/** A channel with the addresses that the team has on it. */
export interface NamedChannel {
  readonly channel: string;
  readonly addresses: readonly string[];
}

/** A sentence with what its `{channel}` stands for, as a text for `isSaid`. */
export function sayingText(sentence: string, channels: readonly NamedChannel[]): string {
  return JSON.stringify({ sentence, channels: sentence.includes(hole) ? channels : [] });
}

/** Whether something says a sentence with its list. */
export function isSaid(saying: string, said: string): boolean {
  const { sentence, channels }: { sentence: string; channels: readonly NamedChannel[] } = JSON.parse(saying);
  const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sentence);
  const comma = japanese ? "、" : ", ";
  const between = japanese ? "(?:、| ?または ?)" : "(?:, | or )";
  const named = channels.map(({ channel, addresses }) => {
    const brackets = ` ?[(（]${addresses.map(literally).join(comma)}[)）]`;
    return literally(channel) + (addresses.length > 0 ? brackets : "");
  });
  // Beside a Japanese name no space need stand.
  const list = " ?" + named.join(between) + " ?";
  const written = sentence.split(hole).map((part, index, all) => {
    const start = index > 0 ? part.trimStart() : part;
    return literally(index < all.length - 1 ? start.trimEnd() : start);
  });
  return new RegExp(`^${written.join(list)}$`, "u").test(said);
}

const hole = "{channel}";

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
