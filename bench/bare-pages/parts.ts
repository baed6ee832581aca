import Button from '@atlaskit/button/new';
import Link from '@atlaskit/link';
import VisuallyHidden from '@atlaskit/visually-hidden';
import { createElement as h } from 'react';
import { createRoot } from 'react-dom/client';

function Panel({ title }: { title: string }) {
  return h(
    'article',
    null,
    h('h2', null, 'This epic serves KR-3'),
    h('p', null, h(Link, { href: '#' }, title)),
    h('section', null, h('h3', null, 'Outcome'), h('p', null, '55% on 12 May; 60% would be on pace')),
    h('section', null, h('h3', null, 'Work'), h('p', null, '7 of 12 stories done')),
    h(VisuallyHidden, null, 'Behind'),
    h(Button, null, 'Detach'),
  );
}

/** The parts of Atlaskit that the issue panel shows, with their words in them: the least a page of them can be. */
export function show(title: string): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  createRoot(root).render(h(Panel, { title }));
}
