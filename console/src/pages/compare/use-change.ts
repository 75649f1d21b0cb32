import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type CompareSearch } from './compare-search.js';

/** How to change what the address asks for. */
export function useChange() {
  const navigate = useNavigate({ from: '/models/$model/compare' });
  return useCallback(
    (change: Partial<CompareSearch>) =>
      void navigate({ search: (asked) => ({ ...asked, ...change }), replace: true, resetScroll: false }),
    [navigate],
  );
}
