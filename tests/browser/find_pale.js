// Gives the text of every chart that has less than 4.5:1 against the page behind it, as 'ratio colour: text'.
() => {
    const read = colour => {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = 1;
        const context = canvas.getContext('2d', { willReadFrequently: true });
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data];
    };
    const measure = ([red, green, blue]) => {
        const part = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
        return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
    };
    const back = read(getComputedStyle(document.querySelector('[data-testid="stApp"]')).backgroundColor);
    return [...document.querySelectorAll('.stPlotlyChart svg text')].filter(text => text.textContent.trim()).flatMap(text => {
        const style = getComputedStyle(text);
        const front = read(style.fill), alpha = front[3] / 255 * style.fillOpacity * style.opacity;
        const seen = front.slice(0, 3).map((value, place) => value * alpha + back[place] * (1 - alpha));
        const [light, dark] = [measure(seen), measure(back)].sort((one, other) => other - one);
        const ratio = (light + 0.05) / (dark + 0.05);
        return ratio < 4.5 ? [`${ratio.toFixed(2)} ${style.fill}: ${text.textContent.slice(0, 60)}`] : [];
    });
}
