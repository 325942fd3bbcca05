'use server';

import { formAction } from '@/app/forms/form-action';
import { issueInput, reissueInput, revokeInput } from '@/domain/certificates/certificate';
import * as commands from '@/domain/certificates/commands';
import { endQualificationInput, recogniseInput, renewInput } from '@/domain/certificates/qualification';
import * as qualificationCommands from '@/domain/certificates/qualification-commands';

const recordOf = (id: string, said: string) => ({ to: `/admin/certificates/${id}?said=${said}` });
const passportOf = (id: string, said: string) => ({ to: `/admin/people/${id}/passport?said=${said}` });

export const issueCertificates = formAction(issueInput, commands.issueCertificates, ({ id, issued }) => ({
  to: `/admin/trainings/${id}/outcomes/certificates?said=${issued > 0 ? 'issued' : 'nothing'}`,
}));

export const revokeCertificate = formAction(revokeInput, commands.revokeCertificate, ({ id }) =>
  recordOf(id, 'revoked'),
);

export const reissueCertificate = formAction(reissueInput, commands.reissueCertificate, ({ id }) =>
  recordOf(id, 'reissued'),
);

export const recogniseInstructor = formAction(recogniseInput, qualificationCommands.recogniseInstructor, ({ id }) =>
  passportOf(id, 'recognised'),
);

export const renewInstructor = formAction(renewInput, qualificationCommands.renewInstructor, ({ id }) =>
  passportOf(id, 'renewed'),
);

export const endInstructor = formAction(endQualificationInput, qualificationCommands.endInstructor, ({ id }) =>
  passportOf(id, 'ended'),
);
