'use server';

import { formAction } from '@/app/forms/form-action';
import { absolute } from '@/app/metadata';
import { endLinkInput, makeLinkInput } from '@/domain/newsroom/previews/preview-link';
import * as previewLinkCommands from '@/domain/newsroom/previews/preview-link-commands';
import { hrefTo } from '@/i18n/routes';
import { previewPath } from '../../asked';

export const makePreviewLink = formAction(
  makeLinkInput,
  previewLinkCommands.makePreviewLink,
  ({ secret, expiresAt }) => ({
    said: {
      address: absolute(hrefTo('vi', 'previewLink', { slug: secret })),
      until: expiresAt.toISOString(),
    },
  }),
);

export const endPreviewLink = formAction(endLinkInput, previewLinkCommands.endPreviewLink, ({ id }) => ({
  to: `${previewPath(id)}?said=ended`,
}));
