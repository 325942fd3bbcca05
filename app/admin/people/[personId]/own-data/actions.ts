'use server';

import { formAction } from '@/app/forms/form-action';
import { forgetting, womanDrops } from '@/app/kept/drops';
import { eraseInput } from '@/domain/consents/erasure/erasure';
import * as erasureCommands from '@/domain/consents/erasure/erasure-commands';

export const erasePerson = formAction(eraseInput, erasureCommands.erasePerson, () => ({
  changed: forgetting(womanDrops),
  to: '/admin/people?said=erased',
}));
