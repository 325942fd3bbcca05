'use server';

import { formAction } from '@/app/forms/form-action';
import { eraseInput } from '@/domain/consents/erasure/erasure';
import * as erasureCommands from '@/domain/consents/erasure/erasure-commands';

export const erasePerson = formAction(eraseInput, erasureCommands.erasePerson, () => ({
  changed: ['digital-models', 'pairs', 'units', 'coverage', 'still:forget'],
  to: '/admin/people?said=erased',
}));
