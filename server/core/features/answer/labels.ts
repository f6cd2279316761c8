/** What the lines of an answer are called. */
import { wording } from "../say.ts";

/** The label of each line of an answer by which others find it. */
export const answerLabels = {
  who: wording("Who", "担当"),
  channel: wording("Channel", "連絡手段"),
  clock: wording("Clock starts", "起算"),
  respond: wording("Respond by", "回答期限"),
  resolve: wording("Resolve by", "解決期限"),
  escalation: wording("Escalation", "エスカレーション"),
  steps: wording("Steps", "手順"),
  doneBy: wording("Done by", "完了予定"),
  promise: wording("Promise", "約束"),
  ask: wording("Ask", "確認先"),
  because: wording("Because", "理由"),
  surcharge: wording("Surcharge", "割増料金"),
  conflict: wording("Conflict", "矛盾"),
};
