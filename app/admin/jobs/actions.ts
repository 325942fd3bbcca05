'use server';

import { z } from 'zod';
import { formAction } from '@/app/forms/form-action';
import * as comparisonCommands from '@/domain/coverage/comparison/comparison-commands';
import { runJobNow } from '@/domain/jobs/commands';
import { jobInput } from '@/domain/jobs/job';

export const runNow = formAction(jobInput, runJobNow, ({ name }) => ({ to: `/admin/jobs?said=${name}` }));

export const seeDifferences = formAction(z.object({}), comparisonCommands.seeDifferences, () => ({
  to: '/admin/jobs',
}));
