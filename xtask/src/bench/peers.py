"""Near-duplicates by two Python libraries on the texts of a table: time, and recall of the pairs that one template made.

Run by `cargo xtask bench docket` where a Python with datasketch and rensa is named by PEERS_PYTHON.
Each library gets the same texts and the same shingles: three words, or four characters of Chinese; 128 permutations,
threshold 0.5. What is timed, in CPU seconds, is shingling, hashing and asking; reading the table is not.
"""

import csv
import json
import re
import sys
import time

csv.field_size_limit(1 << 30)
TOKENS = re.compile(r"[0-9A-Za-z]+|[\u4e00-\u9fff]")


def shingles(text):
    tokens = TOKENS.findall(text.lower())
    size = 4 if tokens and tokens[len(tokens) // 2] >= "\u4e00" else 3
    return {" ".join(tokens[at : at + size]) for at in range(max(1, len(tokens) - size + 1))}


def recall(groups, near):
    """Share of the members of each group that were found near to its first member, itself or one that it is near to."""
    found = wanted = 0
    for members in groups.values():
        for one, two in zip(members, members[1:]):
            wanted += 1
            found += near(one, two)
    return found / max(1, wanted)


def union(pairs, count):
    parent = list(range(count))

    def root(at):
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for one, two in pairs:
        parent[root(one)] = root(two)
    return lambda one, two: root(one) == root(two)


def by_datasketch(texts):
    from datasketch import MinHash, MinHashLSH

    lsh = MinHashLSH(threshold=0.5, num_perm=128)
    pairs = []
    for index, text in enumerate(texts):
        minhash = MinHash(num_perm=128)
        minhash.update_batch([shingle.encode() for shingle in shingles(text)])
        pairs.extend((index, other) for other in lsh.query(minhash))
        lsh.insert(index, minhash)
    return pairs


def by_rensa(texts):
    from rensa import RMinHash, RMinHashLSH

    lsh = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    pairs = []
    for index, text in enumerate(texts):
        minhash = RMinHash(num_perm=128, seed=42)
        minhash.update(list(shingles(text)))
        pairs.extend((index, other) for other in lsh.query(minhash))
        lsh.insert(index, minhash)
    return pairs


def main():
    table, most = sys.argv[1], int(sys.argv[2])
    texts, groups = [], {}
    with open(table, newline="", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            if row["group"] != "-":
                groups.setdefault(row["group"], []).append(len(texts))
            texts.append(row["comment"])
            if len(texts) == most:
                break
    for name, find in (("datasketch", by_datasketch), ("rensa", by_rensa)):
        start = time.process_time()
        pairs = find(texts)
        seconds = time.process_time() - start
        near = union(pairs, len(texts))
        print(json.dumps({"peer": name, "comments": len(texts), "seconds": seconds, "recall": recall(groups, near)}))


if __name__ == "__main__":
    main()
