import 'server-only';
import { dependsOn } from '@/app/cache-tags';
import type { Question } from '@/domain/open-data/question';
import { findPublishedPlace } from '@/domain/open-data/reading/place-queries';

type Parts = Parameters<typeof dependsOn>;

/** What the rows of a question are made of: only what moves one of them has them drawn anew. */
export async function dependOnRows({ name, commune }: Question): Promise<void> {
  const place = commune === undefined ? null : await findPublishedPlace(commune);
  const figures = place ? (`figures:${place.id}` as const) : ('figures:province' as const);
  const sessions: Parts = place ? [`sessions:${place.id}`, 'sessions:communes'] : ['sessions:province'];
  const parts = {
    communes: ['figures:province'],
    coverage: [figures],
    // hours of a session without its own are those of its course
    indicators: [figures, ...sessions, 'lessons:province', 'courses'],
    sessions: [...sessions, 'courses'],
    articles: place ? [`told:${place.slug}`] : ['articles:news', 'articles:story', 'articles:guide'],
    snapshots: ['reports'],
    snapshot: ['reports'],
  } satisfies Record<Question['name'], Parts>;
  await dependsOn(...parts[name], 'units', 'today');
}
