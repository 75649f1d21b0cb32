import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { Page } from '../../parts/page.js';
import { ADMIN_TEXTS } from '../../texts/admin.js';
import styles from './admin.module.css';

const { parts } = ADMIN_TEXTS;

/** A part of the administration, with the way to the others. */
export function AdminPage({
  part,
  actions,
  children,
}: {
  part: keyof typeof parts;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Page title={parts[part]} actions={actions}>
      <nav className={styles.parts} aria-label={ADMIN_TEXTS.partsLabel}>
        <Link to="/admin/tokens">{parts.tokens}</Link>
        <Link to="/admin/sessions">{parts.sessions}</Link>
        <Link to="/admin/jobs">{parts.jobs}</Link>
        <Link to="/admin/reviews">{parts.reviews}</Link>
        <Link to="/admin/freezes">{parts.freezes}</Link>
        <Link to="/admin/roles">{parts.roles}</Link>
        <Link to="/admin/trust-rules">{parts.trust}</Link>
        <Link to="/admin/webhooks">{parts.webhooks}</Link>
      </nav>
      {children}
    </Page>
  );
}
