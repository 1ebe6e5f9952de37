"""Comparing sequences: what two have in common, and deltas of lines."""

import re
from collections import Counter, namedtuple

__all__ = ['Differ', 'IS_CHARACTER_JUNK', 'IS_LINE_JUNK', 'Match', 'SequenceMatcher', 'context_diff', 'get_close_matches',
           'ndiff', 'restore', 'unified_diff']

Match = namedtuple('Match', 'a b size')


def _similarity(common, length):
    return 2.0 * common / length if length else 1.0


class SequenceMatcher:
    """Compares two sequences by their longest common runs, as people would."""

    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk = isjunk
        self.autojunk = autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if b is self.b:
            return
        self.b = b
        self.matching_blocks = self.opcodes = self.fullbcount = None
        self._index()

    def _index(self):
        """Where each element of b stands, but for junk and what is everywhere."""
        places = {}
        for i, element in enumerate(self.b):
            places.setdefault(element, []).append(i)
        self.bjunk = {x for x in places if self.isjunk and self.isjunk(x)}
        for x in self.bjunk:
            del places[x]
        self.bpopular = set()
        n = len(self.b)
        if self.autojunk and n >= 200:
            self.bpopular = {x for x, where in places.items() if len(where) > n // 100 + 1}
            for x in self.bpopular:
                del places[x]
        self.b2j = places

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest common run of a[alo:ahi] and b[blo:bhi]: the first in a of several, of those the first in b."""
        a, b, junk = self.a, self.b, self.bjunk
        if ahi is None:
            ahi = len(a)
        if bhi is None:
            bhi = len(b)
        at, bt, size = alo, blo, 0
        ending = {}  # place in b -> length of the run that ends there and at the last element of a
        for i in range(alo, ahi):
            runs = {}
            for j in self.b2j.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                n = runs[j] = ending.get(j - 1, 0) + 1
                if n > size:
                    at, bt, size = i - n + 1, j - n + 1, n
            ending = runs
        # What is popular may stand around it, and then junk.
        for wanted in (False, True):
            while at > alo and bt > blo and (b[bt - 1] in junk) == wanted and a[at - 1] == b[bt - 1]:
                at, bt, size = at - 1, bt - 1, size + 1
            while at + size < ahi and bt + size < bhi and (b[bt + size] in junk) == wanted and a[at + size] == b[bt + size]:
                size += 1
        return Match(at, bt, size)

    def get_matching_blocks(self):
        """The common runs in order, the last of length 0 at the ends."""
        if self.matching_blocks is not None:
            return self.matching_blocks
        found, todo = [], [(0, len(self.a), 0, len(self.b))]
        while todo:
            alo, ahi, blo, bhi = todo.pop()
            m = self.find_longest_match(alo, ahi, blo, bhi)
            if not m.size:
                continue
            found.append(m)
            if alo < m.a and blo < m.b:
                todo.append((alo, m.a, blo, m.b))
            if m.a + m.size < ahi and m.b + m.size < bhi:
                todo.append((m.a + m.size, ahi, m.b + m.size, bhi))
        blocks = []
        for m in sorted(found):
            if blocks and blocks[-1].a + blocks[-1].size == m.a and blocks[-1].b + blocks[-1].size == m.b:
                blocks[-1] = blocks[-1]._replace(size=blocks[-1].size + m.size)
            else:
                blocks.append(m)
        self.matching_blocks = blocks + [Match(len(self.a), len(self.b), 0)]
        return self.matching_blocks

    def get_opcodes(self):
        """What turns a into b: (tag, i1, i2, j1, j2), each about a[i1:i2] and b[j1:j2]."""
        if self.opcodes is not None:
            return self.opcodes
        self.opcodes = []
        i = j = 0
        tags = {(True, True): 'replace', (True, False): 'delete', (False, True): 'insert'}
        for a, b, size in self.get_matching_blocks():
            tag = tags.get((i < a, j < b))
            if tag:
                self.opcodes.append((tag, i, a, j, b))
            i, j = a + size, b + size
            if size:
                self.opcodes.append(('equal', a, i, b, j))
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        """The opcodes in groups of changes that are near each other, with n elements around them."""
        codes = list(self.get_opcodes()) or [('equal', 0, 1, 0, 1)]
        if codes[0][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[0]
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if codes[-1][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[-1]
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == 'equal' and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == 'equal'):
            yield group

    def ratio(self):
        """How alike they are, from 0 to 1."""
        return _similarity(sum(m.size for m in self.get_matching_blocks()), len(self.a) + len(self.b))

    def quick_ratio(self):
        """An upper bound of ratio(): the elements in common, wherever they stand."""
        if self.fullbcount is None:
            self.fullbcount = Counter(self.b)
        left, common = {}, 0
        for x in self.a:
            n = left.get(x)
            if n is None:
                n = self.fullbcount.get(x, 0)
            left[x] = n - 1
            common += n > 0
        return _similarity(common, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """An upper bound of ratio() from the lengths alone."""
        return _similarity(min(len(self.a), len(self.b)), len(self.a) + len(self.b))


def _exceeds(matcher, bound):
    return matcher.real_quick_ratio() > bound and matcher.quick_ratio() > bound and matcher.ratio() > bound


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """The n best matches of word among possibilities, the best first."""
    if not n > 0:
        raise ValueError(f'n must be > 0: {n!r}')
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f'cutoff must be in [0.0, 1.0]: {cutoff!r}')
    matcher, found = SequenceMatcher(b=word), []
    for x in possibilities:
        matcher.set_seq1(x)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            found.append((matcher.ratio(), x))
    return [x for _, x in sorted(found, reverse=True)[:n]]


def IS_LINE_JUNK(line, pat=re.compile(r'\s*(?:#\s*)?$').match):
    "Whether a line is blank or holds nothing but a #."
    return pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=' \t'):
    "Whether a character is a blank or a tab."
    return ch in ws


class Differ:
    """Deltas of lines that people read: like lines are marked character by character."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == 'replace':
                yield from self._replace(a[alo:ahi], b[blo:bhi])
            elif tag == 'equal':
                yield from _marked(' ', a[alo:ahi])
            else:
                yield from _marked('-', a[alo:ahi])
                yield from _marked('+', b[blo:bhi])

    def _replace(self, a, b):
        """Lines for others: around the two that are most alike, if any are."""
        pair, marks = self._nearest(a, b), True
        if pair is None:
            pair, marks = next(((i, j) for j, y in enumerate(b) for i, x in enumerate(a) if x == y), None), False
        if pair is None:
            yield from _plain(a, b)
            return
        i, j = pair
        yield from self._around(a[:i], b[:j])
        if marks:
            yield from self._like(a[i], b[j])
        else:
            yield '  ' + a[i]
        yield from self._around(a[i + 1:], b[j + 1:])

    def _around(self, a, b):
        if a and b:
            yield from self._replace(a, b)
        else:
            yield from _marked('-', a)
            yield from _marked('+', b)

    def _nearest(self, a, b):
        """The indices of the two different lines that are most alike, if they are alike enough."""
        matcher = SequenceMatcher(self.charjunk)
        best, pair = 0.74, None
        for j, y in enumerate(b):
            matcher.set_seq2(y)
            for i, x in enumerate(a):
                if x == y:
                    continue
                matcher.set_seq1(x)
                if _exceeds(matcher, best):
                    best, pair = matcher.ratio(), (i, j)
        return pair if best >= 0.75 else None

    def _like(self, x, y):
        """Two lines that are alike, with lines that mark what differs."""
        below_x, below_y = [], []
        for tag, i1, i2, j1, j2 in SequenceMatcher(self.charjunk, x, y).get_opcodes():
            kinds = {'replace': '^^', 'delete': '- ', 'insert': ' +', 'equal': '  '}[tag]
            below_x.append(kinds[0] * (i2 - i1))
            below_y.append(kinds[1] * (j2 - j1))
        yield from _with_marks('-', x, ''.join(below_x))
        yield from _with_marks('+', y, ''.join(below_y))


def _with_marks(sign, line, marks):
    yield f'{sign} {line}'
    # Under white space stands the same white space, so that tabs line up.
    marks = ''.join(c if m == ' ' and c.isspace() else m for c, m in zip(line, marks)).rstrip()
    if marks:
        yield f'? {marks}\n'


def _marked(sign, lines):
    return (f'{sign} {line}' for line in lines)


def _plain(a, b):
    """One block for the other, the shorter first."""
    blocks = [_marked('-', a), _marked('+', b)]
    if len(b) < len(a):
        blocks.reverse()
    for block in blocks:
        yield from block


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """A delta of two lists of lines, with marks where like lines differ."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """The lines of the first (1) or second (2) list that the delta of ndiff was made of."""
    try:
        sign = {1: '- ', 2: '+ '}[int(which)]
    except KeyError:
        raise ValueError(f'unknown delta choice (must be 1 or 2): {which!r}') from None
    return (line[2:] for line in delta if line[:2] in ('  ', sign))


def _check(a, b, names):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError(f'lines to compare must be str, not {type(lines[0]).__name__} ({lines[0]!r})')
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f'all arguments must be str, not: {name!r}')


def _head(sign, name, date, lineterm):
    return f'{sign} {name}{chr(9) + date if date else ""}{lineterm}'


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    """The changes from a to b as patch reads them, with n lines around each."""
    _check(a, b, (fromfile, tofile, fromfiledate, tofiledate, lineterm))

    def place(start, stop):
        if stop - start == 1:
            return str(start + 1)
        return f'{start + (stop > start)},{stop - start}'

    for number, group in enumerate(SequenceMatcher(None, a, b).get_grouped_opcodes(n)):
        if not number:
            yield _head('---', fromfile, fromfiledate, lineterm)
            yield _head('+++', tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield f'@@ -{place(first[1], last[2])} +{place(first[3], last[4])} @@{lineterm}'
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                yield from (' ' + line for line in a[i1:i2])
                continue
            yield from ('-' + line for line in a[i1:i2])
            yield from ('+' + line for line in b[j1:j2])


def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    """The changes from a to b, each side with n lines around them."""
    _check(a, b, (fromfile, tofile, fromfiledate, tofiledate, lineterm))

    def place(start, stop):
        if stop - start <= 1:
            return str(start + (stop > start))
        return f'{start + 1},{stop}'

    for number, group in enumerate(SequenceMatcher(None, a, b).get_grouped_opcodes(n)):
        if not number:
            yield _head('***', fromfile, fromfiledate, lineterm)
            yield _head('---', tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield '***************' + lineterm
        yield f'*** {place(first[1], last[2])} ****{lineterm}'
        tags = {code[0] for code in group}
        if tags & {'replace', 'delete'}:
            for tag, i1, i2, _, _ in group:
                if tag != 'insert':
                    sign = {'replace': '! ', 'delete': '- ', 'equal': '  '}[tag]
                    yield from (sign + line for line in a[i1:i2])
        yield f'--- {place(first[3], last[4])} ----{lineterm}'
        if tags & {'replace', 'insert'}:
            for tag, _, _, j1, j2 in group:
                if tag != 'delete':
                    sign = {'replace': '! ', 'insert': '+ ', 'equal': '  '}[tag]
                    yield from (sign + line for line in b[j1:j2])
