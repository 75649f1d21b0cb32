/** Which models something holds for, as people read it. */
export function reachText({ model, modelPrefix }: { model: string | null; modelPrefix: string | null }): string {
  return model ?? (modelPrefix === null ? 'everything' : `${modelPrefix}*`);
}
