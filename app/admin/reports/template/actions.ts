'use server';

import { formAction } from '@/app/forms/form-action';
import * as commands from '@/domain/reports/templates/commands';
import { templateChoiceInput, templateUploadInput } from '@/domain/reports/templates/template';

const saying = (said: string) => `/admin/reports/template?said=${said}`;

export const uploadReportTemplate = formAction(templateUploadInput, commands.uploadReportTemplate, ({ mistakes }) => ({
  to: saying(mistakes > 0 ? 'mistaken' : 'uploaded'),
}));

export const chooseReportTemplate = formAction(templateChoiceInput, commands.chooseReportTemplate, () => ({
  to: saying('chosen'),
}));
