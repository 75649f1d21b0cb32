import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { Stored } from './facts.js';

/** The heading of a page about a model: its name is the way to it, which a phone has no path at the top for. */
export function ModelHeading({ model, children }: { model: string; children: ReactNode }) {
  return (
    <>
      <Link to="/models/$model" params={{ model }}>
        <Stored text={model} />
      </Link>{' '}
      {children}
    </>
  );
}
