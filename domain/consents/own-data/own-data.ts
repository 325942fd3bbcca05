import type { AuditVerb } from '@/domain/audit-draft';
import type { Day } from '@/domain/days/day';
import type { MaskedPhone, UnveiledPhone } from '@/domain/people/phones/phone';
import type { PictureUse } from '@/domain/pictures/library';
import type { LearnedLevel } from '@/domain/scales/learned-level';
import type { ConsentAnswer, ConsentChannel, ConsentPurpose } from '../consent';
import type { UseAnswers } from '../picture';
import type { OpenedField, SensitiveName } from '../sensitive/sensitive';

/** From a first to a last day; no last day: still open, or `never`: taken back, so that no day of it counts. */
export type OwnDays = { from: Day; lastDay: Day | null; never: boolean };
type Marked = { skill: string; mark: LearnedLevel | null; on: Day | null };

/** A phone, masked on the page and whole in what she is handed, which is in the trail. */
export type OwnPhone = MaskedPhone | UnveiledPhone;
/** As a number is shown: one that stands in a text, or the masked one of a row, whose whole one is known by the row's id. */
export type ShowPhone = (phone: string, rowId?: string) => OwnPhone;

/** A picture, by its words in the viewer's language or the one that has some, and the day on which it was handed in. */
export type OwnPicture = { description: string | null; since: Day };

/** Everything the portal holds on a person and on the records merged into her, in sections; the keys are those of the export. */
export type OwnData = {
  /** raised when a key changes its meaning */
  format: 3;
  madeOn: Day;
  person: {
    id: string;
    name: string;
    birthYear: number | null;
    phone: OwnPhone | null;
    address: string | null;
    languages: string[];
    keptBy: string;
    recordedOn: Day;
    /** names of records that were found to be hers and merged into this one */
    alsoRecordedAs: string[];
  };
  memberships: (OwnDays & { unit: string; kind: 'member' | 'core' | 'honorary'; endReason: string | null })[];
  offices: (OwnDays & { unit: string; title: string; endReason: string | null })[];
  networks: (OwnDays & { name: string; kind: string; unit: string })[];
  households: (OwnDays & { name: string | null; unit: string; head: boolean; size: number | null })[];
  skills: Marked[];
  pairs: (OwnDays & {
    as: 'instructor' | 'learner';
    with: string | null;
    endReason: string | null;
    outcome: string | null;
    goals: Marked[];
    contacts: { on: Day; minutes: number; skill: string | null }[];
  })[];
  models: (OwnDays & { name: string; kind: string; office: string | null })[];
  /** in which she taught others outside classes, or learned from them */
  peerLessons: {
    on: Day;
    topic: string;
    minutes: number;
    unit: string;
    as: 'teacher' | 'learner';
    takenBack: boolean;
  }[];
  trainings: {
    course: string;
    startsAt: Date;
    state: string;
    name: string | null;
    phone: OwnPhone | null;
    unitWords: string | null;
    accessNeed: string | null;
    /** the wording she agreed to when she signed up by herself */
    agreed: { on: Day; edition: number; wording: string } | null;
    attendance: string | null;
    learned: Marked[];
  }[];
  taught: { course: string; startsAt: Date; state: string }[];
  waits: { course: string; unit: string; on: Day; name: string | null; phone: OwnPhone | null }[];
  certificates: {
    code: string;
    name: string | null;
    topic: string;
    heldOn: Day;
    issuer: string;
    revokedOn: Day | null;
  }[];
  /** recognised as an instructor */
  qualifications: (OwnDays & { endReason: string | null })[];
  consents: {
    purpose: ConsentPurpose;
    answer: ConsentAnswer;
    channel: ConsentChannel;
    on: Day;
    /** of a yes for a time */
    lastDay: Day | null;
    /** the one picture she was asked about, and the one use of it; null for the purpose as a whole */
    picture: OwnPicture | null;
    use: PictureUse | null;
    takenBy: string | null;
    edition: number;
    wording: string;
  }[];
  /** which sensitive fields are written */
  sensitive: SensitiveName[];
  /** `uses`: of a picture of the library, what she agreed to it for */
  pictures: (OwnPicture & { withdrawn: boolean; uses: UseAnswers | null })[];
  articles: { title: string; kind: string; public: boolean }[];
  account: {
    name: string;
    email: string | null;
    phone: OwnPhone | null;
    closed: boolean;
    roles: (OwnDays & { role: string; unit: string })[];
  } | null;
  /** to open an account, not taken up */
  invitations: { address: string; role: string; unit: string; on: Day }[];
  /** by which her own data are opened with her digits */
  memberCards: { unit: string; madeOn: Day; handedOverOn: Day | null; endedOn: Day | null }[];
  requests: { purpose: string; unit: string; on: Day; answer: string | null; reason: string | null }[];
  imports: { file: string; on: Day; cells: unknown }[];
  /** who read or took out data of hers, newest first */
  readings: { at: Date; by: string | null; verb: AuditVerb; action: string; fields: string[] }[];
};

/** An export: the page, and beyond it the sensitive fields, opened; the reading is in the trail. */
export type OwnDataExport = OwnData & { sensitiveOpened: OpenedField[] };

/** A section of the data, or why a column that points to a person is in none. */
type Shown = keyof OwnData | { notShown: string };

/** Every column of the database that points to a person, and where it is shown; a test finds the forgotten. */
export const COLUMNS_ON_PERSONS: Readonly<Record<string, Shown>> = {
  'account.person_id': 'account',
  'article.subject_person_id': 'articles',
  'attendance.person_id': 'trainings',
  'board_seat.person_id': 'models',
  'certificate.person_id': 'certificates',
  'consent.person_id': 'consents',
  'enrolment.person_id': 'trainings',
  'erasure.person_id': { notShown: 'stands only for a woman who was erased, of whom nothing is left to show' },
  'household.head_person_id': 'households',
  'household_member.person_id': 'households',
  'invitation.person_id': 'invitations',
  'media_person.person_id': 'pictures',
  'member_card.person_id': 'memberCards',
  'membership.person_id': 'memberships',
  'model_member.person_id': 'models',
  'network_member.person_id': 'networks',
  'not_same.person_a_id': { notShown: 'says of two records that they are two women; nothing on her' },
  'not_same.person_b_id': { notShown: 'says of two records that they are two women; nothing on her' },
  'office.person_id': 'offices',
  'pair.instructor_id': 'pairs',
  'pair.learner_id': 'pairs',
  'peer_learner.person_id': 'peerLessons',
  'peer_lesson.teacher_id': 'peerLessons',
  'person.merged_into_id': 'person',
  'person_merge.absorbed_id': 'person',
  'person_merge.survivor_id': 'person',
  'person_request.own_person_id': 'requests',
  'person_request.person_id': 'requests',
  'person_skill.person_id': 'skills',
  'qualification.person_id': 'qualifications',
  'sensitive_field.person_id': 'sensitive',
  'session_trainer.trainer_id': 'taught',
  'topic_wait.person_id': 'waits',
};
