'use server';

import { z } from 'zod';
import { formAction } from '@/app/forms/form-action';
import * as remindCommands from '@/domain/reminders/remind-commands';
import { remindInput } from '@/domain/reminders/reminder';
import { addressOf, askedOf } from './asked';

/** The address of the page, which may tick five hundred units. */
const BACK_MAX = 25_000;

const queryOf = (text: string) => {
  const query = new URLSearchParams(text);
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
};

export const remind = formAction(
  remindInput.extend({ back: z.string().max(BACK_MAX) }),
  (viewer, { back: _back, ...input }) => remindCommands.remind(viewer, input),
  (sent, { back }) => ({ to: addressOf({ ...askedOf(queryOf(back)), sent }) }),
);
