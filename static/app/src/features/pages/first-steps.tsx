import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useNavigate } from 'react-router';
import { pages } from '../../messages/en/pages';
import { sample } from '../../messages/en/sample';
import { useWords } from '../../messages/use-words';
import styles from './pages.module.css';

/** What an empty site offers: the ways in, and what this is for. */
export function FirstSteps() {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <>
      <div className={styles.what}>
        <Heading size="large" as="h1">
          {t(pages.welcome)}
        </Heading>
        <p className={styles.lead}>{t(pages.welcomeWhy)}</p>
      </div>
      <div className={styles.cards}>
        <section className={styles.card}>
          <Heading size="small" as="h2">
            {t(pages.write)}
          </Heading>
          <p>{t(pages.writeWhy)}</p>
          <Button appearance="primary" onClick={() => void navigate('/start')}>
            {t(pages.begin)}
          </Button>
        </section>
        <section className={styles.card}>
          <Heading size="small" as="h2">
            {t(pages.importTitle)}
          </Heading>
          <p>{t(pages.importWhy)}</p>
          <Button onClick={() => void navigate('/import')}>{t(pages.choose)}</Button>
        </section>
        <section className={styles.card}>
          <Heading size="small" as="h2">
            {t(sample.cardTitle)}
          </Heading>
          <p>{t(sample.cardWhy)}</p>
          <Button onClick={() => void navigate('/sample')}>{t(sample.cardAct)}</Button>
        </section>
      </div>
    </>
  );
}
