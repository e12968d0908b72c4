/** The files of the index, asked of this site alone: nothing that is typed is in their names. */
export function opener(base) {
  return async (path) => {
    const answer = await fetch(`${base}${path}`, { credentials: "omit" });
    if (!answer.ok) {
      throw new Error(`${path}: ${answer.status}`);
    }
    return answer.json();
  };
}

/** `make`, called at most once; again after it failed. */
export function once(make) {
  let made;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
