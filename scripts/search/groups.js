// How the hits of a query stand in the list.
import { gettext } from "../language.js";

export const KINDS = ["Works", "Themes", "Authors", "Names", "Pages"]; // by the number of the kind

/** What a kind of hits is called. */
export function kindName(kind) {
  return [gettext("Works"), gettext("Themes"), gettext("Authors"), gettext("Names"), gettext("Pages")][kind];
}

/**
 * Hits by kind, in groups: what is named exactly comes first, then what is meant by it, then the kinds with all words,
 * works before the others.
 */
export function grouped(hits) {
  const ofKinds = (some) => {
    const groups = KINDS.map((_, kind) => some.filter((hit) => hit.kind === kind));
    return groups.filter((group) => group.length);
  };
  const exact = ofKinds(hits.filter((hit) => hit.tier < 1));
  exact.sort((one, other) => hits.indexOf(one[0]) - hits.indexOf(other[0]));
  const rest = ofKinds(hits.filter((hit) => hit.tier >= 1));
  rest.sort((one, other) => one[0].tier - other[0].tier || one[0].kind - other[0].kind);
  if (exact.length && rest.length && exact.at(-1)[0].kind === rest[0][0].kind) rest[0] = [...exact.pop(), ...rest[0]];
  return [...exact, ...rest];
}
