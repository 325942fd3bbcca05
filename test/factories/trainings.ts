import type { Locale } from '../../domain/locale';
import { type Database, type Made, newId, type Row, unique, write } from './write';

export interface MadeWithSlug extends Made {
  slug: string;
}

/** A tag of the competence framework. */
export async function createSkill(
  database: Database,
  { code = `skill-${unique()}`, domain = 'safety', campaignTopic = undefined as boolean | undefined } = {},
): Promise<Made & { code: string }> {
  const id = newId();
  await write(database, [
    [
      'skill',
      { id, code, domain, name_vi: 'Kỹ năng mẫu', name_en: 'Sample skill', position: 1, campaign_topic: campaignTopic },
    ],
  ]);
  return { id, code };
}

/** A course with its words in both languages. */
export async function createCourse(
  database: Database,
  {
    code = `course-${unique()}`,
    title = 'Sử dụng VNeID',
    titleEn = 'Using VNeID',
    skills = [] as readonly Made[],
  } = {},
): Promise<MadeWithSlug> {
  const id = newId();
  const words = (locale: Locale, name: string): Row => [
    'course_text',
    { course_id: id, locale, title: name, description: name, slug: `${code}-${locale}` },
  ];
  await write(database, [
    [
      'course',
      { id, code, level: 'basic', minutes: 90, language: 'vi', audience: 'everyone', demo: false, version: 1 },
    ],
    words('vi', title),
    words('en', titleEn),
    ...skills.map((skill): Row => ['course_skill', { course_id: id, skill_id: skill.id }]),
  ]);
  return { id, slug: `${code}-vi` };
}

export async function createVenue(
  database: Database,
  unit: Made,
  { name = 'Nhà văn hóa', seats = 40 } = {},
): Promise<Made> {
  const id = newId();
  await write(database, [
    ['venue', { id, unit_id: unit.id, name, seats, step_free: true, screen: false, wifi: false, version: 1 }],
  ]);
  return { id };
}

export type SessionStateName = 'proposed' | 'approved' | 'refused' | 'cancelled' | 'held';

export interface SessionOptions {
  course: Made;
  unit: Made;
  venue?: Made;
  trainers?: readonly Made[];
  /** instants, e.g. '2027-01-14T14:00:00+07:00' */
  startsAt: string;
  endsAt: string;
  allDay?: boolean;
  state?: SessionStateName;
  slug?: string;
  seats?: number;
  mode?: 'in_person' | 'online' | 'mixed' | 'unit_meeting';
  proposedBy?: Made;
  decidedBy?: Made;
}

const STEPS: Readonly<Record<SessionStateName, readonly string[]>> = {
  proposed: [],
  approved: ['approved'],
  refused: ['refused'],
  cancelled: ['approved', 'cancelled'],
  held: ['approved', 'held'],
};

/** A session, brought to its state by the decisions that lead there. */
export async function createSession(database: Database, options: SessionOptions): Promise<MadeWithSlug> {
  const {
    course,
    unit,
    venue,
    trainers = [],
    startsAt,
    endsAt,
    allDay = false,
    state = 'approved',
    seats = 40,
    mode = 'in_person',
  } = options;
  const id = newId();
  const slug = options.slug ?? `buoi-${unique()}`;
  await write(database, [
    [
      'session',
      {
        id,
        course_id: course.id,
        unit_id: unit.id,
        venue_id: venue?.id,
        slug,
        mode,
        starts_at: startsAt,
        ends_at: endsAt,
        all_day: allDay,
        seats,
        audience: 'everyone',
        language: 'vi',
        proposed_by_id: options.proposedBy?.id,
      },
    ],
    ...trainers.map(
      (trainer): Row => [
        'session_trainer',
        { session_id: id, trainer_id: trainer.id, starts_at: startsAt, ends_at: endsAt, state: 'proposed' },
      ],
    ),
    ...STEPS[state].map((kind): Row => decision(id, kind, options.decidedBy)),
  ]);
  return { id, slug };
}

const decision = (sessionId: string, kind: string, by: Made | undefined): Row => [
  'session_decision',
  { id: newId(), session_id: sessionId, kind, decided_at: new Date().toISOString(), decided_by_id: by?.id },
];

/** A place in a session for a person, in order of arrival. */
export async function createEnrolment(
  database: Database,
  session: Made,
  person: Made,
  arrivalNo: number,
): Promise<Made> {
  const id = newId();
  const place = { session_id: session.id, person_id: person.id, seat_no: arrivalNo, arrival_no: arrivalNo };
  await write(database, [['enrolment', { id, ...place, origin: 'official', state: 'confirmed', version: 1 }]]);
  return { id };
}
