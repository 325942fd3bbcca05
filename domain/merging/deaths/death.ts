import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { versionInput } from '@/domain/version';

/** The last day of her life. */
export const deathInput = z.object({ personId: idInput, version: versionInput, lastDay: dayInput });
export type DeathInput = z.output<typeof deathInput>;

/** It was noted of the wrong woman. */
export const takeBackDeathInput = z.object({ personId: idInput, version: versionInput });
export type TakeBackDeathInput = z.output<typeof takeBackDeathInput>;

/** What the page of her death shows. `roles`: how many roles of her account somebody of the city has to end. */
export type Death = {
  person: { id: string; name: string; version: number; demo: boolean };
  diedOn: Day | null;
  roles: number;
};
