import { type Owner, type PolicyInForce } from '../../data/policy.js';
import { EMPTY_POLICY, type PolicyDocument, writePolicy } from '../../policy/policy-document.js';
import { useDraft } from '../../parts/draft.js';

/** A policy that is being written, and what it is written on. */
export interface PolicyDraft {
  text: string;
  isChanged: boolean;
  /** The document in force of this owner; an empty one where it has none of its own. */
  before: PolicyDocument;
  /** Whether a policy of this owner's own is in force. */
  isOwn: boolean;
  /** The number that a revision set now would have. */
  next: number;
  /** The tag of the policy that the draft was begun on. */
  etag: string | null;
  /** Whether somebody set another policy since the draft was begun. */
  isOutrun: boolean;
  write: (text: string) => void;
  discard: () => void;
  /** Goes on from what is in force now. */
  rebase: () => void;
}

/** The document in force that an owner set; null where that of somebody else holds, or none. */
export function ownDocument(owner: Owner, { scope, document }: PolicyInForce['policy']): PolicyDocument | null {
  return scope === (owner === null ? 'registry' : 'model') ? { ...document } : null;
}

/** The draft of this tab, which stays when the session ends or the page is left. */
export function usePolicyDraft(owner: Owner, { policy, etag }: PolicyInForce): PolicyDraft {
  const name = owner ?? '(default)';
  const [draft, setDraft] = useDraft(`policy ${name}`);
  const [begun, setBegun] = useDraft(`policy-begun-on ${name}`);
  const own = ownDocument(owner, policy);
  const isOwn = own !== null;
  const before = own ?? EMPTY_POLICY;
  const beforeText = writePolicy(before);
  const isChanged = draft !== '' && draft !== beforeText;
  const discard = () => {
    setDraft('');
    setBegun('');
  };
  return {
    text: draft === '' ? beforeText : draft,
    isChanged,
    before,
    isOwn,
    next: isOwn ? (policy.revision ?? 0) + 1 : 1,
    etag: begun || etag,
    isOutrun: isChanged && begun !== '' && begun !== etag,
    write: (text) => {
      if (text === beforeText) return discard();
      setDraft(text);
      if (begun === '') setBegun(etag ?? '');
    },
    discard,
    rebase: () => setBegun(etag ?? ''),
  };
}
