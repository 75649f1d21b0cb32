import { type VersionResponse } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { versionQuery } from '../../data/registry.js';
import { type Difference, differencesOf } from '../../forest/differences.js';
import { Switch } from '../../parts/choice.js';
import { Stored } from '../../parts/facts.js';
import { pageStyles, Section } from '../../parts/page.js';
import { Loaded } from '../../parts/states.js';
import { TableHead } from '../../parts/table-head.js';
import { TEXTS } from '../../texts.js';
import { type Compared } from './use-compared.js';
import styles from './compare.module.css';

const texts = TEXTS.compare;

/** Where params and signatures of the two versions differ. */
export function Differences({ compared: { model, challenger, incumbent } }: { compared: Compared }) {
  const own = useQuery(versionQuery(model, challenger));
  const theirs = useQuery(versionQuery(model, incumbent));
  return (
    <Loaded query={own}>
      {(one) => <Loaded query={theirs}>{(other) => <Pair challenger={one} incumbent={other} />}</Loaded>}
    </Loaded>
  );
}

function Pair({ challenger, incumbent }: { challenger: VersionResponse; incumbent: VersionResponse }) {
  const versions = [challenger.version, incumbent.version] as const;
  return (
    <div className={styles.pair}>
      <Documents
        title={texts.params}
        versions={versions}
        differences={differencesOf(challenger.params, incumbent.params)}
      />
      <Documents
        title={texts.signature}
        versions={versions}
        differences={differencesOf(challenger.signature, incumbent.signature)}
      />
    </div>
  );
}

interface DocumentsProps {
  title: string;
  versions: readonly [challenger: number, incumbent: number];
  differences: readonly Difference[];
}

function Documents({ title, versions, differences }: DocumentsProps) {
  const [isOnly, setOnly] = useState(true);
  const changed = differences.filter(({ change }) => change !== 'same');
  const shown = isOnly ? changed : differences;
  return (
    <Section title={title} hint={differences.length === 0 ? texts.noneOfBoth : texts.differ(changed.length)}>
      {differences.length > 0 && <Switch label={texts.differencesOnly} isOn={isOnly} onSwitch={setOnly} />}
      {shown.length > 0 && <DifferenceTable versions={versions} differences={shown} />}
    </Section>
  );
}

function DifferenceTable({ versions, differences }: Omit<DocumentsProps, 'title'>) {
  const { changeColumns: columns, changes } = texts;
  const names = versions.map((version) => TEXTS.version.title(version));
  return (
    <table className={pageStyles.table}>
      <TableHead columns={[columns.name, columns.change, ...names]} />
      <tbody>
        {differences.map(({ name, change, challenger, incumbent }) => (
          <tr key={name}>
            <td className={styles.name}>
              <Stored text={name} />
            </td>
            <td className={styles.word}>{changes[change]}</td>
            {[challenger, incumbent].map((value, index) => (
              <td key={index} data-label={names[index]}>
                {value === null ? '–' : <Value text={value} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ text }: { text: string }) {
  return (
    <code>
      <Stored text={text} />
    </code>
  );
}
