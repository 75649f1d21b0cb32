import { PreconditionFailedError } from '@stagegate/client';
import { useMutation } from '@tanstack/react-query';
import { type Owner, setPolicy } from '../../data/policy.js';
import { useDraft } from '../../parts/draft.js';
import { TextField } from '../../parts/action-dialog.js';
import { type PolicyDocument } from '../../policy/policy-document.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { ProblemView } from '../../parts/states.js';
import { TEXTS } from '../../texts.js';
import { POLICY_TEXTS } from '../../texts/policy.js';
import { DifferenceView } from './difference-view.js';
import styles from './policy.module.css';

const texts = POLICY_TEXTS;
const LONGEST_COMMENT = 1_000;

/** What came of it: a revision that is in force, or a change that awaits approval. */
export type Saved = { revision: number } | { changeId: string };

/** A change of a policy, and what it was made on. */
export interface ChangeToSave {
  text: string;
  etag: string | null;
  revision: number;
  before: PolicyDocument;
  after: PolicyDocument;
  /** What else is to be known before, such as how many requests become stale. */
  note: string | null;
}

interface SaveDialogProps {
  owner: Owner;
  change: ChangeToSave;
  onClose: () => void;
  onSaved: (saved: Saved) => void;
}

/** Shows what is about to change, and sets it; where somebody was faster, the draft stays and the difference is shown anew. */
export function SaveDialog({ owner, change, onClose, onSaved }: SaveDialogProps) {
  const { text, etag, revision, before, after, note } = change;
  const [comment, setComment] = useDraft(`policy ${owner ?? ''} comment`);
  const work = useMutation({
    mutationFn: () => setPolicy({ owner, text, etag, comment: comment.trim() || undefined }),
    onSuccess: (policy) => {
      setComment('');
      onSaved('status' in policy ? { changeId: policy.id } : { revision: policy.revision ?? revision });
    },
  });
  const isOutrun = work.error instanceof PreconditionFailedError;
  return (
    <Dialog
      title={texts.saveTitle(revision)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{isOutrun ? TEXTS.states.lookAgain : TEXTS.states.cancel}</Button>
          {!isOutrun && (
            <Button look="primary" disabled={work.isPending} onClick={() => work.mutate()}>
              {texts.saveDo(revision)}
            </Button>
          )}
        </>
      }
    >
      {note && <p className={styles.second}>{note}</p>}
      <DifferenceView before={before} after={after} />
      <TextField
        label={texts.comment}
        hint={texts.commentHint}
        value={comment}
        onChange={setComment}
        isLong
        longest={LONGEST_COMMENT}
      />
      {work.error && <ProblemView error={work.error} />}
    </Dialog>
  );
}
