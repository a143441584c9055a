import { h } from '../dom.ts';
import { paste } from './actions.ts';
import { openDialog } from './view.ts';

/** A box for a text from elsewhere. */
export function openPaste(): void {
  const title = document.createElement('input');
  title.id = 'paste-title';
  title.maxLength = 1000;
  const text = document.createElement('textarea');
  text.id = 'paste-text';
  text.rows = 14;
  text.maxLength = 300_000;
  const submit = h('button', { class: 'main', type: 'submit' }, '放入队列');
  const form = h(
    'form',
    {
      submit: (event) => {
        event.preventDefault();
        if (title.value.trim() + text.value.trim() === '') return;
        dialog.close();
        void paste(title.value.trim(), text.value);
      },
    },
    h('label', {}, '标题（不填时取正文第一行）', title),
    h('label', {}, '正文', text),
    h('div', { class: 'buttons' }, submit),
  );
  const dialog = openDialog('粘贴一件', 'paste', form);
  title.focus();
}
