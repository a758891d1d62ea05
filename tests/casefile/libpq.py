# SPDX-License-Identifier: Apache-2.0
"""As much of libpq as the tests want, by ctypes, in the manner of Python's sqlite3: connect, execute, fetchall."""
import ctypes

UTF8 = "utf-8"
BOOLEAN, BYTEA, NUMBERS = 16, 17, (20, 21, 23, 26)
DONE = (1, 2)  # a command, rows


class Error(Exception):
    """What the server says."""


def is_address(path):
    return path.startswith(("postgres://", "postgresql://"))


def parts(address):
    """The address without the case, and the schema of the case."""
    if "#" in address:
        server, name = address.split("#")
    else:
        path, mark, options = address.partition("?")
        path, _, name = path.rpartition("/")
        server = path + mark + options
    return server, "case_" + name


class Rows(list):
    def fetchall(self):
        return list(self)

    def fetchone(self):
        return self[0] if self else None


class Connection:
    def __init__(self, address):
        server, self.schema = parts(address)
        self.library = ctypes.CDLL("libpq.so.5")
        for name, given, back in (
                ("PQconnectdb", [ctypes.c_char_p], ctypes.c_void_p), ("PQfinish", [ctypes.c_void_p], None),
                ("PQstatus", [ctypes.c_void_p], ctypes.c_int), ("PQerrorMessage", [ctypes.c_void_p], ctypes.c_char_p),
                ("PQexecParams", [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int] + [ctypes.c_void_p] * 4 + [ctypes.c_int], ctypes.c_void_p),
                ("PQresultStatus", [ctypes.c_void_p], ctypes.c_int), ("PQclear", [ctypes.c_void_p], None),
                ("PQntuples", [ctypes.c_void_p], ctypes.c_int), ("PQnfields", [ctypes.c_void_p], ctypes.c_int),
                ("PQftype", [ctypes.c_void_p, ctypes.c_int], ctypes.c_uint), ("PQgetvalue", [ctypes.c_void_p] + [ctypes.c_int] * 2, ctypes.c_void_p),
                ("PQgetlength", [ctypes.c_void_p] + [ctypes.c_int] * 2, ctypes.c_int),
                ("PQgetisnull", [ctypes.c_void_p] + [ctypes.c_int] * 2, ctypes.c_int)):
            function = getattr(self.library, name)
            function.argtypes, function.restype = given, back
        self.open = self.library.PQconnectdb(server.encode())
        if self.library.PQstatus(self.open) != 0:
            raise Error(self.library.PQerrorMessage(self.open).decode(UTF8, "replace"))
        self.execute("SET client_min_messages=error")
        self.execute(f'SET search_path="{self.schema}"')
        self.execute("BEGIN")

    def execute(self, text, values=()):
        """Parameters are written "?"; texts and numbers go as text, bytes as they are."""
        asked = text.split("?")
        text = asked[0] + "".join(f"${i}{piece}" for i, piece in enumerate(asked[1:], 1))
        texts = [None if v is None else v if isinstance(v, bytes) else str(v).encode(UTF8, "surrogatepass") for v in values]
        count = len(texts)
        given = (ctypes.c_char_p * max(count, 1))(*texts)
        lengths = (ctypes.c_int * max(count, 1))(*[len(t or b"") for t in texts])
        forms = (ctypes.c_int * max(count, 1))(*[int(isinstance(v, bytes)) for v in values])
        answer = self.library.PQexecParams(self.open, text.encode(), count, None, given, lengths, forms, 1)
        try:
            if self.library.PQresultStatus(answer) not in DONE:
                raise Error(self.library.PQerrorMessage(self.open).decode(UTF8, "replace"))
            return Rows(tuple(self.cell(answer, row, column) for column in range(self.library.PQnfields(answer)))
                        for row in range(self.library.PQntuples(answer)))
        finally:
            self.library.PQclear(answer)

    def cell(self, answer, row, column):
        if self.library.PQgetisnull(answer, row, column):
            return None
        data = ctypes.string_at(self.library.PQgetvalue(answer, row, column), self.library.PQgetlength(answer, row, column))
        kind = self.library.PQftype(answer, column)
        return data if kind == BYTEA else data == b"\1" if kind == BOOLEAN else int.from_bytes(data, "big", signed=True) if kind in NUMBERS else data.decode(UTF8)

    def commit(self):
        self.execute("COMMIT")
        self.execute("BEGIN")

    def close(self):
        self.library.PQfinish(self.open)


connect = Connection
