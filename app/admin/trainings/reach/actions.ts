'use server';

import { formAction } from '@/app/form-action';
import { countPriorityGroups as count } from '@/domain/outcomes/priority-commands';
import { priorityInput } from '@/domain/outcomes/reach';

/** What was counted goes back with this answer and stands on no address. */
export const countPriorityGroups = formAction(priorityInput, count, (tables, { year }) => ({
  said: { tables: JSON.stringify(tables), year: String(year) },
}));
