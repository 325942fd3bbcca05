'use server';

import { formAction } from '@/app/forms/form-action';
import { courseDrops } from '@/app/kept/drops';
import { takeConsentInput, withdrawConsentInput } from '@/domain/consents/consent';
import * as consentCommands from '@/domain/consents/consent-commands';
import { notInPictureInput } from '@/domain/consents/picture';
import * as pictureCommands from '@/domain/consents/picture-commands';
import { materialPicturePath } from '../../choices';

/** Her no takes it off what courses hand out in public, and taking it back puts it there again. */
const after = (pictureId: string | undefined, said: string) => ({
  changed: courseDrops,
  to: materialPicturePath(pictureId ?? '', said),
});

export const takeConsent = formAction(takeConsentInput, consentCommands.takeConsent, (_taken, { pictureId }) =>
  after(pictureId, 'taken'),
);

export const withdrawConsent = formAction(
  withdrawConsentInput,
  consentCommands.withdrawConsent,
  (_taken, { pictureId }) => after(pictureId, 'withdrawn'),
);

export const sayNotInPicture = formAction(
  notInPictureInput,
  pictureCommands.sayNotInPicture,
  ({ waits }, { pictureId }) => after(pictureId, waits ? 'notInWaits' : 'notIn'),
);
