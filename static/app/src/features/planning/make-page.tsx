import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Choice } from '../../components/choice';
import { Field } from '../../components/field';
import { Notice } from '../../components/notice';
import { SkeletonLines } from '../../components/skeleton-lines';
import { planning as texts } from '../../messages/en/planning';
import { useWords } from '../../messages/use-words';
import { ConfluenceError, createPage, readSpaces } from '../../rpc/confluence';
import { openInProduct } from '../../rpc/product-events';
import styles from './planning.module.css';

type Props = { title: string; document: object };

/** Makes a Confluence page of the result, as the person, when they ask for it. */
export function MakePage(props: Props) {
  const { t } = useWords();
  const [isAsked, setAsked] = useState(false);
  if (isAsked) return <PageForm {...props} />;
  return (
    <div>
      <Button onClick={() => setAsked(true)}>{t(texts.makePage)}</Button>
    </div>
  );
}

function PageForm({ title: suggested, document }: Props) {
  const { t } = useWords();
  const [title, setTitle] = useState(suggested);
  const [spaceId, setSpaceId] = useState<string | null>(null);
  const spaces = useQuery({ queryKey: ['confluence', 'spaces'], queryFn: readSpaces });
  const page = useMutation({ mutationFn: createPage });
  if (spaces.isError) return <Notice tone="warning">{t(texts.noConfluence)}</Notice>;
  if (spaces.data === undefined) return <SkeletonLines />;
  const made = page.data;
  if (made !== undefined) {
    return (
      <Notice tone="success" title={t(texts.pageMade)}>
        <Button onClick={() => void openInProduct(made)}>{t(texts.openPage)}</Button>
      </Notice>
    );
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (spaceId !== null && title.trim() !== '') page.mutate({ spaceId, title: title.trim(), document });
      }}
    >
      <Choice<string | null>
        label={t(texts.space)}
        value={spaceId}
        options={spaces.data.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={setSpaceId}
      />
      <Field label={t(texts.pageTitle)}>
        {(wiring) => (
          <Textfield
            {...wiring}
            isRequired
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
        )}
      </Field>
      {page.isError && <Notice tone="error">{refusalOf(page.error, t)}</Notice>}
      <div>
        <Button
          type="submit"
          appearance="primary"
          isDisabled={spaceId === null || title.trim() === ''}
          isLoading={page.isPending}
        >
          {t(texts.createPage)}
        </Button>
      </div>
    </form>
  );
}

function refusalOf(error: Error, t: ReturnType<typeof useWords>['t']): string {
  const detail = error instanceof ConfluenceError ? error.detail : '';
  return detail === '' ? t(texts.pageRefusedPlain) : t(texts.pageRefused, { detail });
}
