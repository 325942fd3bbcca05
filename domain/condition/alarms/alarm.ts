import { z } from 'zod';
import { idInput } from '@/domain/id';
import { prose } from '@/domain/texts/text';

export const alarmKinds = ['spraying', 'records_opened', 'numbers_seen'] as const;
export type AlarmKind = (typeof alarmKinds)[number];

/**
 * Numbers of different persons that one account has shown in an hour before it rings. Who tells a class of forty dials or writes to each, half a minute at
 * least: 120 an hour without a pause.
 */
export const NUMBERS_AN_HOUR = 150;

/** One alarm as the page shows it; `account` for somebody who was signed in, `network` for others. */
export type AlarmRow = {
  id: string;
  kind: AlarmKind;
  account: { id: string; name: string } | null;
  network: string | null;
  count: number;
  firstAt: Date;
  lastAt: Date;
  /** it is about the viewer herself: somebody else has to see to it */
  isHers: boolean;
};

export const seenInput = z.object({ alarmId: idInput, word: prose(3, 500) });
export type SeenInput = z.output<typeof seenInput>;
