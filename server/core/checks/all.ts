import type { Check } from "./define.ts";
import { agreementExpired } from "./rules/agreement-expired.ts";
import { agreementNotYet } from "./rules/agreement-not-yet.ts";
import { ambiguousDuration } from "./rules/ambiguous-duration.ts";
import { ambiguousHours } from "./rules/ambiguous-hours.ts";
import { ambiguousName } from "./rules/ambiguous-name.ts";
import { approvedInFuture } from "./rules/approved-in-future.ts";
import { approvedTooLate } from "./rules/approved-too-late.ts";
import { backToLaterStep } from "./rules/back-to-later-step.ts";
import { brokenInvariant } from "./rules/broken-invariant.ts";
import { calendarCycle } from "./rules/calendar-cycle.ts";
import { channelInHandle } from "./rules/channel-in-handle.ts";
import { channelWithoutAddress } from "./rules/channel-without-address.ts";
import { conditionNeverHolds } from "./rules/condition-never-holds.ts";
import { conflictingCases } from "./rules/conflicting-cases.ts";
import { conflictingClauses } from "./rules/conflicting-clauses.ts";
import { conflictingExceptions } from "./rules/conflicting-exceptions.ts";
import { conflictingOpenLines } from "./rules/conflicting-open-lines.ts";
import { contradictingCommitment } from "./rules/contradicting-commitment.ts";
import { coverHole } from "./rules/cover-hole.ts";
import { customerWithoutBackup } from "./rules/customer-without-backup.ts";
import { customerWithoutOwner } from "./rules/customer-without-owner.ts";
import { cutoffDelaysClock } from "./rules/cutoff-delays-clock.ts";
import { dateNotation } from "./rules/date-notation.ts";
import { deputyAway } from "./rules/deputy-away.ts";
import { deputyMissing } from "./rules/deputy-missing.ts";
import { dueWhileAway } from "./rules/due-while-away.ts";
import { duplicateName } from "./rules/duplicate-name.ts";
import { duplicateProperty } from "./rules/duplicate-property.ts";
import { emptyCommitment } from "./rules/empty-commitment.ts";
import { emptyText } from "./rules/empty-text.ts";
import { emptyTimeRange } from "./rules/empty-time-range.ts";
import { escalationCycle } from "./rules/escalation-cycle.ts";
import { escalationCycleAtTimes } from "./rules/escalation-cycle-at-times.ts";
import { escalationToNobody } from "./rules/escalation-to-nobody.ts";
import { escalationToTheSame } from "./rules/escalation-to-the-same.ts";
import { escalationTooLate } from "./rules/escalation-too-late.ts";
import { exceptionAboutToEnd } from "./rules/exception-about-to-end.ts";
import { exceptionCreep } from "./rules/exception-creep.ts";
import { exceptionExpired } from "./rules/exception-expired.ts";
import { exceptionOutsideBase } from "./rules/exception-outside-base.ts";
import { exceptionOwnerInNoTeam } from "./rules/exception-owner-in-no-team.ts";
import { exceptionRenewed } from "./rules/exception-renewed.ts";
import { exceptionToNoClause } from "./rules/exception-to-no-clause.ts";
import { exceptionTooLong } from "./rules/exception-too-long.ts";
import { exceptionWithoutApproval } from "./rules/exception-without-approval.ts";
import { exceptionWithoutEnd } from "./rules/exception-without-end.ts";
import { exceptionWithoutOwner } from "./rules/exception-without-owner.ts";
import { exceptionWithoutReason } from "./rules/exception-without-reason.ts";
import { fieldDiffers } from "./rules/field-differs.ts";
import { fieldNotInEveryKind } from "./rules/field-not-in-every-kind.ts";
import { fractionOfMoney } from "./rules/fraction-of-money.ts";
import { fullWidth } from "./rules/full-width.ts";
import { guaranteeNotDecided } from "./rules/guarantee-not-decided.ts";
import { guaranteeNotKept } from "./rules/guarantee-not-kept.ts";
import { guaranteeWithoutTarget } from "./rules/guarantee-without-target.ts";
import { handoverFromAnother } from "./rules/handover-from-another.ts";
import { handoverIncomplete } from "./rules/handover-incomplete.ts";
import { handoverToOneself } from "./rules/handover-to-oneself.ts";
import { handoverTooShort } from "./rules/handover-too-short.ts";
import { handoverWithoutBackup } from "./rules/handover-without-backup.ts";
import { handoverWithoutEnd } from "./rules/handover-without-end.ts";
import { hoursNeverMeet } from "./rules/hours-never-meet.ts";
import { impossibleDate } from "./rules/impossible-date.ts";
import { impossibleTime } from "./rules/impossible-time.ts";
import { kindNotInClause } from "./rules/kind-not-in-clause.ts";
import { leaverStillOwns } from "./rules/leaver-still-owns.ts";
import { lineDoesNotFit } from "./rules/line-does-not-fit.ts";
import { missingHours } from "./rules/missing-hours.ts";
import { missingPart } from "./rules/missing-part.ts";
import { missingZone } from "./rules/missing-zone.ts";
import { neverOpenThen } from "./rules/never-open-then.ts";
import { nobodyHandles } from "./rules/nobody-handles.ts";
import { notDecided } from "./rules/not-decided.ts";
import { notInTeam } from "./rules/not-in-team.ts";
import { notWhole } from "./rules/not-whole.ts";
import { oneSidedAgreement } from "./rules/one-sided-agreement.ts";
import { openAndClosed } from "./rules/open-and-closed.ts";
import { openingReplacesHours } from "./rules/opening-replaces-hours.ts";
import { opensOutsideEffective } from "./rules/opens-outside-effective.ts";
import { overlappingRows } from "./rules/overlapping-rows.ts";
import { ownDeputy } from "./rules/own-deputy.ts";
import { promiseNotKept } from "./rules/promise-not-kept.ts";
import { redundantClause } from "./rules/redundant-clause.ts";
import { renewalCycle } from "./rules/renewal-cycle.ts";
import { repeatedName } from "./rules/repeated-name.ts";
import { resolveBeforeRespond } from "./rules/resolve-before-respond.ts";
import { reversedDates } from "./rules/reversed-dates.ts";
import { reviewNeverDue } from "./rules/review-never-due.ts";
import { secondCheckByNobody } from "./rules/second-check-by-nobody.ts";
import { silentCommitment } from "./rules/silent-commitment.ts";
import { singleDate } from "./rules/single-date.ts";
import { singlePerson } from "./rules/single-person.ts";
import { singlePersonAtTimes } from "./rules/single-person-at-times.ts";
import { singleValue } from "./rules/single-value.ts";
import { slackeningLimit } from "./rules/slackening-limit.ts";
import { slipOfThePen } from "./rules/slip-of-the-pen.ts";
import { stepsExceedResolve } from "./rules/steps-exceed-resolve.ts";
import { sunsetGap } from "./rules/sunset-gap.ts";
import { syntaxError } from "./rules/syntax-error.ts";
import { tableGap } from "./rules/table-gap.ts";
import { teamAndPerson } from "./rules/team-and-person.ts";
import { timeNotation } from "./rules/time-notation.ts";
import { tooLong } from "./rules/too-long.ts";
import { typeInOtherWords } from "./rules/type-in-other-words.ts";
import { typographicQuotes } from "./rules/typographic-quotes.ts";
import { unclosedText } from "./rules/unclosed-text.ts";
import { unhandledRequest } from "./rules/unhandled-request.ts";
import { unknownHolidayRegion } from "./rules/unknown-holiday-region.ts";
import { unknownName } from "./rules/unknown-name.ts";
import { unknownPlaceholder } from "./rules/unknown-placeholder.ts";
import { unknownPremium } from "./rules/unknown-premium.ts";
import { unknownRecord } from "./rules/unknown-record.ts";
import { unknownUnit } from "./rules/unknown-unit.ts";
import { unknownZone } from "./rules/unknown-zone.ts";
import { unmentionedKind } from "./rules/unmentioned-kind.ts";
import { unreachableCalendar } from "./rules/unreachable-calendar.ts";
import { unreachableClause } from "./rules/unreachable-clause.ts";
import { unusedDeclaration } from "./rules/unused-declaration.ts";
import { wrongKindOfName } from "./rules/wrong-kind-of-name.ts";
import { wrongNumberOfCells } from "./rules/wrong-number-of-cells.ts";
import { wrongOperator } from "./rules/wrong-operator.ts";
import { wrongType } from "./rules/wrong-type.ts";
import { wrongUnit } from "./rules/wrong-unit.ts";

/** Every check, by code. */
export const allChecks: readonly Check[] = [
  syntaxError,
  fullWidth,
  typographicQuotes,
  unclosedText,
  dateNotation,
  timeNotation,
  slipOfThePen,
  unknownName,
  duplicateName,
  teamAndPerson,
  wrongKindOfName,
  repeatedName,
  missingPart,
  duplicateProperty,
  ambiguousName,
  singleValue,
  wrongType,
  wrongUnit,
  wrongOperator,
  fractionOfMoney,
  fieldNotInEveryKind,
  fieldDiffers,
  kindNotInClause,
  channelInHandle,
  lineDoesNotFit,
  wrongNumberOfCells,
  overlappingRows,
  unknownPlaceholder,
  emptyText,
  tableGap,
  typeInOtherWords,
  ambiguousDuration,
  unknownUnit,
  notWhole,
  tooLong,
  impossibleDate,
  impossibleTime,
  reversedDates,
  emptyTimeRange,
  openAndClosed,
  conflictingOpenLines,
  calendarCycle,
  unreachableCalendar,
  unknownZone,
  unknownHolidayRegion,
  missingZone,
  missingHours,
  unknownPremium,
  neverOpenThen,
  cutoffDelaysClock,
  agreementExpired,
  agreementNotYet,
  exceptionWithoutEnd,
  exceptionWithoutApproval,
  exceptionWithoutOwner,
  exceptionWithoutReason,
  exceptionTooLong,
  exceptionExpired,
  exceptionAboutToEnd,
  exceptionOwnerInNoTeam,
  exceptionToNoClause,
  exceptionRenewed,
  renewalCycle,
  opensOutsideEffective,
  approvedTooLate,
  reviewNeverDue,
  approvedInFuture,
  singleDate,
  singlePerson,
  deputyMissing,
  deputyAway,
  ownDeputy,
  escalationToTheSame,
  escalationCycle,
  channelWithoutAddress,
  notInTeam,
  ambiguousHours,
  nobodyHandles,
  emptyCommitment,
  resolveBeforeRespond,
  conditionNeverHolds,
  stepsExceedResolve,
  backToLaterStep,
  secondCheckByNobody,
  unusedDeclaration,
  unmentionedKind,
  conflictingClauses,
  conflictingCases,
  conflictingExceptions,
  handoverWithoutEnd,
  handoverTooShort,
  handoverToOneself,
  unknownRecord,
  handoverIncomplete,
  handoverWithoutBackup,
  leaverStillOwns,
  customerWithoutOwner,
  customerWithoutBackup,
  oneSidedAgreement,
  guaranteeWithoutTarget,
  handoverFromAnother,
  dueWhileAway,
  unhandledRequest,
  unreachableClause,
  redundantClause,
  exceptionOutsideBase,
  slackeningLimit,
  silentCommitment,
  brokenInvariant,
  guaranteeNotKept,
  guaranteeNotDecided,
  coverHole,
  escalationTooLate,
  escalationToNobody,
  promiseNotKept,
  escalationCycleAtTimes,
  notDecided,
  singlePersonAtTimes,
  contradictingCommitment,
  sunsetGap,
  exceptionCreep,
  openingReplacesHours,
  hoursNeverMeet,
];
