// Gives the texts that leave the screen sideways, or are cut off by the box they stand in, as 'fault: element: text'.
allowed => {
    const width = document.documentElement.clientWidth, faults = [];
    const hidden = element => {
        const style = getComputedStyle(element);
        return style.visibility === 'hidden' || style.display === 'none' || +style.opacity === 0
            || style.clip === 'rect(0px, 0px, 0px, 0px)' || style.clipPath === 'inset(50%)';
    };
    const scrolls = element => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
    const skipped = element => {
        for (let at = element; at && at !== document.body; at = at.parentElement)
            if (hidden(at) || scrolls(at) && at.scrollWidth > at.clientWidth && !at.matches('[data-testid="stMain"]')
                || at.matches('[data-testid="stSidebar"][aria-expanded="false"]')
                || allowed.some(selector => at.matches(selector))) return true;
        return false;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent.trim(), element = node.parentElement;
        if (!text || !element || ['STYLE', 'SCRIPT', 'NOSCRIPT', 'TITLE'].includes(element.tagName)) continue;
        if (skipped(element)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const box = range.getBoundingClientRect();
        if (box.width <= 1 || box.height <= 1) continue;
        const label = `${element.tagName.toLowerCase()}.${element.getAttribute('class') || ''}: ${text.slice(0, 60)}`;
        if (box.left < -1 || box.right > width + 1) { faults.push('off the screen: ' + label); continue; }
        for (let at = element; at && at !== document.body; at = at.parentElement) {
            if (at instanceof SVGElement && at.tagName.toLowerCase() !== 'svg') continue;
            const style = getComputedStyle(at);
            if (!['hidden', 'clip'].includes(style.overflowX)) continue;
            const around = at.getBoundingClientRect();
            if (box.left < around.left - 1 || box.right > around.right + 1) { faults.push('cut off: ' + label); break; }
        }
    }
    return faults;
}
