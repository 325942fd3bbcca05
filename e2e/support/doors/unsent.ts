type Unsent = [file: string, names: string, why: string];

/** Actions that no form of the stage does, by their file, with what it has not. That none of them calls a door is looked at. */
const UNSENT: Unsent[] = [
  ['app/admin/accounts/[accountId]', 'endTieOfAccount', 'an account that a provider vouches for'],
  ['app/admin/accounts/[accountId]', 'resetFactors', 'an account with a second step'],
  ['app/admin/accounts', 'attachPerson', 'a woman who is looked for first'],
  ['app/admin/accounts', 'chooseLanguage', 'stands in the head of every page, and answers with nothing'],
  ['app/admin/accounts', 'detachPerson', 'an account that is attached to a record'],
  ['app/admin/accounts', 'endSessionsOfAccount', 'an account that is signed in elsewhere'],
  ['app/admin/accounts', 'makeResetLink', 'an account without an e-mail address'],
  ['app/admin/accounts', 'sendInvitationAgain withdrawInvitation', 'an invitation that waits'],
  ['app/admin/accounts/own', 'endOtherSessions', 'a session of hers beside the one at work'],
  ['app/admin/accounts/own', 'endOwnTie reopenOwnTie', 'a provider of sign-ins'],
  [
    'app/admin/accounts/own/second-factor',
    'endRememberedDevice makeRecoveryCodes removeFactor',
    'a second step that is set up',
  ],
  ['app/admin/articles/[articleId]', 'confirmAlert forceAlert', 'an alert that waits; the piece here is none'],
  ['app/admin/articles/[articleId]', 'lookAtRefusedName', 'a piece that names a woman who has said no'],
  [
    'app/admin/articles/[articleId]',
    'moveArticle publishArticle takeNameBack unscheduleArticle withdrawArticle',
    'a piece that is approved or public',
  ],
  ['app/admin/articles/[articleId]/parts', 'beginEdition', 'a guide that is public'],
  ['app/admin/articles/[articleId]/parts', 'writeAlertParts', 'an alert; the piece here is a guide'],
  [
    'app/admin/articles/[articleId]/remarks',
    'remarkOnArticle resolveRemark',
    'a text that is read by somebody who did not write it',
  ],
  ['app/admin/articles/[articleId]/sounds', 'removeSound', 'a text with a sound'],
  ['app/admin/articles/[articleId]/subject-person', 'chooseSubjectPerson', 'a woman who is looked for first'],
  ['app/admin/articles/[articleId]/subject-person', 'removeSubjectPerson sayNaming', 'a story that tells of a woman'],
  ['app/admin/articles/[articleId]/versions', 'restoreText', 'a text of before that was kept'],
  ['app/admin/articles/links', 'removeHost', 'a host that was added'],
  ['app/admin/articles/new', 'draftFromAnswers', 'a kind of piece that is chosen first'],
  ['app/admin/articles/rulings', 'revokeApprovalRuling', 'a ruling that stands'],
  ['app/admin/boundaries', 'removeBoundaries showBoundaries', 'boundaries that were brought'],
  ['app/admin/certificates', 'issueCertificates', 'women whose presence is settled'],
  [
    'app/admin/certificates',
    'endInstructor recogniseInstructor renewInstructor',
    'a woman who is looked for first, or an instructor',
  ],
  ['app/admin/condition', 'seeToAlarm', 'an alarm that waits'],
  [
    'app/admin/courses/pictures/[pictureId]',
    'sayNotInPicture takeConsent withdrawConsent',
    'a picture of a course with who is in it',
  ],
  ['app/admin/digital-models/[modelId]/board', 'endBoardSeat', 'a board with somebody on it'],
  ['app/admin/digital-models/[modelId]/criteria', 'meetCriterion unmeetCriterion', 'criteria that are in force'],
  [
    'app/admin/digital-models/[modelId]/households',
    'addHousehold editHousehold endHousehold',
    'a family with households',
  ],
  ['app/admin/digital-models/[modelId]/members', 'endModelMember', 'a club with members'],
  ['app/admin/digital-models/[modelId]/practice', 'copyPractice writePractice', 'a club; the model here is a family'],
  ['app/admin/digital-models', 'foundModel', 'a unit that is chosen first'],
  ['app/admin/indicators', 'ruleCoverage withdrawRuling', 'coverage; the indicator here is another'],
  ['app/admin/jobs', 'seeDifferences', 'a job that found a difference'],
  ['app/admin/pairs', 'pairUp', 'two women who are chosen first'],
  ['app/admin/people/[personId]/consents', 'sayNotInPicture', 'a picture that she is named in'],
  ['app/admin/pictures/[pictureId]/faces', 'sayFacesAgain', 'a picture with who is in it'],
  ['app/admin/pictures', 'approvePictureWords returnPictureWords', 'words of a picture that wait for somebody else'],
  ['app/admin/pictures', 'takeConsent withdrawConsent', 'a picture with who is in it'],
  ['app/admin/reminders/new', 'remind', 'somebody who answers for the unit'],
  ['app/admin/reports/template', 'chooseReportTemplate', 'a template that was sent and fits'],
  ['app/admin/second-pairs', 'agreeAsSecond', 'what somebody else asks for'],
  [
    'app/admin/spot-checks',
    'announceSpotRound answerSpotCheck closeSpotRound drawSpotRound takeOverSpotCheck withdrawSpotRound',
    'a round that is open; the one here is closed',
  ],
  [
    'app/admin/trainings/[sessionId]/attendance',
    'reviewAttendance revokePhone settleAttendance uniteLines',
    'phones at the door, and marks that contradict each other',
  ],
  ['app/admin/trainings/[sessionId]/outcomes', 'takeFeedback', 'a session that is held today'],
  ['app/admin/trainings', 'decideSession', 'a session that waits; these are approved or held'],
  ['app/admin/trainings/calls', 'announceCall withdrawCall', 'a topic that is chosen first, or a call that stands'],
  ['app/admin/trainings/series', 'cancelSeries changeSeries checkChange confirmSeries', 'a series'],
  [
    'app/admin/units',
    'ceaseRecordKeeping declareRecordKeeping giveUnitCode setReception',
    'a commune; the unit here is a sub-association',
  ],
  ['app/admin/units', 'placeSingly undoChange', 'a change of units that is planned or done'],
  ['app/admin/venues', 'createVenue', 'a commune that is chosen first'],
];

/** Of a file that comes to a door, an action whose own command does not: by itself it is looked at again. */
export const APART: Readonly<Record<string, string>> = {
  // a signing of the city that waits for its job
  'app/admin/reports/actions.ts cancelSigning': 'domain/reports/signing/cancel-commands.ts',
};

const excused: ReadonlySet<string> = new Set(
  UNSENT.flatMap(([file, names]) => names.split(' ').map((name) => `${file}/actions.ts ${name}`)),
);

/** All that have a reason, to be held against what was not sent. */
export const excusedActions = (): string[] => [...excused, ...Object.keys(APART)].sort();
