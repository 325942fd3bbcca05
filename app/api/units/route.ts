import { getTranslations } from 'next-intl/server';
import { unitOption } from '@/components/units/choice/unit-option';
import { scopeOf, WORDS_MAX } from '@/domain/units/choice/choice';
import { findUnitChoices } from '@/domain/units/choice/choice-queries';
import { getViewer } from '@/server/sign-in/session';

const headers = { 'cache-control': 'no-store' };

/** Units for a field that finds them by name while one types: a bounded number of those within her reach. */
export async function GET(request: Request) {
  const viewer = await getViewer();
  if (!viewer) return Response.json({ problem: 'not-found' }, { status: 404, headers });
  const asked = new URL(request.url).searchParams;
  const scope = scopeOf(asked.get('scope') ?? '');
  if (!scope) return Response.json({ problem: 'not-found' }, { status: 404, headers });
  const q = (asked.get('q') ?? '').replaceAll('\0', '').slice(0, WORDS_MAX).trim();
  const [t, { choices, more }] = await Promise.all([
    getTranslations({ locale: viewer.locale, namespace: 'units' }),
    findUnitChoices(viewer, scope, { q }),
  ]);
  const options = choices.map((choice) => unitOption(t, choice, Boolean(scope.within)));
  return Response.json({ options, more }, { headers });
}
