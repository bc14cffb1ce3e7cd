#!/usr/bin/env python3
"""How well and how fast dramatis link finds what two sets of film data both speak of.

    python3 src/bench/link.py [--jar target/dramatis.jar] [--java PATH] [--seed 1] [--scale 1] [--pairs imdb-tmdb,...] [--threshold 0.9]

Three sets of data are made, of the sizes of the profiles of IMDb, TMDB and TVDB in MovieGraphBenchmark (Obraczka, Schuchart and
Rahm 2021): 5,118, 6,056 and 7,810 things. They are synthetic: a seeded generator invents series with episodes, films and
people, and three observers write them down with faults of their own: letters mistyped, words left out or swapped, attributes
missing, titles in another language, years one off, episodes numbered otherwise. There are near-duplicates on purpose: remakes of
one title years apart, series with a film of the same name, episodes called as others in other series or just "Pilot" or
"Episode 3", different people of one name. No identifiers are shared.

The generator shares no code with the program. The baseline, in the same run, is token blocking: every pair that shares a
word of a name with at most 50 bearers on each side, the pairs weighed by the inverse of the number of bearers, the best pair
for both kept (unique mapping). Precision and recall are of pairs; a pair in review counts as not linked.

With --scale N everything is N times as large; with --pairs one can be chosen; --wrong shows what is wrong.
"""
import argparse
import collections
import csv
import pathlib
import random
import re
import shutil
import subprocess
import tempfile
import time
import unicodedata

HOME = pathlib.Path(__file__).resolve().parents[2]
SIZES = {"imdb": 5118, "tmdb": 6056, "tvdb": 7810}
HEADER = ["id", "type", "name", "year", "season", "episode", "series", "cast"]
SYLLABLES = [a + b for a in "b br c d dr f g gr h j k l m n p r s st t tr v w z".split() for b in "a e i o u ai ea or an en il".split()]
COMMON = ("the of and night day love house last first man woman girl boy city river dark light blood heart home way life world "
          "war king queen lost secret time dead return story game road fire water star sky summer winter").split()


class Words:
    """Words as they occur: few that are everywhere, many that are rare, others in each language."""

    def __init__(self, rng, count):
        self.rng = rng
        self.rare = sorted({"".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 3))) for _ in range(count)})
        self.foreign = {}

    def word(self):
        if self.rng.random() < .5:
            return self.rng.choice(COMMON)
        return self.rare[int(len(self.rare) * self.rng.random() ** 2)]

    def title(self):
        return " ".join(self.word() for _ in range(self.rng.choice([1, 2, 2, 3, 3, 4]))).title()

    def name(self):
        first = self.rare[int(300 * self.rng.random() ** 2)]
        return f"{first} {self.rare[int(len(self.rare) * self.rng.random())]}".title()

    def translated(self, title):
        return " ".join(self.foreign.setdefault(w, "".join(self.rng.choice(SYLLABLES) for _ in range(3)))
                        for w in title.lower().split()).title()


def invent(rng, size):
    """What there is: things with ids that point at each other."""
    words, things = Words(rng, max(2000, size // 3)), []
    people = []

    def add(kind, name, year=None, season=None, episode=None, series=None, cast=()):
        things.append(dict(id=len(things), type=kind, name=name, year=year, season=season, episode=episode, series=series,
                           cast=list(cast), foreign=words.translated(name) if kind != "person" else name))
        return things[-1]

    for _ in range(int(size * .45)):
        name = rng.choice(people)["name"] if people and rng.random() < .01 else words.name()
        people.append(add("person", name, rng.randint(1930, 2005) if rng.random() < .4 else None))
    titles = []
    while len(things) < size:
        title = rng.choice(titles) if titles and rng.random() < .06 else words.title()
        titles.append(title)
        year = rng.randint(1950, 2020)
        cast = [p["id"] for p in rng.sample(people, rng.randint(2, 8))]
        if rng.random() < .55:
            add("film", title, year, cast=cast)
            continue
        series = add("series", title, year, cast=cast)
        episode_titles = []
        for season in range(1, rng.choice([1, 1, 2, 3]) + 1):
            for number in range(1, rng.randint(4, 13)):
                draw = rng.random()
                name = ("Pilot" if number == 1 and draw < .3 else f"Episode {number}" if draw < .1
                        else title if draw < .13 else rng.choice(titles) if draw < .16 else words.title())
                episode_titles.append(name)
                guests = rng.sample(cast, 2) + [p["id"] for p in rng.sample(people, rng.randint(0, 2))]
                add("episode", name, year + season - 1, season, number, series["id"], guests)
    return things[:size]


def mistype(rng, text):
    if len(text) < 4:
        return text
    i = rng.randrange(len(text) - 1)
    return rng.choice([text[:i] + text[i + 1:], text[:i] + text[i + 1] + text[i] + text[i + 2:],
                       text[:i] + rng.choice("aeioulnrst") + text[i + 1:], text[:i] + text[i] + text[i:]])


def observe(rng, things, size, source, faults):
    """What one catalogue has written down of it."""
    chosen = sorted(rng.sample(range(len(things)), size))
    own = {i: f"https://{source}.example/{n}" for n, i in enumerate(rng.sample(chosen, len(chosen)))}
    rows = []
    for i in chosen:
        thing = things[i]
        name = thing["name"]
        if thing["type"] != "person" and rng.random() < faults["foreign"]:
            name = thing["foreign"]
        if rng.random() < faults["typo"]:
            name = mistype(rng, name)
        parts = name.split()
        if len(parts) > 2 and rng.random() < faults["word"]:
            parts.pop(rng.randrange(len(parts)))
        elif thing["type"] == "person" and rng.random() < faults["word"]:
            parts = [parts[0][0] + "."] + parts[1:] if rng.random() < .5 else parts[::-1]
        elif thing["type"] == "film" and rng.random() < faults["word"]:
            parts.append(f"({thing['year']})")
        year = thing["year"]
        if year and rng.random() < faults["year"]:
            year += rng.choice([-1, 1])
        episode = thing["episode"]
        if episode and rng.random() < faults["number"]:
            episode += 1
        keep = lambda value: "" if value is None or rng.random() < faults["missing"] else value
        rows.append([own[i], thing["type"], " ".join(parts), keep(year), keep(thing["season"]), keep(episode),
                     own.get(thing["series"], "") if rng.random() >= faults["missing"] / 2 else "",
                     "|".join(own[c] for c in thing["cast"] if c in own and rng.random() >= faults["missing"])])
    return rows, {i: iri for i, iri in own.items()}


FAULTS = {
    "imdb": dict(foreign=.03, typo=.03, word=.03, year=.03, number=.02, missing=.1),
    "tmdb": dict(foreign=.10, typo=.08, word=.06, year=.08, number=.04, missing=.2),
    "tvdb": dict(foreign=.12, typo=.10, word=.08, year=.10, number=.06, missing=.3),
}


def tokens(text):
    bare = unicodedata.normalize("NFKD", text.lower())
    return set(re.findall(r"\w+", "".join(c for c in bare if not unicodedata.combining(c))))


def baseline(one, other, most=50):
    """Token blocking with unique mapping."""
    blocks = [collections.defaultdict(list), collections.defaultdict(list)]
    for side, rows in zip(blocks, (one, other)):
        for n, row in enumerate(rows):
            for token in tokens(row[2]):
                side[token].append(n)
    weights = collections.Counter()
    for token, left in blocks[0].items():
        right = blocks[1].get(token, [])
        if len(left) <= most and len(right) <= most:
            for a in left:
                for b in right:
                    weights[a, b] += 1 / (len(left) * len(right))
    pairs, seen_a, seen_b = set(), set(), set()
    for (a, b), _ in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        if a not in seen_a and b not in seen_b:
            seen_a.add(a)
            seen_b.add(b)
            pairs.add((one[a][0], other[b][0]))
    return pairs


def score(found, gold):
    right = len(found & gold)
    precision, recall = right / max(1, len(found)), right / max(1, len(gold))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def write(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(HEADER)
        writer.writerows(rows)


def link(args, one, other, folder):
    output, review = folder / "links.ttl", folder / "review.tsv"
    review.unlink(missing_ok=True)
    command = ["/usr/bin/time", "-f", "%M", *args.java.split(), "-jar", args.jar] if not args.command else \
        ["/usr/bin/time", "-f", "%M", *args.command.split()]
    begin = time.monotonic()
    done = subprocess.run([*command, "link", one, "--to", other, "--output", output, "--review", review, "--threshold", args.threshold],
                          check=True, capture_output=True, text=True)
    seconds = time.monotonic() - begin
    found = set()
    for line in open(output, encoding="utf-8"):
        match = re.match(r"<(\S+)> <http://www.w3.org/2004/02/skos/core#\w+Match> <(\S+)> ~", line)
        if match:
            found.add((match[2], match[1]))
    rows = list(csv.reader(open(review, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    return found, {(r[4], r[6]) for r in rows}, seconds, int(done.stderr.strip().splitlines()[-1]) // 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--jar", default=str(HOME / "target/dramatis.jar"))
    parser.add_argument("--java", default="java")
    parser.add_argument("--command", default="", help="instead of java -jar")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scale", type=float, default=1)
    parser.add_argument("--pairs", default="imdb-tmdb,imdb-tvdb,tmdb-tvdb")
    parser.add_argument("--threshold", default="0.9", help="that of link")
    parser.add_argument("--wrong", action="store_true", help="list some of what is wrong, and count it by kind")
    parser.add_argument("--without-baseline", action="store_true", help="its pairs do not fit into memory at scale 100")
    args = parser.parse_args()
    rng = random.Random(args.seed)
    world = invent(rng, int(10_000 * args.scale))
    sets = {name: observe(rng, world, int(size * args.scale), name, FAULTS[name]) for name, size in SIZES.items()}
    folder = pathlib.Path(tempfile.mkdtemp())
    try:
        for name, (rows, _) in sets.items():
            write(folder / f"{name}.csv", rows)
        print("| pair | in common | token blocking P / R / F1 | link P / R / F1 | right among review | s | MiB |")
        print("|---|---|---|---|---|---|---|")
        for pair in args.pairs.split(","):
            a, b = pair.split("-")
            gold = {(sets[a][1][i], sets[b][1][i]) for i in sets[a][1].keys() & sets[b][1].keys()}
            base = "not run" if args.without_baseline else "%.3f / %.3f / %.3f" % score(baseline(sets[a][0], sets[b][0]), gold)
            found, review, seconds, memory = link(args, folder / f"{a}.csv", folder / f"{b}.csv", folder)
            own = score(found, gold)
            print(f"| {pair} | {len(gold):,} | {base} | "
                  f"{own[0]:.3f} / {own[1]:.3f} / {own[2]:.3f} | {len(review & gold):,} of {len(review):,} | "
                  f"{seconds:.1f} | {memory:,} |", flush=True)
            if args.wrong:
                names = {row[0]: row[1:7] for rows, _ in (sets[a], sets[b]) for row in rows}
                for what, some in (("wrong", found - gold), ("missed", gold - found - review)):
                    for one, other in sorted(some)[:12]:
                        print("  ", what, names[one], names[other])
                for what, some in (("all", gold), ("missed", gold - found), ("of these in review", (gold - found) & review),
                                   ("wrong", found - gold)):
                    print("  ", what, dict(sorted(collections.Counter(names[one][0] for one, _ in some).items())))
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
