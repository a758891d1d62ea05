# SPDX-License-Identifier: Apache-2.0
"""What the gates share: the sources, the rooms and folders they stand in, the arrows between them, the circles."""
import collections
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent
INCLUDE = re.compile(r'\s*#\s*include\s+(?:"([^"]+)"|<(entente/[^>]+)>)')
Arrow = collections.namedtuple("Arrow", "origin number target")


def sources() -> list[pathlib.Path]:
    """Every source of the library, the command line and the public door, as paths below the root."""
    found = [*ROOT.glob("src/**/*.[ch]"), *ROOT.glob("include/**/*.h")]
    return sorted(path.relative_to(ROOT) for path in found)


def room_of(path: pathlib.Path) -> str:
    return "entente" if path.parts[0] == "include" else path.parts[1]


def folder_of(path: pathlib.Path) -> str:
    """The folder below src/, such as exchange/docx; the public door is one folder."""
    return "entente" if path.parts[0] == "include" else "/".join(path.parts[1:-1])


def unit_of(path: pathlib.Path) -> str:
    """A .c and its .h are one unit, such as merge/diff."""
    return folder_of(path) + "/" + path.stem


def target_of(found: re.Match) -> pathlib.Path:
    if found.group(2):
        return pathlib.Path("include", found.group(2))
    return pathlib.Path("src", found.group(1))


def arrows() -> list[Arrow]:
    """Every #include of a file of ours: who includes, in which line, what."""
    result = []
    for path in sources():
        for number, line in enumerate((ROOT / path).read_text().splitlines(), 1):
            if found := INCLUDE.match(line):
                result.append(Arrow(path, number, target_of(found)))
    return result


def report(problems: list) -> bool:
    """Prints the message of every problem, a pair of key and message; True when there is none."""
    for _, message in problems:
        print(message)
    return not problems


def circles(graph: dict) -> list[list]:
    """The strongly connected groups of two or more, each as one shortest circle through it, first name repeated at the end."""
    return [shortest_circle(graph, set(group)) for group in connected_groups(graph) if len(group) > 1]


def shortest_circle(graph: dict, group: set) -> list:
    best = None
    for start in sorted(group):
        before, queue = {}, collections.deque([start])
        while queue and start not in before:
            here = queue.popleft()
            for there in sorted(set(graph.get(here, ())) & group):
                if there not in before:
                    before[there] = here
                    queue.append(there)
        walk = [start, before[start]]
        while walk[-1] != start:
            walk.append(before[walk[-1]])
        if best is None or len(walk) < len(best):
            best = walk[::-1]
    return best


def connected_groups(graph: dict) -> list[list]:
    """Tarjan's strongly connected components, without recursion, in a fixed order."""
    number, low, stack, open_, groups = {}, {}, [], set(), []
    for root in sorted(graph):
        if root in number:
            continue
        number[root] = low[root] = len(number)
        stack.append(root)
        open_.add(root)
        work = [(root, iter(sorted(graph.get(root, ()))))]
        while work:
            node, rest = work[-1]
            step = next((other for other in rest if other not in number or other in open_), None)
            if step is not None and step not in number:
                number[step] = low[step] = len(number)
                stack.append(step)
                open_.add(step)
                work.append((step, iter(sorted(graph.get(step, ())))))
            elif step is not None:
                low[node] = min(low[node], number[step])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == number[node]:
                    groups.append(take_group(stack, open_, node))
    return groups


def take_group(stack: list, open_: set, node) -> list:
    group = []
    while not group or group[-1] != node:
        group.append(stack.pop())
        open_.discard(group[-1])
    return sorted(group)
