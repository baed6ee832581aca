import styles from './chips.module.css';

/** `classNames` for a select of several. */
export const chipsApart = { input: () => styles.typed ?? '' };
