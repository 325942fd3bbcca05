import { alertRowsOf } from '@/domain/articles/alerts/alert';
import { writtenNames } from '@/domain/articles/written-names/written-names';
import { seedId } from '../chance';
import { accountId } from '../people/accounts';
import { insertRows, type Work } from '../work';
import type { Numbered, SeedArticleText } from './seed-article';

const province = accountId('province@demo.invalid');

/** Who stands by name in a real piece is named by its source; whoever stands in an invented one is nobody. */
export async function answerForNames({ client }: Work, numbered: readonly Numbered[]) {
  const rows = numbered.flatMap(({ n, at, texts, source, demo }) =>
    writtenNames([...spokenOf(texts.vi), ...spokenOf(texts.en), source.name]).map(({ name }, nth) => ({
      id: seedId(`naming ${n}`, nth),
      article_id: seedId('article', n),
      name: name.normalize('NFC'),
      answer: demo ? 'nobody' : 'public_role',
      said_at: at,
      said_by_id: province,
    })),
  );
  if (rows.length > 0) await insertRows(client, 'article_naming', rows);
}

const spokenOf = ({ title, summary, markdown, easyRead, whatChanged, alert }: SeedArticleText): string[] => [
  title,
  summary,
  markdown.replace(/[*_]/g, ''),
  easyRead ?? '',
  whatChanged ?? '',
  ...(alert ? alertRowsOf(alert).map((row) => row.title) : []),
];
