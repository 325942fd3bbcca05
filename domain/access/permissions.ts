export const roles = [
  'system_administrator',
  'province_official',
  'viewer',
  'editor',
  'commune_official',
  'sub_association_head',
  'trainer',
] as const;
export type Role = (typeof roles)[number];

/**
 * The roles that may do each thing; each grant says where (access.ts). A rule beyond role and place ("the trainer of
 * this session") stands beside its concept, and is said here.
 */
export const permissions = {
  'units.see': roles,
  // beyond role and place: a unit is changed by who answers for the unit above it (domain/units/restructuring/plan-queries.ts)
  'units.found': ['province_official', 'commune_official'],
  'units.change': ['province_official', 'commune_official'],
  // say where women of a commune ask and are received
  'units.receive': ['province_official', 'commune_official'],

  'people.see': ['province_official', 'viewer', 'commune_official', 'sub_association_head'],
  'people.see-phone': ['province_official', 'commune_official', 'sub_association_head'],
  // what the record itself says is changed where it is kept; a membership is also ended by the unit it belongs to
  'people.record': ['province_official', 'commune_official', 'sub_association_head'],
  'people.appoint': ['province_official', 'commune_official'],
  'people.networks': ['province_official', 'commune_official'],
  'member-cards.make': ['province_official', 'commune_official', 'sub_association_head'],
  // beyond role and place: both records must be kept within her reach, or their other keepers have agreed
  'merging.merge': ['province_official', 'commune_official'],
  'merging.ask': ['province_official', 'commune_official'],
  'merging.answer': ['province_official', 'commune_official'],
  // ending a role of the account that leaves asks for 'accounts.revoke' too
  'merging.hand-over': ['province_official', 'commune_official'],

  'consents.see': ['province_official', 'commune_official', 'sub_association_head'],
  'consents.record': ['province_official', 'commune_official', 'sub_association_head'],
  // of these four: only where her record is kept; sensitive fields only while her consent to them stands
  'sensitive.see': ['province_official', 'commune_official'],
  'sensitive.record': ['province_official', 'commune_official'],
  'own-data.export': ['province_official', 'commune_official'],
  'own-data.erase': ['province_official', 'commune_official'],

  'digital-models.see': ['province_official', 'viewer', 'commune_official', 'sub_association_head'],
  'digital-models.found': ['province_official', 'commune_official', 'sub_association_head'],
  'digital-models.edit': ['province_official', 'commune_official', 'sub_association_head'],
  'digital-models.change-status': ['province_official', 'commune_official', 'sub_association_head'],
  'digital-models.record-activity': ['province_official', 'commune_official', 'sub_association_head'],
  /** board, members and households */
  'digital-models.keep-people': ['province_official', 'commune_official', 'sub_association_head'],
  /** write down, share and copy a club's good practice; shared ones are read by all who may found a model, wherever they are */
  'digital-models.share-practice': ['province_official', 'commune_official', 'sub_association_head'],
  'digital-models.judge': ['province_official', 'commune_official'],
  // checklists are one for all communes: by whoever is an official of the province itself
  'digital-models.set-criteria': ['province_official'],
  'digital-models.see-hints': ['province_official', 'commune_official'],
  'digital-models.answer-hint': ['commune_official'],

  'pairs.see': ['province_official', 'viewer', 'commune_official', 'sub_association_head'],
  'pairs.pair-up': ['province_official', 'commune_official', 'sub_association_head'],
  'pairs.end': ['province_official', 'commune_official', 'sub_association_head'],
  // goals, marks and contacts: what happens in a pair
  'pairs.guide': ['province_official', 'commune_official', 'sub_association_head'],

  // what women teach each other outside classes
  'peer-lessons.see': ['province_official', 'viewer', 'commune_official', 'sub_association_head'],
  // beyond role and place: what she noted herself she corrects and takes back for a week (domain/peer-lessons/peer-lesson.ts)
  'peer-lessons.record': ['province_official', 'commune_official', 'sub_association_head'],
  'peer-lessons.correct': ['province_official', 'commune_official'],

  'trainings.see': ['province_official', 'viewer', 'commune_official', 'sub_association_head', 'trainer'],
  'trainings.propose': ['province_official', 'commune_official', 'trainer'],
  'trainings.decide': ['province_official', 'commune_official'],
  'trainings.edit': ['province_official', 'commune_official'],
  'trainings.cancel': ['province_official', 'commune_official'],
  // courses are one for all communes: by whoever is an official of the province itself
  'trainings.keep-courses': ['province_official'],
  'trainings.keep-venues': ['province_official', 'commune_official'],
  /** announce that a trainer is needed; it is answered by proposing a session */
  'trainings.call': ['province_official', 'commune_official'],

  // to see whom to tell, ask for her number and mark her as told. Beyond role and place (domain/messages/outbox.ts): a head her
  // own members, a trainer those enrolled in sessions that she teaches
  'messages.tell': ['province_official', 'commune_official', 'sub_association_head', 'trainer'],
  /** see the e-mails about a session, and send those again that failed */
  'messages.send-again': ['province_official', 'commune_official'],

  // beyond role and place: a trainer in the sessions she teaches (domain/access/session-people.ts), a head for her own members (domain/outcomes/outcome.ts)
  'outcomes.see': ['province_official', 'viewer', 'commune_official', 'sub_association_head', 'trainer'],
  // what each woman can do now, and the phone that is handed round for three faces
  'outcomes.record': ['province_official', 'commune_official', 'trainer'],
  // the first report closes the session as held
  'outcomes.report': ['province_official', 'commune_official', 'trainer'],
  // hours taught and women reached, as figures; priority groups among them ask for 'sensitive.see' too
  'outcomes.see-taught': ['province_official', 'viewer', 'commune_official'],

  // beyond role and place: a trainer only of the sessions she teaches (domain/access/session-people.ts)
  'attendance.see': ['province_official', 'commune_official', 'trainer'],
  'attendance.take': ['province_official', 'commune_official', 'trainer'],
  'attendance.settle': ['province_official', 'commune_official', 'trainer'],
  // what came when the right had ended or the session was closed
  'attendance.review': ['province_official', 'commune_official'],

  // beyond role and place: a trainer of the sessions she teaches (domain/access/session-people.ts)
  'enrolments.see': ['province_official', 'viewer', 'commune_official', 'sub_association_head'],
  // how many wait for a class on a topic, commune by commune
  'enrolments.see-waits': ['province_official', 'viewer', 'commune_official'],
  'enrolments.see-phone': ['province_official', 'commune_official', 'sub_association_head'],
  // her members, into sessions of her unit and of those above it
  'enrolments.enrol': ['province_official', 'commune_official', 'sub_association_head'],
  // beyond role and place: a head those of her own members; whoever may see a person reads her skill passport
  'certificates.see': ['province_official', 'viewer', 'commune_official', 'sub_association_head'],
  // printing them too; of sessions of units in her reach
  'certificates.issue': ['province_official', 'commune_official'],
  'certificates.revoke': ['province_official', 'commune_official'],
  // recognising a woman as an instructor, renewing that and ending it
  'certificates.qualify': ['province_official', 'commune_official'],

  'articles.see': ['province_official', 'viewer', 'editor', 'commune_official', 'sub_association_head'],
  'articles.write': ['province_official', 'editor', 'commune_official', 'sub_association_head'],
  // approve too, beyond role and place: nobody what she wrote herself, unless the province has ruled so for the unit (domain/newsroom/standing.ts)
  'articles.publish': ['province_official', 'editor', 'commune_official'],
  'articles.withdraw': ['province_official', 'editor', 'commune_official'],
  // that at a unit whoever wrote may approve: by whoever is an official of the province itself
  'articles.rule': ['province_official'],

  // the library of pictures: of units in her reach. Who is in one is said by who may record consents ('consents.record')
  'pictures.see': ['province_official', 'viewer', 'editor', 'commune_official', 'sub_association_head'],
  'pictures.keep': ['province_official', 'editor', 'commune_official', 'sub_association_head'],

  // say from which day a commune keeps its records here
  'coverage.declare': ['province_official', 'commune_official'],
  // what counts as covered is one for all communes: by whoever is an official of the province itself
  'coverage.rule': ['province_official'],
  'coverage.see': ['province_official', 'viewer', 'editor', 'commune_official', 'sub_association_head'],

  // the map of all communes is one: by whoever is an official of the province itself
  'boundaries.keep': ['province_official'],
  // a round is drawn, over all communes, by whoever is an official of the province itself
  'spot-checks.draw': ['province_official'],
  // rounds by the province; what was found in a commune by the commune itself, once the round is closed
  'spot-checks.see': ['province_official', 'viewer', 'commune_official'],
  // beyond role and place: only the checks that were handed to her, which lie in a neighbour's commune (domain/spot-checks/check-row.ts)
  'spot-checks.visit': ['province_official', 'commune_official'],
  // the commune's own word to what was found there
  'spot-checks.remark': ['commune_official'],

  // beyond role and place: an official of the city asks, others pledge as much or more (domain/targets/commands.ts)
  'targets.set': ['province_official', 'commune_official'],

  'reports.see': ['province_official', 'viewer', 'commune_official'],
  // a report waits for nobody who is away: whoever holds the role for the commune that day signs it, and the city no commune's
  'reports.file': ['commune_official'],
  'reports.file-province': ['province_official'],
  // the letter in which all reports go out: by whoever is an official of the province itself
  'reports.keep-template': ['province_official'],
  // accept, return and reopen those of communes
  'reports.decide': ['province_official'],

  // beyond role and place: who answers for the unit above asks those of a unit (domain/reminders/due-queries.ts)
  'reminders.remind': ['province_official', 'commune_official'],

  'accounts.see': ['system_administrator', 'province_official'],
  'accounts.invite': ['system_administrator', 'province_official'],
  // beyond role and place: whose record an account is attached to is said by who also sees that person ('people.see'), so not by
  // the administrator, and could give every role that it holds (domain/accounts/persons/person-commands.ts)
  'accounts.grant': ['system_administrator', 'province_official'],
  'accounts.revoke': ['system_administrator', 'province_official'],

  // into a unit of hers: the head's is her own sub-association, by the place of her grant
  'imports.members': ['province_official', 'commune_official', 'sub_association_head'],

  // persons with their phones, fifty thousand of a list in an hour: see domain/exports
  'exports.persons': ['province_official', 'commune_official', 'sub_association_head'],

  // what the portal does by itself, and having it done now
  'jobs.see': ['system_administrator'],
  'jobs.run': ['system_administrator'],

  // how the portal stands, and what rings; an alarm that is about herself somebody else sees to
  'condition.see': ['system_administrator'],
  'condition.see-to-alarms': ['system_administrator'],

  // deeds that two decide: what she asked for, and what waits for her word, which depends on the deed (domain/second-pairs/second-pair.ts)
  'second-pairs.see': [
    'system_administrator',
    'province_official',
    'viewer',
    'commune_official',
    'sub_association_head',
  ],
  // from how many on they need two is one for all communes: by whoever answers for the whole province
  'second-pairs.rule': ['system_administrator', 'province_official'],

  'audit.see': ['system_administrator', 'province_official'],
} as const satisfies Record<`${string}.${string}`, readonly Role[]>;

export type Permission = keyof typeof permissions;
