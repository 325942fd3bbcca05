'use server';

import { formAction } from '@/app/forms/form-action';
import { issueInput, reissueInput, revokeInput } from '@/domain/certificates/certificate';
import {
  issueCertificates as issue,
  reissueCertificate as reissue,
  revokeCertificate as revoke,
} from '@/domain/certificates/commands';
import { endQualificationInput, recogniseInput, renewInput } from '@/domain/certificates/qualification';
import {
  endQualification as end,
  recogniseInstructor as recognise,
  renewQualification as renew,
} from '@/domain/certificates/qualification-commands';

const recordOf = (id: string, said: string) => ({ to: `/admin/certificates/${id}?said=${said}` });
const passportOf = (id: string, said: string) => ({ to: `/admin/people/${id}/passport?said=${said}` });

export const issueCertificates = formAction(issueInput, issue, ({ id, issued }) => ({
  to: `/admin/trainings/${id}/outcomes/certificates?said=${issued > 0 ? 'issued' : 'nothing'}`,
}));

export const revokeCertificate = formAction(revokeInput, revoke, ({ id }) => recordOf(id, 'revoked'));

export const reissueCertificate = formAction(reissueInput, reissue, ({ id }) => recordOf(id, 'reissued'));

export const recogniseInstructor = formAction(recogniseInput, recognise, ({ id }) => passportOf(id, 'recognised'));

export const renewQualification = formAction(renewInput, renew, ({ id }) => passportOf(id, 'renewed'));

export const endQualification = formAction(endQualificationInput, end, ({ id }) => passportOf(id, 'ended'));
