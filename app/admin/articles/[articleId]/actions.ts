'use server';

import { formAction } from '@/app/forms/form-action';
import { articleDrops, articlePageDrops, forgetting } from '@/app/kept/drops';
import { reviewInput } from '@/domain/articles/renewal/review';
import * as reviewCommands from '@/domain/articles/renewal/review-commands';
import * as decisionCommands from '@/domain/newsroom/decision-commands';
import { takeNameBackInput } from '@/domain/newsroom/namings/taken-back';
import * as takenBackCommands from '@/domain/newsroom/namings/taken-back-commands';
import * as publishCommands from '@/domain/newsroom/publish-commands';
import {
  confirmInput,
  forceInput,
  publishInput,
  readInput,
  returnInput,
  unscheduleInput,
  withdrawInput,
} from '@/domain/newsroom/publish-input';
import * as lookCommands from '@/domain/newsroom/refused-names/look-commands';
import { lookInput } from '@/domain/newsroom/refused-names/refused-name';
import { recordOf } from '../asked';

export const submitArticle = formAction(readInput, decisionCommands.submitArticle, ({ id }) => ({
  to: recordOf(id, 'submitted'),
}));

export const returnArticle = formAction(returnInput, decisionCommands.returnArticle, ({ id }) => ({
  to: recordOf(id, 'returned'),
}));

export const approveArticle = formAction(publishInput, decisionCommands.approveArticle, ({ id, shown, went }) => ({
  changed: articleDrops(shown),
  to: recordOf(id, went),
}));

export const forceAlert = formAction(forceInput, decisionCommands.forceAlert, ({ id, shown }) => ({
  changed: articleDrops(shown),
  to: recordOf(id, 'forced'),
}));

export const confirmAlert = formAction(confirmInput, decisionCommands.confirmAlert, ({ id }) => ({
  to: recordOf(id, 'confirmed'),
}));

export const publishArticle = formAction(publishInput, publishCommands.publishArticle, ({ id, shown, went }) => ({
  changed: articleDrops(shown),
  to: recordOf(id, went),
}));

export const unscheduleArticle = formAction(unscheduleInput, publishCommands.unscheduleArticle, ({ id }) => ({
  to: recordOf(id, 'unscheduled'),
}));

export const withdrawArticle = formAction(withdrawInput, publishCommands.withdrawArticle, ({ id, shown }) => ({
  changed: forgetting(articleDrops(shown)),
  to: recordOf(id, 'withdrawn'),
}));

export const takeNameBack = formAction(takeNameBackInput, takenBackCommands.takeNameBack, ({ id, shown }) => ({
  changed: forgetting(articleDrops(shown)),
  to: recordOf(id, 'nameTakenBack'),
}));

export const lookAtRefusedName = formAction(lookInput, lookCommands.lookAtRefusedName, ({ id }) => ({
  to: recordOf(id, 'nameLookedAt'),
}));

export const moveArticle = formAction(readInput, publishCommands.moveArticle, ({ id, shown }) => ({
  changed: articleDrops(shown),
  to: recordOf(id, 'moved'),
}));

export const reviewArticle = formAction(reviewInput, reviewCommands.reviewArticle, ({ id, shown }) => ({
  changed: articlePageDrops(shown),
  to: recordOf(id, 'reviewed'),
}));
