import { useQuery } from '@tanstack/react-query';
import { linksQuery } from '../data/session.js';
import { linkFor, shortCommit } from '../format/identifiers.js';
import { Stored } from './facts.js';
import { Outward } from './outward.js';

/** The commit of a version, which leads to where the instance says that commits are. */
export function CommitLink({ commit }: { commit: string }) {
  const { data: links } = useQuery(linksQuery);
  return (
    <Outward url={linkFor(links?.gitCommit, 'gitCommit', commit)}>
      <code>
        <Stored text={shortCommit(commit)} />
      </code>
    </Outward>
  );
}

/** The training run of a version, which leads to where the instance says that runs are. */
export function RunLink({ run }: { run: string }) {
  const { data: links } = useQuery(linksQuery);
  return (
    <Outward url={linkFor(links?.runId, 'runId', run)}>
      <Stored text={run} />
    </Outward>
  );
}
