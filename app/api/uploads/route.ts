import { openUploadInput } from '@/domain/uploads/upload';
import { openUpload } from '@/domain/uploads/upload-commands';
import { answer } from '../answer';

/** Opens an upload, or finds the one of the same file that broke off; answers from where it goes on. */
export const POST = (request: Request) => answer(request, openUploadInput, openUpload);
