import type { Editor } from '@tiptap/core';
import { useTranslations } from 'next-intl';
import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from '@/components/ui/button';

type EditorPanelProps = { editor: Editor; onDone: () => void; deeds?: ReactNode; children: ReactNode };

/** What is chosen below the bar: Escape leads back into the text, Enter in a field does not send the form around it. */
export function EditorPanel({ editor, onDone, deeds, children }: EditorPanelProps) {
  const t = useTranslations('articles.editor');
  const leave = () => {
    onDone();
    editor.commands.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const confirms = event.key === 'Enter' && event.target instanceof HTMLInputElement;
    if (event.key !== 'Escape' && !confirms) return;
    event.preventDefault();
    if (event.key === 'Escape') leave();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields and buttons within
    <div className="editor-panel" onKeyDown={onKeyDown}>
      {children}
      <div className="flex flex-wrap gap-2">
        {deeds}
        <Button compact variant="text" onClick={leave}>
          {t('leave')}
        </Button>
      </div>
    </div>
  );
}
