"""The growth of a day with its steps, as a drawing: both axes by powers of ten, so that linear is a straight line at one slope."""
import math

WIDTH, HEIGHT, LEFT, BELOW = 640, 360, 70, 50


def growth(grown):
    """SVG; `grown` is (steps, Haven's seconds, remind's seconds), rising."""
    steps = [row[0] for row in grown]
    values = [value * 1000 for row in grown for value in row[1:]]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))

    def x(count):
        share = (math.log10(count) - math.log10(steps[0])) / (math.log10(steps[-1]) - math.log10(steps[0]))
        return LEFT + share * (WIDTH - LEFT - 110)

    def y(milliseconds):
        return HEIGHT - BELOW - (math.log10(milliseconds) - low) / (high - low) * (HEIGHT - BELOW - 20)

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
             'font-family="sans-serif" font-size="13" fill="#333">',
             f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>']
    for power in range(low, high + 1):
        at = y(10 ** power)
        parts.append(f'<path d="M{LEFT} {at:.1f}H{WIDTH - 110}" stroke="#ddd"/>'
                     f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{10 ** power:g} ms</text>')
    for count in steps:
        parts.append(f'<text x="{x(count):.1f}" y="{HEIGHT - BELOW + 20}" text-anchor="middle">{count:,}</text>')
    parts.append(f'<text x="{(LEFT + WIDTH - 110) / 2:.0f}" y="{HEIGHT - 8}" text-anchor="middle">steps a day</text>')
    first, last = grown[0][1] * 1000, grown[0][1] * 1000 * steps[-1] / steps[0]
    if last <= 10 ** high:
        parts.append(f'<path d="M{x(steps[0]):.1f} {y(first):.1f}L{x(steps[-1]):.1f} {y(last):.1f}" stroke="#bbb" '
                     'stroke-dasharray="4 4"/>')
    for column, colour, name in ((1, "#2a6f97", "Haven, a day"), (2, "#bc6c25", "remind, a month")):
        points = [(x(row[0]), y(row[column] * 1000)) for row in grown]
        line = "L".join(f"{a:.1f} {b:.1f}" for a, b in points)
        parts.append(f'<path d="M{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3" fill="{colour}"/>' for a, b in points]
        parts.append(f'<text x="{points[-1][0] + 8:.1f}" y="{points[-1][1] + 4:.1f}" fill="{colour}">{name}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"
