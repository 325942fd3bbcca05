import { Refused } from './passkey-trouble';

/** Sends JSON to the portal and answers with what it says; throws what it refuses with. */
export async function postJson(address: string, body: unknown): Promise<unknown> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(String(said.problem ?? answer.status));
  return said;
}
