import { type ModelCardResponse } from '@stagegate/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { cardAsMarkdown, cardQuery } from '../../data/comparison.js';
import { Button, buttonClass } from '../../parts/button.js';
import { copyText } from '../../parts/clipboard.js';
import { Stored } from '../../parts/facts.js';
import { StageLabel } from '../../parts/marks.js';
import { ModelHeading } from '../../parts/model-heading.js';
import { Page } from '../../parts/page.js';
import { Loaded, ProblemView } from '../../parts/states.js';
import { TEXTS } from '../../texts.js';
import { CardDecisions } from './card-decisions.js';
import { CardEvaluations } from './card-evaluations.js';
import { CardWaivers } from './card-waivers.js';
import { Attestation, Lineage, Purpose, Tenures } from './card-facts.js';

const texts = TEXTS.card;

/** A version on one page, for those who answer for its use; it prints as it stands. */
export function CardPage() {
  const { model, version } = useParams({ from: '/shell/models/$model/versions/$version/card' });
  const query = useQuery(cardQuery(model, version));
  const copy = useMutation({
    mutationFn: async () => copyText(await cardAsMarkdown(model, version)),
  });
  return (
    <Page
      title={`${model} ${TEXTS.version.title(version)}: ${texts.title}`}
      heading={<ModelHeading model={model}>{TEXTS.version.title(version)}</ModelHeading>}
      beside={
        <>
          {query.data && <StageLabel stage={query.data.stage} />}
          <Link to="/models/$model/versions/$version" params={{ model, version }}>
            {TEXTS.version.title(version)}
          </Link>
        </>
      }
      actions={
        query.data && (
          <>
            <Button onClick={() => copy.mutate()} disabled={copy.isPending}>
              {copy.data ? TEXTS.states.copied : texts.markdown}
            </Button>
            <a className={buttonClass()} href={pageOf(model, version)} target="_blank" rel="noopener">
              {texts.page}
            </a>
            <Button look="primary" onClick={() => window.print()}>
              {texts.print}
            </Button>
          </>
        )
      }
    >
      {copy.error && <ProblemView error={copy.error} />}
      {copy.data === false && <p role="status">{TEXTS.report.notCopied}</p>}
      <Loaded query={query} lines={10}>
        {(card) => <Card card={card} />}
      </Loaded>
    </Page>
  );
}

/** A browser that goes there asks for HTML, and so gets the card as a page of its own. */
function pageOf(model: string, version: number): string {
  return `/api/v1/models/${encodeURIComponent(model)}/versions/${version}/card`;
}

function Card({ card }: { card: ModelCardResponse }) {
  return (
    <>
      {card.quarantineReason !== null && (
        <p role="note">
          <Stored text={TEXTS.version.quarantined(card.quarantineReason)} />
        </p>
      )}
      <Purpose purpose={card.purpose} />
      <Lineage lineage={card.lineage} />
      <CardEvaluations evaluations={card.evaluations} />
      <CardDecisions decisions={card.decisions} />
      <CardWaivers waivers={card.waivers} />
      <Tenures tenures={card.tenures} />
      <Attestation attestation={card.attestation} />
    </>
  );
}
