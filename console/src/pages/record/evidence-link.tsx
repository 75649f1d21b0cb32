import { type EvidenceLinkResponse } from '@stagegate/client';
import { Link } from '@tanstack/react-router';
import { RECORD_TEXTS } from '../../texts/record.js';

interface EvidenceLinkProps {
  evidence: EvidenceLinkResponse;
  model: string | null;
}

/** Where to look at what an event rests on; what has no page of its own is read as the service has it. */
export function EvidenceLink({ evidence: { kind, id, href }, model }: EvidenceLinkProps) {
  const name = RECORD_TEXTS.evidence[kind];
  if (kind === 'transition')
    return (
      <Link to="/transitions/$transition" params={{ transition: id }}>
        {name}
      </Link>
    );
  if (kind === 'gate_report')
    return (
      <Link to="/reports/$report" params={{ report: id }}>
        {name}
      </Link>
    );
  if (kind === 'version' && model !== null)
    return (
      <Link to="/models/$model/versions/$version" params={{ model, version: Number(id) }}>
        {name} {id}
      </Link>
    );
  if (kind === 'gate_policy' && model !== null)
    return (
      <Link to="/models/$model/policy" params={{ model }} search={{ revision: Number(id) }}>
        {name} r{id}
      </Link>
    );
  if (kind === 'gate_policy')
    return (
      <Link to="/policy" search={{ revision: Number(id) }}>
        {name} r{id}
      </Link>
    );
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {name}
    </a>
  );
}
