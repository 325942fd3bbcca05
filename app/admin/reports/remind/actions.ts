'use server';

import { z } from 'zod';
import { formAction } from '@/app/forms/form-action';
import * as remindOfReportsCommands from '@/domain/reminders/reports/remind-of-reports-commands';
import { remindOfReportsInput } from '@/domain/reminders/reports/report-reminder';
import { remindPath } from '../address';

const input = remindOfReportsInput.extend({ worded: z.string().max(1_000) });

/** Words that she left as they were are the portal's: each reads them in her own language. */
export const remindOfReports = formAction(
  input,
  (viewer, { worded, text, ...asked }) =>
    remindOfReportsCommands.remindOfReports(viewer, { ...asked, text: text === worded ? undefined : text }),
  ({ units, people, already, nobody }, { periodId }) => ({
    to: `${remindPath(periodId)}&sent=${[units, people, already, nobody].join('-')}`,
  }),
);
