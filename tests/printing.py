"""What of a page cannot be read on paper, while it is shown as for paper."""

from __future__ import annotations

from playwright.sync_api import Page

LEAST = 4.5
# Paper is white, and a browser prints a background only where it is told to.
_PALE = """(least) => {
  const draw = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const mixed = (colours) => {
    draw.fillStyle = "#fff";
    draw.fillRect(0, 0, 1, 1);
    for (const colour of colours) {
      draw.fillStyle = colour;
      draw.fillRect(0, 0, 1, 1);
    }
    return [...draw.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };
  const luminance = (colour) => {
    const [r, g, b] = colour.map((part) => part / 255).map((part) =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const around = (part) => {
    const list = [];
    for (let one = part; one; one = one.parentElement ?? one.getRootNode().host) list.unshift(one);
    return list;
  };
  const backgrounds = (part) => around(part).flatMap((one) => {
    const style = getComputedStyle(one);
    if (one.localName === "text" && one.ownerSVGElement) {
      const box = one.parentElement.querySelector("rect");
      return box ? [getComputedStyle(box).fill] : [];
    }
    return style.printColorAdjust === "exact" ? [style.backgroundColor] : [];
  });
  const tell = (part, style, words, least) => {
    const under = backgrounds(part);
    const ink = part.closest("svg") ? style.fill : style.color;
    const found = contrast(mixed([...under, ink]), mixed(under));
    // A dark ground takes ink, and is meant for screens.
    const ground = luminance(mixed(under)) < 0.18 && !part.closest(".eb-step__number, [aria-current]");
    const name = `${part.localName}.${part.getAttribute("class") ?? ""}`;
    return found < least || ground ? [`${name} ${found.toFixed(1)}: ${words.trim().slice(0, 40)}`] : [];
  };
  const shown = (part) => part.checkVisibility({opacityProperty: true, visibilityProperty: true}) &&
    part.getClientRects().length > 0;
  const faults = [];
  let read = 0;
  const look = (root) => {
    for (const part of root.querySelectorAll("*")) {
      if (part.shadowRoot) look(part.shadowRoot);
      if (part.matches("script, style, noscript, option, title") || !shown(part)) continue;
      const texts = [...part.childNodes].filter(({nodeType}) => nodeType === Node.TEXT_NODE);
      const words = texts.map(({data}) => data).join("");
      if (words.trim()) {
        read += 1;
        faults.push(...tell(part, getComputedStyle(part), words, least));
      }
      for (const side of ["::before", "::after"]) {
        const style = getComputedStyle(part, side);
        const [, made = ""] = style.content.match(/^"([^"]*)"/) ?? [];
        if (made.trim() && style.display !== "none") faults.push(...tell(part, style, made, 3));
      }
    }
  };
  look(document);
  return [read, faults];
}"""


def on_paper(page: Page) -> None:
    """Show a page as it is printed, with what its theme does before that."""
    page.emulate_media(media="print", reduced_motion="reduce")
    page.evaluate("() => { dispatchEvent(new Event('beforeprint')) }")
    # What folds and unfolds is told a moment later, and a colour may still be on its way.
    page.evaluate("() => new Promise((done) => setTimeout(done, 100))")
    page.evaluate("() => Promise.all(document.getAnimations().map(({ finished }) => finished))")


def off_paper(page: Page) -> None:
    """Show a page as it was before it was printed."""
    page.evaluate("() => { dispatchEvent(new Event('afterprint')) }")
    page.emulate_media(media="screen")
    page.evaluate("() => new Promise((done) => setTimeout(done, 100))")


def pale(page: Page) -> list[str]:
    """Return the texts that cannot be read on paper; a page without any text is a fault, too."""
    read, faults = page.evaluate(_PALE, LEAST)
    return sorted(set(faults)) if read else ["nothing is shown"]
