'use server';

import { spoken } from '@/app/admin/digital-models/spoken';
import { formAction } from '@/app/form-action';
import { takeConsentInput, withdrawConsentInput } from '@/domain/consents/consent';
import { takeConsent as take, withdrawConsent as withdraw } from '@/domain/consents/consent-commands';
import { notInPictureInput } from '@/domain/consents/picture';
import { sayNotInPicture as notIn } from '@/domain/consents/picture-commands';

const page = (personId: string, said: string, place: string) =>
  `/admin/people/${personId}/consents?said=${said}#${place}`;
const placeOf = ({ purpose, assetId }: { purpose: string; assetId?: string | undefined }) =>
  assetId ? `picture-${assetId}` : purpose;

export const takeConsent = formAction(
  takeConsentInput,
  async (viewer, input) => spoken(await take(viewer, input)),
  ({ personId }, input) => ({ to: page(personId, 'taken', placeOf(input)) }),
);

export const withdrawConsent = formAction(
  withdrawConsentInput,
  async (viewer, input) => spoken(await withdraw(viewer, input)),
  ({ personId }, input) => ({ to: page(personId, 'withdrawn', placeOf(input)) }),
);

export const sayNotInPicture = formAction(notInPictureInput, notIn, ({ personId }) => ({
  to: page(personId, 'notInPicture', 'pictures'),
}));
