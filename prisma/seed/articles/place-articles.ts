import { seedId } from '../chance';
import { skills } from '../trainings/skills';
import { insertRows, run, type Work } from '../work';
import type { SeedArticle } from './seed-article';

/** The real models that stories tell of. */
export async function nameModels({ client }: Work, articles: readonly SeedArticle[]) {
  for (const [n, { model }] of articles.entries())
    if (model)
      await client.query(
        `UPDATE article SET subject_model_id = (SELECT m.id FROM digital_model m JOIN model_host h ON h.model_id = m.id JOIN unit u ON u.id = h.unit_id
          WHERE m.kind = $2::model_kind AND u.slug = $3 LIMIT 1) WHERE id = $1`,
        [seedId('article', n), model.kind, model.at],
      );
}

/** The units that stories tell of. */
export async function nameUnits({ client }: Work, articles: readonly SeedArticle[]) {
  for (const [n, { unit }] of articles.entries())
    if (unit)
      await client.query('UPDATE article SET subject_unit_id = (SELECT id FROM unit WHERE slug = $2) WHERE id = $1', [
        seedId('article', n),
        unit,
      ]);
}

/** What the pieces are about, and where. */
export async function placeArticles({ client }: Work, articles: readonly SeedArticle[]) {
  const topics = articles.flatMap((article, n) =>
    article.topicCodes.map((code) => ({ article_id: seedId('article', n), code })),
  );
  await insertRows(
    client,
    'article_topic',
    topics.map(({ article_id, code }) => ({
      article_id,
      skill_id: seedId(
        'skill',
        skills.findIndex((skill) => skill.code === code),
      ),
    })),
  );
  const communes = articles.flatMap((article, n) =>
    article.communeSlugs.map((slug) => ({ article_id: seedId('article', n), slug })),
  );
  const placed = await run(
    client,
    `
    INSERT INTO article_commune (article_id, unit_id)
    SELECT c.article_id, u.id FROM jsonb_to_recordset($1) AS c (article_id uuid, slug text) JOIN unit u USING (slug)`,
    [JSON.stringify(communes)],
  );
  if (placed !== communes.length) throw new Error('an article names a commune that does not exist');
}
