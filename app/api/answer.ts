import 'server-only';
import type { z } from 'zod';
import type { Viewer } from '@/domain/access/viewer';
import type { Result } from '@/domain/result';
import { getViewer } from '@/server/sign-in/session';

const json = (status: number, body: unknown) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

const STATUS: Record<string, number> = { 'not-found': 404, 'not-allowed': 403 };

/** Null for what is no JSON. NUL is typed by nobody and kept by no database. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text, (_, value) => (typeof value === 'string' ? value.replaceAll('\0', '') : value));
  } catch {
    return null;
  }
}

/**
 * The gate of the app in the hall: who is asking, what she sent, what came of it. 401 tells the app to have her sign
 * in again, and to keep what it has.
 */
export async function answer<Schema extends z.ZodType, Value, Problem extends string, Who extends Viewer = Viewer>(
  request: Request,
  schema: Schema,
  run: (viewer: Who, input: z.output<Schema>) => Promise<Result<Value, Problem>>,
  who: () => Promise<Who | null> = getViewer as () => Promise<Who | null>,
): Promise<Response> {
  const viewer = await who();
  if (!viewer) return json(401, { problem: 'signed-out' });
  // the front has refused other origins before, and a form of another site sends no JSON
  if (!request.headers.get('content-type')?.startsWith('application/json')) return json(415, { problem: 'not-json' });
  const parsed = schema.safeParse(readJson(await request.text()));
  if (!parsed.success) return json(400, { problem: 'not-understood' });
  const result = await run(viewer, parsed.data);
  return result.ok ? json(200, result.value) : json(STATUS[result.problem] ?? 409, { problem: result.problem });
}
