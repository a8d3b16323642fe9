// When somebody turns to the box: what looking up takes is loaded then, not before.

/**
 * Do something once, when somebody turns to the box: that the page puts the cursor there is no sign of it.
 * @param {HTMLElement} section
 * @param {() => void} act
 */
export function whenNear(section, act) {
  const turned = new AbortController();
  for (const sign of ["pointerenter", "pointerdown", "keydown", "focusin", "dragenter"])
    section.addEventListener(sign, () => (turned.abort(), act()), { signal: turned.signal });
}
