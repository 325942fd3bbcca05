'use server';

import { formAction } from '@/app/forms/form-action';
import { eraseInput } from '@/domain/consents/erasure/erasure';
import { erasePerson as erase } from '@/domain/consents/erasure/erasure-commands';

export const erasePerson = formAction(eraseInput, erase, () => ({
  changed: ['digital-models', 'pairs', 'units', 'coverage'],
  to: '/admin/people?said=erased',
}));
