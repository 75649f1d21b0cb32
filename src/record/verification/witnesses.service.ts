import { Injectable } from '@nestjs/common';
import { type Witness } from './witness.kind.js';

/** Who knows the objects that events name; each feature that owns such objects registers its witness. */
@Injectable()
export class Witnesses {
  private readonly known: Witness[] = [];

  register(witness: Witness): void {
    this.known.push(witness);
  }

  get all(): readonly Witness[] {
    return this.known;
  }
}
