import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { mayAnywhere } from '@/domain/access/access';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { listAnswering } from '@/domain/reminders/answering-queries';
import { findDue } from '@/domain/reminders/due-queries';
import { askedOf, withNobody } from '@/domain/reminders/facts';
import type { Due } from '@/domain/reminders/reminder';
import { listRemindersOf } from '@/domain/reminders/reminder-queries';
import { mapPublishedCommunes } from '@/domain/units/queries';
import { requireViewer } from '@/server/sign-in/session';
import type { AskedReminder } from './asked';

/**
 * What is due at the units that are asked for, and whom it concerns: once a request, and kept until anything is written; 404 where they are
 * not hers to see, or persons are not.
 */
export const loadDue = cache(async (text: string) => {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'people.see')) notFound();
  const read = async () => {
    const due = await findDue(viewer, JSON.parse(text) as AskedReminder);
    return due && { due, preview: await readPreview(viewer, due) };
  };
  return (await keptFor(viewer, `due ${text}`, read)) ?? notFound();
});

/** The same by one text, as one request keeps it. */
export const keyOf = ({ unitIds, communeId, lacks }: AskedReminder) => JSON.stringify({ unitIds, communeId, lacks });

/** Who would get a reminder of it, who has to be told otherwise, and what was asked for a short while ago. */
async function readPreview(viewer: Viewer, due: readonly Due[]) {
  const [answering, reminders, communes] = await Promise.all([
    listAnswering(viewer, [...new Set(due.flatMap((each) => each.answering))]),
    listRemindersOf(
      viewer,
      due.map(({ unitId }) => unitId),
    ),
    mapPublishedCommunes(),
  ]);
  const last = new Map(reminders.map((each) => [each.unitId, each]));
  const rests = ({ unitId }: Due) => (last.get(unitId)?.again ?? '') > today();
  const open = due.filter((each) => !rests(each));
  const people = askedOf(open, answering);
  return {
    communes,
    last,
    resting: due.filter(rests),
    receiving: people.filter(({ who }) => who.accountId),
    told: people.filter(({ who }) => !who.accountId),
    nobody: withNobody(open, answering),
    demo: answering.some(({ demo }) => demo),
  };
}
