import { useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { PhoneMessage } from '@/domain/messages/outbox';

/** `from` says where the page is that she goes on with: the session's, one commune's or all. */
type MarkProps = { action: FormAction; from: string };

const Ids = ({ ids }: { ids: string[] }) => ids.map((id) => <HiddenField key={id} name="messageIds[]" value={id} />);

/** One tap: she was told. */
export function MarkToldForm({ action, from, message }: MarkProps & { message: PhoneMessage }) {
  const t = useTranslations('messages.mark');
  return (
    <Form action={action} concept="messages">
      <Ids ids={[message.id]} />
      <HiddenField name="from" value={from} />
      <SubmitButton variant="secondary" compact icon="check">
        {t('one')} <span className="sr-only">{message.name}</span>
      </SubmitButton>
    </Form>
  );
}

/** All that stand above it, and nobody who was added since. */
export function MarkAllForm({ action, from, messages }: MarkProps & { messages: PhoneMessage[] }) {
  const t = useTranslations('messages.mark');
  return (
    <Form action={action} concept="messages">
      <Ids ids={messages.map(({ id }) => id)} />
      <HiddenField name="from" value={from} />
      <SubmitButton icon="check">{t('all', { count: messages.length })}</SubmitButton>
    </Form>
  );
}

export function TakeBackForm({ action, from, message }: MarkProps & { message: PhoneMessage }) {
  const t = useTranslations('messages.mark');
  return (
    <Form action={action} concept="messages">
      <HiddenField name="messageId" value={message.id} />
      <HiddenField name="from" value={from} />
      <SubmitButton variant="text" compact>
        {t('takeBack')} <span className="sr-only">{message.name}</span>
      </SubmitButton>
    </Form>
  );
}
