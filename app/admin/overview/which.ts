import 'server-only';
import type { CommuneOfMany, Which } from '@/domain/overview/task';

/** As many as one reads at a glance. */
export const FIRST = 3;

export const named = (names: string[]): Which => ({ of: 'names', names });
export const mostIn = (communes: readonly CommuneOfMany[]): Which => ({ of: 'communes', most: communes });
export const session = (first: { title: string; startsAt: Date } | null | undefined): Which | undefined =>
  first ? { of: 'session', title: first.title, startsAt: first.startsAt } : undefined;

/** The address of the one thing, or of the list where there are several. */
export const opened = (count: number, only: string | undefined, list: string) => (count === 1 && only ? only : list);
