import { renderToBuffer } from '@react-pdf/renderer';
import { getTranslations } from 'next-intl/server';
import { backFromElsewhere } from '@/app/admin/export-response';
import { PaperRegister } from '@/components/attendance/paper-register';
import { whenWords } from '@/components/trainings/time-words';
import { printRegister } from '@/domain/attendance/register/print-commands';
import { dayOf } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import { getViewer } from '@/server/sign-in/session';

export const dynamic = 'force-dynamic';

/** The register of a session to print: A4, with a line number for each woman and the way to the page that types it back. */
export async function GET(request: Request, { params }: { params: Promise<{ sessionId: string }> }) {
  const back = backFromElsewhere(request);
  if (back) return back;
  const [viewer, { sessionId }] = await Promise.all([getViewer(), params]);
  const printed = viewer && (await printRegister(viewer, sessionId));
  if (!viewer || !printed?.ok) return new Response(null, { status: 404 });
  const { session, lines } = printed.value;
  const { locale } = viewer;
  const [t, trainings] = await Promise.all([
    getTranslations({ locale, namespace: 'attendance.paperRegister' }),
    getTranslations({ locale, namespace: 'trainings' }),
  ]);
  const words = {
    title: t('title'),
    session: session.title,
    when: whenWords(trainings, locale, session),
    place: session.place,
    number: t('number'),
    name: t('name'),
    group: t('group'),
    mark: t('mark'),
    signature: t('signature'),
    hint: t('hint'),
    trainer: t('trainer'),
    demo: session.demo ? t('demo') : null,
    pageOf: (page: number, pages: number) => t('page', { page, pages }),
  };
  const address = `${env.PORTAL_URL}/admin/trainings/${session.id}/attendance/paper`;
  const body = new Uint8Array(await renderToBuffer(PaperRegister({ locale, words, lines, address })));
  return new Response(body, {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="diem-danh-${dayOf(session.startsAt)}.pdf"`,
      'cache-control': 'private, no-store',
    },
  });
}
