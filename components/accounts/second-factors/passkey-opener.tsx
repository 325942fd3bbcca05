'use client';

import { startAuthentication } from '@simplewebauthn/browser';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { PlainCheckbox } from '@/components/ui/forms/plain-fields';
import { postJson } from './post-json';

type Words = { open: string; failed: string; remember: string; rememberHint: string };
type PasskeyOpenerProps = { words: Words; to: string; mayRemember: boolean };

/** Has her browser open one of her passkeys, and goes on to where she wanted to be. */
export function PasskeyOpener({ words, to, mayRemember }: PasskeyOpenerProps) {
  const [failed, setFailed] = useState(false);

  async function open(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const remember = new FormData(event.currentTarget).get('remember') === 'on';
    setFailed(false);
    try {
      const optionsJSON = await postJson('/api/second-step/passkey/options', {});
      const used = await startAuthentication({ optionsJSON: optionsJSON as never });
      await postJson('/api/second-step/passkey', { remember, used });
      window.location.assign(to);
    } catch {
      setFailed(true);
    }
  }

  return (
    <form onSubmit={open}>
      {failed && (
        <p role="alert" className="problem-box mb-4">
          {words.failed}
        </p>
      )}
      {mayRemember && <PlainCheckbox id="remember" name="remember" label={words.remember} hint={words.rememberHint} />}
      <Button type="submit" variant="primary">
        {words.open}
      </Button>
    </form>
  );
}
