/** Opens a dialog over everything. Firefox knows them since 98 only; before, it lies over the page all the same (`data-plain`). */
export function openDialog(dialog: HTMLDialogElement | null): () => void {
  if (dialog?.showModal) dialog.showModal();
  else for (const mark of ['open', 'data-plain']) dialog?.setAttribute(mark, '');
  return () => dialog?.close?.();
}
