import { PART_BYTES_MAX, partStartInput, type Upload } from '@/domain/uploads/upload';
import { addPart, cancelUpload } from '@/domain/uploads/upload-commands';
import { findUpload } from '@/domain/uploads/upload-queries';
import { getViewer } from '@/server/sign-in/session';

type Context = RouteContext<'/api/uploads/[uploadId]'>;

const NEVER_KEPT = { 'cache-control': 'no-store' };

const refused = (status: number, problem: string, received?: number) =>
  Response.json({ problem, ...(received !== undefined && { received }) }, { status, headers: NEVER_KEPT });

/** How far it has come, also in the head alone. */
const told = (upload: Upload) =>
  Response.json(upload, {
    headers: { ...NEVER_KEPT, 'upload-offset': String(upload.received), 'upload-length': String(upload.size) },
  });

/** How far an upload of hers has come; that of another account is not found. */
export async function GET(_: Request, { params }: Context) {
  const [viewer, { uploadId }] = await Promise.all([getViewer(), params]);
  if (!viewer) return refused(401, 'signed-out');
  const upload = await findUpload(viewer, uploadId);
  return upload ? told(upload) : refused(404, 'not-found');
}

/** Takes the part that begins at `?from=`; one that the file does not go on with is answered with where it does. */
export async function PATCH(request: Request, { params }: Context) {
  const [viewer, { uploadId }] = await Promise.all([getViewer(), params]);
  if (!viewer) return refused(401, 'signed-out');
  if (request.headers.get('content-type') !== 'application/octet-stream') return refused(415, 'not-a-part');
  const from = partStartInput.safeParse(new URL(request.url).searchParams.get('from'));
  // the front has counted what comes, and let no more in than this
  if (Number(request.headers.get('content-length') ?? 0) > PART_BYTES_MAX) return refused(413, 'part-too-large');
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (!from.success || bytes.length === 0) return refused(400, 'not-understood');
  if (bytes.length > PART_BYTES_MAX) return refused(413, 'part-too-large');
  const result = await addPart(viewer, { uploadId, from: from.data }, bytes);
  if (result.ok) return told(result.value);
  if (result.problem === 'not-found') return refused(404, 'not-found');
  return refused(409, result.problem, Number(result.detail?.received));
}

/** Takes it back, with all that came of it. */
export async function DELETE(_: Request, { params }: Context) {
  const [viewer, { uploadId }] = await Promise.all([getViewer(), params]);
  if (!viewer) return refused(401, 'signed-out');
  const result = await cancelUpload(viewer, uploadId);
  return result.ok ? new Response(null, { status: 204, headers: NEVER_KEPT }) : refused(404, result.problem);
}
