import { openedInput, presenceInput } from '@/domain/articles/writing/presence';
import { openArticle, touchArticle } from '@/domain/articles/writing/presence-commands';
import { getViewer } from '@/server/sign-in/session';
import { answer } from '../../answer';

/** The page on which an article is written says that it is open, or left, and is told who else is there. */
export const POST = (request: Request) => answer(request, presenceInput, touchArticle);

/** Without a script the page asks for a picture that is empty. What pages of another site load asks in nobody's name: it carries no session. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await getViewer();
  const asked = openedInput.safeParse({ articleId: new URL(request.url).searchParams.get('article') });
  if (viewer && asked.success) await openArticle(viewer, asked.data);
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
}
