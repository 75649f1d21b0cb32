import { Dialog } from '../parts/dialog.js';
import { Button } from '../parts/button.js';
import { TEXTS } from '../texts.js';
import { useKeysOn } from './keys.js';
import styles from './shell.module.css';

export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const [isOn, setOn] = useKeysOn();
  return (
    <Dialog
      title={TEXTS.keys.title}
      isOpen={isOpen}
      onClose={onClose}
      actions={<Button onClick={onClose}>{TEXTS.states.close}</Button>}
    >
      <label className={styles.switch}>
        <input type="checkbox" checked={isOn} onChange={(event) => setOn(event.target.checked)} />
        {TEXTS.keys.on}
      </label>
      <dl className={styles.keys}>
        {TEXTS.keys.list.map(([key, does]) => (
          <KeyRow key={key} name={key} does={does} />
        ))}
      </dl>
    </Dialog>
  );
}

function KeyRow({ name, does }: { name: string; does: string }) {
  return (
    <>
      <dt>
        <kbd>{name}</kbd>
      </dt>
      <dd>{does}</dd>
    </>
  );
}
