import 'server-only';
import { isOwnPassword } from '@/domain/accounts/own-queries';
import type { Proof } from '@/domain/accounts/second-factors/second-factor';
import { problem, type Result } from '@/domain/result';
import { mayTryOwnPassword } from '@/server/sign-in/reset-limit';
import type { Owner } from '@/server/sign-in/session';

type Deed<Input, Value, Problem extends string> = (owner: Owner, input: Input) => Promise<Result<Value, Problem>>;

/**
 * What changes how she signs in: where she signed in a while ago it is done with her password alone, so that nobody does it at a screen that
 * she left open. Tries are counted before any is hashed.
 */
export const proven =
  <Input extends Proof, Value, Problem extends string>(
    run: Deed<Input, Value, Problem>,
  ): Deed<Input, Value, Problem | 'password-needed' | 'wrong-password' | 'tried-often'> =>
  async (owner, input) => {
    if (owner.isFresh) return run(owner, input);
    if (!input.password) return problem('password-needed');
    if (!(await mayTryOwnPassword(owner.accountId))) return problem('tried-often');
    return (await isOwnPassword(owner, input.password)) ? run(owner, input) : problem('wrong-password');
  };
