import { type PolicyConflictResponse } from '@stagegate/client';
import { lazy, type ReactNode, Suspense } from 'react';
import { parsePolicy, writePolicy } from '../../policy/policy-document.js';
import { Section } from '../../parts/page.js';
import { Empty, Skeleton } from '../../parts/states.js';
import { POLICY_TEXTS } from '../../texts/policy.js';
import { type PolicyDraft } from './draft.js';
import { PolicyForm } from './policy-form.js';
import styles from './policy.module.css';

const texts = POLICY_TEXTS;
const NO_FAULTS: readonly PolicyConflictResponse[] = [];

/** The editor weighs more than all the rest of the page, so it comes by itself. */
const PolicyEditor = lazy(async () => ({ default: (await import('./editor/policy-editor.js')).PolicyEditor }));

interface DraftSidesProps {
  draft: PolicyDraft;
  faults: readonly PolicyConflictResponse[] | undefined;
  place: { pointer: string } | null;
  isReadOnly: boolean;
  /** What is said of the draft, above its document. */
  children: ReactNode;
}

/** One draft, as a form and as its document side by side: what is changed in one is changed in the other. */
export function DraftSides({ draft, faults = NO_FAULTS, place, isReadOnly, children }: DraftSidesProps) {
  const document = parsePolicy(draft.text);
  return (
    <div className={styles.halves}>
      <Section title={texts.form}>
        {document === null ? (
          <Empty>{texts.notJson}</Empty>
        ) : (
          <PolicyForm document={document} isReadOnly={isReadOnly} onChange={(next) => draft.write(writePolicy(next))} />
        )}
      </Section>
      <div className={styles.side}>
        {children}
        <Section title={texts.editor}>
          <Suspense fallback={<Skeleton lines={8} />}>
            <PolicyEditor
              label={texts.editorLabel}
              className={styles.editor}
              text={draft.text}
              faults={faults}
              place={place}
              isReadOnly={isReadOnly}
              onChange={draft.write}
            />
          </Suspense>
        </Section>
      </div>
    </div>
  );
}
