import { type SignatureResponse } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { signaturesQuery } from '../../data/registry.js';
import { Digest, Person, Stored, Time } from '../../parts/facts.js';
import { ColumnHeads, pageStyles, Section } from '../../parts/page.js';
import { TEXTS } from '../../texts.js';

const texts = TEXTS.version.signatures;

interface SignaturesProps {
  model: string;
  version: number;
}

/** The signatures over the artifact of a version, with who signed as far as they show it; nothing where there is none. */
export function Signatures({ model, version }: SignaturesProps) {
  const { data: signatures } = useQuery(signaturesQuery(model, version));
  if (!signatures || signatures.length === 0) return null;
  return (
    <Section title={texts.title} count={signatures.length}>
      <table className={pageStyles.table}>
        <ColumnHeads names={Object.values(texts.columns)} />
        <tbody>
          {signatures.map((signature) => (
            <SignatureRow key={signature.id} signature={signature} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function SignatureRow({ signature }: { signature: SignatureResponse }) {
  const { digest, createdAt, createdBy } = signature;
  const { columns } = texts;
  return (
    <tr>
      <td className={pageStyles.strong}>
        <Stored text={signerOf(signature)} />
      </td>
      <td data-label={columns.shown}>
        <Stored text={shownBy(signature)} />
      </td>
      <td data-label={columns.digest}>
        <Digest digest={digest} />
      </td>
      <td data-label={columns.by}>
        <Person subject={createdBy} />
      </td>
      <td data-label={columns.at}>
        <Time at={createdAt} />
      </td>
    </tr>
  );
}

/** The identity of a bundle's certificate, or the hints at keys of an envelope. */
function signerOf({ sigstore, signatures }: SignatureResponse): string {
  if (sigstore) return sigstore.signer?.subject ?? texts.nobody;
  const hints = signatures.flatMap(({ keyid }) => keyid || []);
  return hints.length === 0 ? texts.unnamedKey : texts.key(hints.join(', '));
}

function shownBy({ sigstore }: SignatureResponse): string {
  if (!sigstore) return texts.envelope;
  if (sigstore.signer) return texts.bundle(sigstore.signer.issuer);
  return texts.fault(sigstore.fault);
}
