import { validationFailed } from './validation.pipe.js';
import { isTags, TAGS_MAX } from '../../values/values.js';

/** Tags after a change; many small changes may not add up to more than one large one could bring. */
export function tagsThatFit(tags: Record<string, string>): Record<string, string> {
  if (isTags(tags)) return tags;
  throw validationFailed([{ pointer: '/tags', code: 'IS_TAGS', detail: `there can be ${TAGS_MAX} tags in all` }]);
}
