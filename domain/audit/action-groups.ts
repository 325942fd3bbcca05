/** The actions that commands write into the trail, by the concept they are about. A test holds that none is missing. */
const names = {
  people: `
    recordPerson editPerson seePhone startMembership endMembership moveMembership
    appoint endOffice openTerm createNetwork joinNetwork leaveNetwork
    markSkill sayNotSame`,
  consents: `
    takeConsent withdrawConsent sayNotInPicture writeSensitive readSensitive dropSensitive
    exportOwnData erasePerson eraseAgain changeKeys`,
  'member-cards': `
    makeMemberCard printMemberCards handOverMemberCard endMemberCard openMemberCard closeMemberCard
    cancelByMemberCard withdrawByMemberCard`,
  merging: `
    mergePersons undoMerge askFor answerRequest withdrawRequest moveMember
    handOver takePhone recordDeath takeBackDeath`,
  imports: `
    exportBadRows importPerson undoImportedPerson uploadSheet confirmImport finishImport
    discardImport undoImport finishUndo purgeImport`,
  exports: `
    exportPeople exportModels exportPairs exportLessons exportUnits exportTrainings exportMatrix exportParticipants
    exportReach exportIndicator exportCoverage exportSpotList`,
  units: `
    foundUnit renameUnit giveUnitCode changeUnitKind moveUnit mergeUnits
    splitUnit closeUnit undoChange declareRecordKeeping ceaseRecordKeeping setReception ruleCoverage withdrawRuling
    uploadBoundaries showBoundaries removeBoundaries`,
  'digital-models': `
    foundModel editModel changeStatus stopModel takeBackStatus recordActivity correctActivity takeBackActivity
    appointToBoard endBoardSeat addModelMembers endModelMember createHousehold addHousehold addHouseholds
    editHousehold endHousehold meetCriterion unmeetCriterion planCriteria moveCriteria
    dropCriteria saveCriterion arrangeCriteria writePractice copyPractice answerHint`,
  pairs: `
    pairUp tiePair endPair addGoal removeGoal markGoal
    recordContact`,
  'peer-lessons': `
    recordPeerLesson correctPeerLesson takeBackPeerLesson`,
  trainings: `
    proposeSession editSession cancelSession approveSession refuseSession confirmSeries
    changeSeries cancelSeries createCourse editCourse addMaterial removeMaterial
    setNeededSkills createVenue editVenue announceCall withdrawCall`,
  enrolments: `
    signUpForSession enrolMembers removeEnrolment acceptOffer changeByTicket seeParticipantPhone
    waitForTopic inviteWaiting`,
  attendance: `
    openPhone takeRoster printRegister deliverAttendance revokePhone recordPaper settleAttendance
    reviewAttendance uniteLines`,
  outcomes: `
    recordOutcomes reportSession correctReport takeFeedback countPriorityGroups`,
  certificates: `
    issueCertificates reissueCertificate revokeCertificate printCertificates printPassport recogniseInstructor
    renewInstructor endInstructor`,
  messages: `
    markTold takeBackTold sendAgain`,
  calendar: `
    makeFeed endFeed`,
  articles: `
    draftArticle editArticle restoreText submitArticle returnArticle approveArticle publishArticle
    scheduleArticle unscheduleArticle forceAlert confirmAlert withdrawArticle moveArticle
    ruleApproval revokeApprovalRuling publishDueArticles endDueArticles arrangeFront addHost removeHost lookNow
    writeGuideParts writeAlertParts reviewArticle beginEdition remarkOnArticle resolveRemark makePreviewLink endPreviewLink
    chooseSubjectPerson removeSubjectPerson sayNaming takeNameBack lookAtRefusedName addSound removeSound`,
  pictures: `
    addPicture editPicture sayFaces removePicture chooseLeadPicture removeLeadPicture
    approvePictureWords returnPictureWords`,
  accounts: `
    inviteAccount sendInvitationAgain withdrawInvitation acceptInvitation grantRole revokeRole attachPerson detachPerson
    tieToPerson untieFromPerson
    disableAccount reopenAccount createAdministrator signIn endSession askReset resetPassword makeResetLink
    changePassword endOwnSession endOtherSessions endSessionsOfAccount
    tieToProvider endOwnTie endTieOfAccount reopenOwnTie`,
  'second-factors': `
    beginSignIn passByTotp passByRecoveryCode passByPasskey confirmTotp addPasskey
    removeFactor makeRecoveryCodes endRememberedDevice resetFactors`,
  'second-pairs': `
    askForSecond agreeAsSecond refuseAsSecond changeRule decideKeys`,
  jobs: `
    runJobNow seeDifferences settleRestored`,
  condition: `
    seeToAlarm`,
  targets: `
    setTarget withdrawTarget`,
  reports: `
    signReport startSigning cancelSigning writeReportText returnReport acceptReport askToReopen
    reopenReport refuseToReopen uploadReportTemplate chooseReportTemplate`,
  'spot-checks': `
    announceSpotRound drawSpotRound closeSpotRound withdrawSpotRound answerSpotCheck remarkOnSpotCheck
    takeOverSpotCheck`,
  reminders: `
    remind remindOfReports`,
} as const;

export type ActionGroup = keyof typeof names;
export const actionGroups = Object.keys(names) as ActionGroup[];

/** The actions of a group, as commands are called: 'foundModel'. */
export const actionsOf = (group: ActionGroup): string[] => names[group].trim().split(/\s+/);
