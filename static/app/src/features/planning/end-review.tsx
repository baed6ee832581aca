import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { todayIn, usePlace } from '../../boot/place-context';
import { Field } from '../../components/field';
import { planning as texts } from '../../messages/en/planning';
import { useWords } from '../../messages/use-words';
import { globalPageUrl } from '../../rpc/product-events';
import { MakePage } from './make-page';
import styles from './planning.module.css';
import { pathOf, type PlanningPlace } from './planning-place';
import type { PlanTable } from './planning-review';
import { documentOf, textOf } from './review-document';
import { useResult } from './use-result';
import type { TableIssues } from './use-table-issues';

type Props = { place: PlanningPlace; plan: PlanTable; table: TableIssues; log: readonly string[] };

/** The end of a review: its result as text to copy, and as a Confluence page where somebody wants one. */
export function EndReview(props: Props) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={styles.section} aria-label={t(texts.endTitle)}>
      <div>
        <Button
          appearance={isOpen ? 'default' : 'primary'}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? texts.endHide : texts.end)}
        </Button>
      </div>
      {isOpen && <Result {...props} />}
    </section>
  );
}

function Result({ place, plan, table, log }: Props) {
  const { t, day } = useWords();
  const { timeZone } = usePlace();
  const box = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const path = pathOf(place);
  const link = useQuery({ queryKey: ['url', path], queryFn: () => globalPageUrl(path), staleTime: Infinity });
  const parts = useResult(plan, table, log);
  const title = t(texts.pageName, { day: day(todayIn(timeZone)) });
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
    <div className={styles.section}>
      <h2 className={styles.heading}>{t(texts.endTitle)}</h2>
      <Field label={t(texts.endText)}>
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
      <MakePage
        title={title}
        document={documentOf(parts, href === '' ? null : { href, text: t(texts.link) })}
      />
    </div>
  );
}
