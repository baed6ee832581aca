import Button from '@atlaskit/button/new';
import type { NextStep } from '../../../../../src/domain/score';
import { ChangedNotice } from '../../components/changed-notice';
import { Choice } from '../../components/choice';
import { refusedField } from '../../components/field';
import { FormEnd } from '../../components/form-end';
import { LongText } from '../../components/long-text';
import { Notice } from '../../components/notice';
import { useKept } from '../../components/use-kept';
import { closing as texts } from '../../messages/en/closing';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import styles from './closing.module.css';
import type { ClosingKeyResult } from './closing-of';
import { nextTexts, sayScore, sayScored } from './say-closing';
import { saveOnEnter } from './save-on-enter';

const scores = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
const steps: NextStep[] = ['repeat', 'rewrite', 'drop'];

/** What is typed: `score` a number, `dropped`, or nothing yet. `basedOn`: the version that it was typed over. */
type Draft = { score: string; rationale: string; next: string; basedOn: string };

function draftOf({ score, suggested }: ClosingKeyResult): Draft {
  const basedOn = String(score?.version ?? 0);
  if (score === null) {
    return { score: suggested === null ? '' : String(suggested), rationale: '', next: '', basedOn };
  }
  return {
    score: score.score === null ? 'dropped' : String(score.score),
    rationale: score.rationale,
    next: score.next ?? '',
    basedOn,
  };
}

/** A person says what a key result came to: the suggested score stands there already. */
export function ScoreForm({ at, onDone }: { at: ClosingKeyResult; onDone: () => void }) {
  const words = useWords();
  const { t, locale } = words;
  const act = useAct('key-result.score');
  const { key, id } = at.of.keyResult;
  const { texts: draft, restored, change, discard, forget } = useKept(`score.${id}`, draftOf(at));
  const chosen = draft.score === 'dropped' ? null : draft.score === '' ? undefined : Number(draft.score);

  async function save() {
    if (chosen === undefined) return;
    // Refused because somebody else saved first, and asked to save over it: what they saved has been read meanwhile.
    const version = act.refusal?.code === 'changed' ? (at.score?.version ?? 0) : Number(draft.basedOn);
    const answer = await act.run(({ id: newId, requestId }) => ({
      id: at.score?.id ?? newId(),
      version,
      requestId,
      keyResultId: id,
      score: chosen,
      rationale: draft.rationale,
      next: steps.find((step) => step === draft.next) ?? null,
    }));
    if (!answer?.ok) return;
    forget();
    flag({ title: t(texts.scoreSaved, { key, score: sayScored({ score: chosen }, words) }) });
    onDone();
  }

  return (
    <form
      className={styles.form}
      aria-label={t(texts.scoreOf, { key })}
      noValidate
      onKeyDown={saveOnEnter}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {restored && (
        <Notice tone="info">
          <p>{t(texts.restored)}</p>
          <Button spacing="compact" onClick={() => discard(draftOf(at))}>
            {t(texts.restart)}
          </Button>
        </Notice>
      )}
      <div className={styles.pair}>
        <Choice<string>
          label={t(texts.score)}
          error={refusedField(act.refusal, 'score')}
          value={draft.score === '' ? null : draft.score}
          options={[
            ...scores.map((score) => ({ value: String(score), label: sayScore(score, locale) })),
            { value: 'dropped', label: t(texts.dropped) },
          ]}
          onChoose={(score) => change({ score })}
        />
        <Choice<string>
          label={t(texts.next)}
          value={draft.next}
          options={[
            { value: '', label: t(texts.nextNone) },
            ...steps.map((step) => ({ value: step, label: t(nextTexts[step]) })),
          ]}
          onChoose={(next) => change({ next })}
        />
      </div>
      <LongText
        label={t(texts.rationale)}
        hint={t(chosen === null ? texts.rationaleDropped : texts.rationaleHint)}
        error={refusedField(act.refusal, 'rationale')}
        value={draft.rationale}
        onText={(rationale) => change({ rationale })}
      />
      <FormEnd
        isQuiet
        act={act}
        fields={['score', 'rationale']}
        save={t(texts.saveScore)}
        conflict={<ChangedNotice act={act} onTheirs={() => discard(draftOf(at))} />}
        onCancel={at.score === null ? undefined : onDone}
      />
    </form>
  );
}
