'use server';

import { formAction } from '@/app/forms/form-action';
import { reportDrops } from '@/app/kept/drops';
import * as askCommands from '@/domain/reports/filing/ask-commands';
import * as decideCommands from '@/domain/reports/filing/decide-commands';
import * as signCommands from '@/domain/reports/filing/sign-commands';
import { acceptInput, acceptManyInput, reopenInput, returnInput, signInput, textInput } from '@/domain/reports/report';
import * as cancelCommands from '@/domain/reports/signing/cancel-commands';
import { cancelInput } from '@/domain/reports/signing/signing';
import { beginAsked } from '@/server/jobs/start';
import { reportAddress, reportsAddress } from './address';

export const signReport = formAction(signInput, signCommands.signReport, ({ unitId, periodId, sha256 }) => {
  if (sha256) return { to: reportAddress(unitId, periodId, 'signed'), changed: reportDrops };
  beginAsked();
  return { to: reportAddress(unitId, periodId, 'signing') };
});

export const cancelSigning = formAction(cancelInput, cancelCommands.cancelSigning, ({ unitId, periodId }) => ({
  to: reportAddress(unitId, periodId, 'cancelled'),
}));

export const writeReportText = formAction(textInput, signCommands.writeReportText, ({ unitId, periodId }) => ({
  to: reportAddress(unitId, periodId, 'written'),
}));

export const returnReport = formAction(returnInput, decideCommands.returnReport, ({ unitId, periodId }) => ({
  to: reportAddress(unitId, periodId, 'returned'),
}));

export const acceptReport = formAction(acceptInput, decideCommands.acceptReport, ({ unitId, periodId }) => ({
  to: reportAddress(unitId, periodId, 'accepted'),
  changed: reportDrops,
}));

export const acceptReports = formAction(acceptManyInput, decideCommands.acceptReports, ({ periodId, left }) => ({
  to: reportsAddress({ periodId }, left > 0 ? 'some' : 'many'),
  changed: reportDrops,
}));

export const askToReopen = formAction(reopenInput, askCommands.askToReopen, ({ unitId, periodId }) => ({
  to: reportAddress(unitId, periodId, 'asked'),
}));

export const reopenReport = formAction(reopenInput, decideCommands.reopenReport, ({ unitId, periodId }) => ({
  to: reportAddress(unitId, periodId, 'reopened'),
  changed: reportDrops,
}));

export const refuseToReopen = formAction(reopenInput, decideCommands.refuseToReopen, ({ unitId, periodId }) => ({
  to: reportAddress(unitId, periodId, 'refused'),
}));
