type Unsent = [file: string, names: string, why: string];

/** Actions that no form of the stage does, by their file, with why not: none takes the id of a woman, a unit or an account. That none calls a door is looked at. */
const UNSENT: Unsent[] = [
  ['app/admin/accounts', 'chooseLanguage', 'stands in the head of every page, and answers with nothing'],
  [
    'app/admin/accounts/own/second-factor',
    'endRememberedDevice makeRecoveryCodes removeFactor',
    'a second step of whoever sends; they know no other account',
  ],
  ['app/admin/articles/links', 'removeHost', 'a host of the web that was added'],
  ['app/admin/articles/rulings', 'revokeApprovalRuling', 'a ruling of the city that stands'],
  ['app/admin/boundaries', 'removeBoundaries showBoundaries', 'boundaries of the city that were brought'],
  ['app/admin/condition', 'seeToAlarm', 'an alarm that waits'],
  ['app/admin/indicators', 'ruleCoverage withdrawRuling', 'coverage of the city; the indicator here is another'],
  ['app/admin/jobs', 'seeDifferences', 'a job that found a difference'],
  ['app/admin/reports/template', 'chooseReportTemplate', 'a template that was sent and fits'],
  [
    'app/admin/spot-checks',
    'announceSpotRound drawSpotRound withdrawSpotRound',
    'a round of the city before it is drawn',
  ],
];

/** Actions whose forms stand only where a record is in another state than on the stage of `doors-sent.spec.ts`: `doors-states.spec.ts` sends them. */
const IN_OTHER_STATES: Readonly<Record<string, string>> = {
  'app/admin/accounts/[accountId]': 'endTieOfAccount resetFactors',
  'app/admin/accounts':
    'attachPerson detachPerson endSessionsOfAccount makeResetLink sendInvitationAgain withdrawInvitation',
  'app/admin/accounts/own': 'endOtherSessions endOwnTie reopenOwnTie',
  'app/admin/articles/[articleId]':
    'confirmAlert forceAlert lookAtRefusedName moveArticle publishArticle takeNameBack unscheduleArticle withdrawArticle',
  'app/admin/articles/[articleId]/parts': 'beginEdition writeAlertParts',
  'app/admin/articles/[articleId]/remarks': 'remarkOnArticle resolveRemark',
  'app/admin/articles/[articleId]/sounds': 'removeSound',
  'app/admin/articles/[articleId]/subject-person': 'chooseSubjectPerson removeSubjectPerson sayNaming',
  'app/admin/articles/[articleId]/versions': 'restoreText',
  'app/admin/articles/new': 'draftFromAnswers',
  'app/admin/certificates': 'endInstructor issueCertificates recogniseInstructor renewInstructor',
  'app/admin/courses/pictures/[pictureId]': 'sayNotInPicture takeConsent withdrawConsent',
  'app/admin/digital-models/[modelId]/board': 'endBoardSeat',
  'app/admin/digital-models/[modelId]/criteria': 'meetCriterion unmeetCriterion',
  'app/admin/digital-models/[modelId]/households': 'addHousehold editHousehold endHousehold',
  'app/admin/digital-models/[modelId]/members': 'endModelMember',
  'app/admin/digital-models/[modelId]/practice': 'copyPractice writePractice',
  'app/admin/digital-models': 'foundModel',
  'app/admin/pairs': 'pairUp recordMetToday',
  'app/admin/people/[personId]/consents': 'sayNotInPicture',
  'app/admin/pictures': 'approvePictureWords returnPictureWords takeConsent withdrawConsent',
  'app/admin/pictures/[pictureId]/faces': 'sayFacesAgain',
  'app/admin/reminders/new': 'remind',
  'app/admin/second-pairs': 'agreeAsSecond',
  'app/admin/spot-checks': 'answerSpotCheck closeSpotRound takeOverSpotCheck',
  'app/admin/trainings/[sessionId]/attendance': 'reviewAttendance revokePhone settleAttendance uniteLines',
  'app/admin/trainings/[sessionId]/outcomes': 'takeFeedback',
  'app/admin/trainings': 'decideSession',
  'app/admin/trainings/calls': 'announceCall withdrawCall',
  'app/admin/trainings/series': 'cancelSeries changeSeries checkChange confirmSeries',
  'app/admin/units': 'ceaseRecordKeeping declareRecordKeeping giveUnitCode placeSingly setReception undoChange',
  'app/admin/venues': 'createVenue',
};

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

/** All that are sent in another state, as they are called in lists. */
export const actionsOfOtherStates = (): string[] =>
  Object.entries(IN_OTHER_STATES).flatMap(([file, names]) =>
    names.split(' ').map((name) => `${file}/actions.ts ${name}`),
  );
