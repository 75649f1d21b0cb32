/** Why a filter or an order is not understood; thrown while one is read and compiled, and caught where that begins. */
export class ListFault extends Error {
  constructor(
    readonly detail: string,
    /** Where it stands in the text, from 0 on. */
    readonly at: number,
  ) {
    super(detail);
  }
}
