import Button from '@atlaskit/button/new';
import { TextField } from '../../components/text-field';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import type { FieldsProps } from './fields-props';
import styles from './form.module.css';
import { emptyMilestone, type MilestoneDraft } from './key-result-draft';

/** The milestones, each with what would prove it: reached when a person says so (design §3.1). */
export function MilestoneFields({ draft, change, errorOf }: FieldsProps) {
  const { t, number } = useWords();
  const set = (index: number, part: Partial<MilestoneDraft>) =>
    change({
      milestones: draft.milestones.map((milestone, at) =>
        at === index ? { ...milestone, ...part } : milestone,
      ),
    });
  return (
    <>
      {draft.milestones.map((milestone, index) => {
        const field = (name: string) => errorOf(`metric.milestones.${String(index)}.${name}`);
        return (
          <fieldset key={milestone.id} className={styles.group}>
            <legend>
              {t(writing.milestone)} {number(index + 1)}
            </legend>
            <TextField
              label={t(writing.milestoneTitle)}
              value={milestone.title}
              error={field('title')}
              onText={(title) => set(index, { title })}
            />
            <TextField
              label={t(writing.milestoneEvidence)}
              value={milestone.evidence}
              error={field('evidence')}
              onText={(evidence) => set(index, { evidence })}
            />
            <div className={styles.pair}>
              <TextField
                label={t(writing.milestoneWeight)}
                inputMode="decimal"
                value={milestone.weight}
                error={field('weight')}
                onText={(weight) => set(index, { weight })}
              />
              <TextField
                label={t(writing.milestoneDue)}
                type="date"
                value={milestone.dueOn}
                error={field('dueOn')}
                onText={(dueOn) => set(index, { dueOn })}
              />
            </div>
            {draft.milestones.length > 1 && (
              <div>
                <Button
                  appearance="subtle"
                  spacing="compact"
                  onClick={() => change({ milestones: draft.milestones.filter((_, at) => at !== index) })}
                >
                  {t(writing.remove)}
                </Button>
              </div>
            )}
          </fieldset>
        );
      })}
      <div>
        <Button onClick={() => change({ milestones: [...draft.milestones, emptyMilestone()] })}>
          {t(writing.addMilestone)}
        </Button>
      </div>
    </>
  );
}
