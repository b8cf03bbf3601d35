// What stands in an address as a person reads it; a lone percent sign, which encodes nothing, is meant as it is.

export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
