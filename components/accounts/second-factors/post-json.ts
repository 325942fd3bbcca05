/** Sends JSON to the portal and answers with what it says; throws where it refuses. */
export async function postJson(address: string, body: unknown): Promise<unknown> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`refused with ${answer.status}`);
  return answer.json();
}
