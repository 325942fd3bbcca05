import { createHash, randomBytes } from 'node:crypto';
import { request } from '@playwright/test';
import { hrefTo } from '../../../i18n/routes';
import { actionOf, builtActions, formsOf } from '../page/forms';
import type { Visitor } from '../stage/stage';
import { wordsOf } from './answers';
import type { Doors } from './ground';
import { type Answer, DIGITS, said, type Typed } from './sending';

/** Sends the form of this action on a page; null where there is none. */
export async function sendNamed(visitor: Visitor, page: string, name: string, typed?: Typed): Promise<Answer | null> {
  const actions = builtActions();
  const form = (await formsOf(visitor, [page])).find((each) => actionOf(each, actions)?.name === name);
  return form ? said(visitor, form, typed) : null;
}

/** The code of a card that this visitor makes for a woman and hands over with digits that she chooses herself. */
export async function cardMadeBy({ quiet: { database } }: Doors, visitor: Visitor, personId: string): Promise<string> {
  const page = `/admin/people/${personId}/member-card`;
  await sendNamed(visitor, page, 'makeMemberCard');
  // the code on its paper only the portal can make
  const code = randomBytes(32).toString('hex');
  const { rowCount } = await database.query(
    'UPDATE member_card SET token_hash = $1 WHERE person_id = $2 AND ended_at IS NULL AND made_by_id = $3',
    [createHash('sha256').update(code).digest(), personId, visitor.accountId],
  );
  if (rowCount !== 1) throw new Error('no card was made');
  const handed = await sendNamed(visitor, page, 'handOverMemberCard', { password: DIGITS, repeatedPassword: DIGITS });
  if (!handed?.to?.includes('said=handedOver')) throw new Error(`the card was not handed over: ${handed?.to}`);
  return code;
}

const PARTS = ['passport', 'places', 'data', 'card'];

/** What the pages behind a card say to whoever holds it and types these digits, on a phone that nobody is signed in on. */
export async function saidByCard({ quiet: { origin } }: Doors, code: string, digits: string): Promise<string> {
  const http = await request.newContext({ baseURL: origin });
  const page = hrefTo('vi', 'memberCard');
  await http.get(hrefTo('vi', 'memberCardLink', { slug: code }));
  const opened = await http.post('/api/member-cards', { form: { language: 'vi', do: 'open', password: digits } });
  const words = [await wordsOf(opened)];
  for (const part of PARTS) words.push(await wordsOf(await http.get(`${page}?part=${part}`)));
  await http.dispose();
  return words.join('\n');
}
