'use server';

import { formAction } from '@/app/forms/form-action';
import * as answerCommands from '@/domain/articles/questions/answer-commands';
import { answersInput } from '@/domain/articles/questions/answers';
import { articlesPath } from '../asked';

export const draftFromAnswers = formAction(answersInput, answerCommands.draftFromAnswers, ({ id }, { naming }) => ({
  to: `${articlesPath}/${id}/edit?said=drafted&naming=${naming}`,
}));
