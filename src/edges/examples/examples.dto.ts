export class LoadedExampleResponse {
  /** Name of the example's model. */
  model: string;

  /** Whether it was loaded just now; false when a model of this name was there already, which is then left as it is. */
  isNew: boolean;
}
