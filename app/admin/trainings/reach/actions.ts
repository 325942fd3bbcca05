'use server';

import { formAction } from '@/app/forms/form-action';
import * as priorityCommands from '@/domain/outcomes/priority-commands';
import { priorityInput } from '@/domain/outcomes/taught';

/** The counts go back with this answer and stand on no address. */
export const countPriorityGroups = formAction(
  priorityInput,
  priorityCommands.countPriorityGroups,
  (tables, { year }) => ({
    said: { tables: JSON.stringify(tables), year: String(year) },
  }),
);
