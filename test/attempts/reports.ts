import { acceptReport } from '@/domain/reports/filing/decide-commands';
import { signReport } from '@/domain/reports/filing/sign-commands';
import { findReport, listReports } from '@/domain/reports/queries';
import { uploadReportTemplate } from '@/domain/reports/templates/commands';
import { createLetter } from '@/domain/reports/templates/letter-fixture';
import { templateUploadInput } from '@/domain/reports/templates/template';
import { type AttemptStage, type Attempts, done } from '../attempt';
import { makePastMonth, readyToSign } from '../stages/reports';
import { makeViewer } from '../union';

export function reportsAttempts({ union }: AttemptStage): Attempts<'reports'> {
  // a month serves until what is tried on it could be done; the last one may hold the sessions of these days, whose women are counted
  let [months, used] = [1, true];
  const month = () => {
    if (used) months += 1;
    used = false;
    return makePastMonth(months);
  };
  const noted = (result: { ok: boolean }) => {
    used = result.ok;
    return done(result);
  };
  return {
    'reports.see': async (viewer) => (await listReports(viewer, union.longHung.id)) !== null,
    'reports.file': async (viewer) => {
      const official = await makeViewer('commune_official', union.longHung);
      return noted(await signReport(viewer, await readyToSign(official, union.longHung.id, await month())));
    },
    'reports.file-province': async (viewer) => {
      const official = await makeViewer('province_official', union.province);
      return noted(await signReport(viewer, await readyToSign(official, union.province.id, await month())));
    },
    'reports.keep-template': async (viewer) => {
      const templateFile = createLetter('{ban_chup} {ma_so_lieu}');
      return done(await uploadReportTemplate(viewer, templateUploadInput.parse({ templateFile, remark: 'Mẫu thử' })));
    },
    'reports.decide': async (viewer) => {
      const official = await makeViewer('commune_official', union.longHung);
      const asked = await readyToSign(official, union.longHung.id, await month());
      await signReport(official, asked);
      const filed = await findReport(official, asked.unitId, asked.periodId);
      return noted(await acceptReport(viewer, { ...asked, version: filed?.row.version ?? 0 }));
    },
  };
}
