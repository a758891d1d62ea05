#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The peers of bench/timetable on the networks it wrote: timetable_peers.py FOLDER [SECONDS].

networkx (Bellman-Ford with its own early negative-cycle test) and GLPK (the linear program, any
objective), each stopped after SECONDS (60).
"""
import multiprocessing
import pathlib
import subprocess
import sys
import tempfile
import time


def read(path):
    return [tuple(map(int, line.split())) for line in path.read_text().splitlines()]


def with_networkx(links, answers):
    import networkx
    graph = networkx.DiGraph()
    for u, v, w in links:
        if not graph.has_edge(u, v) or graph[u][v]["weight"] > w:
            graph.add_edge(u, v, weight=w)
    before = time.monotonic()
    graph.add_weighted_edges_from(("root", node, 0) for node in list(graph))
    try:
        networkx.single_source_bellman_ford_path_length(graph, "root")
        verdict = "can be met"
    except networkx.NetworkXUnbounded:
        verdict = "contradiction"
    answers.put((time.monotonic() - before, verdict))


def with_glpk(links, answers):
    with tempfile.NamedTemporaryFile("w", suffix=".lp") as program:
        program.write("Minimize\n z: t0\nSubject To\n")
        for u, v, w in links:
            if u != v:
                program.write(f" t{v} - t{u} <= {w}\n")
        program.write("Bounds\n")
        for event in sorted({e for u, v, _ in links for e in (u, v)}):
            program.write(f" t{event} free\n")
        program.write(" t0 = 0\nEnd\n")
        program.flush()
        before = time.monotonic()
        done = subprocess.run(["glpsol", "--lp", program.name], capture_output=True, text=True,
                              check=False)
        verdict = "contradiction" if "NO PRIMAL FEASIBLE" in done.stdout or \
            "NO FEASIBLE" in done.stdout else "can be met"
        answers.put((time.monotonic() - before, verdict))


def main():
    limit = float(sys.argv[2]) if len(sys.argv) > 2 else 60
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.tsv"), key=lambda p: p.stat().st_size):
        links = read(path)
        for name, solve in (("networkx", with_networkx), ("GLPK", with_glpk)):
            answers = multiprocessing.Queue()
            worker = multiprocessing.Process(target=solve, args=(links, answers))
            worker.start()
            worker.join(limit)
            if worker.is_alive():
                worker.terminate()
                worker.join()
                print(f"{path.stem:26} {name:9} not done after {limit:.0f} s")
            else:
                seconds, verdict = answers.get()
                print(f"{path.stem:26} {name:9} {seconds * 1000:12.1f} ms  {verdict}")


if __name__ == "__main__":
    main()
