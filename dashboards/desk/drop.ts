import { receive } from './actions.ts';

/** Files may be dropped anywhere in the window. */
export function watchDrops(): void {
  const hasFiles = (event: DragEvent) => [...(event.dataTransfer?.types ?? [])].includes('Files');
  const show = (on: boolean) => document.body.classList.toggle('dropping', on);
  window.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    show(true);
  });
  window.addEventListener('dragleave', (event) => event.relatedTarget === null && show(false));
  window.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    show(false);
    void receive([...(event.dataTransfer?.files ?? [])]);
  });
}
