import type { ArticleNode } from '@/domain/articles/document';
import { keepTogether } from '@/i18n/compounds';
import { type BodyProps, DocumentBody } from './document-body';

/** The text of an article as readers see it: the compounds of its headings are not torn apart at the end of a line. */
export const ArticleBody = ({ body, ...how }: BodyProps) => (
  <DocumentBody
    {...how}
    body={{ ...body, content: (body.content ?? []).map((node) => (node.type === 'heading' ? together(node) : node)) }}
  />
);

const together = (node: ArticleNode): ArticleNode => ({
  ...node,
  ...(node.text ? { text: keepTogether(node.text) } : {}),
  ...(node.content ? { content: node.content.map(together) } : {}),
});
