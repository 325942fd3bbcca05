import { publicForm } from '@/app/forms/public-form';
import { checkFileInput, sumOfFile } from '@/domain/reports/checking/checked-report';
import { localeAsked } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

const pageOf = ({ locale = '' }: Record<string, string>, query: Record<string, string> = {}) =>
  hrefTo(localeAsked(locale), 'reportCheck', {}, query);

/** A file that somebody holds is hashed and dropped; the page that its hash leads to answers. */
export const POST = publicForm({
  schema: checkFileInput,
  run: sumOfFile,
  back: pageOf,
  after: ({ file }, { locale }) => ({ to: pageOf({ locale }, { file }) }),
});
