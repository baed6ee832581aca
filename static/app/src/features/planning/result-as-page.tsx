import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Field } from '../../components/field';
import { planning as texts } from '../../messages/en/planning';
import { useWords } from '../../messages/use-words';
import { globalPageUrl } from '../../rpc/product-events';
import { MakePage } from './make-page';
import styles from './planning.module.css';
import { documentOf, textOf, type Part } from './review-document';

type Props = {
  title: string;
  parts: readonly Part[];
  /** The route of the full page that it is of. */
  path: string;
  /** What the text is called. */
  label: string;
  linkText: string;
};

/** What something came to: as text to copy, and as a Confluence page where somebody wants one. */
export function ResultAsPage({ title, parts, path, label, linkText }: Props) {
  const { t } = useWords();
  const box = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const link = useQuery({ queryKey: ['url', path], queryFn: () => globalPageUrl(path), staleTime: Infinity });
  const href = link.data ?? '';
  const text = textOf(title, parts, href);

  async function copy() {
    box.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setCopied('yes');
    } catch {
      // Where the product's frame may not write to the clipboard, the person's own copying still works.
      setCopied('no');
    }
  }

  return (
    <>
      <Field label={label}>
        {(wiring) => (
          <TextArea {...wiring} ref={box} isReadOnly minimumRows={10} resize="vertical" value={text} />
        )}
      </Field>
      <div className={styles.buttons}>
        <Button onClick={() => void copy()}>{t(texts.copy)}</Button>
        <p role="status" className={styles.quiet}>
          {copied !== null && t(copied === 'yes' ? texts.copied : texts.copyFailed)}
        </p>
      </div>
      <MakePage title={title} document={documentOf(parts, href === '' ? null : { href, text: linkText })} />
    </>
  );
}
