"""A TCPROS publisher that accepts one subscriber after the other and never sends a message."""

import socket
import struct

server = socket.create_server(("0.0.0.0", 0))
print(server.getsockname()[1], flush=True)
kept = []
while True:
    connection, _ = server.accept()
    kept.append(connection)
    connection.recv(65536)
    fields = [b"type=p/T", b"md5sum=abc", b"callerid=/p"]
    header = b"".join(struct.pack("<I", len(field)) + field for field in fields)
    connection.sendall(struct.pack("<I", len(header)) + header)
