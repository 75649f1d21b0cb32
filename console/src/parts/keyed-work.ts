import { ProblemError } from '@stagegate/client';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '../data/client.js';

interface KeyedWork<Input, Answer> {
  /** Does it, under the key. */
  send: (key: string, input: Input) => Promise<Answer>;
  onDone?: (answer: Answer) => unknown;
}

/**
 * Work that is sent under one key, so that a double tap acts once. What is sent after a refusal is something else, so it gets
 * another key; what got no answer may have been done, so it keeps its own.
 */
export function useKeyedWork<Answer, Input = void>(
  work: KeyedWork<Input, Answer>,
): UseMutationResult<Answer, Error, Input> {
  const [key, setKey] = useState(newKey);
  return useMutation({
    mutationFn: async (input: Input) => {
      try {
        return await work.send(key, input);
      } catch (error) {
        if (error instanceof ProblemError) setKey(newKey());
        throw error;
      }
    },
    onSuccess: work.onDone,
  });
}
