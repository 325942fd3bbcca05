'use server';

import { formAction } from '@/app/forms/form-action';
import * as alertCommands from '@/domain/articles/alerts/alert-commands';
import { writtenAlertInput } from '@/domain/articles/alerts/written-alert';
import { beginEditionInput } from '@/domain/articles/renewal/edition';
import * as editionCommands from '@/domain/articles/renewal/edition-commands';
import * as partsCommands from '@/domain/guides/parts-commands';
import { writtenPartsInput } from '@/domain/guides/written-parts';

const pageOf = (id: string, said: string) => `/admin/articles/${id}/parts?said=${said}`;

export const writeGuideParts = formAction(writtenPartsInput, partsCommands.writeGuideParts, ({ id }) => ({
  to: pageOf(id, 'written'),
}));

export const writeAlertParts = formAction(writtenAlertInput, alertCommands.writeAlertParts, ({ id }) => ({
  to: pageOf(id, 'written'),
}));

export const beginEdition = formAction(beginEditionInput, editionCommands.beginEdition, ({ id }) => ({
  to: pageOf(id, 'begun'),
}));
