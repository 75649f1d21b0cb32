/**
 * The first of the encodings that a caller takes by its header Accept-Encoding (RFC 9110 §12.5.3); undefined when it takes
 * none of them.
 */
export function acceptedEncoding<Name extends string>(
  header: string | undefined,
  offered: readonly Name[],
): Name | undefined {
  const weights = new Map(
    (header ?? '').split(',').map((part): [string, number] => {
      const [name = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return [name.trim(), weight === undefined ? 1 : Number(weight.trim().slice(2))];
    }),
  );
  return offered.find((name) => (weights.get(name) ?? weights.get('*') ?? 0) > 0);
}
