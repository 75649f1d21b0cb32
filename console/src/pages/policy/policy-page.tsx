import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type PolicyCheckResponse } from '@stagegate/client';
import { useState } from 'react';
import { type Owner, policyCheckQuery, type PolicyInForce, policyQuery } from '../../data/policy.js';
import { useMay } from '../../data/permissions.js';
import { parsePolicy, type PolicyDocument } from '../../policy/policy-document.js';
import { Button } from '../../parts/button.js';
import { Digest, Person, Stored, Time } from '../../parts/facts.js';
import { ModelHeading } from '../../parts/model-heading.js';
import { Page, Panel, Section } from '../../parts/page.js';
import { OpenChanges } from '../../parts/open-changes.js';
import { useRested } from '../../parts/rested.js';
import { Loaded } from '../../parts/states.js';
import { POLICY_TEXTS } from '../../texts/policy.js';
import { BackTest } from './back-test.js';
import { type PolicyDraft, usePolicyDraft } from './draft.js';
import { Effects } from './effects.js';
import { Revisions } from './revisions.js';
import { type ChangeToSave, type Saved, SaveDialog } from './save-dialog.js';
import { DraftSides } from './draft-sides.js';
import styles from './policy.module.css';

const texts = POLICY_TEXTS;
const PAUSE_MS = 500;

export interface PolicySearch {
  /** The revision whose change is shown. */
  revision?: number;
}

interface OwnedProps {
  owner: Owner;
  search: PolicySearch;
  onSearch: (search: PolicySearch) => void;
}

export function ModelPolicyPage() {
  const { model } = useParams({ from: '/shell/models/$model/policy' });
  const search = useSearch({ from: '/shell/models/$model/policy' });
  const navigate = useNavigate({ from: '/models/$model/policy' });
  const onSearch = (next: PolicySearch) => void navigate({ search: next, replace: true, resetScroll: false });
  return <PolicyPage key={model} owner={model} search={search} onSearch={onSearch} />;
}

export function DefaultPolicyPage() {
  const search = useSearch({ from: '/shell/policy' });
  const navigate = useNavigate({ from: '/policy' });
  const onSearch = (next: PolicySearch) => void navigate({ search: next, replace: true, resetScroll: false });
  return <PolicyPage owner={null} search={search} onSearch={onSearch} />;
}

function PolicyPage(props: OwnedProps) {
  const { owner } = props;
  const query = useQuery(policyQuery(owner));
  return (
    <Page
      title={owner === null ? texts.defaultTitle : texts.of(owner)}
      heading={owner === null ? texts.defaultTitle : <ModelHeading model={owner}>{texts.heading}</ModelHeading>}
      beside={<>{query.data && <InForce inForce={query.data} />}</>}
    >
      <Loaded query={query} lines={10}>
        {(inForce) => <Drafting {...props} inForce={inForce} />}
      </Loaded>
    </Page>
  );
}

function InForce({ inForce: { policy } }: { inForce: PolicyInForce }) {
  const { revision, scope, createdAt, createdBy, effectiveDigest } = policy;
  return (
    <>
      <span>
        {texts.inForce}: {revision !== null && texts.revision(revision)} {texts.scopes[scope]}
      </span>
      {createdAt && createdBy && (
        <span>
          <Time at={createdAt} /> <Person subject={createdBy} />
        </span>
      )}
      <Digest digest={effectiveDigest} />
    </>
  );
}

/** What the service says of a draft once the typing rests; undefined while that is not known of this very text. */
function useCheck(owner: Owner, draft: PolicyDraft, why: string | null) {
  const rested = useRested(draft.text, PAUSE_MS);
  const isResting = rested === draft.text;
  const query = useQuery({
    ...policyCheckQuery(owner, rested),
    enabled: why === null && isResting,
    placeholderData: keepPreviousData,
  });
  return { query, said: isResting && !query.isPlaceholderData ? query.data : undefined };
}

/** Why a draft is not checked; null when it is. */
function whyNot({ isChanged, text }: PolicyDraft, mayDraft: boolean): string | null {
  if (!mayDraft) return texts.mayNotDraft;
  if (!isChanged) return texts.unchanged;
  return parsePolicy(text) === null ? texts.unreadable : null;
}

function Drafting({ owner, search, onSearch, inForce }: OwnedProps & { inForce: PolicyInForce }) {
  const draft = usePolicyDraft(owner, inForce);
  const [place, setPlace] = useState<{ pointer: string } | null>(null);
  const mayDraft = useMay('gate:check', owner);
  const why = whyNot(draft, mayDraft);
  const { query: check, said } = useCheck(owner, draft, why);
  return (
    <>
      <OpenChanges model={owner ?? undefined} />
      <Standing owner={owner} inForce={inForce} draft={draft} />
      <DraftSides draft={draft} faults={said?.faults} place={place} isReadOnly={!mayDraft}>
        <SaveBar owner={owner} draft={draft} check={said} />
        <Section title={texts.effects} hint={texts.effectsHint}>
          <Panel>
            {why === null ? (
              <Loaded query={check} lines={3}>
                {(answer) => (
                  <Effects check={answer} isOld={said === undefined} onGo={(pointer) => setPlace({ pointer })} />
                )}
              </Loaded>
            ) : (
              <p className={styles.second}>{why}</p>
            )}
          </Panel>
        </Section>
      </DraftSides>
      <Section title={texts.backTest} hint={texts.backTestHint}>
        <Panel>
          <BackTest owner={owner} text={draft.text} locked={why === texts.unchanged ? null : why} />
        </Panel>
      </Section>
      <Section title={texts.revisions}>
        <Revisions owner={owner} shown={search.revision} onShow={(revision) => onSearch({ revision })} />
      </Section>
    </>
  );
}

interface StandingProps {
  owner: Owner;
  inForce: PolicyInForce;
  draft: PolicyDraft;
}

/** What is to be known before anything is written. */
function Standing({ owner, inForce: { policy }, draft: { isOwn, isOutrun, rebase } }: StandingProps) {
  const name = policy.revision === null ? texts.nothing : texts.revision(policy.revision);
  return (
    <>
      {isOutrun && (
        <div role="alert" className={styles.outrun}>
          <p>{texts.changedMeanwhile(name)}</p>
          <Button onClick={rebase}>{texts.takeOver(name)}</Button>
        </div>
      )}
      {!isOwn && <p className={styles.second}>{owner === null ? texts.noDefault : texts.noOwn}</p>}
      {policy.conflicts.length > 0 && (
        <div role="note" className={styles.outrun}>
          <p>{texts.conflicts}</p>
          <ul>
            {policy.conflicts.map(({ pointer, detail }) => (
              <li key={pointer}>
                <code>
                  <Stored text={pointer} />
                </code>{' '}
                <Stored text={detail} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

interface SaveBarProps {
  owner: Owner;
  draft: PolicyDraft;
  check: PolicyCheckResponse | undefined;
}

function SaveBar({ owner, draft, check }: SaveBarProps) {
  const [change, setChange] = useState<ChangeToSave | null>(null);
  const [saved, setSaved] = useState<Saved | null>(null);
  const after = parsePolicy(draft.text);
  const lock = lockOf(draft, check, useMay('policy:write', owner));
  const note = check?.waiting ? texts.waiting(check.waiting.total, check.waiting.items.length) : null;
  return (
    <div className={styles.bar}>
      <Button look="primary" locked={lock} onClick={() => setChange(after && { ...changeOf(draft, after), note })}>
        {texts.save(draft.next)}
      </Button>
      <Button disabled={!draft.isChanged} onClick={draft.discard}>
        {texts.discard}
      </Button>
      <span role="status" className={styles.second}>
        {saved !== null && !draft.isChanged && <SavedNote saved={saved} />}
      </span>
      {change && (
        <SaveDialog
          owner={owner}
          change={change}
          onClose={() => setChange(null)}
          onSaved={(outcome) => {
            setChange(null);
            setSaved(outcome);
            draft.discard();
          }}
        />
      )}
    </div>
  );
}

/** The change as it is when the dialog opens: what others set meanwhile is not what the reader looked at. */
function changeOf({ text, etag, next, before }: PolicyDraft, after: PolicyDocument) {
  return { text, etag, revision: next, before, after };
}

/** What came of setting a policy: a revision, or a change that others approve first. */
function SavedNote({ saved }: { saved: Saved }) {
  if (!('changeId' in saved)) return texts.saved(saved.revision);
  return (
    <>
      {texts.change.asked}{' '}
      <Link to="/policy-changes/$change" params={{ change: saved.changeId }}>
        {texts.change.see}
      </Link>
    </>
  );
}

/** Why the draft cannot be set; null when it can. The service has the last word. */
function lockOf({ isChanged, text }: PolicyDraft, check: PolicyCheckResponse | undefined, may: boolean): string | null {
  if (!may) return texts.mayNotSet;
  if (!isChanged) return texts.unchanged;
  if (parsePolicy(text) === null) return texts.unreadable;
  return check?.valid === false ? texts.faulty : null;
}
