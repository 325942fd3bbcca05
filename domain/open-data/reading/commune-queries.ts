import { listPublishedGuided } from '@/domain/coverage/commune-queries';
import { today } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import { ok } from '@/domain/result';
import { countedBy } from '@/domain/small-count';
import { listPublishedCommunes } from '@/domain/units/queries';
import type { Commune } from '@/domain/units/unit';
import type { Question } from '../question';
import type { CommuneRow } from '../rows';
import { behindKey, byKey, type PageAddresses, type Telling } from './told';

const keyOf = ({ code }: Commune) => code;

/** The communes of a day, by their codes; women are told of as on their pages. */
export async function listPublishedCommuneRows(question: Question, addresses: PageAddresses): Telling<CommuneRow> {
  const day = question.day ?? today();
  const [communes, guided] = await Promise.all([listPublishedCommunes(day), listPublishedGuided(day)]);
  const knownOf = new Map(guided.map((row) => [row.communeId, row]));
  const { page, next } = behindKey([...communes].sort(byKey(keyOf)), keyOf, question);
  const rows = page.map((commune): CommuneRow => {
    const known = knownOf.get(commune.id);
    const reports = known?.reports === true;
    return {
      day,
      commune: commune.code,
      name: commune.name,
      kind: commune.kind,
      reports,
      women_guided: reports ? (known?.guided ?? null) : null,
      women_guided_by: reports ? countedBy(day) : null,
      page: addresses.commune(question.language, commune.slug),
      demonstration: env.DEMO === 'on',
    };
  });
  return ok({ rows, next, day, from: null, to: null });
}
