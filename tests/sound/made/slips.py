"""One thing of a sound filing made wrong: a figure of a table, or a figure or a direction of a sentence."""
import random
import re

ROUNDING = 12  # a slip is larger: so many rounded figures may explain

FIGURE = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d.,%])|(?<=[>\t (|])\d{2,3}(?=[<\t )|]|$)")


def in_table(text, seed):
    """The filing with one digit of one figure changed, and the line; None where it has no such figure."""
    rng, lines = random.Random(seed), text.split("\n")
    places_of = [(at, found) for at, line in enumerate(lines) for found in FIGURE.finditer(line)
                 if at > 6 and not re.search(r"ended|As of|20\d\d", line)]
    rng.shuffle(places_of)
    for at, found in places_of:
        old = found.group()
        digits = [i for i, c in enumerate(old) if c.isdigit()]
        for i in rng.sample(digits, len(digits)):
            new = old[:i] + rng.choice([d for d in "123456789" if d != old[i]]) + old[i + 1:]
            if abs(int(new.replace(",", "")) - int(old.replace(",", ""))) > ROUNDING:
                lines[at] = lines[at][:found.start()] + new + lines[at][found.end():]
                return "\n".join(lines)
    return None


SENTENCE = re.compile(r"[A-Z](?:[^.]|\.(?=\d))*\.")
SAID = re.compile(r"(?<![\d.,])\d[\d,]*\.\d+(?=%| million| billion| percentage|[ .,)])")
TURNED = {"increased": "decreased", "grew": "declined", "rose": "declined", "decreased": "increased", "declined": "grew",
          "an increase": "a decrease", "a decrease": "an increase", "up": "down", "down": "up"}
DIRECTION = re.compile(r"\b(" + "|".join(sorted(TURNED, key=len, reverse=True)) + r")\b")
BESIDE = re.compile(r"repurchased|invested|which added|effective|expects|rate of")  # what no statement prints


def in_sentence(text, seed):
    """The filing with one of the first digits of a figure changed, or a direction turned; None where it says nothing."""
    rng, at = random.Random(seed), text.find("UNAUDITED CONDENSED")
    told = [found for found in SENTENCE.finditer(text, 0, at) if not BESIDE.search(found.group())]
    figures = [found for sentence in told for found in SAID.finditer(text, sentence.start(), sentence.end())]
    turns = [found for sentence in told for found in DIRECTION.finditer(text, sentence.start(), sentence.end())]
    kinds = [kind for kind in (figures, turns) if kind]
    if not kinds:
        return None
    found = rng.choice(rng.choice(kinds))
    old = found.group()
    new = TURNED.get(old)
    if new is None:
        digits = [i for i, c in enumerate(old) if c.isdigit()]
        i = rng.choice(digits[:max(1, min(2, len(digits) - 1))])
        new = old[:i] + rng.choice([d for d in "123456789" if d != old[i]]) + old[i + 1:]
    return text[:found.start()] + new + text[found.end():]
