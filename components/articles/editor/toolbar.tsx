import type { Editor } from '@tiptap/core';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useRef, useState } from 'react';
import { type TableToolName, tableTools, tools, writesInTable } from './tools';

/** What is chosen in a panel below the bar. */
export type PanelName = keyof typeof PANELS;
type ToolbarProps = {
  editor: Editor;
  controls: string;
  panel: PanelName | null;
  onPanel: (name: PanelName) => void;
};

const PANELS = {
  link: {
    path: 'M10 14a4 4 0 0 0 6 .3l3-3a4 4 0 0 0-5.6-5.6l-1.2 1.2M14 10a4 4 0 0 0-6-.3l-3 3a4 4 0 0 0 5.6 5.6l1.1-1.1',
    keys: 'Ctrl+K',
  },
  picture: { path: 'M4 5h16v14H4ZM4 16l4.5-4.5 3.5 3.5 3-3 5 5M15.5 9v.1', keys: undefined },
  card: { path: 'M4 6h16v12H4ZM4 10h16M7 14h6', keys: undefined },
} as const;
const panels = Object.keys(PANELS) as PanelName[];

/** What can be done to the words: one stop of the Tab key, arrows go from tool to tool. */
export function Toolbar({ editor, controls, panel, onPanel }: ToolbarProps) {
  const t = useTranslations('articles.editor');
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const count = tools.length + panels.length;

  const move = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: count - 1 };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + count) % count;
    setStop(next);
    bar.current?.querySelectorAll<HTMLElement>('[data-tool]')[next]?.focus();
  };
  const button = (at: number, name: string, path: string, pressed: boolean | undefined, keys: string | undefined) => ({
    at,
    label: t(`tools.${name}` as 'tools.strong'),
    path,
    pressed,
    keys,
    stop: at === stop,
  });
  const panelButton = (name: PanelName, at: number) => {
    const { path, keys } = PANELS[name];
    return button(tools.length + at, name, path, panel === name || editor.isActive(name), keys);
  };

  return (
    <>
      <div
        ref={bar}
        role="toolbar"
        aria-label={t('toolbar')}
        aria-controls={controls}
        className="tools"
        onKeyDown={move}
      >
        {tools.map(({ name, path, keys, run, on }, at) => (
          <ToolButton key={name} {...button(at, name, path, on?.(editor), keys)} onRun={() => run(editor)} />
        ))}
        {panels.map((name, at) => (
          <ToolButton key={name} {...panelButton(name, at)} onRun={() => onPanel(name)} />
        ))}
      </div>
      {writesInTable(editor) && <TableTools editor={editor} />}
    </>
  );
}

type ToolButtonProps = {
  label: string;
  path: string;
  pressed: boolean | undefined;
  keys: string | undefined;
  stop: boolean;
  onRun: () => void;
};

function ToolButton({ label, path, pressed, keys, stop, onRun }: ToolButtonProps) {
  return (
    <button
      type="button"
      data-tool=""
      className="tool-button"
      tabIndex={stop ? 0 : -1}
      title={keys ? `${label} (${keys})` : label}
      aria-keyshortcuts={keys?.replace('Ctrl', 'Control')}
      aria-pressed={pressed}
      // the words that are marked stay marked
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRun}
    >
      <svg className="icon" width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">
        <path d={path} />
      </svg>
      <span>{label}</span>
    </button>
  );
}

/** Below the bar while she writes in a table. */
function TableTools({ editor }: { editor: Editor }) {
  const t = useTranslations('articles.editor');
  return (
    <fieldset className="tools table-tools">
      <legend className="sr-only">{t('inTable')}</legend>
      {(Object.keys(tableTools) as TableToolName[]).map((name) => (
        <button
          key={name}
          type="button"
          className="tool-button"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            tableTools[name](editor.state, editor.view.dispatch);
            editor.commands.focus();
          }}
        >
          {t(`table.${name}`)}
        </button>
      ))}
    </fieldset>
  );
}
