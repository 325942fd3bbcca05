import { StrayAnswer } from '@/components/ui/panels/stray-answer';

/** Where the forms of an article's page stand, for answers without a script. */
export const deedsAddress = (articleId: string) => `/admin/articles/${articleId}`;

/** What can be typed into each deed, by its action. */
const WORDS = {
  approveArticle: ['noteVi', 'noteEn'],
  publishArticle: ['noteVi', 'noteEn'],
  returnArticle: ['remark'],
  forceAlert: ['reason', 'noteVi', 'noteEn'],
  withdrawArticle: ['reason', 'noticeVi', 'noticeEn'],
} as const;
type Worded = keyof typeof WORDS;
type StrayProps<Name extends Worded> = {
  articleId: string;
  actions: Record<Name, Parameters<typeof StrayAnswer>[0]['action']>;
  /** deeds that are not hers to do at this moment */
  undrawn: readonly Name[];
};

/** Somebody else did it, or something that goes before it, while she typed: what she typed is told all the same. */
export const StrayAnswers = <Name extends Worded>({ articleId, actions, undrawn }: StrayProps<Name>) =>
  undrawn.map((name) => (
    <StrayAnswer
      key={name}
      action={actions[name]}
      concept="newsroom"
      address={deedsAddress(articleId)}
      words={WORDS[name]}
    />
  ));
