'use server';

import { spoken } from '@/app/admin/digital-models/spoken';
import { formAction } from '@/app/form-action';
import { takeConsentInput, withdrawConsentInput } from '@/domain/consents/consent';
import { takeConsent as take, withdrawConsent as withdraw } from '@/domain/consents/consent-commands';

const page = (personId: string, said: string, purpose: string) =>
  `/admin/people/${personId}/consents?said=${said}#${purpose}`;

export const takeConsent = formAction(
  takeConsentInput,
  async (viewer, input) => spoken(await take(viewer, input)),
  ({ personId }, { purpose }) => ({ to: page(personId, 'taken', purpose) }),
);

export const withdrawConsent = formAction(
  withdrawConsentInput,
  async (viewer, input) => spoken(await withdraw(viewer, input)),
  ({ personId }, { purpose }) => ({ to: page(personId, 'withdrawn', purpose) }),
);
