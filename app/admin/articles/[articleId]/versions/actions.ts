'use server';

import { formAction } from '@/app/forms/form-action';
import { articleDrops } from '@/app/kept/drops';
import * as restoreCommands from '@/domain/articles/versions/restore-commands';
import { restoreInput } from '@/domain/articles/versions/version';
import { recordOf } from '../../asked';

export const restoreText = formAction(restoreInput, restoreCommands.restoreText, ({ id, begun, stays, shown }) => ({
  changed: articleDrops(shown),
  to: `${recordOf(id, begun ? 'restoredAnew' : 'restored')}${stays.map((part) => `&stays=${part}`).join('')}`,
}));
