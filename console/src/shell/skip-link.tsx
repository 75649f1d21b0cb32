import { buttonClass } from '../parts/button.js';
import { TEXTS } from '../texts.js';
import { focusMain, MAIN } from './main-focus.js';
import styles from './shell.module.css';

/** The first stop of the tab key: over the rail and the bar, to the page. */
export function SkipLink() {
  return (
    <a
      href={`#${MAIN}`}
      className={`${buttonClass()} ${styles.skip}`}
      onClick={(event) => {
        // The address stays that of the page.
        event.preventDefault();
        focusMain();
      }}
    >
      {TEXTS.rail.skip}
    </a>
  );
}
