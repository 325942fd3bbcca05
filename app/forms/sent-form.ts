import 'server-only';

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/** The form that a handler was sent; or, for what is no form (415) or a broken one (400), the answer to that. */
export async function sentForm(request: Request): Promise<FormData | Response> {
  if (!FORM.test(request.headers.get('content-type') ?? '')) return new Response(null, { status: 415 });
  try {
    return await request.formData();
  } catch {
    return new Response(null, { status: 400 });
  }
}
