import type { Day } from '@/domain/days/day';
import type { LearnedLevel } from '@/domain/scales/learned-level';
import type { CertificateRow } from './certificate';
import type { Qualification } from './qualification';

/** The best that was seen of her in one skill, the latest of equals, and where: a session, a 1+1 pair, or seen by an official. */
export type PassportSkill = {
  skillId: string;
  nameVi: string;
  nameEn: string;
  level: LearnedLevel;
  on: Day;
  source: 'session' | 'pair' | 'seen';
  /** of a session: the hall, or its unit where it had none */
  place: string | null;
};

export type PassportSession = {
  sessionId: string;
  titleVi: string;
  titleEn: string;
  on: Day;
  hours: number;
  place: string;
  late: boolean;
};

/** All that a woman has learned and shown, to be handed to her. */
export type Passport = {
  person: { id: string; name: string; birthYear: number | null; keeperUnitId: string; unitName: string; demo: boolean };
  skills: PassportSkill[];
  sessions: PassportSession[];
  hours: number;
  certificates: CertificateRow[];
  qualifications: Qualification[];
  madeOn: Day;
};

/** Hours of all sessions together, to one decimal. */
export const hoursIn = (sessions: readonly PassportSession[]) =>
  Math.round(sessions.reduce((sum, { hours }) => sum + hours, 0) * 10) / 10;
