import { Link } from '@tanstack/react-router';
import { buttonClass } from '../parts/button.js';
import { Page } from '../parts/page.js';
import { Empty, ProblemView } from '../parts/states.js';
import { TEXTS } from '../texts.js';

export function NotFound() {
  return (
    <Page title={TEXTS.states.notFound}>
      <Empty>
        <Link to="/" className={buttonClass()}>
          {TEXTS.states.home}
        </Link>
      </Empty>
    </Page>
  );
}

export function PageFailed({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <Page title={TEXTS.states.failed}>
      <ProblemView error={error} onRetry={reset} />
    </Page>
  );
}
