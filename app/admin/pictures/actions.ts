'use server';

import { formAction } from '@/app/forms/form-action';
import { takeConsentInput, withdrawConsentInput } from '@/domain/consents/consent';
import * as consentCommands from '@/domain/consents/consent-commands';
import { approveWordsInput } from '@/domain/newsroom/picture-words/picture-words';
import * as pictureWordsCommands from '@/domain/newsroom/picture-words/picture-words-commands';
import { addPictureInput, editPictureInput, removePictureInput, sayFacesInput } from '@/domain/pictures/library';
import * as libraryCommands from '@/domain/pictures/library-commands';
import { returnWordsInput } from '@/domain/pictures/words';
import { keepPicture } from '@/server/storage/pictures';
import { pictureAddress, picturesPath } from './asked';

export const addPicture = formAction(
  addPictureInput,
  (viewer, input) => libraryCommands.addPicture(viewer, input, keepPicture),
  ({ id }) => ({ to: pictureAddress(id, 'added') }),
);

// pages that show it are dropped by the clock, within half a minute
export const editPicture = formAction(editPictureInput, libraryCommands.editPicture, ({ id, waits }) => ({
  to: pictureAddress(id, waits ? 'editedWaits' : 'edited'),
}));

export const approvePictureWords = formAction(
  approveWordsInput,
  pictureWordsCommands.approvePictureWords,
  ({ id }) => ({
    to: pictureAddress(id, 'approved'),
  }),
);

export const returnPictureWords = formAction(returnWordsInput, pictureWordsCommands.returnPictureWords, ({ id }) => ({
  to: pictureAddress(id, 'gaveBack'),
}));

export const sayFaces = formAction(sayFacesInput, libraryCommands.sayFaces, ({ id }, { faces }) => ({
  to: pictureAddress(id, faces),
}));

export const removePicture = formAction(removePictureInput, libraryCommands.removePicture, () => ({
  to: `${picturesPath}?said=removed`,
}));

export const takeConsent = formAction(takeConsentInput, consentCommands.takeConsent, (_taken, { pictureId = '' }) => ({
  to: pictureAddress(pictureId, 'taken'),
}));

export const withdrawConsent = formAction(
  withdrawConsentInput,
  consentCommands.withdrawConsent,
  (_taken, { pictureId = '', use }) => ({ to: pictureAddress(pictureId, use ? 'withdrawnUse' : 'withdrawn') }),
);
