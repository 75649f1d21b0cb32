import { type GatedStage } from '@stagegate/client';
import { Link } from '@tanstack/react-router';
import { useMay } from '../data/permissions.js';
import { Button, buttonClass } from '../parts/button.js';
import { TEXTS } from '../texts.js';

interface CheckButtonProps {
  model: string;
  version: number;
  toStage: GatedStage;
  children: string;
}

/** Goes to what the gates say of a version now; who may not ask them reads why. */
export function CheckButton({ model, version, toStage, children }: CheckButtonProps) {
  const may = useMay('gate:check', model);
  if (!may) return <Button locked={TEXTS.remedies.mayNotCheck}>{children}</Button>;
  return (
    <Link
      to="/models/$model/versions/$version/check/$stage"
      params={{ model, version, stage: toStage }}
      className={buttonClass()}
    >
      {children}
    </Link>
  );
}
