import { type QueryKey, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { useState } from 'react';
import { modelQuery } from './registry.js';

/** What was asked, and how it stands with the answer. */
export interface Reading<Data> {
  data: Data | undefined;
  dataUpdatedAt: number;
  error: Error | null;
  errorUpdatedAt: number;
  refetch: () => unknown;
}

/** Reads something for a decision: what was read before somebody began with it is no answer. */
export function useReadNow<Data, Key extends QueryKey>(
  options: UseQueryOptions<Data, Error, Data, Key>,
): Reading<Data> {
  const [begun] = useState(() => Date.now());
  const { data, dataUpdatedAt, error, errorUpdatedAt, refetch } = useQuery({ ...options, refetchOnMount: 'always' });
  return { data: dataUpdatedAt >= begun ? data : undefined, dataUpdatedAt, error, errorUpdatedAt, refetch };
}

/** The version in Production when somebody began to ask, null for none: it stays, since that is what they ask to replace. */
export function useIncumbent(model: string): Reading<number | null> {
  const { data, ...standing } = useReadNow(modelQuery(model));
  const [incumbent, setIncumbent] = useState<number | null>();
  if (incumbent === undefined && data) setIncumbent(data.productionVersion);
  return { ...standing, data: incumbent };
}
