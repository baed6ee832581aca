import Textfield from '@atlaskit/textfield';
import { Choice } from '../../components/choice';
import { Field } from '../../components/field';
import { planning as texts } from '../../messages/en/planning';
import { useWords } from '../../messages/use-words';
import styles from './planning.module.css';
import type { View } from './view';

/** Which key results are shown, and in which order. */
export function ViewBar({ view, onView }: { view: View; onView: (view: View) => void }) {
  const { t } = useWords();
  return (
    <div className={styles.bar} role="search">
      <Field label={t(texts.find)}>
        {(wiring) => (
          <Textfield
            {...wiring}
            isCompact
            type="search"
            placeholder={t(texts.findPlaceholder)}
            value={view.text}
            onChange={(event) => onView({ ...view, text: event.currentTarget.value })}
          />
        )}
      </Field>
      <Choice<View['show']>
        isCompact
        label={t(texts.show)}
        value={view.show}
        options={[
          { value: 'all', label: t(texts.showAll) },
          { value: 'need', label: t(texts.showNeed) },
          { value: 'planned', label: t(texts.showPlanned) },
        ]}
        onChoose={(show) => onView({ ...view, show })}
      />
      <Choice<View['sort']>
        isCompact
        label={t(texts.sort)}
        value={view.sort}
        options={[
          { value: 'need', label: t(texts.sortNeed) },
          { value: 'most', label: t(texts.sortMost) },
          { value: 'due', label: t(texts.sortDue) },
        ]}
        onChoose={(sort) => onView({ ...view, sort })}
      />
    </div>
  );
}
