'use server';

import { getTranslations } from 'next-intl/server';
import { formAction } from '@/app/forms/form-action';
import {
  type ConsentPurpose,
  takeConsentInput,
  takeConsentsInput,
  withdrawConsentInput,
} from '@/domain/consents/consent';
import * as consentCommands from '@/domain/consents/consent-commands';
import { notInPictureInput } from '@/domain/consents/picture';
import * as pictureCommands from '@/domain/consents/picture-commands';
import type { Result } from '@/domain/result';

const page = (personId: string, said: string, place: string) =>
  `/admin/people/${personId}/consents?said=${said}#${place}`;
const placeOf = ({ purpose, pictureId }: { purpose: string; pictureId?: string | undefined }) =>
  pictureId ? `picture-${pictureId}` : purpose;

/** The purposes that a problem is about, as people read them. */
async function named<Value, Problem extends string>(result: Result<Value, Problem>): Promise<Result<Value, Problem>> {
  const purposes = result.ok ? undefined : result.detail?.purposes;
  if (result.ok || purposes === undefined) return result;
  const t = await getTranslations('consents.purpose');
  const words = purposes.split(' ').map((purpose) => `“${t(purpose as ConsentPurpose)}”`);
  return { ...result, detail: { purposes: words.join(', ') } };
}

export const takeConsent = formAction(
  takeConsentInput,
  async (viewer, input) => named(await consentCommands.takeConsent(viewer, input)),
  ({ personId }, input) => ({ to: page(personId, 'taken', placeOf(input)) }),
);

export const takeConsents = formAction(
  takeConsentsInput,
  async (viewer, input) => named(await consentCommands.takeConsents(viewer, input)),
  ({ personId }) => ({ to: `/admin/people/${personId}/consents?said=sheet` }),
);

export const withdrawConsent = formAction(
  withdrawConsentInput,
  consentCommands.withdrawConsent,
  ({ personId }, input) => ({
    to: page(personId, 'withdrawn', placeOf(input)),
  }),
);

export const sayNotInPicture = formAction(
  notInPictureInput,
  pictureCommands.sayNotInPicture,
  ({ personId, waits }) => ({
    to: page(personId, waits ? 'notInPictureWaits' : 'notInPicture', 'pictures'),
  }),
);
